import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largest, largestBySearch, smallest } from '../../src/engine/extremes.ts';
import { largestByElimination } from '../../src/engine/elimination.ts';
import type { PairWorth } from '../../src/engine/mandate.ts';

const worthOf = (
  table: readonly (readonly number[])[],
  pairs: readonly PairWorth[],
  text: readonly number[],
): number =>
  table.reduce((sum, row, article) => sum + (row[text[article] ?? 0] ?? 0), 0) +
  pairs.reduce((sum, pair) => sum + (text[pair.a] === pair.o && text[pair.b] === pair.p ? pair.worth : 0), 0);

const everyText = (sizes: readonly number[]): number[][] =>
  sizes.reduce<number[][]>(
    (texts, size) => texts.flatMap((text) => Array.from({ length: size }, (_, option) => [...text, option])),
    [[]],
  );

const aSum = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 5 }).chain((sizes) =>
  fc.record({
    table: fc.tuple(
      ...sizes.map((size) =>
        fc.array(fc.integer({ min: -99, max: 99 }), { minLength: size, maxLength: size }),
      ),
    ),
    pairs: fc
      .array(fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9), fc.integer({ min: -150, max: 150 })), {
        maxLength: 12,
      })
      .map((raw) =>
        raw.flatMap(([first, second, o, p, worth]): PairWorth[] => {
          const a = Math.min(first % sizes.length, second % sizes.length);
          const b = Math.max(first % sizes.length, second % sizes.length);
          return a === b ? [] : [{ a, b, o: o % (sizes[a] ?? 1), p: p % (sizes[b] ?? 1), worth }];
        }),
      ),
  }),
);

describe('the largest and smallest sum of single and pair terms', () => {
  it('elimination = search = trying every text', () => {
    fc.assert(
      fc.property(aSum, ({ table, pairs }) => {
        const all = everyText(table.map((row) => row.length)).map((text) => worthOf(table, pairs, text));
        const eliminated = largestByElimination(table, pairs);
        expect(eliminated?.worth).toBe(Math.max(...all));
        expect(worthOf(table, pairs, eliminated?.text ?? [])).toBe(Math.max(...all));
        expect(largestBySearch(table, pairs).worth).toBe(Math.max(...all));
        expect(smallest(table, pairs).worth).toBe(Math.min(...all));
        expect(worthOf(table, pairs, largest(table, pairs).text)).toBe(Math.max(...all));
      }),
      { numRuns: 400 },
    );
  });

  it('gives way to the search where everything is linked with everything', () => {
    const table = Array.from({ length: 12 }, () => [0, 1, 2, 3]);
    const pairs = table.flatMap((_, a) =>
      table.slice(a + 1).map((__, step) => ({ a, o: 1, b: a + 1 + step, p: 1, worth: 9 })),
    );
    expect(largestByElimination(table, pairs)).toBeUndefined();
    // Twelve times option 1: 12 × 1 and 66 pairs × 9.
    expect(largest(table, pairs).worth).toBe(12 + 66 * 9);
  });
});
