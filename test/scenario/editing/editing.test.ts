import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  edited,
  openSource,
  withChanges,
  type Edit,
  type Plain,
  type Source,
} from '../../../src/scenario/editing/index.ts';
import { TINY_TEXT } from '../../fixtures/index.ts';

const sourceOf = (text: string): Source => {
  const source = openSource(text);
  if (!('data' in source)) throw new Error(`not readable: ${source[0]?.message ?? ''}`);
  return source;
};

/** The text after edits; each must be possible. */
const after = (text: string, ...edits: readonly Edit[]): string => {
  const made = edited(sourceOf(text), edits);
  if (made.fault !== undefined) throw new Error(`refused: ${JSON.stringify(made)}`);
  return made.source.text;
};
const refused = (text: string, ...edits: readonly Edit[]): unknown => {
  const made = edited(sourceOf(text), edits);
  return made.fault === undefined ? 'made' : made;
};
const set = (path: Edit['path'], value: Plain): Edit => ({ edit: 'set', path, value });

describe('a value is exchanged where it stands', () => {
  it('keeps comments, order, and everything else letter by letter', () => {
    const text = '# who\nname:   Kest # the first\n\nlist: [1,  2,3] # odd spaces\nlast: 1\n';
    expect(after(text, set(['name'], 'Mara'))).toBe(text.replace('Kest', 'Mara'));
    expect(after(text, set(['list', 1], 20))).toBe(text.replace('  2,', '  20,'));
    expect(after(text, set(['list'], [7]))).toBe(text.replace('[1,  2,3]', '[7]'));
  });

  it('quotes what YAML, or another reader of it, would take for something else', () => {
    expect(after('a: 1\n', set(['a'], 'no'))).toBe("a: 'no'\n");
    expect(after('a: 1\n', set(['a'], 'Rules: a start'))).toBe("a: 'Rules: a start'\n");
    expect(after('a: 1\n', set(['a'], '1984'))).toBe("a: '1984'\n");
    expect(after('a: [x]\n', set(['a', 0], 'one, two'))).toBe("a: ['one, two']\n");
    expect(after('a: 1\n', set(['a'], ''))).toBe("a: ''\n");
  });

  it('folds a long sentence as its file does, with the lines where they belong', () => {
    const text = 'delegations:\n  - id: A\n    briefing: >-\n      Short\n      words.\n    manner: Brief.\n';
    const long = 'word '.repeat(40).trim();
    const made = after(text, set(['delegations', 0, 'briefing'], long));
    expect(made).toMatch(/ {4}briefing: >-\n {6}word word.*\n {6}word.*\n {4}manner: Brief\.\n$/u);
    for (const line of made.split('\n')) expect(line.length).toBeLessThanOrEqual(121);
    expect(after('a: 1\nb: 2\n', set(['a'], 'First.\n\nSecond.'))).toContain('a: >-\n');
  });

  it('writes a field that was not there, and what is missing above it', () => {
    expect(after('p:\n  a: 1\n  # of b\n  b: 2 # two\nq: 1\n', set(['p', 'c'], true))).toBe(
      'p:\n  a: 1\n  # of b\n  b: 2 # two\n  c: true\nq: 1\n',
    );
    expect(after('p: { a: 1 }\n', set(['p', 'c'], [1, 2]))).toBe('p: { a: 1, c: [1, 2] }\n');
    expect(after('p: {}\nq: 1\n', set(['p', 'c', 'd'], 1))).toBe('p: { c: { d: 1 } }\nq: 1\n');
    expect(after('p:\nq: 1\n', set(['p', 'c'], 1))).toBe('p: { c: 1 }\nq: 1\n');
    expect(after('q: 1', set(['p', 'c'], 1))).toBe('q: 1\np: { c: 1 }');
  });
});

describe('entries come, go and change places', () => {
  const LIST =
    'list: # of things\n  # first\n  - id: a\n    n: 1 # one\n  # second\n  - id: b\n    n: 2\nend: 1\n';
  it('in lists of lines', () => {
    expect(after(LIST, { edit: 'remove', path: ['list', 0] })).toBe(
      'list: # of things\n  # first\n  # second\n  - id: b\n    n: 2\nend: 1\n',
    );
    expect(after(LIST, { edit: 'insert', path: ['list'], at: 1, value: { id: 'c', m: [1, 2] } })).toBe(
      LIST.replace('# one\n', '# one\n  - { id: c, m: [1, 2] }\n'),
    );
    expect(after(LIST, { edit: 'insert', path: ['list'], at: 0, value: 'x' })).toBe(
      LIST.replace('  - id: a', '  - x\n  - id: a'),
    );
    expect(after(LIST, { edit: 'insert', path: ['list'], at: 9, value: 'x' })).toBe(
      LIST.replace('n: 2\n', 'n: 2\n  - x\n'),
    );
    expect(sourceOf(after(LIST, { edit: 'swap', path: ['list'], one: 0, two: 1 })).data).toEqual({
      list: [
        { id: 'b', n: 2 },
        { id: 'a', n: 1 },
      ],
      end: 1,
    });
  });
  it('down to none and up again', () => {
    const none = after(LIST, { edit: 'remove', path: ['list', 0] }, { edit: 'remove', path: ['list', 1] });
    expect(none).toBe('list: [] # of things\n  # first\nend: 1\n');
    const long = {
      id: 'c',
      story: 'A long sentence that nobody would like to read between two brackets, ever.',
    };
    expect(after(none, { edit: 'insert', path: ['list'], at: 0, value: long })).toContain(
      'list:\n  - id: c\n    story: A long',
    );
  });
  it('between brackets', () => {
    const flow = 'a: [one, two, three]\nb: { x: 1, y: 2 }\n';
    expect(after(flow, { edit: 'remove', path: ['a', 0] })).toContain('a: [two, three]\n');
    expect(after(flow, { edit: 'remove', path: ['a', 2] })).toContain('a: [one, two]\n');
    expect(after(flow, { edit: 'remove', path: ['b', 'y'] })).toContain('b: { x: 1 }\n');
    expect(after(flow, { edit: 'insert', path: ['a'], at: 0, value: 'nil' })).toContain('a: [nil, one');
    expect(after(flow, { edit: 'insert', path: ['a'], at: 2, value: 'x' })).toContain('two, x, three]');
    expect(after(flow, { edit: 'swap', path: ['a'], one: 0, two: 2 })).toContain('a: [three, two, one]');
    expect(after(flow, { edit: 'remove', path: ['a', 0] }, { edit: 'remove', path: ['a', 1] })).toContain(
      'a: [three]',
    );
  });
  it('from maps', () => {
    expect(after('a:\n  x: 1 # one\n  y: 2\n', { edit: 'remove', path: ['a', 'x'] })).toBe('a:\n  y: 2\n');
    expect(after('a:\n  x: 1\nb: 1\n', { edit: 'remove', path: ['a', 'x'] })).toBe('a: {}\nb: 1\n');
    expect(after('- id: a\n  n: 1\n'.replace(/^/u, 'l:\n'), { edit: 'remove', path: ['l', 0, 'id'] })).toBe(
      'l:\n- n: 1\n',
    );
  });
});

describe('what is used in several places', () => {
  const text = 'a: &x { m: 1 }\nb: *x\nc: *x\n';
  it('is not changed behind the author’s back', () => {
    expect(refused(text, set(['a', 'm'], 2))).toEqual({ fault: 'shared', name: 'x' });
    expect(refused(text, set(['a'], 2))).toEqual({ fault: 'shared', name: 'x' });
    expect(refused(text, set(['b', 'm'], 2))).toEqual({ fault: 'shared', name: 'x' });
    expect(refused(text, { edit: 'remove', path: ['a'] })).toEqual({ fault: 'shared', name: 'x' });
  });
  it('can be exchanged for something of its own', () => {
    expect(after(text, set(['b'], { m: 2 }))).toBe('a: &x { m: 1 }\nb: { m: 2 }\nc: *x\n');
  });
});

it('what cannot be read is no source, and what cannot be done is refused', () => {
  expect(openSource('a: [1\n')).toEqual([expect.objectContaining({ code: 'not-yaml' })]);
  expect(openSource('a: 1\na: 2\n')).toEqual([expect.objectContaining({ code: 'duplicate-key', line: 2 })]);
  expect(refused('a: [1]\n', set(['a', 7], 1))).toEqual({ fault: 'by-hand' });
  expect(refused('a: [1]\n', { edit: 'swap', path: ['a'], one: 0, two: 4 })).toEqual({ fault: 'by-hand' });
});

/** Every place of a file's data that holds a single value, a list, or a field that can go. */
const placesOf = (
  data: unknown,
  path: Edit['path'] = [],
): readonly { path: Edit['path']; value: unknown }[] =>
  typeof data === 'object' && data !== null
    ? [
        { path, value: data },
        ...(Array.isArray(data)
          ? data.flatMap((item, place) => placesOf(item, [...path, place]))
          : Object.entries(data).flatMap(([key, item]) => placesOf(item, [...path, key]))),
      ]
    : [{ path, value: data }];

const TEXTS = {
  tiny: TINY_TEXT,
  'first-steps': readFileSync('scenarios/first-steps.yaml', 'utf8'),
  'class-45': readFileSync('scenarios/class-45.yaml', 'utf8'),
};
const commentsOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => /^\s*#/u.test(line));
const at = (data: unknown, path: Edit['path']): unknown =>
  path.reduce<unknown>((now, step) => (now as Record<string, unknown>)[step], data);

/** Long enough to stand on several lines. */
const isFolded = ({ value }: { readonly value: unknown }): boolean =>
  typeof value === 'string' && value.length > 140;

describe.each(Object.entries(TEXTS))('in %s', (_, text) => {
  const source = sourceOf(text);
  const all = placesOf(source.data);
  const scalars = all.filter(({ value }) => typeof value !== 'object');
  const lists = all.filter(({ value }) => Array.isArray(value) && value.length > 1);
  const values = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.lorem({ maxCount: 60 }),
    fc.integer(),
    fc.boolean(),
    fc.array(fc.integer(), { maxLength: 5 }),
    fc.dictionary(
      fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== '__proto__'),
      fc.string({ maxLength: 90 }),
      { maxKeys: 4 },
    ),
    fc.constantFrom(
      'no',
      ' ends in a space ',
      'two\nlines',
      '- dash',
      'a: b',
      "it's",
      '#',
      '"',
      '\t',
      'é{victim}',
    ),
  );

  it('an edit of a value changes its own lines alone, and is read as what was written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scalars), values, ({ path }, value) => {
        const made = edited(source, [set(path, value)]);
        if (made.fault !== undefined) throw new Error(JSON.stringify([path, value, made]));
        expect(at(made.source.data, path)).toEqual(value);
        expect(withChanges(text, made.changes)).toBe(made.source.text);
        expect(commentsOf(made.source.text)).toEqual(expect.arrayContaining([...commentsOf(text)]));
        const [first] = made.changes;
        const last = made.changes.at(-1);
        if (first === undefined || last === undefined) return;
        // Before and after: the same letters.
        expect(made.source.text.startsWith(text.slice(0, first.from))).toBe(true);
        expect(made.source.text.endsWith(text.slice(last.to))).toBe(true);
        // One value stands on a few lines: no edit reaches beyond them.
        expect(text.slice(first.from, last.to).split('\n').length).toBeLessThanOrEqual(12);
      }),
      // A lone tab in place of a folded text is not a text that can be folded.
      {
        numRuns: 40,
        examples: scalars
          .filter(isFolded)
          .slice(0, 2)
          .map((place): [typeof place, string] => [place, '\t']),
      },
    );
  });

  it('entries of lists are removed, inserted and swapped, and nothing else is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lists), fc.nat(), fc.nat(), values, (list, one, two, value) => {
        const items = list.value as readonly unknown[];
        const [a, b] = [one % items.length, two % items.length];
        const { path } = list;
        const without = edited(source, [{ edit: 'remove', path: [...path, a] }]);
        if (without.fault !== undefined) throw new Error(JSON.stringify([path, a, without]));
        expect(at(without.source.data, path)).toEqual(items.filter((__, place) => place !== a));
        const more = edited(source, [{ edit: 'insert', path, at: b, value }]);
        if (more.fault !== undefined) throw new Error(JSON.stringify([path, b, value, more]));
        expect(at(more.source.data, path)).toEqual([...items.slice(0, b), value, ...items.slice(b)]);
        expect(commentsOf(more.source.text)).toEqual(expect.arrayContaining([...commentsOf(text)]));
        const c = (a + 1) % items.length;
        const swapped = edited(source, [{ edit: 'swap', path, one: a, two: c }]);
        if (swapped.fault !== undefined) throw new Error(JSON.stringify([path, a, c, swapped]));
        const now = at(swapped.source.data, path) as readonly unknown[];
        expect([now[a], now[c]]).toEqual([items[c], items[a]]);
      }),
      { numRuns: 10 },
    );
  });
});
