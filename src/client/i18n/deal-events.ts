import type { DelegationId, Event, Offer, Undertaking } from '../../engine/seat.ts';
import { code, listed, listedNames } from './index.ts';
import type { Names } from './names.ts';
import { undertakingText } from './sentences.ts';

type DealEvent = Extract<
  Event,
  {
    kind:
      | 'offered'
      | 'offer-accepted'
      | 'offer-declined'
      | 'offer-withdrawn'
      | 'offer-lapsed'
      | 'deal-struck'
      | 'tokens-moved';
  }
>;

/** Offers by their identity, for events that only name one: of a log that tells of their making. */
export type KnownOffers = ReadonlyMap<string, Offer>;

/** Whether the terms of an offer are told anew where it is answered or ends. */
export type Terms = 'with terms' | 'without terms';

/** What happened to offers and what changed hands, in a sentence. An offer that is not known is “an offer”; terms are told only with `offers`. */
export const dealText = (
  names: Names,
  event: DealEvent,
  offers?: KnownOffers,
  again: Terms = 'with terms',
): string => {
  const who = names.delegation;
  switch (event.kind) {
    case 'offered': {
      const { from, to, undertakings } = event.offer;
      return code(offers === undefined ? 'event.offered' : 'event.offered-terms', {
        from: who(from),
        to: listedNames(to.map(who)),
        terms: termsText(names, undertakings),
      });
    }
    case 'offer-accepted':
    case 'offer-declined':
      return code(`event.${event.kind}`, {
        by: who(event.by),
        offer: offerText(names, offers?.get(event.offer), again),
      });
    case 'offer-withdrawn': {
      const offer = offers?.get(event.offer);
      return offer === undefined
        ? code('event.offer-withdrawn', { by: who(event.by) })
        : code(again === 'with terms' ? 'event.offer-withdrawn-terms' : 'event.offer-withdrawn-to', {
            by: who(event.by),
            to: listedNames(offer.to.map(who)),
            terms: termsText(names, offer.undertakings),
          });
    }
    case 'offer-lapsed': {
      const offer = offers?.get(event.offer);
      return offer === undefined
        ? code('event.offer-lapsed')
        : code(again === 'with terms' ? 'event.offer-lapsed-terms' : 'event.offer-lapsed-of', {
            from: who(offer.from),
            to: listedNames(offer.to.map(who)),
            terms: termsText(names, offer.undertakings),
          });
    }
    case 'deal-struck': {
      const { parties, undertakings } = event.deal;
      return code(offers === undefined ? 'event.deal-struck' : 'event.deal-struck-terms', {
        parties: listed(parties.map(who)),
        terms: termsText(names, undertakings),
      });
    }
    case 'tokens-moved':
      return movedText(names, event);
  }
};

/** What is given, in words, and by whom. */
interface Given {
  readonly by: readonly DelegationId[];
  readonly said: readonly string[];
}

/**
 * Who gives what, giver by giver. What is undertaken towards several is said once, and so is a promise about a text that several make
 * in the same words: whoever they are, such a promise names no giver.
 */
export const givenBy = (
  undertakings: readonly Undertaking[],
  say: (item: Undertaking) => string,
): readonly Given[] => {
  const lines = new Map<string, { readonly by: Set<DelegationId>; readonly said: string }>();
  for (const item of undertakings) {
    const said = say(item);
    const shared = item.kind === 'oppose' || item.kind === 'join';
    const line = JSON.stringify([shared ? '' : item.by, said]);
    const known = lines.get(line) ?? { by: new Set(), said };
    lines.set(line, known);
    known.by.add(item.by);
  }
  const groups = new Map<string, { readonly by: readonly DelegationId[]; readonly said: string[] }>();
  for (const { by, said } of lines.values()) {
    const together = JSON.stringify([...by].toSorted());
    const group = groups.get(together) ?? { by: [...by], said: [] };
    groups.set(together, group);
    group.said.push(said);
  }
  return [...groups.values()];
};

/** Who gives what, in a clause. */
export const termsText = (names: Names, undertakings: readonly Undertaking[]): string =>
  givenBy(undertakings, (item) => undertakingText(names, item))
    .map(({ by, said }) =>
      code(by.length > 1 ? 'event.terms-each' : 'event.terms', {
        by: listed(by.map(names.delegation)),
        terms: listed(said),
      }),
    )
    .join('; ');

const offerText = (names: Names, offer: Offer | undefined, again: Terms): string =>
  offer === undefined
    ? code('event.offer-some')
    : code(again === 'with terms' ? 'event.offer-of' : 'event.offer-from', {
        from: names.delegation(offer.from),
        terms: termsText(names, offer.undertakings),
      });

/** Tokens go from one to another, to or from the world, or into and out of what is held until adoption. */
const movedText = (names: Names, event: Extract<Event, { kind: 'tokens-moved' }>): string => {
  const { from, to, amount: count } = event;
  const values = { count, token: names.token(event.token) };
  if (to === 'world') return code('event.tokens-spent', { ...values, from: names.delegation(from) });
  if (to === 'escrow') return code('event.tokens-held', { ...values, from: names.delegation(from) });
  if (from === 'world') return code('event.tokens-won', { ...values, to: names.delegation(to) });
  if (from === 'escrow') return code('event.tokens-released', { ...values, to: names.delegation(to) });
  return code('event.tokens-given', {
    ...values,
    from: names.delegation(from),
    to: names.delegation(to),
  });
};
