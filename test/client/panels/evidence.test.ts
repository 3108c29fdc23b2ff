import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredBy, evidenceOf } from '../../../src/client/panels/room/evidence.ts';
import type { Reflection } from '../../../src/client/session/index.ts';
import { tiny } from '../../fixtures/index.ts';

const [first] = tiny.goals;
if (first === undefined) throw new Error('the fixture teaches something');
const level = (goal: string, value: 1 | 2 | 3 | 4 | 5) => ({ goal, level: value });

describe('the teacher’s own evidence', () => {
  it('is the mean of those who answered, and the change of those who answered both times', () => {
    const said: readonly Reflection[] = [
      { seat: 'observer', before: [level(first.id, 2)], after: [level(first.id, 4)] },
      { seat: 'observer', before: [level(first.id, 4)] },
      { seat: 'observer', after: [level(first.id, 5)] },
      { seat: 'observer' },
    ];
    // Before: (2 + 4) / 2; after: (4 + 5) / 2; only the first answered both times: 4 − 2.
    expect(evidenceOf(tiny.goals, said)[0]).toEqual({ goal: first, before: 3, after: 4.5, change: 2 });
    expect([answeredBy('before', said), answeredBy('after', said)]).toEqual([2, 2]);
    expect(evidenceOf(tiny.goals, [])[0]).toEqual({
      goal: first,
      before: undefined,
      after: undefined,
      change: undefined,
    });
  });

  it('asks about three goals at most, the author’s first', () => {
    const goals = ['a', 'b', 'c', 'd'].map((id) => ({ ...first, id }));
    expect(evidenceOf(goals, []).map(({ goal }) => goal.id)).toEqual(['a', 'b', 'c']);
  });

  it('a change lies between the lowest and the highest of single changes', () => {
    const steps = fc.integer({ min: 1, max: 5 }) as fc.Arbitrary<1 | 2 | 3 | 4 | 5>;
    fc.assert(
      fc.property(fc.array(fc.tuple(steps, steps), { minLength: 1, maxLength: 30 }), (pairs) => {
        const said = pairs.map(([then, now]): Reflection => ({
          seat: 'observer',
          before: [level(first.id, then)],
          after: [level(first.id, now)],
        }));
        const changes = pairs.map(([then, now]) => now - then);
        const change = evidenceOf(tiny.goals, said)[0]?.change ?? Number.NaN;
        expect(change).toBeGreaterThanOrEqual(Math.min(...changes));
        expect(change).toBeLessThanOrEqual(Math.max(...changes));
      }),
    );
  });
});
