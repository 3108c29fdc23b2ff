import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBy, furthered, textWith } from '../../../src/client/panels/play/change.ts';
import {
  besides,
  declineChanges,
  declineFacts,
  declineReasons,
} from '../../../src/client/panels/play/decline-choices.ts';
import { reason as reasonSchema, wouldChange } from '../../../src/protocol/deal.ts';
import {
  asArticle,
  asDelegation,
  asPromise,
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
    // What somebody stands against is not worked for.
    const oppose: Undertaking = {
      kind: 'oppose',
      by: kest,
      to: mara,
      containing: [{ article: shield, option: 1 }],
    };
    expect(furthered([tokens, join, oppose, support(mara, kest, proof, 2)])).toEqual([
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
  it('asks for no more tokens than whoever offers can have had', () => {
    for (const { id: from, tokens } of tiny.delegations) {
      const most = (of: string): number => tokens[tiny.tokens.findIndex(({ id }) => id === of)]?.max ?? 0;
      const beyond = declineChanges(tiny, kest, { from, undertakings: [] }).filter(
        (change) => change.kind === 'tokens' && change.amount > most(change.token),
      );
      expect(beyond).toEqual([]);
    }
  });

  const [token, concession] = [tiny.tokens[0]?.id, tiny.concessions[0]?.id];
  if (token === undefined || concession === undefined) throw new Error('tiny has no tokens or concessions');
  const asked = (by: typeof kest, to: typeof kest): fc.Arbitrary<Undertaking> =>
    fc.oneof(
      fc
        .record({ amount: fc.integer({ min: 1, max: 6 }), adoption: fc.boolean() })
        .map(({ amount, adoption }): Undertaking => ({
          kind: 'tokens',
          by,
          to,
          token,
          amount,
          when: adoption ? { on: 'adoption', containing: [] } : { on: 'now' },
        })),
      fc.constant<Undertaking>({ kind: 'deed', by, to, concession, when: { on: 'now' } }),
      fc.constantFrom(1, 2).map((option) => support(by, to, proof, option)),
      fc.constant<Undertaking>({
        kind: 'join',
        by,
        to,
        containing: [
          { article: fund, option: 1 },
          { article: shield, option: 1 },
        ],
      }),
      fc.constant<Undertaking>({ kind: 'restraint', by, to, through: 2 }),
    );
  const anyPackage = fc.array(fc.oneof(asked(kest, mara), asked(mara, kest)), { minLength: 1, maxLength: 5 });

  it('everything asked of oneself can be left out, and nothing else; of tokens less can be given', () => {
    fc.assert(
      fc.property(anyPackage, (undertakings) => {
        const changes = declineChanges(tiny, kest, { from: mara, undertakings });
        const mine = undertakings.filter(({ by }) => by === kest);
        const has = (kind: Undertaking['kind']): boolean => mine.some((item) => item.kind === kind);
        const said = new Set(changes.map(({ kind }) => kind));
        expect(said.has('without-tokens')).toBe(has('tokens'));
        expect(said.has('without-concession')).toBe(has('deed'));
        expect(said.has('without-join')).toBe(has('join'));
        expect(said.has('without-restraint')).toBe(has('restraint'));
        const most = Math.max(0, ...mine.map((item) => (item.kind === 'tokens' ? item.amount : 0)));
        const fewer = changes.flatMap((item) => (item.kind === 'fewer-tokens' ? [item.amount] : []));
        expect(fewer.toSorted((a, b) => a - b)).toEqual(
          Array.from({ length: Math.max(0, most - 1) }, (_, place) => place + 1),
        );
        expect(changes.filter((item) => !wouldChange.safeParse(item).success)).toEqual([]);
      }),
    );
  });

  it('of each thing one change can be said, and that nothing would help only alone', () => {
    fc.assert(
      fc.property(anyPackage, fc.infiniteStream(fc.nat()), (undertakings, picks) => {
        const changes = declineChanges(tiny, kest, { from: mara, undertakings });
        // Whatever is chosen next, until nothing is left to be chosen.
        let chosen: typeof changes = [];
        for (let left = changes; left.length > 0; left = besides(changes, chosen)) {
          const next = left[(picks.next().value ?? 0) % left.length];
          if (next !== undefined) chosen = [...chosen, next];
        }
        expect(new Set(chosen.map((item) => JSON.stringify(item))).size).toBe(chosen.length);
        expect(chosen.length === 1 || chosen.every(({ kind }) => kind !== 'nothing')).toBe(true);
        for (const more of [true, false]) {
          const amounts = chosen.filter(({ kind }) =>
            more ? kind === 'tokens' : kind === 'fewer-tokens' || kind === 'without-tokens',
          );
          const tokens = amounts.map((item) => ('token' in item ? item.token : ''));
          expect(new Set(tokens).size).toBe(tokens.length);
        }
      }),
    );
  });

  it('what cannot be done, and a broken word, are reasons where the table shows them', () => {
    const own = { delegation: kest, tokens: tiny.tokens.map(() => 2) };
    const nothing = { deeds: [], pending: [], pledges: [], log: [] };
    const deed: Undertaking = { kind: 'deed', by: kest, to: mara, concession, when: { on: 'now' } };
    const done = (by: typeof kest) =>
      ({ kind: 'deed', by, to: mara, concession, when: { on: 'now' } }) as const;
    const giving = (amount: number): Undertaking => ({
      kind: 'tokens',
      by: kest,
      to: mara,
      token,
      amount,
      when: { on: 'now' },
    });
    const facts = (view: Partial<Parameters<typeof declineFacts>[1]>, ...undertakings: Undertaking[]) =>
      declineFacts(tiny, { ...nothing, ...view }, own, { from: mara, undertakings });
    expect(facts({}, deed, giving(2))).toEqual([]);
    expect(facts({}, giving(1), giving(2))).toEqual([{ code: 'not-enough-tokens', token }]);
    expect(facts({ deeds: [done(kest)] }, deed)).toEqual([{ code: 'given-elsewhere', what: concession }]);
    // What somebody else has done is one's own to do all the same.
    expect(facts({ deeds: [done(mara)] }, deed)).toEqual([]);
    const log = (by: typeof kest, to: typeof kest, state: 'broken' | 'kept') => {
      const event = {
        kind: 'promise-settled',
        pledge: asPromise('promise-1'),
        by,
        to,
        state,
        open: false,
      } as const;
      return { log: [{ session: 0, phase: 'corridor' as const, events: [event] }] };
    };
    expect(facts(log(mara, kest, 'broken'))).toEqual([{ code: 'broken-promise', by: mara }]);
    expect(facts(log(mara, kest, 'kept'))).toEqual([]);
    expect(facts(log(kest, mara, 'broken'))).toEqual([]);
    expect(facts(log(mara, asDelegation('TOLV'), 'broken'))).toEqual([]);
    for (const said of facts({ deeds: [done(kest)] }, deed, giving(9)))
      expect(reasonSchema.safeParse(said).success).toBe(true);
  });
});
