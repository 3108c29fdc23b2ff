import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cloudOf, namedSpots, planeOf, type Frontier } from '../../../src/analysis/debrief/plane.ts';
import { countTexts, isFeasible, worthsOf, type Problem } from '../../../src/analysis/index.ts';
import { dominates, feasiblePoints, nashByDefinition, utilitarianByDefinition } from '../definition.ts';
import { problems } from '../problems.ts';

/** Pairs of worths that no other pair beats, ascending, each once: by definition. */
const best = (problem: Problem, first: number, second: number): readonly (readonly number[])[] => {
  const pairs = feasiblePoints(problem).map(({ utilities }) => [
    utilities[first] ?? 0,
    utilities[second] ?? 0,
  ]);
  const kept = pairs.filter((pair) => !pairs.some((other) => dominates(other, pair)));
  return [...new Map(kept.map((pair) => [pair.join(), pair])).values()].toSorted(
    (a, b) => (a[0] ?? 0) - (b[0] ?? 0),
  );
};

const pairsOf = ({ spots }: Frontier, first: number, second: number): readonly (readonly number[])[] =>
  spots.map(({ worths }) => [worths[first] ?? 0, worths[second] ?? 0]);

describe('two delegations’ plane', () => {
  it('its frontiers are those by definition: of texts all can live with, and of texts the two can', () => {
    fc.assert(
      fc.property(
        problems.filter(({ parties }) => parties.length > 1),
        (problem) => {
          const { all, two } = planeOf(problem, 0, 1);
          expect([all.complete, two.complete]).toEqual([true, true]);
          expect(pairsOf(all, 0, 1)).toEqual(best(problem, 0, 1));
          expect(pairsOf(two, 0, 1)).toEqual(
            best({ ...problem, parties: problem.parties.slice(0, 2) }, 0, 1),
          );
          for (const { text, worths } of all.spots) {
            expect(isFeasible(problem, text)).toBe(true);
            expect(worths).toEqual(worthsOf(problem, text));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('nobody has a plane with itself or with somebody who is not there', () => {
    const problem: Problem = { options: [], parties: [] };
    for (const plane of [planeOf(problem, 0, 0), planeOf(problem, 0, 1)])
      expect(plane).toEqual({
        all: { spots: [], complete: true },
        two: { spots: [], complete: true },
      });
  });
});

describe('the picture of a space', () => {
  it('counts all texts, and shows only texts that are what they are shown as', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { texts, feasible, any, good } = cloudOf(problem);
        expect(texts).toBe(countTexts(problem.options));
        expect(feasible).toBe(feasiblePoints(problem).length);
        // Small spaces are shown whole, of others a sample without repetition: an even one meets few texts twice.
        expect(new Set(any.map(({ text }) => text.join())).size).toBe(any.length);
        expect(any.length).toBeGreaterThanOrEqual(Math.min(texts, 250));
        expect(any.length).toBeLessThanOrEqual(Math.min(texts, 420));
        expect(texts <= 420 && any.length < texts).toBe(false);
        expect(good.every(({ text }) => isFeasible(problem, text))).toBe(true);
        expect(new Set(good.map(({ text }) => text.join())).size).toBe(Math.min(320, feasible));
        for (const { text, worths } of [...any, ...good]) expect(worths).toEqual(worthsOf(problem, text));
      }),
      { numRuns: 200 },
    );
  });

  it('names the texts that stand for a definition, and none where no text is feasible', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const named = namedSpots(problem);
        expect(named).toHaveLength(feasiblePoints(problem).length === 0 ? 0 : 4);
        const textOf = (name: string) => named.find((spot) => spot.name === name)?.text;
        expect(textOf('nash')).toEqual(nashByDefinition(problem)?.text);
        expect(textOf('utilitarian')).toEqual(utilitarianByDefinition(problem)?.text);
      }),
      { numRuns: 100 },
    );
  });
});
