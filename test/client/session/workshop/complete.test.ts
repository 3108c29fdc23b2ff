import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesAt } from '../../../../src/client/session/workshop/complete.ts';
import { cursorAt } from '../../../../src/client/session/workshop/cursor.ts';
import { openSource } from '../../../../src/scenario/editing/index.ts';
import { TINY_TEXT } from '../../../fixtures/index.ts';

const SCHEMA: unknown = JSON.parse(readFileSync('scenarios/schema.json', 'utf8'));
const source = openSource(TINY_TEXT);
const DATA = 'data' in source ? source.data : undefined;
const LONG = readFileSync('scenarios/oewg-2022.yaml', 'utf8');

/** `|` is the cursor. */
const where = (marked: string): unknown => {
  const offset = marked.indexOf('|');
  const found = cursorAt(marked.replace('|', ''), offset);
  return found === undefined
    ? undefined
    : [found.writes, ...found.path, `<${marked.slice(found.from, offset)}`];
};
const offered = (from: string, to: string): readonly string[] | undefined => {
  const marked = TINY_TEXT.replace(from, () => to);
  expect(marked).not.toBe(TINY_TEXT);
  const offset = marked.indexOf('|');
  return candidatesAt(marked.replace('|', ''), offset, SCHEMA, DATA)?.all.map(({ label }) => label);
};

describe('the cursor is found in a text that cannot be read yet', () => {
  it.each([
    ['tit|', ['key', '<tit']],
    ['title: |', ['value', 'title', '<']],
    ['title: Ab|', ['value', 'title', '<Ab']],
    ['title: Ab # not|', undefined],
    ['# he|', undefined],
    ["title: 'in a |", undefined],
    ['story: >-\n  A long | text', undefined],
    ['a:\n  story: >-\n    words\n\n  |', ['key', 'a', '<']],
    ['procedure:\n  quo|', ['key', 'procedure', '<quo']],
    ['procedure:\n  quorum: 5\n  |', ['key', 'procedure', '<']],
    ['articles:\n  - id: A\n    ti|', ['key', 'articles', 0, '<ti']],
    ['articles:\n  - id: A\n  - |', ['key', 'articles', 1, '<']],
    ['articles:\n- id: A\n- id: B\n  dr|', ['key', 'articles', 1, '<dr']],
    ['sessions:\n  - phases:\n      - floor\n      - co|', ['key', 'sessions', 0, 'phases', 1, '<co']],
    ['sessions:\n  - phases: [floor, co|]', ['value', 'sessions', 0, 'phases', 1, '<co']],
    ['sessions:\n  - phases: [|', ['value', 'sessions', 0, 'phases', 0, '<']],
    ['p:\n  blockCost: { token: st|, amount: 1 }', ['value', 'p', 'blockCost', 'token', '<st']],
    ['p:\n  blockCost: { token: a, am| }', ['key', 'p', 'blockCost', '<am']],
    ['p:\n  A:\n    { weight: [1, 2], values: { none: 0, ge|', ['key', 'p', 'A', 'values', '<ge']],
    ["p: { a: 'x, y', b: |", ['value', 'p', 'b', '<']],
    ['p: { a: [1, { c: 2, d|', ['key', 'p', 'a', 1, '<d']],
    ['p: [a] \nq: { b: |', ['value', 'q', 'b', '<']],
    ["about: it's [not] a list\nnext: |", ['value', 'next', '<']],
  ] as const)('%j', (marked, expected) => {
    expect(where(marked)).toEqual(expected);
  });

  it('quickly, and with an answer at every place of a long file', () => {
    fc.assert(
      fc.property(fc.nat({ max: LONG.length }), (offset) => {
        const found = cursorAt(LONG, offset);
        expect(found === undefined || found.from <= offset).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what could stand there', () => {
  it('fields of the schema that are not there yet, what is needed first', () => {
    const top = offered('minutes: 15', 'minutes: 15\n|') ?? [];
    for (const there of ['title', 'minutes', 'delegations']) expect(top).not.toContain(there);
    const fresh = candidatesAt('articles:\n  - id: A\n    ', 24, SCHEMA, { articles: [{ id: 'A' }] });
    expect(fresh?.behind).toBe(': ');
    expect(fresh?.all.map(({ label }) => label)).toEqual(['title', 'short', 'about', 'draft', 'options']);
    expect(fresh?.all[0]?.about).toBe('Title in the text');
  });
  it('words of closed lists', () => {
    expect(offered('threshold: two-thirds', 'threshold: |')).toEqual(['simple-majority', 'two-thirds']);
    expect(offered('style: principled', 'style: pr|')).toContain('bridge-builder');
    expect(offered('revealAtEnd: true', 'revealAtEnd: |')).toEqual(['true', 'false']);
    expect(offered('methods: [silence, consensus, vote]', 'methods: [silence, |]')).toEqual([
      'silence',
      'consensus',
      'vote',
    ]);
  });
  it('ids of this file, with what they are called', () => {
    expect(offered('opening: publish', 'opening: |')).toEqual(['none', 'consult', 'publish']);
    expect(offered('{ article: SHIELD, options: [named] }', '{ article: | }')).toEqual([
      'SHIELD',
      'PROOF',
      'FUND',
    ]);
    expect(
      offered('{ article: FUND, options: [fund], chance: 25 }', '{ article: FUND, options: [|] }'),
    ).toEqual(['none', 'offers', 'fund']);
    expect(
      offered('blockCost: { token: standing, amount: 2 }', 'blockCost: { token: |, amount: 2 }'),
    ).toEqual(['standing', 'experts']);
    expect(offered('from: [Lower river], to: [KEST]', 'from: [|], to: [KEST]')).toEqual([
      'all',
      'KEST',
      'MARA',
      'TOLV',
      'Upper river',
      'Lower river',
    ]);
    expect(offered('draft: general', 'draft: |')).toEqual(['none', 'general', 'named']);
  });
  it('keys that are ids, those that are there already left out', () => {
    const text = 'linkages:\n  - id: x\n    worth: { ';
    expect(candidatesAt(text, text.length, SCHEMA, DATA)?.all.map(({ label }) => label)).toEqual(['KEST']);
  });
  it('nothing inside of a sentence', () => {
    expect(offered('about: Who pays', 'about: >-\n      Who | pays')).toBeUndefined();
  });
});
