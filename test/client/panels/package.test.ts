import { describe, expect, it } from 'vitest';
import { changeBy, furthered, textWith } from '../../../src/client/panels/play/change.ts';
import { declineChanges, declineReasons } from '../../../src/client/panels/play/decline-choices.ts';
import {
  asArticle,
  asDelegation,
  asToken,
  type Mandate,
  type Undertaking,
} from '../../../src/engine/seat.ts';
import { tiny } from '../../fixtures/index.ts';

const [shield, proof, fund] = [asArticle('SHIELD'), asArticle('PROOF'), asArticle('FUND')];
const [kest, mara] = [asDelegation('KEST'), asDelegation('MARA')];

/** Worked by hand: SHIELD named +9.00, PROOF publish −4.00, both together +1.50 more; FUND fund is a red line. */
const mandate: Mandate = {
  table: [
    [0, 200, 1100],
    [0, 500, 100],
    [0, 100, 300],
  ],
  pairs: [{ a: 0, o: 2, b: 1, p: 2, worth: 150 }],
  base: 0,
  redLines: [{ article: fund, option: 2 }],
  reservation: 1000,
  tokenWorth: [],
  costs: [],
  gains: [],
  points: [],
  vows: [],
  tensionStake: 0,
  damageStake: 0,
  faceStake: 0,
  raw: { weights: [], values: [], pairs: [] },
};
const standing = [1, 1, 0];

const support = (by: typeof kest, to: typeof kest, article: typeof shield, option: number): Undertaking => ({
  kind: 'position',
  by,
  to,
  provision: { article, option },
  stance: 'support',
});

describe('what a package would do to the text', () => {
  it('puts provisions in their places and leaves the rest as it stands', () => {
    expect(textWith(tiny, standing, [{ article: fund, option: 1 }])).toEqual([1, 1, 1]);
    expect(textWith(tiny, standing, [{ article: asArticle('MOON'), option: 1 }])).toEqual(standing);
  });
  it('of two provisions for one article the later counts', () => {
    const both = [1, 2].map((option) => ({ article: fund, option }));
    expect(textWith(tiny, standing, both)).toEqual([1, 1, 2]);
  });
  it('counts linkages once both halves stand', () => {
    expect(changeBy(tiny, mandate, standing, [{ article: shield, option: 2 }])).toBe(900);
    expect(changeBy(tiny, mandate, standing, [{ article: proof, option: 2 }])).toBe(-400);
    const both = [shield, proof].map((article) => ({ article, option: 2 }));
    expect(changeBy(tiny, mandate, standing, both)).toBe(900 - 400 + 150);
  });
  it('tokens further nothing; support and a condition of joining do', () => {
    const tokens: Undertaking = {
      kind: 'tokens',
      by: kest,
      to: mara,
      token: asToken('experts'),
      amount: 1,
      when: { on: 'now' },
    };
    const join: Undertaking = {
      kind: 'join',
      by: kest,
      to: mara,
      containing: [{ article: fund, option: 1 }],
    };
    expect(furthered([tokens, join, support(mara, kest, proof, 2)])).toEqual([
      { article: fund, option: 1 },
      { article: proof, option: 2 },
    ]);
  });
});

describe('what can be said in declining', () => {
  const codes = (undertakings: readonly Undertaking[]): readonly string[] =>
    declineReasons(tiny, mandate, standing, { from: mara, undertakings }).map(({ code }) => code);

  it('a red line is named only where the package would cross it, and first', () => {
    expect(codes([support(kest, mara, fund, 2)])[0]).toBe('red-line');
    expect(codes([support(kest, mara, fund, 1)])).not.toContain('red-line');
  });
  it('an article hurts only if it takes something away', () => {
    expect(codes([support(kest, mara, proof, 2)])[0]).toBe('article-hurts');
    expect(codes([support(kest, mara, shield, 2)])).not.toContain('article-hurts');
  });
  it('no reason carries a figure of one’s own mandate', () => {
    const reasons = declineReasons(tiny, mandate, standing, {
      from: mara,
      undertakings: [support(kest, mara, proof, 2), support(kest, mara, fund, 2)],
    });
    for (const reason of reasons) {
      expect(Object.keys(reason)).not.toContain('gain');
      expect(Object.keys(reason)).not.toContain('loss');
      expect(Object.keys(reason)).not.toContain('short');
    }
  });
  it('only what was asked of oneself can be left out', () => {
    const changes = declineChanges(tiny, kest, {
      from: mara,
      undertakings: [
        support(kest, mara, proof, 2),
        support(mara, kest, shield, 2),
        // Asked of a third party: not one's own to leave out.
        support(asDelegation('TOLV'), mara, fund, 1),
      ],
    });
    const left = changes.filter(({ kind }) => kind === 'not-provision');
    expect(left).toEqual([{ kind: 'not-provision', provision: { article: proof, option: 2 } }]);
  });
  it('asks for a concession only of whoever can give it, and has not offered it', () => {
    for (const { id: from } of tiny.delegations) {
      const givable = tiny.concessions.filter(({ givers }) =>
        givers.some(({ delegation }) => delegation === from),
      );
      const asked = declineChanges(tiny, kest, { from, undertakings: [] }).flatMap((item) =>
        item.kind === 'concession' ? [item.concession] : [],
      );
      expect(asked).toEqual(givable.map(({ id }) => id));
      for (const { id } of givable) {
        const offered: Undertaking = {
          kind: 'deed',
          by: from,
          to: kest,
          concession: id,
          when: { on: 'now' },
        };
        expect(declineChanges(tiny, kest, { from, undertakings: [offered] })).not.toContainEqual({
          kind: 'concession',
          concession: id,
        });
      }
    }
  });
});
