import type { Event } from '../../../engine/seat.ts';

/** Milliseconds for which an event is shown at usual speed; 0 for what nobody sees or hears. */
const beatOf = (event: Event): number => {
  switch (event.kind) {
    case 'phase-opened':
      return 2_200;
    case 'incident-struck':
    case 'decided':
    case 'closed':
      return 3_000;
    case 'text-put':
    case 'draft-issued':
    case 'truth-out':
    case 'context-drawn':
    case 'facilitated':
      return 2_000;
    case 'spoke':
    case 'interviewed':
    case 'deal-struck':
    case 'deal-leaked':
    case 'operation-exposed':
    case 'point-agreed':
      return 1_800;
    case 'offered':
    case 'offer-declined':
    case 'responded':
    case 'amended':
    case 'calmed':
    case 'signed':
    case 'explained':
    case 'leak-traced':
    case 'clues-leaked':
    case 'replied':
    case 'group-reported':
    case 'point-of-order':
      return 1_300;
    case 'offer-accepted':
    case 'offer-withdrawn':
    case 'position-taken':
    case 'track-step':
    case 'sponsored':
    case 'agenda-set':
    case 'group-formed':
    case 'operation-ordered':
    case 'operation-done':
    case 'secret-learned':
    case 'mended':
    case 'warned':
    case 'warning-passed':
    case 'clue-found':
    case 'clues-shared':
    case 'leaked':
    case 'instruction-given':
    case 'flexed':
    case 'answered':
      return 700;
    case 'promise-settled':
    case 'promised':
    case 'deed-done':
    case 'tokens-moved':
    case 'conditions-met':
    case 'tension-moved':
    case 'trust-moved':
    case 'instructed':
    case 'opinion-moved':
    case 'damage-eased':
    case 'incident-hidden':
    case 'offer-lapsed':
    case 'scored':
    case 'corrected':
    case 'done':
      return 0;
  }
};

/** Milliseconds for which a move is shown: as long as the longest of what came of it. */
export const beat = (events: readonly Event[]): number => Math.max(0, ...events.map(beatOf));

/** What of a move is said first: what takes longest to look at. `undefined` where nothing was seen. */
export const tellingOf = (events: readonly Event[]): Event | undefined => {
  const [first, ...rest] = events;
  if (first === undefined) return undefined;
  return rest.reduce((best, event) => (beatOf(event) > beatOf(best) ? event : best), first);
};
