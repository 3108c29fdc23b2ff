import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAULT_CODES, readScenario } from '../../src/scenario/index.ts';
import { TINY_TEXT } from '../fixtures/index.ts';
import { slipOf } from './slips.ts';

/** Milliseconds within which the reader answers; a busy machine needs more than the few it takes. */
const PATIENCE = 60_000;

/** The reader answers: a scenario, or faults at places that are in the file, each with a known code. */
const answers = (text: string): void => {
  const start = performance.now();
  const { scenario, faults = [], warnings } = readScenario(text);
  expect(performance.now() - start).toBeLessThan(PATIENCE);
  expect(scenario === undefined).toBe(faults.length > 0);
  const lines = text.split(/\r\n|\r|\n/u).length;
  for (const fault of [...faults, ...warnings]) {
    expect(FAULT_CODES).toContain(fault.code);
    expect(fault.message).not.toBe('');
    expect(fault.line).toBeGreaterThanOrEqual(1);
    expect(fault.line).toBeLessThanOrEqual(lines);
    expect(fault.column).toBeGreaterThanOrEqual(1);
  }
  const places = faults.map(({ line, column }) => line * 1e6 + column);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
};

const LINES = TINY_TEXT.split('\n');
const slip = slipOf(LINES);

describe('whatever a file holds, the reader answers in time', () => {
  it('to any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => answers(text)),
      {
        numRuns: 300,
      },
    );
  });

  it('to any heap of marks', () => {
    const mark = fc.constantFrom(
      ...'[]{}:,-?&*!|>%@`\'"# \n\t~a0'.split(''),
      '- ',
      ': ',
      '\n  ',
      '<<: ',
      '---\n',
      '...\n',
    );
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 300 }), (marks) => answers(marks.join(''))),
      { numRuns: 300 },
    );
  });

  it('to one mark, or two, fifty thousand times', () => {
    for (const part of [
      '[',
      '{',
      '- ',
      '? ',
      ': ',
      '"',
      '\\',
      '!',
      '&a ',
      '*a ',
      '#',
      '\t',
      'a:\n',
      '- -',
      '{a: ',
      '[]',
      "''",
    ])
      answers(part.repeat(50_000));
  });

  it('to any JSON', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => answers(JSON.stringify(value))));
  });

  it('to the tiny scenario with some slips', () => {
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), (slips) => {
        answers(slips.reduce<readonly string[]>((lines, change) => change(lines), LINES).join('\n'));
      }),
      { numRuns: 150 },
    );
  });

  it('to the tiny scenario cut off anywhere', () => {
    fc.assert(fc.property(fc.nat(TINY_TEXT.length), (end) => answers(TINY_TEXT.slice(0, end))));
  });

  it('to the tiny scenario with something put in or taken out anywhere', () => {
    fc.assert(
      fc.property(fc.nat(TINY_TEXT.length), fc.nat(30), fc.string({ maxLength: 5 }), (at, out, put) => {
        answers(TINY_TEXT.slice(0, at) + put + TINY_TEXT.slice(at + out));
      }),
    );
  });
});
