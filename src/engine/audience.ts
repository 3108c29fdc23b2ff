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
    case 'clues-leaked':
    case 'track-step':
    case 'point-agreed':
    case 'operation-exposed':
    case 'calmed':
    case 'interviewed':
    case 'opinion-moved':
    case 'deal-leaked':
    case 'leak-traced':
    case 'agenda-set':
    case 'group-formed':
    case 'group-reported':
    case 'sponsored':
    case 'point-of-order':
    case 'signed':
    case 'explained':
    case 'truth-out':
    case 'spoke':
    case 'replied':
    case 'position-taken':
    case 'amended':
    case 'draft-issued':
    case 'text-put':
    case 'decided':
    case 'closed':
    case 'facilitated':
    case 'corrected':
      return 'all';
    case 'trust-moved':
      return [event.from, event.to];
    case 'instructed':
      return [event.delegation];
    case 'instruction-given':
      return [event.to];
    case 'tokens-moved':
      return [event.from, event.to].filter(
        (holder): holder is DelegationId => holder !== 'world' && holder !== 'escrow',
      );
    case 'incident-hidden':
    case 'conditions-met':
    case 'scored':
      return [];
    case 'clue-found':
    case 'mended':
    case 'operation-done':
    case 'secret-learned':
    case 'leaked':
    case 'flexed':
      return [event.by];
    case 'operation-ordered':
      return [event.operation.by];
    case 'warned':
      return [event.warning.of];
    case 'warning-passed':
      return event.to === 'all' ? 'all' : [event.by, event.to];
    case 'clues-shared':
      return event.with === 'all' ? 'all' : [event.by, event.with];
    case 'responded':
      return answering(event);
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

/** Who sees a response to an incident. */
const answering = ({ by, response, inquiry }: Extract<Event, { kind: 'responded' }>) => {
  switch (response.kind) {
    case 'investigate':
    case 'leak':
      return [by];
    case 'assess':
      return inquiry ?? [by];
    case 'share':
      return response.with === 'all' ? 'all' : [by, response.with];
    case 'attribute':
      return response.quiet === true && response.culprit !== undefined ? [by, response.culprit] : 'all';
    case 'inquiry':
    case 'ask':
    case 'assist':
    case 'hotline':
    case 'condemn':
    case 'endorse':
    case 'sanction':
    case 'countermeasure':
      return 'all';
  }
};

const sides = (undertaking: Undertaking): readonly DelegationId[] => [undertaking.by, undertaking.to];

/** Whether a seat witnesses an event. The Chair and observers witness what all do. */
export const witnesses = (event: Event, seat: string): boolean => {
  const heard = audience(event);
  return heard === 'all' || heard.some((delegation) => delegation === seat);
};
