import { describe, expect, it } from 'vitest';
import { delegate, type Strength } from '../../src/delegates/index.ts';
import {
  appraise,
  asDeal,
  asPromise,
  breaches,
  contains,
  plainWorth,
  type Mandate,
  type Reason,
  type Text,
} from '../../src/engine/index.ts';
import { bluffing, diceOf, invented, newYork, play, turnsOf, type Played, type Turn } from './play.ts';

const STRENGTHS: readonly Strength[] = ['gentle', 'seasoned', 'hard'];
const small = STRENGTHS.flatMap((strength) =>
  ['a', 'b', 'c', 'd'].map((seed) => play(invented(seed), `game/${seed}`, { strength })),
);
const big = play(newYork(), '1/9', { strength: 'hard' });
/** What bluffers say of texts is as true as what others say. */
const bluffed = ['a', 'b', 'c'].map((seed) =>
  play(bluffing(invented(seed)), `game/${seed}`, { strength: 'seasoned' }),
);
const games: readonly Played[] = [...small, ...bluffed, big];

/** Worth of a text to whoever answered, with what is due to it on adoption, over no agreement: from the state, not from the agent. */
const gainAt = (game: Played, turn: Turn, text: Text): number => {
  const { scenario } = game.table;
  const mandate = mandateOf(game, turn);
  const due = turn.before.pending.filter(
    (item) => item.when.on === 'adoption' && contains(scenario, text, item.when.containing),
  );
  const me = scenario.delegations.find(({ id }) => id === turn.seat);
  return (
    plainWorth(mandate, text) -
    mandate.reservation +
    (me === undefined ? 0 : appraise(scenario, mandate, me.id, due).onAdoption)
  );
};

const mandateOf = ({ table }: Played, { before, seat }: Turn): Mandate => {
  const mandate = before.mandates[table.scenario.delegations.findIndex(({ id }) => id === seat)];
  if (mandate === undefined) throw new Error('a seat without a mandate');
  return mandate;
};

const redLinesIn = (game: Played, turn: Turn, text: Text): readonly string[] =>
  breaches(game.table.scenario, mandateOf(game, turn), text).map(({ article }) => article);

describe('whole games by machines', () => {
  it('come to an end', () => {
    for (const { last } of games) expect(last.status).toBe('closed');
  });

  it('are the same again from the same seed', () => {
    const again = play(invented('a'), 'game/a', { strength: 'gentle' });
    expect(again.turns.map(({ seat, command }) => ({ seat, command }))).toEqual(
      small[0]?.turns.map(({ seat, command }) => ({ seat, command })),
    );
  });

  it('have texts put, deals struck and words taken back and forth: the rest of these tests looks at something', () => {
    const seen = new Set(games.flatMap(({ turns }) => turns.map(({ command }) => command.kind)));
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'speak',
        'position',
        'offer',
        'accept',
        'decline',
        'answer',
        'draft',
        'put',
        'gavel',
      ]),
    );
  });
});

describe('a delegation that answers a text', () => {
  const textOf = (turn: Turn): Text => turn.view.decision?.text ?? [];
  const answers = games.flatMap((game) =>
    turnsOf(game, 'answer').map((turn) => ({
      game,
      turn,
      command: turn.command,
      gain: gainAt(game, turn, textOf(turn)),
      crossed: redLinesIn(game, turn, textOf(turn)),
    })),
  );
  const joined = answers.filter(({ command }) => command.answer === 'join' || command.answer === 'yes');
  const because = (code: Reason['code']): typeof answers =>
    answers.filter(({ command }) => command.because.some((reason) => reason.code === code));

  it('never joins one that is worth less to it than no agreement', () => {
    expect(joined.length).toBeGreaterThan(0);
    expect(joined.filter(({ gain }) => gain < 0)).toEqual([]);
  });

  it('never joins one that crosses its red line', () => {
    expect(joined.filter(({ crossed }) => crossed.length > 0)).toEqual([]);
  });

  it('calls a text worse than no agreement only if it is, and better only if it is not', () => {
    expect(because('worse-than-no-agreement').length).toBeGreaterThan(0);
    expect(because('worse-than-no-agreement').filter(({ gain }) => gain >= 0)).toEqual([]);
    expect(because('better-than-no-agreement').filter(({ gain }) => gain < 0)).toEqual([]);
  });

  it('says that it is early only if time could help: not below its reservation value, nor across a red line', () => {
    expect(because('too-early').length).toBeGreaterThan(0);
    expect(because('too-early').filter(({ gain, crossed }) => gain < 0 || crossed.length > 0)).toEqual([]);
  });

  it('names red lines that are there, and articles that a change across none would make better', () => {
    const named = answers.flatMap(({ game, turn, command, crossed }) => {
      const { scenario } = game.table;
      const mandate = mandateOf(game, turn);
      const text = textOf(turn);
      const best = (article: number): number =>
        Math.max(
          ...(scenario.articles[article]?.options ?? []).flatMap((_, option) =>
            redLinesIn(game, turn, text.with(article, option)).some(
              (id) => id === scenario.articles[article]?.id,
            )
              ? []
              : [plainWorth(mandate, text.with(article, option))],
          ),
        );
      return command.because.map((reason) => {
        if (reason.code === 'red-line') return crossed.includes(reason.article);
        if (reason.code !== 'article-hurts') return true;
        const article = scenario.articles.findIndex(({ id }) => id === reason.article);
        return best(article) > plainWorth(mandate, text);
      });
    });
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((holds) => !holds)).toEqual([]);
  });

  it('objects with articles and a reason', () => {
    const against = answers.filter(({ command }) => command.answer === 'object' || command.answer === 'no');
    expect(against.length).toBeGreaterThan(0);
    expect(
      against.filter(({ command }) => command.because.length === 0 || command.articles.length === 0),
    ).toEqual([]);
  });

  it('holds out for more while there is time, but not against its own promise to join, and that not below its reservation', () => {
    const objected = answers.filter(({ command }) => command.answer === 'object');
    /** The same seat, view and dice, but that it has promised somebody to join just this text. */
    const bound = ({ game, turn }: (typeof objected)[number]): string | undefined => {
      const { scenario } = game.table;
      const other = scenario.delegations.find(({ id }) => id !== turn.seat)?.id;
      if (other === undefined || turn.seat === 'chair' || turn.seat === 'observer') return undefined;
      const containing = scenario.articles.map(({ id }, article) => ({
        article: id,
        option: textOf(turn)[article] ?? 0,
      }));
      const pledge = {
        id: asPromise('promise-given'),
        deal: asDeal('deal-given'),
        undertaking: { kind: 'join', by: turn.seat, to: other, containing },
        state: 'open',
        open: true,
      } as const;
      const act = delegate(scenario, turn.seat, 'hard').act(
        { ...turn.view, pledges: [...turn.view.pledges, pledge] },
        () => 0,
      );
      return act?.command.kind === 'answer' ? act.command.answer : undefined;
    };
    const early = objected.filter((item) => because('too-early').includes(item));
    const worse = objected.filter((item) => because('worse-than-no-agreement').includes(item));
    expect(early.length).toBeGreaterThan(0);
    expect(worse.length).toBeGreaterThan(0);
    expect(new Set(early.map(bound))).toEqual(new Set(['join']));
    expect(new Set(worse.map(bound))).toEqual(new Set(['object']));
  });
});

describe('a delegation that was bound', () => {
  it('is not bound below its reservation value, nor across a red line', () => {
    const bound = games.flatMap(({ table, last }) =>
      (last.outcome?.seats ?? []).flatMap((seat, place) => {
        const mandate = last.mandates[place];
        const text = last.outcome?.text;
        return seat.bound && mandate !== undefined && text !== undefined
          ? [{ gain: seat.utility - seat.walkAway, crossed: breaches(table.scenario, mandate, text).length }]
          : [];
      }),
    );
    expect(bound.length).toBeGreaterThan(0);
    expect(bound.filter(({ gain, crossed }) => gain < 0 || crossed > 0)).toEqual([]);
  });
});

describe('a machine', () => {
  it('gives only commands that the rules accept, but for an acceptance that fails by what only the other side knew', () => {
    const refused = games.flatMap(({ turns }) => turns.filter(({ refusal }) => refusal !== undefined));
    const unforeseeable = ({ command, refusal, seat }: Turn): boolean =>
      command.kind === 'accept' &&
      ((refusal?.refused === 'already-given' && refusal.by !== seat) || refusal?.refused === 'over-budget');
    expect(
      refused
        .filter((turn) => !unforeseeable(turn))
        .map(({ seat, command, refusal }) => ({ seat, kind: command.kind, refusal })),
    ).toEqual([]);
  });

  it('does the same from the same view, also when made anew in the middle of a game and handed a copy of it', () => {
    const { table, turns } = big;
    let compared = 0;
    for (const [count, turn] of turns.entries()) {
      if (count % 7 !== 0) continue;
      if (turn.seat === 'chair' || turn.seat === 'observer' || turn.seat === 'facilitator') continue;
      const anew = delegate(table.scenario, turn.seat, 'hard');
      const one = anew.act(turn.view, diceOf('1/9', turn.seat));
      const other = delegate(table.scenario, turn.seat, 'hard').act(
        structuredClone(turn.view),
        diceOf('1/9', turn.seat),
      );
      expect(other).toEqual(one);
      if (turn.command.kind === 'done') continue;
      compared += 1;
      expect(one?.command).toEqual(turn.command);
    }
    expect(compared).toBeGreaterThan(10);
  });

  it('says why with every move', () => {
    const moves = games.flatMap(({ turns }) => turns);
    expect(moves.filter(({ because }) => because.length === 0)).toEqual([]);
  });

  it('keeps its own numbers to itself in what it sends to others', () => {
    const sent = games.flatMap(({ turns }) =>
      turns.flatMap(({ command }): readonly Reason[] => ('because' in command ? command.because : [])),
    );
    expect(sent.length).toBeGreaterThan(0);
    const secrets = ['gain', 'loss', 'short', 'belief'];
    expect(sent.filter((reason) => secrets.some((secret) => secret in reason))).toEqual([]);
  });
});
