import { delegate, STRENGTHS, type Agent } from '../../../src/delegates/index.ts';
import { PLAY } from '../../../src/delegates/strength.ts';
import { SWAY } from '../../../src/delegates/promised-words.ts';
import {
  asDeal,
  asPromise,
  breaches,
  dice,
  lay,
  plainWorth,
  standingText,
  worthOfText,
  type DelegationId,
  type Provision,
  type Scenario,
  type SeatId,
  type State,
  type View,
} from '../../../src/engine/index.ts';
import { playMachines, type PlayedGame } from '../../../src/trial/machines.ts';
import { interval, row, shelf } from './common.ts';

/**
 * What a word moves: the same game with and without one delegation saying, in one corridor, that it can live with an option that
 * somebody else wants, and holding to it; hard delegates in all seats. Beside it what delegates reckon with.
 */

/** Hundredths of a point by which the option must be better for whoever wants it than what stands. */
const WANTED = 300;
const WORDS_A_GAME = 3;

interface Word {
  readonly by: number;
  readonly to: number;
  readonly provision: Provision;
  /** Hundredths of a point, to whoever wants it. */
  readonly change: number;
}

/** All words that could be said without crossing a red line, and have not been. */
const wordsIn = (scenario: Scenario, state: State): readonly Word[] => {
  const standing = standingText(state.articles);
  return scenario.delegations.flatMap((_, to) =>
    scenario.delegations.flatMap((__, by) =>
      by === to
        ? []
        : scenario.articles.flatMap(({ id, options }, article) =>
            options.flatMap((___, option): readonly Word[] => {
              const [wants, says] = [state.mandates[to], state.mandates[by]];
              const stance = state.stances[by]?.[article]?.[option];
              const text = standing.with(article, option);
              if (wants === undefined || says === undefined || (stance !== 'silent' && stance !== 'object'))
                return [];
              const change = plainWorth(wants, text) - plainWorth(wants, standing);
              return change <= WANTED || breaches(scenario, says, text).length > 0
                ? []
                : [{ by, to, provision: { article: id, option }, change }];
            }),
          ),
    ),
  );
};

/** Says the word as the first thing it does in that corridor, and then holds it as if it had promised it. */
const saying = (scenario: Scenario, id: DelegationId, session: number, { to, provision }: Word): Agent => {
  const usual = delegate(scenario, id, 'hard');
  const other = scenario.delegations[to]?.id ?? id;
  const promise: View['pledges'][number] = {
    id: asPromise('promise-said'),
    deal: asDeal('deal-said'),
    undertaking: { kind: 'position', by: id, to: other, provision, stance: 'accept' },
    state: 'open',
    open: false,
  };
  let said = false;
  return {
    act: (view, throws) => {
      if (said) return usual.act({ ...view, pledges: [...view.pledges, promise] }, throws);
      if (view.session !== session || view.phase !== 'corridor') return usual.act(view, throws);
      said = true;
      return {
        command: { kind: 'position', positions: [{ ...provision, stance: 'accept' }] },
        because: [{ code: 'routine' }],
      };
    },
  };
};

const seated = (scenario: Scenario): Map<SeatId, Agent> =>
  new Map(scenario.delegations.map(({ id }) => [id, delegate(scenario, id, 'hard')]));

/** Worth of how it ended to a delegation, deals aside; hundredths of a point. */
const endFor = (scenario: Scenario, { last }: PlayedGame, place: number): number => {
  const mandate = last.mandates[place];
  const text = last.outcome?.text;
  if (mandate === undefined) throw new Error(`nobody sits at ${place}`);
  return text !== undefined && last.outcome?.seats[place]?.bound === true
    ? worthOfText(scenario, mandate, text)
    : mandate.reservation;
};

export const wordsPart = (seeds: number, only?: string): void => {
  console.log(
    `\nWords: one delegation says once that it can live with what another wants, and holds to it; ${seeds} games, ${WORDS_A_GAME} words each; share of the option's worth that it moves, 95 %`,
  );
  row([
    'scenario',
    'words',
    'adopted texts changed',
    'moved',
    ...STRENGTHS.map((strength) => `reckoned by ${strength}, of a first word from one it trusts wholly`),
  ]);
  for (const name of ['class-45', 'oewg-2022'].filter((one) => only === undefined || one === only)) {
    const scenario = shelf(name);
    const corridors = scenario.sessions.flatMap(({ phases }, at) =>
      phases.includes('corridor') ? [at] : [],
    );
    /** By game: sums over its words. */
    const moved: { readonly change: number; readonly gained: number }[] = [];
    let [said, changed] = [0, 0];
    for (let k = 0; k < seeds; k += 1) {
      const seed = `words/${k + 1}`;
      const throws = dice(seed, 'observer');
      const session = corridors[Math.floor(throws('session', 0) * corridors.length)] ?? 0;
      let at: State | undefined;
      const without = playMachines(lay(scenario, seed), seated(scenario), (state) => {
        if (state.session === session && state.phase === 'corridor') at ??= state;
      });
      const words = at === undefined ? [] : wordsIn(scenario, at);
      const sums = { change: 0, gained: 0 };
      for (let count = 0; count < WORDS_A_GAME && words.length > 0; count += 1) {
        const word = words[Math.floor(throws('word', count) * words.length)];
        const speaker = scenario.delegations[word?.by ?? 0];
        if (word === undefined || speaker === undefined) continue;
        const agents = seated(scenario).set(speaker.id, saying(scenario, speaker.id, session, word));
        const spoken = playMachines(lay(scenario, seed), agents);
        said += 1;
        if (spoken.last.outcome?.text?.join() !== without.last.outcome?.text?.join()) changed += 1;
        sums.change += word.change;
        sums.gained += endFor(scenario, spoken, word.to) - endFor(scenario, without, word.to);
      }
      if (words.length > 0) moved.push(sums);
    }
    const mean = interval(moved.map(({ change }) => change)).mean;
    const share = interval(moved.map(({ gained }) => gained)).mean / mean;
    // Words of one game have its course in common: games are what is counted.
    const { half } = interval(moved.map(({ change, gained }) => (gained - share * change) / mean));
    row([
      name,
      said,
      changed,
      `${share.toFixed(3)} ± ${half.toFixed(3)}`,
      ...STRENGTHS.map((strength) => (SWAY.accept * PLAY[strength].words).toFixed(3)),
    ]);
  }
};
