import type { DelegationId, Event, Offer, Undertaking, View } from '../../../engine/seat.ts';
import type { Mat, PackageFate } from '../contract.ts';
import { EMPTY_MAT } from '../wire.ts';

/** What lies on the mat in a film, and what is to be said of it. */
export interface Lying {
  readonly mat: Mat;
  readonly about: { readonly giver?: DelegationId; readonly fate?: PackageFate };
}

const fateIn = (events: readonly Event[], { id }: Offer): PackageFate => {
  for (const event of events)
    if ('offer' in event && event.offer === id)
      switch (event.kind) {
        case 'deal-struck':
          return 'taken';
        case 'offer-declined':
          return 'declined';
        case 'offer-withdrawn':
          return 'withdrawn';
        case 'offer-lapsed':
          return 'lapsed';
        case 'offered':
        case 'offer-accepted':
          break;
      }
  return 'waiting';
};

/** The offer that was last made or answered in this phase. */
const lastOffer = (events: readonly Event[]): Offer | undefined => {
  const made = events.flatMap((event) => (event.kind === 'offered' ? [event.offer] : []));
  const spoken = events.findLast(
    (event) =>
      event.kind === 'offered' ||
      event.kind === 'deal-struck' ||
      event.kind === 'offer-accepted' ||
      event.kind === 'offer-declined',
  );
  if (spoken === undefined) return undefined;
  return spoken.kind === 'offered' ? spoken.offer : made.find(({ id }) => id === spoken.offer);
};

/** What is undertaken towards several lies there once. */
const once = (undertakings: readonly Undertaking[]): readonly Undertaking[] => {
  const said = undertakings.map(({ to: _to, ...rest }) => JSON.stringify(rest));
  return undertakings.filter((_, place) => said.indexOf(said[place] ?? '') === place);
};

/**
 * In the corridor the package that is spoken of lies on the mat: between oneself and the other, or, seen by nobody's eyes, between
 * whoever made it and whom it was made to.
 */
export const packageOf = (view: View): Lying => {
  const events = view.log.at(-1)?.events ?? [];
  const offer = view.phase === 'corridor' ? lastOffer(events) : undefined;
  if (offer === undefined) return { mat: EMPTY_MAT, about: {} };
  const [to] = offer.to;
  const me = view.own?.delegation;
  const partner = me === undefined || offer.from === me ? to : offer.from;
  return {
    mat: {
      ...(partner === undefined ? {} : { partner }),
      undertakings: me === undefined ? once(offer.undertakings) : offer.undertakings,
      open: offer.open,
    },
    about: { fate: fateIn(events, offer), ...(me === undefined ? { giver: offer.from } : {}) },
  };
};
