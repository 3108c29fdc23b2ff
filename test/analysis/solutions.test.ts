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
        const found = nash(problem);
        const wanted = nashByDefinition(problem);
        expect(found).toEqual(wanted);
      }),
      runs,
    );
  });
  it('Kalai-Smorodinsky, and the ideals it needs', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(ideals(problem)).toEqual(idealsByDefinition(problem));
        expect(text(kalaiSmorodinsky(problem))).toEqual(kalaiSmorodinskyByDefinition(problem)?.text);
      }),
      runs,
    );
  });
  it('egalitarian', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(text(egalitarian(problem))).toEqual(egalitarianByDefinition(problem)?.text);
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
});
