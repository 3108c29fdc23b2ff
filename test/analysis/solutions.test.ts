import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  egalitarian,
  feasibleTexts,
  greatestWelfare,
  ideals,
  kalaiSmorodinsky,
  nash,
  textAt,
  utilitarian,
  type Solution,
} from '../../src/analysis/index.ts';
import {
  egalitarianByDefinition,
  feasiblePoints,
  idealsByDefinition,
  kalaiSmorodinskyByDefinition,
  nashByDefinition,
  utilitarianByDefinition,
  welfareByDefinition,
} from './definition.ts';
import { problems } from './problems.ts';

const runs = { numRuns: 2000 };
const text = (solution: Solution | undefined): readonly number[] | undefined => solution?.text;

describe('solution points are those of the definitions, ties in article order', () => {
  it('feasible texts', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 0, max: 40 }), (problem, limit) => {
        const found = feasibleTexts(problem, limit);
        const wanted = feasiblePoints(problem);
        expect(found.count).toBe(wanted.length);
        expect(found.kept).toBe(Math.min(limit, wanted.length));
        const worths = new Map(wanted.map((point) => [String(point.text), point.utilities]));
        const parties = problem.parties.length;
        found.ranks.forEach((rank, k) => {
          const mine = [...found.utilities.subarray(k * parties, (k + 1) * parties)];
          expect(mine).toEqual(worths.get(String(textAt(problem.options, rank))));
        });
        expect(new Set(found.ranks).size).toBe(found.kept);
      }),
      runs,
    );
  });
  it('Nash', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const wanted = nashByDefinition(problem);
        expect(nash(problem)).toEqual(wanted);
        // From no good text to start with: every improvement comes in the midst of the search.
        expect(nash(problem, 0)).toEqual(wanted);
      }),
      runs,
    );
  });
  it('Kalai-Smorodinsky, and the ideals it needs', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(ideals(problem)).toEqual(idealsByDefinition(problem));
        const wanted = kalaiSmorodinskyByDefinition(problem)?.text;
        expect(text(kalaiSmorodinsky(problem))).toEqual(wanted);
        expect(text(kalaiSmorodinsky(problem, 0))).toEqual(wanted);
      }),
      runs,
    );
  });
  it('egalitarian', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const wanted = egalitarianByDefinition(problem)?.text;
        expect(text(egalitarian(problem))).toEqual(wanted);
        expect(text(egalitarian(problem, 0))).toEqual(wanted);
      }),
      runs,
    );
  });
  it('utilitarian, among the feasible and of all texts', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(text(utilitarian(problem))).toEqual(utilitarianByDefinition(problem)?.text);
        expect(text(greatestWelfare(problem))).toEqual(welfareByDefinition(problem)?.text);
      }),
      runs,
    );
  });

  it('Kalai-Smorodinsky leaves aside whoever can gain nothing (worked by hand)', () => {
    // One article of three options. State 1 has 5 from each and a reservation value of 5: it gains 0 whatever is written.
    // State 2 gains 1, 9, 4 over 0: shares of its ideal 1/9, 1, 4/9. Option 1, though state 1's least share is 0/0.
    const state = (row: number[], reservation: number) => ({
      table: [row],
      pairs: [],
      base: 0,
      forbidden: [],
      reservation,
    });
    const problem = { options: [3], parties: [state([5, 5, 5], 5), state([1, 9, 4], 0)] };
    expect(kalaiSmorodinsky(problem)?.text).toEqual([1]);
    expect(kalaiSmorodinsky(problem, 0)?.text).toEqual([1]);
    // A third state: shares of the ideals 1, .45, 0 for the second, .4, .5, 1 for the third. Least: .4, .45, 0.
    const three = {
      options: [3],
      parties: [state([5, 5, 5], 5), state([20, 9, 0], 0), state([8, 10, 20], 0)],
    };
    expect(kalaiSmorodinsky(three)?.text).toEqual([1]);
    expect(kalaiSmorodinsky(three, 0)?.text).toEqual([1]);
    // All products are 0 then, and the first text has the tie.
    expect(nash(problem)).toEqual({ text: [0], utilities: [5, 1], gains: [0, 1], product: 0n });
  });
});
