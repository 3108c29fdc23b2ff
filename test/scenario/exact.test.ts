import { describe, expect, it } from 'vitest';
import { readScenario, type Fault } from '../../src/scenario/index.ts';
import { TINY_TEXT } from '../fixtures/index.ts';
import { HERE, REFERENCES, SENSE, SHAPES, WORLDS, type Creature } from './zoo.ts';

const brokenBy = ({ swap: [from, to], rename }: Creature): string => {
  const whole = TINY_TEXT.replace(from, () => to);
  return (rename === undefined ? whole : whole.replaceAll(...rename)).replaceAll(HERE, '');
};

/** The text with what a fault is about exchanged for what it says to write. */
const mended = (text: string, { line, column, length = 0 }: Fault, write: string): string => {
  const start =
    text
      .split('\n')
      .slice(0, line - 1)
      .reduce((sum, part) => sum + part.length + 1, 0) +
    column -
    1;
  return text.slice(0, start) + write + text.slice(start + length);
};

const creatures = [...SHAPES, ...REFERENCES, ...SENSE, ...WORLDS];
const exact = creatures.flatMap((creature) => {
  const text = brokenBy(creature);
  return (readScenario(text).faults ?? []).flatMap((fault) =>
    fault.exact === undefined
      ? []
      : fault.write.map((write) => [`${creature.name}: ${write}`, text, fault, write] as const),
  );
});

describe('what a fault says to write letter by letter mends it', () => {
  it('for many kinds of faults', () => {
    expect(exact.length).toBeGreaterThan(30);
    expect(new Set(exact.map(([, , { code }]) => code)).size).toBeGreaterThanOrEqual(5);
  });
  it.each(exact)('%s', (_, text, fault, write) => {
    const after = readScenario(mended(text, fault, write));
    expect(after.faults ?? []).not.toContainEqual(
      expect.objectContaining({ line: fault.line, column: fault.column, code: fault.code }),
    );
  });
});
