import { describe, expect, it } from 'vitest';
import { minutesOf, PHASES, USUAL_CLOCK, USUAL_RULES } from '../../src/engine/seat.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { readRight, tiny, TINY_TEXT } from '../fixtures/index.ts';

describe('the numbers of the rules', () => {
  it('are the usual ones where a scenario says nothing, entry by entry', () => {
    expect(tiny.rules).toEqual(USUAL_RULES);
    const other = readRight(
      `${TINY_TEXT}rules: { truth: { chance: 5 }, trust: { join: 40, block: 0 }, help: 50 }\n`,
    );
    expect(other.rules).toEqual({
      ...USUAL_RULES,
      truth: { ...USUAL_RULES.truth, chance: 5 },
      trust: { ...USUAL_RULES.trust, join: 40, block: 0 },
      help: 50,
    });
  });

  it('are told where they cannot be', () => {
    const { faults } = readScenario(`${TINY_TEXT}rules: { truth: { chances: 5 }, help: 500 }\n`);
    expect(faults?.map(({ code, wrong, write }) => [code, wrong, write])).toEqual([
      ['unknown-key', 'chances', ['chance']],
      ['out-of-range', '500', ['at most 100']],
    ]);
  });
});

describe('minutes of a phase', () => {
  it('are the session’s, else the scenario’s, else the usual', () => {
    for (const phase of PHASES) expect(minutesOf(tiny, 0, phase)).toBe(USUAL_CLOCK[phase]);
    const own = readRight(
      `${TINY_TEXT.replace('    contexts: 1\n', '    contexts: 1\n    clock: { floor: 9 }\n')}clock: { floor: 7, corridor: 20 }\n`,
    );
    expect([0, 1].map((session) => minutesOf(own, session, 'floor'))).toEqual([9, 7]);
    expect([0, 1].map((session) => minutesOf(own, session, 'corridor'))).toEqual([20, 20]);
    expect(minutesOf(own, 0, 'capital')).toBe(USUAL_CLOCK.capital);
  });
});
