import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cell } from '../../src/report/csv.ts';
import { sha1 } from '../../src/report/sha1.ts';
import { uuidOf } from '../../src/report/xapi.ts';

describe('sheets', () => {
  it('quote what must be quoted, and hold no formula', () => {
    expect(['a', 'a,b', 'say "no"', '=1+1', '-x', 'a\nb'].map(cell)).toEqual([
      'a',
      '"a,b"',
      '"say ""no"""',
      "'=1+1",
      "'-x",
      '"a\nb"',
    ]);
    expect([cell(-3), cell(true)]).toEqual(['-3', 'true']);
  });
});

describe('names of statements', () => {
  it('are UUIDs, the same for the same', () => {
    expect(uuidOf('one')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(uuidOf('one')).toBe(uuidOf('one'));
    expect(uuidOf('one')).not.toBe(uuidOf('two'));
  });

  it('SHA-1 is the one of Node, for texts in any script and of any length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(sha1(text)).toBe(createHash('sha1').update(text).digest('hex'));
      }),
    );
    const long = 'nothing is agreed until everything is agreed '.repeat(50);
    expect(sha1(long)).toBe(createHash('sha1').update(long).digest('hex'));
  });
});
