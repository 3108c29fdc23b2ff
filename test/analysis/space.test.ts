import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTexts, textAt, utilityOf, type Pair } from '../../src/analysis/index.ts';
import { explore } from '../../src/analysis/explore.ts';
import { ceiling, setCut, spaceOf } from '../../src/analysis/space.ts';
import { shapes, utilities } from './problems.ts';

const cases = fc.tuple(shapes, fc.boolean()).chain(([options, small]) =>
  fc.record({
    options: fc.constant(options),
    functions: fc.array(utilities(options, small), { minLength: 1, maxLength: 4 }),
    // From one remembered number (every link is loose) to more than there are.
    table: fc.integer({ min: 1, max: 200 }),
    weights: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }),
  }),
);

const link = (a: number, b: number): Pair => ({ a, o: 1, b, p: 1, worth: 5 });

describe('a space made ready for searching', () => {
  it('holds the worths of the definition, however little it may remember', () => {
    fc.assert(
      fc.property(cases, ({ options, functions, table, weights }) => {
        const allowed = options.map((count) => Array.from({ length: count }, (_, option) => option));
        const space = spaceOf(options, allowed, functions, 1, table);
        setCut(space, 0, weights);
        const none = new Float64Array(space.columns).fill(-Infinity);
        const seen = new Map<number, number[]>();
        explore({
          space,
          least: none,
          beyond: none,
          before: Infinity,
          budget: Infinity,
          eager: true,
          found: (values, rank) => {
            seen.set(rank, [...values]);
          },
        });
        const wanted = Array.from({ length: countTexts(options) }, (_, rank) => {
          const worths = functions.map((utility) => utilityOf(utility, textAt(options, rank)));
          return [worths.reduce((sum, worth, f) => sum + worth * (weights[f] ?? 0), 0), ...worths];
        });
        expect([...seen.keys()].toSorted((a, b) => a - b)).toEqual([...wanted.keys()]);
        wanted.forEach((worths, rank) => expect(seen.get(rank)).toEqual(worths));
        for (let column = 0; column < space.columns; column += 1) {
          const most = Math.max(...wanted.map((worths) => worths[column] ?? 0));
          expect(ceiling(space, column)).toBeGreaterThanOrEqual(most);
          // With every link remembered the bound is the truth.
          expect(space.plan.loose.length > 0 || ceiling(space, column) === most).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('remembers only what is linked with what comes (worked by hand)', () => {
    // Four articles in a ring of links 0-1, 1-2, 2-3, 3-0, two options each: at least two must be remembered in the middle.
    const utility = {
      table: [
        [0, 1],
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      pairs: [link(0, 1), link(1, 2), link(2, 3), link(0, 3)],
      base: 0,
    };
    const both = [0, 1];
    const wide = spaceOf([2, 2, 2, 2], [both, both, both, both], [utility], 0);
    expect(wide.plan.sizes).toEqual([1, 2, 4, 4, 1]);
    expect(ceiling(wide, 0)).toBe(24);
    const narrow = spaceOf([2, 2, 2, 2], [both, both, both, both], [utility], 0, 2);
    expect(Math.max(...narrow.plan.sizes)).toBe(2);
    expect(narrow.plan.loose).toHaveLength(1);
  });
});
