import type { Offer } from '../engine/seat.ts';
import type { Self } from './own.ts';

/** Offers that one has made oneself in this session, whatever has become of them. */
export const offeredToday = ({ view, own }: Self): readonly Offer[] =>
  view.log.flatMap(({ session, events }) =>
    session === view.session
      ? events.flatMap((event) =>
          event.kind === 'offered' && event.offer.from === own.delegation ? [event.offer] : [],
        )
      : [],
  );
