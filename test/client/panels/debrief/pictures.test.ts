import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenPlaces, CROWD } from '../../../../src/client/panels/debrief/charts/shown.tsx';
import { grouped, placed, waysOf, type Wish } from '../../../../src/client/panels/debrief/charts/way.ts';
import { asked, levelOf, withLevel } from '../../../../src/client/panels/debrief/levels.ts';
import {
  FULL,
  minutesFor,
  minutesOf,
  SHORT,
  SHORT_MINUTES,
} from '../../../../src/client/panels/debrief/time.ts';
import type { NamedSpot, Waypoint } from '../../../../src/client/session/index.ts';

const point = (at: number, text: readonly number[], worths: readonly number[]): Waypoint => ({
  at,
  session: 0,
  phase: 'drafting',
  text,
  worths,
  reservations: worths.map(() => 0),
  sum: worths.reduce((sum, worth) => sum + worth, 0),
  leastGain: Math.min(...worths),
  feasible: true,
});

describe('the way of the text', () => {
  it('halts where the text or its worth to one of the two has changed, and says which articles did', () => {
    const ways = waysOf(
      [
        point(-1, [0, 1], [10, 20, 30]),
        // Worth something else to a third delegation only: no halt.
        point(3, [0, 1], [10, 20, 40]),
        point(5, [2, 1], [15, 20, 40]),
        // Another text of the same worths is another text.
        point(7, [2, 0], [15, 20, 40]),
        // The same text, worth something else since.
        point(9, [2, 0], [15, 25, 40]),
      ],
      0,
      1,
    );
    expect(ways.map(({ point: { at }, changed }) => [at, changed])).toEqual([
      [-1, [1]],
      [5, [0]],
      [7, [1]],
      [9, []],
    ]);
    expect(ways[0]?.before).toBeUndefined();
    expect(ways[1]?.before?.at).toBe(-1);
  });

  it('texts with a name stand together where they are worth the same to the two', () => {
    const spot = (name: NamedSpot['name'], worths: readonly number[]): NamedSpot => ({
      name,
      text: [],
      worths,
    });
    expect(
      grouped(
        [spot('nash', [1, 2, 3]), spot('egalitarian', [4, 2, 3]), spot('utilitarian', [1, 2, 9])],
        0,
        1,
      ),
    ).toEqual([
      { a: 1, b: 2, names: ['nash', 'utilitarian'] },
      { a: 4, b: 2, names: ['egalitarian'] },
    ]);
  });

  it('labels stay within the picture wherever there is a place for them', () => {
    const picture = { left: 0, right: 600, top: 0, bottom: 400 };
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 40, max: 360 }) }), {
          maxLength: 6,
        }),
        (points) => {
          const wishes: Wish[] = points.map(({ x, y }) => ({ text: 'Nash', x, y, kind: 'label' }));
          for (const { x, end } of placed(wishes, [], 16, picture)) {
            const width = 4 * 16 * 0.82 * 0.56;
            expect(end ? x - width : x).toBeGreaterThanOrEqual(0);
            expect(end ? x : x + width).toBeLessThanOrEqual(600);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('time that is kept for a debrief', () => {
  it('is at least a quarter of the playing time, and never under ten minutes', () => {
    for (let playing = 5; playing <= 240; playing += 5) {
      expect(minutesOf(playing)).toBeGreaterThanOrEqual(Math.max(10, playing / 4));
      const parts = FULL.map((step) => minutesFor(step, minutesOf(playing)));
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(1);
      const sum = parts.reduce((all, part) => all + part, 0);
      expect(Math.abs(sum - minutesOf(playing))).toBeLessThanOrEqual(3);
    }
    expect(SHORT.map((step) => minutesFor(step, SHORT_MINUTES))).toEqual([4, 1]);
  });
});

describe('delegations that are shown', () => {
  it('are all, up to a crowd; of a crowd one’s own and those of most weight, in the scenario’s order', () => {
    expect(chosenPlaces(CROWD, [3], () => 0)).toHaveLength(CROWD);
    const shown = chosenPlaces(193, [190], (place) => (place % 10 === 0 ? place : 0));
    expect(shown).toHaveLength(17);
    expect(shown).toContain(190);
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    expect(shown).toContain(180);
    expect(shown).not.toContain(1);
  });
});

describe('answers about learning goals', () => {
  it('the last one counts, and the other time’s stays', () => {
    const once = withLevel({ seat: 'chair' }, 'before', 'package', 2);
    const twice = withLevel(withLevel(once, 'after', 'package', 5), 'before', 'package', 3);
    expect([levelOf(twice, 'before', 'package'), levelOf(twice, 'after', 'package')]).toEqual([3, 5]);
    expect(levelOf(twice, 'after', 'trust')).toBeUndefined();
    expect(twice.before).toHaveLength(1);
    expect(asked([1, 2, 3, 4])).toEqual([1, 2, 3]);
  });
});
