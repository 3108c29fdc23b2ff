import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handover, type Handover } from '../../src/delegates/index.ts';
import {
  asAmendment,
  open,
  view,
  type Command,
  type Event,
  type Position,
  type Scenario,
  type SeatId,
  type Stance,
  type State,
  type View,
} from '../../src/engine/index.ts';
import { art, given } from '../engine/given.ts';
import { invented, play, type Played, type Turn } from './play.ts';

const SEEDS = ['handover', 'river', 'lamp', 'gate'];
const games = SEEDS.map((seed) => play(invented(seed), seed, { strength: 'hard' }));

const eventsOf = (seen: View): readonly Event[] => seen.log.flatMap(({ events }) => events);

interface Absence {
  readonly game: Played;
  readonly seat: SeatId;
  readonly begun: State;
  readonly later: State;
  /** What the seat's machine did in between. */
  readonly turns: readonly Turn[];
  readonly now: View;
  readonly summary: Handover;
}

/** A seat that somebody left for a third of a game: the first, the second, or the last. */
const absences: readonly Absence[] = games.flatMap((game) =>
  game.table.scenario.delegations.flatMap(({ id: seat }) =>
    [
      [0, 1 / 3],
      [1 / 3, 2 / 3],
      [2 / 3, 1],
    ].flatMap(([from = 0, to = 1]) => {
      const [first, after] = [Math.floor(game.turns.length * from), Math.floor(game.turns.length * to)];
      const begun = game.turns[first]?.before;
      if (begun === undefined) return [];
      const later = game.turns[after]?.before ?? game.last;
      const now = view(game.table, game.last, seat);
      const [since, until] = [begun, later].map((state) => eventsOf(view(game.table, state, seat)).length);
      const turns = game.turns
        .slice(first, after)
        .filter((turn) => turn.seat === seat && turn.refusal === undefined);
      const summary = handover(game.table.scenario, now, { since: since ?? 0, until: until ?? 0 });
      return [{ game, seat, begun, later, turns, now, summary }];
    }),
  ),
);

const ids = (list: readonly { readonly id: string }[]): readonly string[] =>
  list.map(({ id }) => id).toSorted();

/** What is in the later of two lists alone. */
const added = <T extends { readonly id: string }>(begun: readonly T[], later: readonly T[]): readonly T[] =>
  later.filter(({ id }) => !begun.some((old) => old.id === id));

/** Stances as they were, each of which must be as it is said to have been, with those that moved as they are said to be. */
const replayed = (
  scenario: Scenario,
  begun: State['stances'][number] | undefined,
  positions: Handover['positions'],
): readonly (readonly Stance[])[] => {
  const rows = begun?.map((row) => [...row]) ?? [];
  for (const { position, before } of positions) {
    const row = rows[scenario.articles.findIndex(({ id }) => id === position.article)];
    expect(row?.[position.option]).toBe(before.stance);
    if (row !== undefined) row[position.option] = position.stance;
  }
  return rows;
};

describe('a seat that is handed back', () => {
  it('comes with every promise that was given in its name and to it, as it stands now', () => {
    for (const { seat, begun, later, now, summary } of absences)
      for (const [side, told] of [
        ['by', summary.promised],
        ['to', summary.owed],
      ] as const) {
        const promises = added(begun.pledges, later.pledges).filter(
          ({ undertaking }) => undertaking[side] === seat,
        );
        expect(ids(told)).toEqual(ids(promises));
        for (const pledge of told) expect(now.pledges).toContainEqual(pledge);
      }
    expect(absences.flatMap(({ summary }) => summary.promised).length).toBeGreaterThan(0);
  });

  it('with every deal that was struck in its name, and no other', () => {
    for (const { seat, begun, later, summary } of absences)
      expect(ids(summary.deals)).toEqual(
        ids(added(begun.deals, later.deals).filter(({ parties }) => parties.some((party) => party === seat))),
      );
    expect(absences.flatMap(({ summary }) => summary.deals).length).toBeGreaterThan(0);
  });

  it('with older promises that were settled', () => {
    for (const { seat, begun, later, summary } of absences)
      expect(ids(summary.settled)).toEqual(
        ids(
          begun.pledges.filter(
            ({ id, state, undertaking: { by, to } }) =>
              state === 'open' &&
              (by === seat || to === seat) &&
              later.pledges.some((pledge) => pledge.id === id && pledge.state !== 'open'),
          ),
        ),
      );
    expect(absences.flatMap(({ summary }) => summary.settled).length).toBeGreaterThan(0);
  });

  it('with every position that moved, as it was and as it is', () => {
    for (const { game, seat, begun, later, summary } of absences) {
      const { scenario } = game.table;
      const place = scenario.delegations.findIndex(({ id }) => id === seat);
      expect(replayed(scenario, begun.stances[place], summary.positions)).toEqual(later.stances[place]);
    }
    expect(absences.flatMap(({ summary }) => summary.positions).length).toBeGreaterThan(0);
  });

  it('a position moves also with what in the draft it is taken beside', () => {
    for (const { table } of games) {
      const [first, second] = table.scenario.articles;
      const [seat] = table.scenario.delegations;
      if (first === undefined || second === undefined || seat === undefined)
        throw new Error('nobody, of nothing');
      const [plain, hung] = [{}, { beside: { article: second.id, option: 0 } }].map((beside) => ({
        article: first.id,
        option: 1,
        stance: 'object' as const,
        ...beside,
      }));
      if (plain === undefined || hung === undefined) throw new Error('two are two');
      const told = (...taken: readonly Position[]): Handover['positions'] => {
        const events = taken.map((position) => ({ kind: 'position-taken', by: seat.id, position }) as const);
        const now = {
          ...view(table, open(table), seat.id),
          log: [{ session: 0, phase: 'corridor', events } as const],
        };
        return handover(table.scenario, now, { since: 1, until: taken.length }).positions;
      };
      expect(told(plain, hung)).toEqual([{ position: hung, before: plain }]);
      expect(told(hung, plain)).toEqual([{ position: plain, before: hung }]);
      expect(told(hung, plain, hung)).toEqual([]);
    }
  });

  it('a position moves also by moving an amendment, or by supporting one, whenever it was moved', () => {
    const setUp = () =>
      given({}, (scenario) => ({ ...scenario, procedure: { ...scenario.procedure, sponsors: 2 } })).at(
        'floor',
      );
    const seats = setUp().table.scenario.delegations.map(({ id }) => id);
    const moves = fc.array(
      fc.oneof(
        fc.record({
          kind: fc.constant('amend' as const),
          by: fc.nat(3),
          article: fc.nat(1),
          option: fc.nat(3),
        }),
        fc.record({ kind: fc.constant('sponsor' as const), by: fc.nat(3), which: fc.nat(2) }),
      ),
      { minLength: 1, maxLength: 12 },
    );
    let supported = 0;
    fc.assert(
      fc.property(moves, fc.nat(), (all, split) => {
        const game = setUp();
        const carryOut = (some: typeof all): State => {
          for (const move of some)
            game.when(
              seats[move.by] ?? 'chair',
              move.kind === 'amend'
                ? { kind: 'amend', article: art(move.article), option: move.option }
                : { kind: 'sponsor', amendment: asAmendment(`amendment-${move.which + 1}`) },
            );
          return game.state;
        };
        const before = carryOut(all.slice(0, split % all.length));
        const after = carryOut(all.slice(split % all.length));
        for (const [place, seat] of seats.entries()) {
          const [since, until] = [before, after].map(
            (state) => eventsOf(view(game.table, state, seat)).length,
          );
          const { positions } = handover(game.table.scenario, view(game.table, after, seat), {
            since: since ?? 0,
            until: until ?? 0,
          });
          supported += positions.length;
          expect(replayed(game.table.scenario, before.stances[place], positions)).toEqual(
            after.stances[place],
          );
        }
      }),
      { numRuns: 100 },
    );
    expect(supported).toBeGreaterThan(20);
  });

  it('with what its purse has won and lost', () => {
    for (const { game, seat, begun, later, summary } of absences) {
      const place = game.table.scenario.delegations.findIndex(({ id }) => id === seat);
      const moved = game.table.scenario.tokens.map(({ id }, token) => {
        const sums = summary.purse.find((one) => one.token === id);
        return (begun.tokens[place]?.[token] ?? 0) + (sums?.received ?? 0) - (sums?.spent ?? 0);
      });
      expect(moved).toEqual(later.tokens[place]);
    }
    expect(absences.some(({ summary }) => summary.purse.length > 0)).toBe(true);
  });

  it('with offers that wait, each in its place', () => {
    for (const { seat, now, summary } of absences) {
      const { received, made, accepted } = summary.waiting;
      expect(received).toEqual(
        now.offers.filter(
          ({ to, accepted: by }) => to.some((one) => one === seat) && !by.some((one) => one === seat),
        ),
      );
      for (const offer of made) expect(offer.from).toBe(seat);
      for (const offer of accepted) expect(offer.accepted).toContain(seat);
    }
  });

  it('with each statement, reply, response, interview and answer that was given in its name', () => {
    const leaves: Partial<Record<Command['kind'], Event['kind']>> = {
      speak: 'spoke',
      reply: 'replied',
      amend: 'amended',
      calm: 'calmed',
      interview: 'interviewed',
      mend: 'mended',
      warn: 'warning-passed',
      operate: 'operation-ordered',
      track: 'track-step',
      flexibility: 'flexed',
      answer: 'answered',
      sponsor: 'sponsored',
      report: 'group-reported',
      'point-of-order': 'point-of-order',
    };
    const seen = new Set<string>();
    for (const { turns, summary } of absences)
      for (const [kind, left] of Object.entries(leaves)) {
        const done = turns.filter(({ command }) => command.kind === kind).length;
        expect(summary.did.filter((event) => event.kind === left)).toHaveLength(done);
        if (done > 0) seen.add(kind);
      }
    expect([...seen]).toEqual(expect.arrayContaining(['speak', 'answer']));
  });

  it('with nothing that the seat’s own view does not hold', () => {
    for (const { now, summary } of absences) {
      const witnessed = new Set(eventsOf(now));
      for (const event of [...summary.did, ...summary.met]) expect(witnessed.has(event)).toBe(true);
      const struck = eventsOf(now).flatMap((event) => (event.kind === 'deal-struck' ? [event.deal] : []));
      for (const deal of summary.deals) expect(struck).toContain(deal);
      for (const pledge of [...summary.promised, ...summary.owed, ...summary.settled])
        expect(now.pledges).toContain(pledge);
      const { received, made, accepted } = summary.waiting;
      for (const offer of [...received, ...made, ...accepted]) expect(now.offers).toContain(offer);
    }
  });

  it('with nothing that was done before or after', () => {
    for (const { game, now } of absences) {
      const { waiting, ...rest } = handover(game.table.scenario, now, { since: 5, until: 5 });
      const empty = {
        positions: [],
        deals: [],
        promised: [],
        owed: [],
        settled: [],
        purse: [],
        did: [],
        met: [],
      };
      expect(rest).toEqual({ seat: now.seat, ...empty });
      expect([waiting.made, waiting.accepted]).toEqual([[], []]);
    }
  });
});

describe('what machines seldom do', () => {
  const [game] = games;
  if (game === undefined) throw new Error('no game');
  const [me, other] = game.table.scenario.delegations.map(({ id }) => id);
  if (me === undefined || other === undefined) throw new Error('too few seats');
  const told = (seat: SeatId, events: readonly unknown[]): Handover =>
    handover(
      game.table.scenario,
      {
        ...view(game.table, game.last, seat),
        log: [{ session: 0, phase: 'corridor', events: events as readonly Event[] }],
      },
      { since: 0, until: events.length },
    );

  it('is told too: operations, replies, reports of contact groups, steps on side tracks', () => {
    const mine = [
      { kind: 'operation-ordered', operation: { id: 'op', by: me, against: other } },
      { kind: 'replied', by: me, to: other, tone: 'sharp' },
      { kind: 'group-reported', by: me, article: 'a', option: 1 },
      { kind: 'track-step', by: me, track: 't', step: 'enter', open: true },
    ];
    expect(told(me, mine).did).toEqual(mine);
    expect(told(other, mine).did).toEqual([]);
    expect(told(other, mine).met.map(({ kind }) => kind)).toEqual(['replied']);
  });

  it('and what others did to one: an accusation, sanctions, a question, a warning', () => {
    const theirs = [
      {
        kind: 'responded',
        by: other,
        incident: 'x',
        response: { kind: 'attribute', culprit: me },
        cites: [],
      },
      { kind: 'responded', by: other, incident: 'x', response: { kind: 'sanction', on: me }, cites: [] },
      { kind: 'responded', by: other, incident: 'x', response: { kind: 'ask', from: 'all' }, cites: [] },
      { kind: 'warning-passed', by: other, to: me, warning: {} },
    ];
    expect(told(me, theirs).met).toEqual(theirs);
    expect(told(me, theirs).did).toEqual([]);
    expect(told(other, theirs).met).toEqual([]);
  });

  it('and what was done as the Chair', () => {
    const ordered = [
      { kind: 'agenda-set', articles: [] },
      { kind: 'draft-issued', number: 1, articles: [] },
      { kind: 'text-put', text: [], method: 'consensus' },
    ];
    expect(told('chair', ordered).did).toEqual(ordered);
    expect(told(me, ordered).did).toEqual([]);
  });
});
