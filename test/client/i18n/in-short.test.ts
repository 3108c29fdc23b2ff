import { describe, expect, it } from 'vitest';
import { dealText } from '../../../src/client/i18n/deal-events.ts';
import { lineOf } from '../../../src/client/i18n/in-short.ts';
import { namesOf } from '../../../src/client/i18n/names.ts';
import { asDelegation, asOffer, type Event, type Offer } from '../../../src/engine/seat.ts';
import { smallScenario } from '../../engine/small.ts';
import { tiny } from '../../fixtures/index.ts';

const names = namesOf(tiny);
const kest = asDelegation('KEST');
const mara = asDelegation('MARA');

/** Supports everything that the draft could say: terms of many lines. */
const long: Offer = {
  id: asOffer('offer-1'),
  from: mara,
  to: [kest],
  undertakings: tiny.articles.flatMap((article) =>
    article.options.map((_, option) => ({
      kind: 'position' as const,
      by: mara,
      to: kest,
      provision: { article: article.id, option },
      stance: 'support' as const,
    })),
  ),
  open: true,
  expires: 0,
  accepted: [],
  because: [],
};
const brief: Offer = { ...long, undertakings: long.undertakings.slice(0, 1) };
const ENDS = [
  { kind: 'offer-accepted', offer: long.id, by: kest, parties: [mara, kest], because: [{ code: 'gains' }] },
  {
    kind: 'offer-declined',
    offer: long.id,
    by: kest,
    parties: [mara, kest],
    because: [{ code: 'too-early' }],
    wouldChange: [{ kind: 'later' }],
  },
  { kind: 'offer-withdrawn', offer: long.id, by: mara, parties: [mara, kest] },
  { kind: 'offer-lapsed', offer: long.id, parties: [mara, kest] },
] as const satisfies readonly Event[];

const told = (event: Event, offer: Offer) =>
  lineOf(names, { event, positions: [] }, new Map([[offer.id, offer]]));

describe('what became of an offer with long terms, in short', () => {
  it.each(ENDS)('$kind: whose it was and all that was said, without the terms', (event) => {
    const { text, short = '' } = told(event, long);
    const terms = dealText(names, { kind: 'offered', offer: long }, new Map()).replace(/^[^(]*/u, '');
    expect(text).toContain(terms.slice(0, -1));
    expect(short).toBe(text.replace(` ${terms.slice(0, -1)}`, ''));
    expect(short).toContain(names.delegation(mara));
  });

  it.each(ENDS)(
    '$kind: is told in full where the terms are brief, or the log does not know them',
    (event) => {
      expect(told(event, brief).short).toBeUndefined();
      expect(lineOf(names, { event, positions: [] }, new Map()).short).toBeUndefined();
    },
  );
});

describe('a text that many were against, in short', () => {
  const hall = smallScenario({ delegations: 16, articles: 3, options: 2 });
  const fallen = (method: 'consensus' | 'vote', against: number): Event => ({
    kind: 'decided',
    method,
    text: hall.articles.map(() => 1),
    adopted: false,
    valid: true,
    answers: hall.delegations.slice(0, against).map(({ id: by }) => ({
      by,
      answer: method === 'vote' ? 'no' : 'object',
      articles: hall.articles.map(({ id }) => id),
      because: hall.articles.map(({ id: article }) => ({ code: 'red-line', article })),
    })),
  });
  const namedIn = (line = ''): readonly string[] => line.match(/State \d+/gu) ?? [];

  it.each(['consensus', 'vote'] as const)(
    'by %s: names each of up to eight who were, and says of more only how many',
    (method) => {
      const all = hall.delegations.map(({ id }) => namesOf(hall).delegation(id));
      for (let against = 2; against <= all.length; against += 1) {
        const { text, short } = lineOf(namesOf(hall), { event: fallen(method, against), positions: [] });
        expect(new Set(namedIn(text))).toEqual(new Set(all.slice(0, against)));
        expect(namedIn(short)).toEqual(against <= 8 ? all.slice(0, against) : []);
        expect(short?.includes(`${String(against)} delegations`)).toBe(against > 8);
      }
    },
  );
});
