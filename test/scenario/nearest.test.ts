import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, near, nearest } from '../../src/scenario/nearest.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

/** The definition, by recursion: insert, delete, exchange, or swap two neighbours. */
const byDefinition = (one: string, two: string): number => {
  if (one === '' || two === '') return one.length + two.length;
  const same = one.at(-1) === two.at(-1) ? 0 : 1;
  const [a, b] = [one.slice(0, -1), two.slice(0, -1)];
  const swapped =
    one.length > 1 && two.length > 1 && one.at(-1) === two.at(-2) && one.at(-2) === two.at(-1)
      ? byDefinition(one.slice(0, -2), two.slice(0, -2)) + 1
      : Infinity;
  return Math.min(byDefinition(a, two) + 1, byDefinition(one, b) + 1, byDefinition(a, b) + same, swapped);
};

describe('the nearest known word', () => {
  it('is measured as the definition says', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(short, short, (one, two) => {
        expect(distance(one, two)).toBe(byDefinition(one, two));
      }),
    );
  });

  it('is the same distance there and back, none to itself, and at most the longer word', () => {
    fc.assert(
      fc.property(word, word, (one, two) => {
        expect(distance(one, two)).toBe(distance(two, one));
        expect(distance(one, one)).toBe(0);
        expect(distance(one, two)).toBeLessThanOrEqual(Math.max(one.length, two.length));
      }),
    );
  });

  it('is found for a slip of the hand, and not for another word', () => {
    expect(near('corridors', ['briefing', 'corridor', 'capital'])).toEqual(['corridor']);
    expect(near('BREIFING', ['briefing', 'corridor'])).toEqual(['briefing']);
    expect(near('Z', ['A', 'B'])).toEqual([]);
    expect(near('zzzzzz', ['briefing', 'corridor'])).toEqual([]);
  });

  it('is any of the known ones where there are few, and none of many', () => {
    expect(nearest('zzzzzz', ['one', 'two'])).toEqual(['one', 'two']);
    expect(nearest('zzzzzz', 'abcdefghi'.split(''))).toEqual([]);
    expect(nearest('x'.repeat(1_000_000), 'abcdefghi'.split(''))).toEqual([]);
  });
});
