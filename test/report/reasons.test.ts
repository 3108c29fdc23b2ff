import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/engine/index.ts';
import { namesOf } from '../../src/report/names.ts';
import { reasonWords } from '../../src/report/reasons.ts';
import { all, reasons } from '../client/i18n/samples.ts';
import { tiny } from '../fixtures/index.ts';

describe('reasons in a report', () => {
  it.each([false, true])('every code has its words, without names: %s', (anonymous) => {
    const names = namesOf(tiny, 'reasons', anonymous);
    for (const reason of all(reasons)) {
      const said = reasonWords(names, reason);
      expect(said, reason.code).not.toMatch(/\{\{|undefined|NaN|\[object|reason\.|^\s*$/u);
      expect(said, reason.code).not.toMatch(/\b(?:KEST|MARA|TOLV|SHIELD|FUND|PROOF)\b/u);
      if (!anonymous) continue;
      for (const { name, placard } of tiny.delegations)
        for (const called of [name, placard])
          expect(said, reason.code).not.toContain(called[tiny.language] ?? '');
    }
  });

  it('with its own number wherever there is one', () => {
    const names = namesOf(tiny, 'reasons', false);
    expect(reasonWords(names, { code: 'worse-than-no-agreement', short: 250 })).toContain('2.5');
    expect(reasonWords(names, { code: 'unbalanced', gain: -120 })).toContain('−1.2');
    expect(reasonWords(names, { code: 'evidence-too-thin', belief: 0.4 })).toContain('40 %');
  });
});

it('a reason that is given no more, in an old file, is passed over', () => {
  // Read as a file is read: its codes are not looked at.
  const old: Reason = JSON.parse('{"code":"already-ours"}');
  expect(reasonWords(namesOf(tiny, 'reasons', false), old)).toBe('as usual');
});
