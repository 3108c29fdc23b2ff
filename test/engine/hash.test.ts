import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasHash, hashOf, lay, type State } from '../../src/engine/index.ts';
import { play } from './moves.ts';
import { smallScenario } from './small.ts';

const scenario = smallScenario({ delegations: 4, articles: 3, options: 3, world: true });
const aGame = fc
  .tuple(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ minLength: 1, maxLength: 8 }))
  .map(([seed, moves]) => play(lay(scenario, seed), moves, 120));

/** The same state, of which no part has been met before. */
const fresh = (state: State): State => structuredClone(state);

/** Every number, word and truth value in a value, by its path. */
const leaves = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
    : value === undefined
      ? []
      : [path];

const changedAt = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
  if (key === undefined) {
    if (typeof value === 'number') return value + 1;
    return typeof value === 'boolean' ? !value : `${String(value)}!`;
  }
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) };
  Reflect.set(copy as object, key, changedAt(Reflect.get(value as object, key), rest));
  return copy;
};

describe('the fingerprint of a state', () => {
  it('is that of its content: parts that were met before and parts that were not give the same', () => {
    fc.assert(
      fc.property(aGame, ({ states }) => {
        for (const state of states) {
          const found = hashOf(state);
          expect(hashOf(fresh(state))).toBe(found);
          expect(hashOf(JSON.parse(JSON.stringify(state)) as State)).toBe(found);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('takes what is undefined for absent', () => {
    const { decision: _decision, ...last } = play(lay(scenario, 'absent'), 'absent', 60).last;
    expect(hashOf({ ...last, decision: undefined } as unknown as State)).toBe(hashOf(last));
  });

  it('changes with anything in it but the words of the log', () => {
    fc.assert(
      fc.property(aGame, fc.nat(), ({ last }, pick) => {
        const { log: _log, latest: _latest, ...rest } = last;
        const all = leaves(rest);
        const path = all[pick % all.length] ?? [];
        const other = changedAt(last, path) as State;
        expect([path.join('.'), hashOf(other) === hashOf(last)]).toEqual([path.join('.'), false]);
      }),
      { numRuns: 400 },
    );
  });

  it('tells two lists apart that hold the same in another order, and a shorter log', () => {
    const { states } = play(lay(scenario, 'order'), 'order', 120);
    const last = states.findLast(({ latest }) => latest.length > 0);
    if (last === undefined) throw new Error('nothing was said');
    const turned: State = { ...last, tokens: last.tokens.toReversed(), damage: last.damage };
    expect(hashOf(turned)).not.toBe(hashOf(last));
    expect(hashOf({ ...last, latest: [...last.latest, ...last.latest] })).not.toBe(hashOf(last));
  });

  it('is recognised in its older form too, and a wrong one in neither', () => {
    const { last } = play(lay(scenario, 'older'), 'older', 60);
    expect(hasHash(last, hashOf(last))).toBe(true);
    expect(hasHash(last, '00000000000000')).toBe(false);
    expect(hasHash(last, 'p00000000000000')).toBe(false);
    expect(hasHash(last, '')).toBe(false);
  });
});
