import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMAT, readGameFile, readScenario, upgraded } from '../../src/scenario/index.ts';
import { TINY_TEXT } from '../fixtures/index.ts';

/** A file of each older format, what the reader of its day made of it, and a game that was played with it. Never written anew. */
const OLD = [1];
const golden = (name: string): string => readFileSync(`test/fixtures/golden/${name}`, 'utf8');

describe.each(OLD)('a file in format %i', (format) => {
  const text = golden(`format-${format}.yaml`);
  const reading = readScenario(text);

  it('is read as it was meant', () => {
    expect(reading.faults).toBeUndefined();
    const meant = JSON.parse(golden(`format-${format}.json`));
    expect(JSON.parse(JSON.stringify(reading.scenario))).toMatchObject({ ...meant, format: FORMAT });
  });

  it('is said to be old, at its place, and nothing else', () => {
    expect(reading.warnings).toEqual([
      expect.objectContaining({ line: 5, column: 9, code: 'old-format', wrong: String(format) }),
    ]);
  });

  it('opens the games that were played with it, every state as recorded', () => {
    const opened = readGameFile(golden(`format-${format}.game.json`));
    expect(opened.fault).toBeUndefined();
  });

  it('can be written anew: nothing but what the format changed is touched, and nothing of the scenario', () => {
    const now = upgraded(text);
    expect(readScenario(now)).toEqual({ scenario: reading.scenario, warnings: [] });
    const [before, after] = [text.split('\n'), now.split('\n')];
    expect(after.length).toBe(before.length);
    const touched = after.filter((line, place) => line !== before[place]);
    expect(touched.every((line) => /^(?:format|\s+from|\s+to): \d+$/u.test(line))).toBe(true);
    expect(touched.length).toBeGreaterThan(1);
    expect(upgraded(now)).toBe(now);
  });

  it('keeps its faults, at their places, and counts from 1 in what it says', () => {
    const broken = text.replace(/contexts:\n(?:.*\n)*? {4}from: 0/u, (part) =>
      part.replace('from: 0', 'from: 7'),
    );
    expect(broken).not.toBe(text);
    const [fault, ...others] = readScenario(broken).faults ?? [];
    expect(others).toEqual([]);
    expect(broken.split('\n')[(fault?.line ?? 0) - 1]).toContain('from: 7');
    expect(fault).toMatchObject({ code: 'out-of-range', write: ['1 to 2'] });
  });
});

describe('writing a file anew', () => {
  const old = golden('format-1.yaml');

  it('leaves alone what is in today’s format, what has faults, and what is no scenario', () => {
    for (const text of [
      TINY_TEXT,
      old.replace('quorum: 60', 'quorum: 60\n  quorum: 60'),
      'format: [1',
      '',
      'format: 1\n\0',
    ])
      expect(upgraded(text)).toBe(text);
  });

  it('knows the byte order mark and the line ends of Windows', () => {
    const text = `\uFEFF${old.replaceAll('\n', '\r\n')}`;
    expect(readScenario(upgraded(text))).toEqual({ scenario: readScenario(old).scenario, warnings: [] });
  });

  it('counts a session that an alias repeats once', () => {
    const text = old
      .replace('from: 0\n    to: 1', 'from: &first 0\n    to: *first')
      .replaceAll('from: 0\n    to: 1', 'from: *first\n    to: *first');
    expect(text).not.toBe(old);
    expect(readScenario(upgraded(text)).scenario).toEqual(readScenario(text).scenario);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.nat(old.length), fc.nat(30), fc.string({ maxLength: 5 }), (at, out, put) => {
        const text = old.slice(0, at) + put + old.slice(at + out);
        expect(typeof upgraded(text)).toBe('string');
      }),
      { numRuns: 40 },
    );
  });
});
