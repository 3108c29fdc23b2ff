import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ballotAt,
  BALLOTS,
  beyondCoded,
  chances,
  hits,
  overlap,
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
