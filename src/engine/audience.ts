import type { Undertaking } from './deal.ts';
import type { Event } from './event.ts';
import type { DelegationId } from './ids.ts';

/** Who witnesses an event: everybody, or these delegations, or (empty) nobody until the game is revealed. */
export const audience = (event: Event): 'all' | readonly DelegationId[] => {
  switch (event.kind) {
    case 'phase-opened':
    case 'done':
    case 'context-drawn':
    case 'tension-moved':
    case 'incident-struck':
    case 'damage-eased':
    case 'truth-out':
    case 'spoke':
    case 'replied':
    case 'position-taken':
    case 'amended':
    case 'draft-issued':
    case 'text-put':
    case 'decided':
    case 'closed':
      return 'all';
    case 'trust-moved':
      return [event.from, event.to];
    case 'instructed':
      return [event.delegation];
    case 'tokens-moved':
      return [event.from, event.to].filter(
        (holder): holder is DelegationId => holder !== 'world' && holder !== 'escrow',
      );
    case 'incident-hidden':
    case 'conditions-met':
    case 'scored':
      return [];
    case 'clue-found':
      return [event.by];
    case 'clues-shared':
      return event.with === 'all' ? 'all' : [event.by, event.with];
    case 'responded':
      if (event.response.kind === 'investigate') return [event.by];
      if (event.response.kind === 'share' && event.response.with !== 'all')
        return [event.by, event.response.with];
      return 'all';
    case 'offered':
      return [event.offer.from, ...event.offer.to];
    case 'offer-accepted':
    case 'offer-declined':
    case 'offer-withdrawn':
    case 'offer-lapsed':
      return event.parties;
    case 'deal-struck':
      return event.deal.open ? 'all' : event.deal.parties;
    case 'deed-done':
      return event.open ? 'all' : sides(event.undertaking);
    case 'promised':
      return event.pledge.open ? 'all' : sides(event.pledge.undertaking);
    case 'promise-settled':
      return event.open ? 'all' : [event.by, event.to];
    case 'answered':
      return [event.by];
  }
};

const sides = (undertaking: Undertaking): readonly DelegationId[] => [undertaking.by, undertaking.to];

/** Whether a seat witnesses an event. The Chair and observers witness what all do. */
export const witnesses = (event: Event, seat: string): boolean => {
  const heard = audience(event);
  return heard === 'all' || heard.some((delegation) => delegation === seat);
};
