import type { Event, Offer } from '../../engine/seat.ts';
import { eventText } from './events.ts';
import type { Names } from './names.ts';
import { inOneGo, positionsText } from './positions.ts';

/** What somebody did with a move. */
export interface Act {
  /** The events that say it. */
  readonly events: readonly Event[];
  /** The offer that was answered or taken back. */
  readonly offer?: Offer;
}

/** An act in words: an offer and the answer to one with all terms. Those of a deal were just told with its acceptance. */
export const actText = (names: Names, { events, offer }: Act): string => {
  const offers = new Map(offer === undefined ? [] : [[offer.id, offer]]);
  return inOneGo(events)
    .map(({ event, positions }) => {
      if (event.kind === 'position-taken') return positionsText(names, event.by, positions);
      return event.kind === 'deal-struck' ? eventText(names, event) : eventText(names, event, offers);
    })
    .join(' ');
};
