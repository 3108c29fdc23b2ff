import { describe, expect, it } from 'vitest';
import { placedIn, readingOf, readScenario, type Finding } from '../../src/scenario/index.ts';
import { wordsIn } from '../../src/scenario/reading.ts';
import { tiny, TINY_TEXT } from '../fixtures/index.ts';

describe('the reading load', () => {
  it('counts what holds a letter or a digit, and nothing else', () => {
    expect(wordsIn('')).toBe(0);
    expect(wordsIn('  - … 1.  ')).toBe(1);
    expect(wordsIn('One objection, and nothing is agreed.')).toBe(6);
    expect(wordsIn('La conférence du fleuve')).toBe(4);
  });

  it('grows with the text for those who read it, and for nobody else', () => {
    const before = readingOf(tiny);
    const longer = TINY_TEXT.replace(
      'You hold the upper dams.',
      `You hold the upper dams. ${'word '.repeat(200)}`,
    );
    const { scenario } = readScenario(longer);
    if (scenario === undefined) throw new Error('the longer scenario is not read');
    const after = readingOf(scenario);
    expect(after.map(({ delegation }) => delegation)).toEqual(tiny.delegations.map(({ id }) => id));
    const [first, ...others] = after.map(({ sheet, all }, place) => [
      sheet - (before[place]?.sheet ?? 0),
      all - (before[place]?.all ?? 0),
    ]);
    // Two hundred words are a minute.
    expect(first?.[0]).toBeCloseTo(1);
    expect(first?.[1]).toBeCloseTo(1);
    for (const other of others) expect(other).toEqual([0, 0]);
  });
});

describe('findings about a file that was read before', () => {
  it('come at their places, in the order of the file', () => {
    const finding = (path: Finding['path']): Finding => ({ path, code: 'cannot-win', message: 'No.' });
    const placed = placedIn(TINY_TEXT, [finding(['delegations', 0, 'reservation']), finding(['minutes'])]);
    const line = (part: string): number => TINY_TEXT.slice(0, TINY_TEXT.indexOf(part)).split('\n').length;
    expect(placed.map((fault) => [fault.line, fault.code])).toEqual([
      [line('minutes: 15'), 'cannot-win'],
      [line('reservation: [38, 48]'), 'cannot-win'],
    ]);
    expect(placedIn(TINY_TEXT, [])).toEqual([]);
  });
});
