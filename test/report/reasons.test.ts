import { describe, expect, it } from 'vitest';
import { behind, foremost } from '../../src/analysis/debrief/index.ts';
import type { Reason } from '../../src/engine/index.ts';
import { namesOf } from '../../src/report/names.ts';
import { reasonWords, whyHtml } from '../../src/report/reasons.ts';
import { all, reasons } from '../client/i18n/samples.ts';
import { against } from '../analysis/debrief/against.ts';
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
    // As beside “better than no agreement, by”: what is gained needs no sign.
    expect(reasonWords(names, { code: 'gains', gain: 440 })).toBe('it serves us, by 4.4');
    expect(reasonWords(names, { code: 'evidence-too-thin', belief: 0.4 })).toContain('40 %');
  });
});

it('a reason that is given no more, in an old file, is passed over', () => {
  // Read as a file is read: its codes are not looked at.
  const old: Reason = JSON.parse('{"code":"already-ours"}');
  expect(reasonWords(namesOf(tiny, 'reasons', false), old)).toBe('as usual');
});

describe('why a text failed', () => {
  const names = namesOf(tiny, 'reasons', false);
  const lines = (worse: readonly number[]): readonly string[] => {
    const { whys, point } = against(worse);
    return whyHtml(names, whys, point).split('\n');
  };

  it('is told by all, where they are few', () => {
    expect(lines([100, 200, 300, 400])).toHaveLength(4);
  });

  it('is told by the four to whom it was worst, where they are many, and how many others there are', () => {
    const said = lines(Array.from({ length: 40 }, (_, k) => k * 100));
    expect(said).toHaveLength(5);
    for (const [place, worth] of ['39.0', '38.0', '37.0', '36.0'].entries())
      expect(said[place]).toContain(worth);
    expect(said[4]).toBe('<p class="why">And 36 others.</p>');
  });

  it('is told as they come, where it was as bad to all', () => {
    const { whys } = against(Array.from({ length: 6 }, () => 100));
    expect(foremost(behind(whys, 6, against([]).point.event)).told.map(({ at }) => at)).toEqual([0, 1, 2, 3]);
  });

  it('is one’s own alone to whoever may read no other', () => {
    const { whys, point } = against(Array.from({ length: 40 }, (_, k) => k * 100));
    const [first] = tiny.delegations;
    const own = whys.filter(({ seat }) => seat === first?.id).length;
    expect(whyHtml(names, whys, point, first?.id)).toContain(`And ${String(own - 4)} others`);
  });
});
