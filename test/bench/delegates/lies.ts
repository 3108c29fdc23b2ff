import { delegate, type Act, type Agent } from '../../../src/delegates/index.ts';
import { plainWorth, type DelegationId, type Position, type Scenario } from '../../../src/engine/index.ts';
import { game, interval, points, row, shelf, utilityOf } from './common.ts';

/** What a lie is worth to whoever tells it: the same seat honest and lying, the same seeds, seasoned delegates in all others. */

type Lie = 'overstates' | 'stonewalls';

/** Gain below which a stonewaller says that a text is worse than no agreement, hundredths of a point. */
const WALL = 1_500;

const lying = (scenario: Scenario, id: DelegationId, lie: Lie): Agent => {
  const honest = delegate(scenario, id, 'seasoned');
  return {
    act: (view, dice) => {
      const act = honest.act(view, dice);
      const mine = view.own?.mandate;
      if (act === undefined || mine === undefined) return act;
      const { command } = act;
      if (command.kind === 'speak' || command.kind === 'position') {
        const text = view.articles.map(({ option }) => option);
        const positions = scenario.articles.flatMap((article, place): readonly Position[] => {
          const worth = article.options.map((_, option) => plainWorth(mine, text.with(place, option)));
          const best = worth.indexOf(Math.max(...worth));
          return article.options.flatMap((_, option): readonly Position[] => {
            const stance = option === best ? 'support' : 'object';
            return view.stances[view.own?.index ?? 0]?.[place]?.[option] === stance
              ? []
              : [{ article: article.id, option, stance }];
          });
        });
        const most = command.kind === 'speak' ? scenario.procedure.positionsPerStatement : 12;
        const said: Act['command'] = { ...command, positions: positions.slice(0, most) };
        return positions.length === 0 && command.kind === 'position' ? undefined : { ...act, command: said };
      }
      const early = scenario.sessions.some(
        (session, place) => place > view.session && session.phases.includes('decision'),
      );
      if (lie === 'stonewalls' && command.kind === 'answer' && early && view.decision !== undefined)
        if (plainWorth(mine, view.decision.text) - mine.reservation < WALL)
          return {
            ...act,
            command: {
              kind: 'answer',
              answer: 'object',
              articles: [],
              because: [{ code: 'worse-than-no-agreement' }],
            },
          };
      return act;
    },
  };
};

const SEATS = ['US', 'KE', 'CN'] as const;

export const liesPart = (seeds: number): void => {
  const scenario = shelf('oewg-2022');
  console.log(
    `\nLies: oewg-2022, one seat says of all but its best that it objects; or also, until the last decision, that texts worth less than ${WALL / 100} points over no agreement are worse than none; ${seeds} seeds a seat`,
  );
  row(['seat', 'lie', 'gain over honesty, points, 95 %', 'adopted, honest', 'adopted, lying']);
  const seats = scenario.delegations.filter(({ id }) => SEATS.some((seat) => seat === id));
  for (const lie of ['overstates', 'stonewalls'] as const) {
    const all: number[] = [];
    for (const { id } of seats) {
      const adopted = { honest: 0, lying: 0 };
      const gains = Array.from({ length: seeds }, (_, k) => {
        const seed = `lies/${k + 1}`;
        const honest = game(scenario, seed, 'seasoned');
        const other = game(scenario, seed, 'seasoned', () => new Map([[id, lying(scenario, id, lie)]]));
        if (honest.last.outcome?.end === 'adopted') adopted.honest += 1;
        if (other.last.outcome?.end === 'adopted') adopted.lying += 1;
        return utilityOf(other, id) - utilityOf(honest, id);
      });
      all.push(...gains);
      const { mean, half } = interval(gains);
      row([id, lie, `${points(mean)} ± ${points(half)}`, adopted.honest, adopted.lying]);
    }
    const { mean, half } = interval(all);
    row(['all', lie, `${points(mean)} ± ${points(half)}`, '', '']);
  }
};
