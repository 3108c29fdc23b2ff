import { describe, expect, it } from 'vitest';
import { CHARACTER } from '../../src/delegates/character.ts';
import { worthOfClue } from '../../src/delegates/clue-worth.ts';
import { EXCHANGE, worthOfTension } from '../../src/delegates/exchange.ts';
import { suspicions, type Suspicion } from '../../src/delegates/judgement.ts';
import { selfOf, type Self } from '../../src/delegates/own.ts';
import type { Weighable } from '../../src/delegates/response.ts';
import { worthOfResponse } from '../../src/delegates/response-worth.ts';
import { openClues, stakesOf, truthHours } from '../../src/delegates/truth-worth.ts';
import {
  decide,
  outcomeNow,
  view,
  type ArticleId,
  type DelegationId,
  type IncidentSight,
  type Origin,
  type Scenario,
  type State,
  type Table,
} from '../../src/engine/index.ts';
import { bringOut, truthsOut } from '../../src/engine/incident-strikes.ts';
import { takeMinutes } from '../../src/engine/minutes.ts';
import { one, struck, three, two } from '../engine/given.ts';
import { invented, newYork, play, turnsOf, type Turn } from './play.ts';

/** What a response is said to be worth, against what the engine makes of it: the state of a real game, the response, and the score. */

const games = [
  play(newYork(), 'worth/1'),
  play(newYork(), 'worth/2'),
  ...['a', 'b', 'c'].map((seed) => play(invented(seed), `worth/${seed}`)),
];

interface Case {
  readonly table: Table;
  readonly turn: Turn;
  readonly self: Self;
  readonly sight: IncidentSight;
  readonly response: Weighable;
  readonly cites: readonly ArticleId[];
}

/** Every response that was made, with the worth reckoned before it. */
const cases: readonly Case[] = games.flatMap((game) =>
  turnsOf(game, 'respond').flatMap((turn) => {
    const self = selfOf(game.table.scenario, turn.view);
    const sight = turn.view.incidents.find(({ id }) => id === turn.command.incident);
    const { response, cites = [] } = turn.command;
    if (self === undefined || sight === undefined || response.kind === 'leak') return [];
    return [{ table: game.table, turn, self, sight, response, cites }];
  }),
);

/** Own points if the game were scored now, promises and what waits for adoption aside. */
const scoreOf = (table: Table, state: State, me: DelegationId): number => {
  const seat = outcomeNow(table, state).seats.find(({ delegation }) => delegation === me);
  if (seat === undefined) throw new Error('not scored');
  return seat.parts.tokens + seat.parts.deeds + seat.parts.rooms + seat.parts.world;
};

const after = (table: Table, state: State, turn: Pick<Turn, 'seat' | 'command'>): State => {
  const decided = decide(table, state, turn);
  if (decided.refusal !== undefined) throw new Error(decided.refusal.refused);
  return decided.next;
};

/** Others' trust in a delegation, all of it. */
const trustIn = (state: State, place: number): number =>
  state.trust.reduce((sum, row, from) => sum + (from === place ? 0 : (row[place] ?? 50)), 0);

/** The same state with trust far from both ends, opinion too, and this truth. */
const evenly = (
  state: State,
  incident: string,
  truth: { readonly origin: Origin; readonly culprit?: DelegationId },
): State => ({
  ...state,
  trust: state.trust.map((row) => row.map(() => 50)),
  opinion: state.opinion.map(() => 50),
  incidents: state.incidents.map((item) =>
    item.id === incident ? { ...item, out: false, truth: { ...truth, clues: item.truth.clues } } : item,
  ),
});

describe('what a response does at once', () => {
  it('is, to the hundredth, what the engine makes of own points, whatever the truth', () => {
    expect(new Set(cases.map(({ response }) => response.kind)).size).toBeGreaterThan(6);
    for (const { table, turn, self, sight, response, cites } of cases) {
      const { now } = worthOfResponse(self, sight, response, cites);
      for (const truth of suspicions(table.scenario, sight)) {
        const before = evenly(turn.before, sight.id, truth);
        expect(scoreOf(table, after(table, before, turn), self.own.delegation), response.kind).toBe(
          scoreOf(table, before, self.own.delegation) + now,
        );
      }
    }
  });

  it('reckons with the most that tension may rise, and with the ends of the ladder', () => {
    const moves = [-30, -4, 3, 12];
    for (const [tension, risen] of [
      [20, 0],
      [20, 18],
      [2, 5],
      [20, 19],
    ] as const) {
      const game = struck({ origin: 'accident', clues: [] }).with((state) => ({ ...state, tension, risen }));
      const { scenario } = game.table;
      const log = [
        {
          session: 0,
          phase: 'briefing' as const,
          events: [
            { kind: 'tension-moved' as const, by: risen, to: tension, why: { code: 'calm' as const } },
          ],
        },
      ];
      const self = selfOf(scenario, { ...view(game.table, game.state, two), log });
      if (self === undefined) throw new Error('no seat');
      for (const by of moves) {
        const up = Math.min(by, Math.max(0, scenario.tension.risePerSession - risen));
        const to = Math.max(0, Math.min(scenario.tension.collapse, tension + (by > 0 ? up : by)));
        expect(worthOfTension(self, by)).toBe(-(to - tension) * self.mandate.tensionStake + 0);
      }
    }
  });
});

const accusing = cases.filter(({ response }) => response.kind === 'attribute' || response.kind === 'endorse');

describe('what the truth will do to an accuser', () => {
  it('is, for each possible truth, what the engine does when it comes out', () => {
    expect(accusing.length).toBeGreaterThan(10);
    for (const { table, turn, self, sight, response } of accusing) {
      const said =
        response.kind === 'endorse'
          ? sight.responses.find(
              ({ by, response: other }) => by === response.whose && other.kind === 'attribute',
            )?.response
          : response;
      if (said?.kind !== 'attribute') throw new Error('nothing was said');
      const weight = response.kind === 'endorse' ? 60 : said.quiet === true ? 40 : 100;
      const accusation = { origin: said.origin, culprit: said.culprit, weight };
      // Without a press: opinion has a worth of its own.
      const scenario = { ...table.scenario, press: { ...table.scenario.press, interviews: 0 } };
      const stakes = stakesOf({ ...self, scenario }, sight, accusation);
      const each = truthHours(self, sight).reduce(
        (sum, { session, chance }) =>
          sum +
          (chance * EXCHANGE.trust * (scenario.sessions.length - session)) /
            scenario.sessions.length /
            (scenario.delegations.length - 1),
        0,
      );
      for (const truth of suspicions(table.scenario, sight)) {
        const done = after(table, evenly(turn.before, sight.id, truth), turn);
        const even = evenly(done, sight.id, truth);
        const minutes = takeMinutes(table, even);
        const incident = even.incidents.find(({ id }) => id === sight.id);
        if (incident === undefined) throw new Error('no incident');
        bringOut(minutes, incident);
        const moved = trustIn(minutes.state, self.own.index) - trustIn(even, self.own.index);
        const right = said.culprit === truth.culprit && said.origin === truth.origin;
        const wrong = said.culprit !== undefined && said.culprit !== truth.culprit;
        const expected = right ? stakes.right : wrong ? stakes.wrong : 0;
        expect(moved * each).toBeCloseTo(expected, 9);
      }
    }
  });

  it('is weighed by the chance that it comes out, as often as the engine lets it', () => {
    const game = struck({ origin: 'accident', clues: [{ index: 0, origin: 'accident', reliability: 60 }] });
    const known = game.with((state) => ({
      ...state,
      incidents: state.incidents.map((incident) => ({ ...incident, known: incident.known.map(() => [0]) })),
    }));
    const events = [
      {
        kind: 'clues-shared' as const,
        incident: known.state.incidents[0]?.id ?? ('' as never),
        by: one,
        with: 'all' as const,
        clues: [{ index: 0, origin: 'accident' as const, reliability: 60 }],
      },
    ];
    const seen = {
      ...view(known.table, known.state, two),
      log: [{ session: 0, phase: 'floor' as const, events }],
    };
    const self = selfOf(known.table.scenario, seen);
    const [sight] = seen.incidents;
    if (self === undefined || sight === undefined) throw new Error('no seat');
    expect([...openClues(self, sight)]).toEqual([0]);
    const hours = truthHours(self, sight);
    expect(hours.map(({ session }) => session)).toEqual(
      known.table.scenario.sessions.map((_, session) => session).slice(1),
    );
    // 25 % and 10 % more for the clue that everybody knows.
    expect(hours[0]?.chance).toBeCloseTo(0.35, 12);
    expect(hours[1]?.chance ?? 0.65 * 0.35).toBeCloseTo(0.65 * 0.35, 12);
    const tries = 2000;
    let out = 0;
    for (let seed = 0; seed < tries; seed += 1) {
      const table = { ...known.table, seed: `out/${seed}` };
      const minutes = takeMinutes(table, { ...known.state, session: 1 });
      truthsOut(minutes);
      if (minutes.state.incidents[0]?.out === true) out += 1;
    }
    expect(out / tries).toBeGreaterThan(0.35 - 0.04);
    expect(out / tries).toBeLessThan(0.35 + 0.04);
  });

  it('is averaged over own beliefs, and naming a wrong is worth as much as one is right', () => {
    for (const { self, sight, response } of accusing) {
      if (response.kind !== 'attribute') continue;
      const { later } = worthOfResponse(self, sight, response);
      const stakes = stakesOf(self, sight, {
        origin: response.origin,
        culprit: response.culprit,
        weight: response.quiet === true ? 40 : 100,
      });
      const mean = suspicions(self.scenario, sight).reduce((sum, { origin, culprit, belief }) => {
        if (origin === response.origin && culprit === response.culprit) return sum + belief * stakes.right;
        return response.culprit !== undefined && culprit !== response.culprit
          ? sum + belief * stakes.wrong
          : sum;
      }, 0);
      expect(later).toBeCloseTo(mean, 9);
    }
  });
});

describe('what one more clue is worth', () => {
  const clues = [
    { index: 0, origin: 'state', culprit: three, reliability: 80 },
    { index: 1, origin: 'criminals', reliability: 70 },
  ] as const;
  const situated = (suspect?: DelegationId): { readonly self: Self; readonly sight: IncidentSight } => {
    const game = struck({ origin: 'state', culprit: three, clues: [...clues] }, two, suspect);
    const seen = view(game.table, game.state, two);
    const self = selfOf(game.table.scenario, seen);
    const [sight] = seen.incidents;
    if (self === undefined || sight === undefined) throw new Error('no seat');
    return { self, sight };
  };

  it('is nothing where no reading would change what is done', () => {
    const { self, sight } = situated();
    expect(worthOfClue(self, sight, 'investigate', () => -1)).toBe(0);
  });

  it('is never negative: whoever knows more chooses no worse', () => {
    for (const { self, sight, response } of cases) {
      if (response.kind !== 'investigate' && response.kind !== 'inquiry') continue;
      expect(worthOfResponse(self, sight, response).clue).toBeGreaterThanOrEqual(-1e-9);
    }
  });

  it('is the mean, over all that the clue can say, of the best after it less the best before', () => {
    const { self, sight } = situated(three);
    // One clue is still to come. A speech is worth 100 times how sure one is, less 20.
    for (const reliability of [80, 99.9])
      expectMean(self, { ...sight, clues: [{ ...clues[0], reliability }] });
  });

  it('reckons with the second clue where one cannot be enough', () => {
    const { self, sight } = situated();
    const both = worthOfClue(free(self), sight, 'investigate', () => 100);
    const single = worthOfClue(dear(self), sight, 'investigate', () => 100);
    expect(both).toBeGreaterThan(single);
  });
});

const priced = (self: Self, worth: number): Self => ({
  ...self,
  mandate: { ...self.mandate, tokenWorth: self.mandate.tokenWorth.map(() => worth) },
});
/** An investigation that costs nothing, and one that no clue is worth. */
const free = (self: Self): Self => priced(self, 0);
const dear = (self: Self): Self => priced(self, 100_000);

/** The next clue of one in hand, restated from the rules: the third is rumoured, and a speech is worth 100 times how sure one is, less 20. */
const expectMean = (self: Self, last: IncidentSight): void => {
  const scenario: Scenario = self.scenario;
  const authors = scenario.delegations.map(({ id }) => id).filter((id) => id !== two && id !== one);
  const worthIf = (beliefs: readonly Suspicion[]): number => {
    const [first] = beliefs.toSorted((x, y) => y.belief - x.belief);
    const sure = first !== undefined && first.belief >= CHARACTER[self.delegation.style].sure;
    return sure && first.culprit !== two ? Math.max(0, 100 * first.belief - 20) : 0;
  };
  /** The rules: right with its reliability of 50 %; wrong, it names another origin, and anybody; under a false flag, whoever is framed. */
  const chance = (says: Suspicion, truth: Suspicion): number => {
    if (says.origin === truth.origin) return says.culprit === truth.culprit ? 0.5 : 0;
    // Rumours name the third: it is the one framed.
    if (truth.origin === 'false-flag') return says.origin === 'state' && says.culprit === three ? 0.5 : 0;
    return (0.5 / 4) * (says.culprit === undefined ? 1 : 1 / authors.length);
  };
  const readings: readonly Suspicion[] = [
    { origin: 'accident', belief: 0 },
    { origin: 'criminals', belief: 0 },
    ...(['state', 'proxy', 'false-flag'] as const).flatMap((origin) =>
      authors.map((culprit) => ({ origin, culprit, belief: 0 })),
    ),
  ];
  const now = suspicions(scenario, last);
  let sum = 0;
  const knowing = readings.reduce((all, reading) => {
    const likely = now.reduce((total, item) => total + item.belief * chance(reading, item), 0);
    sum += likely;
    const { belief: _, ...says } = reading;
    const clue = { index: 1, reliability: 50, ...says };
    const then = suspicions(scenario, { ...last, clues: [...last.clues, clue] });
    return all + (likely === 0 ? 0 : likely * worthIf(then));
  }, 0);
  expect(sum).toBeCloseTo(1, 9);
  const found = worthOfClue(self, last, 'investigate', (_, beliefs) => worthIf(beliefs));
  if (worthIf(now) === 0) expect(knowing).toBeGreaterThan(0);
  expect(found).toBeCloseTo(knowing - worthIf(now), 6);
};
