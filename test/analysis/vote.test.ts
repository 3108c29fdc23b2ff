import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ballotAt,
  BALLOTS,
  beyondCoded,
  chances,
  guessBeyond,
  hits,
  overlap,
  signedFrom,
  type Act,
  type Cast,
} from '../../src/analysis/index.ts';

const liking = fc.double({ min: -6, max: 6, noNaN: true });
const cast: fc.Arbitrary<Cast> = fc.record({ coded: liking, ballot: fc.constantFrom(...BALLOTS) });

/** A likeness of texts: products of what each has of a few things, and something of its own. */
const likenessOf = (rows: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  rows.map((one, i) =>
    rows.map((other, j) => one.reduce((sum, value, k) => sum + value * (other[k] ?? 0), i === j ? 0.1 : 0)),
  );

describe('the chances of a ballot', () => {
  it('add up to one, and the ballot at a liking is what the middle of its range is likeliest to bring', () => {
    fc.assert(
      fc.property(liking, (at) => {
        const { yes, no, abstain } = chances(at);
        expect(yes + no + abstain).toBeCloseTo(1, 12);
        expect(Math.min(yes, no, abstain)).toBeGreaterThanOrEqual(0);
      }),
    );
    expect([ballotAt(2), ballotAt(0), ballotAt(-2)]).toEqual(['yes', 'abstain', 'no']);
  });
});

describe('what a record says beyond what is coded', () => {
  it('is nothing without one', () => {
    expect(beyondCoded([], [], [])).toBe(0);
  });

  it('is what the definition says, for one vote: the top of likelihood times prior, found by looking everywhere', () => {
    fc.assert(
      fc.property(cast, (one) => {
        let [best, most] = [0, -Infinity];
        for (let at = -8; at <= 8; at += 0.001) {
          const height = Math.log(chances(one.coded + at)[one.ballot]) - at ** 2 / 2;
          if (height > most) [best, most] = [at, height];
        }
        expect(beyondCoded([one], [[1]], [1])).toBeCloseTo(best, 2);
      }),
      { numRuns: 60 },
    );
  });

  it('draws towards a vote that what is coded did not foretell, and less for a text that has less in common', () => {
    const against: Cast = { coded: 2, ballot: 'no' };
    const near = beyondCoded([against], [[1]], [0.9]);
    const far = beyondCoded([against], [[1]], [0.2]);
    expect(near).toBeLessThan(far);
    expect(far).toBeLessThan(0);
    expect(beyondCoded([against], [[1]], [0])).toBe(0);
  });

  it('does not depend on the order of the texts, and stays finite however wrong the coding was', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            cast,
            fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
          ),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        (items) => {
          const votes = items.map(([one]) => one);
          const rows = items.map(([, row]) => row);
          const target = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
          const found = beyondCoded(votes, likenessOf(rows), target);
          const turned = beyondCoded(votes.toReversed(), likenessOf(rows.toReversed()), target.toReversed());
          expect(Number.isFinite(found)).toBe(true);
          expect(turned).toBeCloseTo(found, 3);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a name under a text', () => {
  it('moves a liking as the definition says: the top of likelihood times prior, found by looking everywhere', () => {
    fc.assert(
      fc.property(liking, fc.boolean(), liking, (coded, signed, from) => {
        let [best, most] = [0, -Infinity];
        for (let at = -8; at <= 8; at += 0.001) {
          const chance = 1 / (1 + Math.exp(((signed ? -1 : 1) * (coded + at - from)) / 0.5));
          const height = Math.log(chance) - at ** 2 / 2;
          if (height > most) [best, most] = [at, height];
        }
        expect(beyondCoded([{ coded, signed, from }], [[1]], [1])).toBeCloseTo(best, 2);
      }),
      { numRuns: 60 },
    );
  });

  const guesses = fc.array(fc.record({ liking, variance: fc.double({ min: 0, max: 3, noNaN: true }) }), {
    minLength: 2,
    maxLength: 40,
  });

  it('is given from where as many are expected to sign as did; the longer the list, the more readily', () => {
    fc.assert(
      fc.property(guesses, (all) => {
        const froms = all.slice(1).map((_, place) => signedFrom(all, place + 1));
        froms.forEach((from, place) => {
          // MacKay: a Gaussian doubt makes a logistic flatter.
          const expected = all.reduce(
            (sum, item) =>
              sum +
              1 / (1 + Math.exp((from - item.liking) / Math.sqrt(0.25 + (Math.PI * item.variance) / 8))),
            0,
          );
          expect(expected).toBeCloseTo(place + 1, 6);
        });
        expect(froms.every((from, place) => from < (froms[place - 1] ?? Infinity))).toBe(true);
      }),
      { numRuns: 60 },
    );
    expect(Math.abs(signedFrom([{ liking: 1, variance: 0 }], 1))).toBeLessThanOrEqual(50);
  });
});

describe('how much is not known of a liking', () => {
  it('is all of it without a vote, and less with each that has something in common', () => {
    fc.assert(
      fc.property(cast, cast, (one, other) => {
        const rows = likenessOf([[1], [0.8]]);
        const before = guessBeyond([], [], [], 1);
        const first = guessBeyond([one], [[rows[0]?.[0] ?? 0]], [1], 1);
        const both = guessBeyond([one, other], rows, [1, 0.8], 1);
        expect(before).toEqual({ liking: 0, variance: 1 });
        expect(first.variance).toBeLessThan(1);
        expect(both.variance).toBeGreaterThan(0);
        expect(first.liking).toBe(beyondCoded([one], [[rows[0]?.[0] ?? 0]], [1]));
      }),
      { numRuns: 60 },
    );
    // Where two votes do not move each other, what is told adds up.
    const even: readonly Act[] = [
      { coded: 0, ballot: 'abstain' },
      { coded: 0, ballot: 'abstain' },
    ];
    const single = guessBeyond(even.slice(1), [[1]], [0.6], 1).variance;
    const double = guessBeyond(
      even,
      [
        [1, 0],
        [0, 1],
      ],
      [0.6, 0.6],
      1,
    ).variance;
    expect(1 - double).toBeCloseTo(2 * (1 - single), 9);
    // One abstention where nothing is coded leaves the liking at 0, and there the log-likelihood bends by this much.
    const yes = 1 / (1 + Math.exp(1));
    const bend = (2 * yes * (1 - yes)) / 0.25;
    expect(single).toBeCloseTo(1 - 0.36 / (1 + 1 / bend), 9);
  });
});

it('texts overlap wholly, partly, or not', () => {
  const set = (...items: string[]): ReadonlySet<string> => new Set(items);
  expect(overlap(set('a', 'b'), set('b', 'a'))).toBeCloseTo(1);
  expect(overlap(set('a'), set('a', 'b', 'c', 'd'))).toBeCloseTo(0.5);
  expect([overlap(set('a'), set('b')), overlap(set(), set('b'))]).toEqual([0, 0]);
});

it('only those who voted are counted', () => {
  expect(hits(['yes', 'no', 'no', 'yes'], ['yes', 'abstain', 'yes', undefined])).toEqual({
    voted: 3,
    three: 1,
    two: 2,
  });
});
