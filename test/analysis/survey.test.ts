import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bordaText,
  nash,
  outlookOn,
  problemOf,
  quantile,
  surveyed,
  textAt,
  worthOf,
  countTexts,
} from '../../src/analysis/index.ts';
import { lay, open, worthOfText } from '../../src/engine/index.ts';
import { smallScenario } from '../engine/small.ts';
import { feasiblePoints } from './definition.ts';
import { problems } from './problems.ts';

describe('a draw of mandates, surveyed', () => {
  it('names as in the way whoever an agreement would exist without', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = surveyed(problem);
        expect(found.feasible).toBe(feasiblePoints(problem).length);
        expect(found.nashGains).toEqual(nash(problem)?.gains);
        const without = problem.parties.map((_, i) => ({
          ...problem,
          parties: problem.parties.filter((__, j) => j !== i),
        }));
        const wanted =
          found.feasible > 0
            ? []
            : [...without.keys()].filter((i) => feasiblePoints(without[i] ?? problem).length > 0);
        expect(found.blockers).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it('has the same outlook without counting, and blames nobody where that is not asked', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { feasible, ...rest } = surveyed(problem);
        expect(outlookOn(problem)).toEqual(rest);
        expect(rest.agreeable).toBe(feasible > 0);
        expect(outlookOn(problem, false)).toEqual({ ...rest, blockers: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('counts ranks article by article (worked by hand)', () => {
    // Article of three options, three parties: 0 5 9, 9 5 0, 0 9 5. Points for options 0, 1, 2 (1 for each preferred to):
    // 0 1 2; 2 1 0; 0 2 1: in all 2, 4, 3. Option 1 wins, though it is the first choice of one party only.
    const party = (row: number[]) => ({ table: [row], pairs: [], base: 0, forbidden: [], reservation: 5 });
    const problem = { options: [3], parties: [party([0, 5, 9]), party([9, 5, 0]), party([0, 9, 5])] };
    expect(bordaText(problem)).toEqual([1]);
    expect(surveyed(problem).articleByArticle).toBe(1);
    // 1 1 0, 1 1 0 and 2 0 1: 1.5 + 1.5 + 2, 1.5 + 1.5 + 0, 0 + 0 + 1. And 0 5 5 twice: 0, 1.5, 1.5 each.
    // In all 5, 6, 4: option 1. Counting no halves: 2 + 2 = 4, 2 + 2 = 4, 1 + 2 = 3, a tie that option 0 would take.
    const five = [
      [1, 1, 0],
      [1, 1, 0],
      [2, 0, 1],
      [0, 5, 5],
      [0, 5, 5],
    ].map(party);
    expect(bordaText({ options: [3], parties: five })).toEqual([1]);
  });

  it('has quantiles by nearest rank', () => {
    expect([0, 0.1, 0.5, 0.9, 1].map((share) => quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], share))).toEqual([
      1, 1, 5, 9, 10,
    ]);
    expect(quantile([], 0.5)).toBe(0);
  });
});

describe('the problem the mandates of a game make', () => {
  it('has the worths of the rules, red lines included', () => {
    for (const seed of ['a', 'b', 'c']) {
      const scenario = smallScenario({ delegations: 4, articles: 4, options: 3, seed });
      const { mandates } = open(lay(scenario, seed));
      const problem = problemOf(scenario, mandates);
      for (let rank = 0; rank < countTexts(problem.options); rank += 1) {
        const text = textAt(problem.options, rank);
        expect(problem.parties.map((party) => worthOf(party, text))).toEqual(
          mandates.map((mandate) => worthOfText(scenario, mandate, text)),
        );
      }
    }
  });
});
