import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANSWER_CHARACTERS,
  BENDS,
  goalsAsked,
  LEVELS,
  MOST_REFLECTIONS,
  openGame,
  parseGameFile,
  readGameFile,
  withReflection,
  writeGameFile,
  type GameRecord,
  type Reflection,
} from '../../src/scenario/index.ts';
import { tiny, TINY_TEXT } from '../fixtures/index.ts';

const seats = [...tiny.delegations.map(({ id }) => id), 'chair', 'observer'] as const;
const start: GameRecord = {
  scenario: { id: tiny.id, version: tiny.version, text: TINY_TEXT },
  seed: 'said',
  seat: 'observer',
  strength: 'seasoned',
  moves: [],
};

const text = fc.string({ unit: 'binary', maxLength: 60 });
const level = fc.constantFrom(...LEVELS);
const levels = fc.array(fc.record({ goal: fc.constantFrom(...tiny.goals.map(({ id }) => id)), level }), {
  maxLength: 3,
});
const reflection: fc.Arbitrary<Reflection> = fc.record(
  {
    seat: fc.constantFrom(...seats),
    feeling: fc.record({ outcome: level, part: level, word: text }, { requiredKeys: [] }),
    before: levels,
    after: levels,
    notes: fc.array(fc.record({ question: fc.nat(20), text }), { maxLength: 4 }),
    takeAway: text,
    unrealistic: fc.record({ text, bend: fc.constantFrom(...BENDS) }, { requiredKeys: [] }),
    short: fc.record({ moment: text, gap: text, action: text }, { requiredKeys: [] }),
  },
  { requiredKeys: ['seat'] },
);

describe('what people said', () => {
  it('comes back from the game file as it was written', () => {
    fc.assert(
      fc.property(fc.array(reflection, { maxLength: 5 }), (reflections) => {
        const record = { ...start, reflections };
        const opened = readGameFile(writeGameFile(record));
        if (opened.fault !== undefined) throw new Error(opened.fault);
        expect(opened.record).toEqual(record);
      }),
      { numRuns: 50 },
    );
  });

  it('is missing in games from before anybody was asked, and they open', () => {
    const file = writeGameFile(start);
    expect(file).not.toContain('reflections');
    expect(readGameFile(file)).toMatchObject({ record: start });
  });

  it.each([
    { seat: 'A', takeAway: 'x'.repeat(ANSWER_CHARACTERS + 1) },
    { seat: 'A', feeling: { outcome: 6 } },
    { seat: 'A', before: [{ goal: 'g', level: 0 }] },
    { seat: 'A', unrealistic: { bend: 'sideways' } },
    { seat: 'A', notes: [{ question: -1, text: '' }] },
    { takeAway: 'whose?' },
    'all of it',
  ])('is refused where it is not in form: %j', (wrong) => {
    const file = writeGameFile(start).replace(
      '"moves":[]',
      `"moves":[],"reflections":[${JSON.stringify(wrong)}]`,
    );
    expect(parseGameFile(file)).toEqual({ fault: 'not-a-game-file' });
  });

  it('is refused from more people than there can be, and from somebody who is not in the scenario', () => {
    const many = Array.from({ length: MOST_REFLECTIONS + 1 }, () => ({ seat: seats[0] }));
    expect(parseGameFile(writeGameFile({ ...start, reflections: many }))).toEqual({
      fault: 'not-a-game-file',
    });
    const stranger = JSON.parse(writeGameFile({ ...start, reflections: [{ seat: 'chair' }] })) as GameRecord;
    expect(
      openGame({ ...stranger, reflections: [{ ...stranger.reflections?.[0], seat: 'nobody' as 'chair' }] }),
    ).toEqual({ fault: 'not-a-game-file' });
  });

  it('the last that somebody said counts, and nobody else’s goes', () => {
    const said = [{ seat: 'chair' }, { seat: 'observer', takeAway: 'listen' }] as const;
    expect(withReflection(said, { seat: 'chair', takeAway: 'wait' })).toEqual([
      { seat: 'chair', takeAway: 'wait' },
      said[1],
    ]);
    expect(withReflection([], said[1])).toEqual([said[1]]);
  });

  it('three goals are asked about at most', () => {
    expect(goalsAsked([1, 2, 3, 4, 5])).toEqual([1, 2, 3]);
    expect(goalsAsked([1])).toEqual([1]);
  });
});
