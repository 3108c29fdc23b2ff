import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dominatedBy,
  feasibleTexts,
  isFeasible,
  nash,
  nashShare,
  paretoDistance,
  paretoSize,
  worthsOf,
  type Problem,
} from '../../src/analysis/index.ts';
import { dominates, feasiblePoints, paretoByDefinition, points, sum } from './definition.ts';
import { problems } from './problems.ts';

const runs = { numRuns: 1500 };

/** Utilities to judge: of some text, of no agreement, or of anything else. */
const outcomes = problems.chain((problem) =>
  fc.oneof(
    fc.nat().map((n) => {
      const all = points(problem);
      return { problem, utilities: all[n % Math.max(1, all.length)]?.utilities ?? [] };
    }),
    fc.constant({ problem, utilities: problem.parties.map((party) => party.reservation) }),
    fc
      .tuple(...problem.parties.map(() => fc.integer({ min: -10, max: 40 })))
      .map((utilities) => ({ problem, utilities })),
  ),
);

describe('the Pareto frontier of the feasible texts', () => {
  it('has as many texts as by definition', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = feasibleTexts(problem, Infinity);
        expect(paretoSize(found, problem.parties.length)).toBe(paretoByDefinition(problem).length);
      }),
      runs,
    );
  });

  it('is where nothing dominates; else the dominating text with the largest sum is given', () => {
    fc.assert(
      fc.property(outcomes, ({ problem, utilities }) => {
        const better = feasiblePoints(problem).filter((point) => dominates(point.utilities, utilities));
        const most = Math.max(...better.map((point) => sum(point.utilities)));
        expect(dominatedBy(problem, utilities)?.text).toEqual(
          better.find((point) => sum(point.utilities) === most)?.text,
        );
      }),
      runs,
    );
  });

  it('is at distance 0, and nothing else is; the distance is at most 1', () => {
    fc.assert(
      fc.property(outcomes, ({ problem, utilities }) => {
        const better = feasiblePoints(problem).some((point) => dominates(point.utilities, utilities));
        const distance = paretoDistance(problem, utilities);
        expect(distance > 0).toBe(better);
        expect(distance).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  it('is as far as can be from no agreement, where somebody could have gained', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const none = problem.parties.map((party) => party.reservation);
        const could = feasiblePoints(problem).some((point) => dominates(point.utilities, none));
        expect(paretoDistance(problem, none)).toBe(could ? 1 : 0);
      }),
      runs,
    );
  });
});

describe('the Nash share', () => {
  it('is 1 at the Nash text and between 0 and 1 at every feasible one', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const best = nash(problem);
        fc.pre(best !== undefined && best.product > 0n);
        for (const point of feasiblePoints(problem)) {
          const share = nashShare(point.gains, best.gains);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(nashShare(best.gains, best.gains)).toBe(1);
      }),
      runs,
    );
  });

  it('is 0 as soon as somebody loses, even an even number of parties (the trap of negative products)', () => {
    expect(nashShare([-10, -10, 5], [4, 4, 4])).toBe(0);
    expect(nashShare([0, 10], [4, 4])).toBe(0);
  });

  it('where the best text leaves somebody with nothing is 1 for what helps somebody and hurts nobody, and 0 for no agreement', () => {
    expect(nashShare([0, 4, 9], [0, 4, 9])).toBe(1);
    expect(nashShare([0, 1, 0], [0, 4, 9])).toBe(1);
    expect(nashShare([0, 0, 0], [0, 4, 9])).toBe(0);
    expect(nashShare([-1, 4, 9], [0, 4, 9])).toBe(0);
    expect(nashShare([0, 0], [0, 0])).toBe(1);
  });

  it('is a ratio of geometric means (worked by hand)', () => {
    // √(4·9) = 6, √(8·18) = 12.
    expect(nashShare([4, 9], [8, 18])).toBeCloseTo(0.5, 14);
    // With a side payment an outcome can do better than the best text alone.
    expect(nashShare([9, 16], [4, 9])).toBeCloseTo(2, 14);
  });
});

/**
 * Two states, two articles. Article A (attribution): no text, evidence shared, joint body; article B (funding): no text, a fund.
 *
 * | text | state 1 | state 2 | gains over 20, 30 | product | least |
 * | --- | --- | --- | --- | --- | --- |
 * | 0 0 | 0 | 10 | −20, −20 | (400, but nobody would sign) | −20 |
 * | 0 1 | 15 | 60 | −5, 30 | − | −5 |
 * | 1 0 | 50 | 20 | 30, −10 | − | −10 |
 * | 1 1 | 65 | 70 | 45, 40 | 1800 | 40 |
 * | 2 0 | 80 | 0 | 60, −30 | − | −30 |
 * | 2 1 | 95 | 50 − 15 = 35 | 75, 5 | 375 | 5 |
 *
 * State 2 has 10 from A1, −10 from A2 on a base of 10, 50 from the fund, 15 less for fund and joint body together:
 * 00: 10; 01: 60; 10: 20; 11: 70; 20: 0; 21: 10 − 10 + 50 − 15 = 35.
 * State 1: 0, 50, 80 for A; 15 for B. Feasible: 11 and 21. Nash: 11. Sum: 11 has 135, 21 has 130. Both are Pareto-optimal.
 * Ideals 95 and 70: Kalai-Smorodinsky 11: min(45/75, 40/40) = .6; 21: min(75/75, 5/40) = .125.
 */
const twoStates: Problem = {
  options: [3, 2],
  parties: [
    {
      table: [
        [0, 50, 80],
        [0, 15],
      ],
      pairs: [],
      base: 0,
      forbidden: [],
      reservation: 20,
    },
    {
      table: [
        [0, 10, -10],
        [0, 50],
      ],
      pairs: [{ a: 0, o: 2, b: 1, p: 1, worth: -15 }],
      base: 10,
      forbidden: [],
      reservation: 30,
    },
  ],
};

describe('two states and six texts, worked by hand', () => {
  it('have two feasible texts, both on the frontier', () => {
    const found = feasibleTexts(twoStates, 10);
    expect([...found.ranks].toSorted((a, b) => a - b)).toEqual([3, 5]);
    expect(paretoSize(found, 2)).toBe(2);
  });
  it('have their Nash text where both gain, not where both lose', () => {
    expect(nash(twoStates)).toEqual({ text: [1, 1], utilities: [65, 70], gains: [45, 40], product: 1800n });
    expect(isFeasible(twoStates, [0, 0])).toBe(false);
  });
  it('leave at no agreement all there was to gain', () => {
    // The best that takes nothing from anybody: 11 with gains 45 + 40.
    expect(dominatedBy(twoStates, [20, 30])?.text).toEqual([1, 1]);
    expect(paretoDistance(twoStates, [20, 30])).toBe(1);
    // Gains of 20 and 14, 34 of the 85 together: 51/85 = .6 left.
    expect(paretoDistance(twoStates, [40, 44])).toBeCloseTo(0.6, 14);
  });
  it('lose the second text when the joint body is a red line', () => {
    const [one, two] = twoStates.parties;
    const strict = {
      ...twoStates,
      parties: [one, two].flatMap((p) => (p ? [{ ...p, forbidden: [{ article: 0, option: 2 }] }] : [])),
    };
    expect(feasibleTexts(strict, 10).count).toBe(1);
    // Across the line its worth is held 100 below the reservation value, as the rules have it.
    expect(worthsOf(strict, [2, 1])).toEqual([-80, -70]);
  });
});
