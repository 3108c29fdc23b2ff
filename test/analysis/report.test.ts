import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonFirstChoice, enumerate, judge, reportOn, worthsOf } from '../../src/analysis/index.ts';
import {
  dominates,
  egalitarianByDefinition,
  feasiblePoints,
  kalaiSmorodinskyByDefinition,
  nashByDefinition,
  paretoByDefinition,
  points,
  utilitarianByDefinition,
} from './definition.ts';
import { FAMILIES, instance } from '../bench/families/instances.ts';
import { problems } from './problems.ts';

const runs = { numRuns: 1000 };

describe('the look at every text', () => {
  it('finds what the definitions say', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = enumerate(problem);
        expect(found.texts).toBe(points(problem).length);
        expect(found.feasible).toBe(feasiblePoints(problem).length);
        expect(found.acceptors.at(-1)).toBe(found.feasible);
        expect(found.acceptors.reduce((total, n) => total + n, 0)).toBe(found.texts);
        expect(found.nash?.text).toEqual(nashByDefinition(problem)?.text);
        expect(found.egalitarian?.text).toEqual(egalitarianByDefinition(problem)?.text);
        expect(found.kalaiSmorodinsky?.text).toEqual(kalaiSmorodinskyByDefinition(problem)?.text);
        expect(found.utilitarian?.text).toEqual(utilitarianByDefinition(problem)?.text);
      }),
      runs,
    );
  });

  it('finds in spaces of some 20 000 texts what the searches find', () => {
    const feasible: number[] = [];
    for (const family of FAMILIES) {
      const problem = instance({ ...family, options: family.options.slice(0, 7) }, 5);
      const found = enumerate(problem);
      const report = reportOn(problem);
      feasible.push(found.feasible);
      expect(report.feasible).toBe(found.feasible);
      expect(report.nash?.text).toEqual(found.nash?.text);
      expect(report.egalitarian?.text).toEqual(found.egalitarian?.text);
      expect(report.kalaiSmorodinsky?.text).toEqual(found.kalaiSmorodinsky?.text);
      expect(report.utilitarian?.text).toEqual(found.utilitarian?.text);
    }
    // Not a comparison of nothing with nothing.
    expect(feasible.filter((count) => count > 1).length).toBeGreaterThan(2);
    expect(feasible).toContain(0);
  });
});

describe('a judgement of an outcome', () => {
  it('counts, compares and names the better text', () => {
    fc.assert(
      fc.property(problems, fc.nat(), (problem, n) => {
        const list = points(problem);
        const outcome = list[n % list.length]?.utilities ?? [];
        const mine = judge(problem, outcome);
        const feasible = feasiblePoints(problem);
        expect(mine.feasible).toBe(feasible.length);
        expect(mine.nashShare === undefined).toBe(feasible.length === 0);
        const better = feasible.some((point) => dominates(point.utilities, outcome));
        expect(mine.better !== undefined).toBe(better);
        expect((mine.paretoDistance ?? 0) > 0).toBe(better);
      }),
      runs,
    );
  });

  it('leaves the frontier uncounted where it would take too long, and says so', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 0, max: 20 }), (problem, limit) => {
        const feasible = feasiblePoints(problem).length;
        expect(reportOn(problem, limit).paretoSize).toBe(
          feasible > limit ? undefined : paretoByDefinition(problem).length,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('a text that is everybody’s first choice', () => {
  it('is found if there is one', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const list = points(problem);
        const open = (i: number) =>
          list.filter(({ text }) =>
            (problem.parties[i]?.forbidden ?? []).every(({ article, option }) => text[article] !== option),
          );
        const favourites = problem.parties.map((_, i) => {
          const mine = open(i);
          const most = Math.max(...mine.map(({ utilities }) => utilities[i] ?? 0));
          return new Set(
            mine.filter(({ utilities }) => utilities[i] === most).map(({ text }) => String(text)),
          );
        });
        const common = list.find(({ text }) => favourites.every((set) => set.has(String(text))));
        expect(commonFirstChoice(problem)).toEqual(common?.text);
      }),
      runs,
    );
  });

  it('is worth the most to each', () => {
    const alike = {
      options: [2, 3],
      parties: [3, 5].map((factor) => ({
        table: [
          [0, factor],
          [0, factor, 1],
        ],
        pairs: [],
        base: 0,
        forbidden: [],
        reservation: 1,
      })),
    };
    expect(commonFirstChoice(alike)).toEqual([1, 1]);
    expect(worthsOf(alike, [1, 1])).toEqual([6, 10]);
  });
});
