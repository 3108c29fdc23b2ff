import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, patched } from '../../src/protocol/index.ts';

/** What is sent is JSON: what arrives is compared with that. */
const arrived = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

const json = fc.jsonValue({ maxDepth: 4 });
/** Pairs that have much in common, as two states of one game have. */
const pair = fc.oneof(
  fc.tuple(json, json),
  fc
    .record({ list: fc.array(json, { maxLength: 8 }), more: fc.array(json, { maxLength: 3 }), other: json })
    .map(({ list, more, other }): [unknown, unknown] => [
      { list, other, kept: { deep: [1, 2, { three: other }] } },
      { list: [...list, ...more], kept: { deep: [1, 2, { three: more.length }] } },
    ]),
);

describe('the difference between two values', () => {
  it('applied to the first gives the second', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const patch = difference(before, after);
        const result = patch === undefined ? before : patched(before, arrived(patch) as never);
        expect(arrived(result)).toEqual(arrived(after));
      }),
    );
  });

  it('is nothing between equals, and something between any others', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(difference(one, structuredClone(one))).toBeUndefined();
        const same = isDeepStrictEqual(arrived(one), arrived(other));
        expect(difference(arrived(one), arrived(other)) === undefined).toBe(same);
      }),
    );
  });

  it('leaves what it is applied to as it was, and shares what did not change', () => {
    const before = { a: { deep: [1, 2] }, b: [{ x: 1 }, { x: 2 }] };
    const copy = structuredClone(before);
    const patch = difference(before, { a: { deep: [1, 2] }, b: [{ x: 1 }, { x: 3 }, { x: 4 }] });
    expect(patch).toEqual({
      o: {
        b: {
          n: 3,
          a: [
            [1, { o: { x: { v: 3 } } }],
            [2, { v: { x: 4 } }],
          ],
        },
      },
    });
    const after = patched(before, patch ?? { v: 0 }) as typeof before;
    expect(before).toEqual(copy);
    expect(after.a).toBe(before.a);
    expect(after.b[0]).toBe(before.b[0]);
  });

  it('takes members away, and gives names like __proto__ no power', () => {
    const before = JSON.parse('{"a":1,"__proto__":{"x":1}}') as unknown;
    const after = JSON.parse('{"__proto__":{"x":2}}') as unknown;
    const result = patched(before, difference(before, after) ?? { v: 0 });
    expect(JSON.stringify(result)).toBe('{"__proto__":{"x":2}}');
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
    expect(difference({ a: undefined, b: 1 }, { b: 1 })).toBeUndefined();
  });

  it('of a log that grew is as long as what was added', () => {
    const events = Array.from({ length: 500 }, (_, n) => ({ kind: 'spoke', n }));
    const patch = difference(
      { log: [{ events }] },
      { log: [{ events: [...events, { kind: 'spoke', n: 500 }] }] },
    );
    expect(JSON.stringify(patch).length).toBeLessThan(120);
  });
});
