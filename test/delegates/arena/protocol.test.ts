import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  accept,
  layTable,
  negotiate,
  NEGOTIATORS,
  offer,
  scoreOf,
  seatings,
  STRATEGIES,
  type Action,
  type Strategy,
} from '../../../src/delegates/arena/index.ts';
import { domainOf, generated, orchard, well } from './domains.ts';

const always =
  (action: Action): Strategy =>
  () => ({ hear: () => undefined, act: () => action });
const pair = layTable(orchard, '1');
const three = layTable(well, '1');

describe('stacked alternating offers', () => {
  it('agrees when all others have accepted the offer on the table, in the round they do', () => {
    const yes = always(accept);
    expect(negotiate(pair, [always(offer(5)), yes], 10, 's')).toEqual({ agreement: 5, rounds: 1 });
    expect(negotiate(three, [always(offer(4)), yes, yes], 10, 's')).toEqual({ agreement: 4, rounds: 1 });
    // The first has nothing to accept in round 1; the third's offer is accepted by the first and the second in round 2.
    expect(negotiate(three, [yes, yes, always(offer(7))], 10, 's')).toEqual({ agreement: 7, rounds: 2 });
  });

  it('counts acceptances anew for a new offer, and ends at the deadline or when somebody leaves', () => {
    const no = [always(offer(1)), always(accept), always(offer(2))];
    expect(negotiate(three, no, 7, 's')).toEqual({ agreement: undefined, rounds: 7 });
    const left = [always(offer(1)), always({ kind: 'leave' })];
    expect(negotiate(pair, left, 7, 's')).toEqual({ agreement: undefined, rounds: 1 });
  });

  it('lets the parties act in turn, from the first seat on', () => {
    const seats: number[] = [];
    negotiate(
      three,
      [0, 1, 2].map(() => always(offer(0))),
      4,
      's',
      (seat) => seats.push(seat),
    );
    expect(seats).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2]);
  });

  it('lets a negotiator hear every offer of the others and none of its own', () => {
    const heard: number[] = [];
    const listener: Strategy = () => ({ hear: ({ by }) => heard.push(by), act: () => offer(0) });
    negotiate(three, [always(offer(1)), listener, always(offer(2))], 2, 's');
    expect(heard).toEqual([0, 2, 0, 2]);
  });
});

describe('every table of negotiators', () => {
  const some = fc.record({
    name: fc.string({ minLength: 1, maxLength: 6 }),
    options: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 4 }),
    seats: fc.array(fc.constantFrom(...NEGOTIATORS), { minLength: 2, maxLength: 5 }),
    reservation: fc.double({ min: 0, max: 0.9, noNaN: true }),
    rounds: fc.integer({ min: 1, max: 25 }),
  });

  it('never ends below the reservation value of one that promises it, offers only what there is, and ends alike every time', () => {
    fc.assert(
      fc.property(some, ({ name, options, seats, reservation, rounds }) => {
        const table = layTable(generated(name, options, seats.length, 0.7, reservation), '1');
        const offers: number[] = [];
        const play = () =>
          negotiate(
            table,
            seats.map((seat) => STRATEGIES[seat]),
            rounds,
            'seed',
            (_, action) => {
              if (action.kind === 'offer') offers.push(action.outcome);
            },
          );
        const ending = play();
        expect(ending.rounds).toBeLessThanOrEqual(rounds);
        for (const outcome of offers) expect(outcome >= 0 && outcome < table.outcomes.count).toBe(true);
        const losers = seats.filter(
          (agent, seat) =>
            agent !== 'random' &&
            ending.agreement !== undefined &&
            (table.utilities[seat]?.[ending.agreement] ?? 0) < (table.reservations[seat] ?? 0) - 1e-9,
        );
        expect(losers).toEqual([]);
        expect(play()).toEqual(ending);
      }),
      {
        numRuns: 300,
        // Only one outcome is better than none: no difference between the others must hide that they are worse.
        examples: [[{ name: ' ', options: [2], seats: ['ours', 'ours'], reservation: 0.3601615, rounds: 2 }]],
      },
    );
  });

  it('does not move with what another party would have liked, as long as its offers are the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NEGOTIATORS), fc.string({ maxLength: 5 }), (agent, other) => {
        const offers = Array.from({ length: 20 }, (_, k) => (k * 7) % 27);
        const script: Strategy = () => ({ hear: () => undefined, act: (round) => offer(offers[round] ?? 0) });
        const mine = orchard.problem.parties[0];
        const foreign = generated(other, [3, 3, 3], 2, 0.2, 0.1).problem.parties[1];
        if (mine === undefined || foreign === undefined) throw new Error('no such party');
        const changed = { ...orchard, problem: { ...orchard.problem, parties: [mine, foreign] } };
        const seen = [orchard, changed].map((domain) => {
          const actions: Action[] = [];
          negotiate(layTable(domain, '1'), [STRATEGIES[agent], script], 20, 's', (seat, action) => {
            if (seat === 0) actions.push(action);
          });
          return actions;
        });
        expect(seen[0]).toEqual(seen[1]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the score of an end', () => {
  // Two parties, one issue of four values. Feasible at .2 each: values 1 and 2. Gains (.6, .2) and (.3, .4): products .12 and .12.
  const table = layTable(domainOf('four', [[[1, 0.8, 0.5, 0]], [[0.1, 0.4, 0.6, 1]]], [0.2, 0.2]), '1');

  it('is worked out by hand', () => {
    expect(table.ideals).toEqual([0.8, 0.6]);
    const { utilities, advantages, nashShare, paretoDistance } = scoreOf(table, 2);
    expect(utilities).toEqual([0.5, 0.6]);
    // (.5 - .2) / (.8 - .2) and (.6 - .2) / (.6 - .2).
    expect(advantages[0]).toBeCloseTo(0.5, 12);
    expect(advantages[1]).toBeCloseTo(1, 12);
    expect(nashShare).toBeCloseTo(1, 6);
    expect(paretoDistance).toBe(0);
  });

  it('is nothing without an agreement that was possible', () => {
    expect(scoreOf(table, undefined)).toEqual({
      utilities: [0.2, 0.2],
      advantages: [0, 0],
      nashShare: 0,
      paretoDistance: 1,
    });
  });

  it('has no Nash share where nothing is feasible', () => {
    const hopeless = layTable(domainOf('hopeless', [[[1, 0]], [[0, 1]]], [0.5, 0.5]), '1');
    expect(scoreOf(hopeless, undefined).nashShare).toBeUndefined();
  });
});

describe('who sits where', () => {
  it('is every ordered pair of two', () => {
    expect(seatings(['a', 'b'], 2, 's')).toEqual(
      [
        ['a', 'a'],
        ['a', 'b'],
        ['b', 'a'],
        ['b', 'b'],
      ].map((agents) => ({ agents, judged: [0, 1] })),
    );
  });

  it('puts every agent into the same companies of more, and judges it there', () => {
    const tables = seatings(['a', 'b', 'c'], 4, 's');
    expect(tables).toHaveLength(36);
    for (let company = 0; company < 12; company += 1) {
      const seat = company % 4;
      const three3 = tables.slice(company * 3, company * 3 + 3);
      expect(three3.map(({ agents }) => agents[seat])).toEqual(['a', 'b', 'c']);
      expect(three3.map(({ judged }) => judged)).toEqual([[seat], [seat], [seat]]);
      expect(new Set(three3.map(({ agents }) => agents.toSpliced(seat, 1).join())).size).toBe(1);
    }
  });
});
