import type { Event, Undertaking } from '../../engine/seat.ts';
import { d } from './debrief.ts';
import { eventText } from './events.ts';
import type { Names } from './names.ts';
import { inOneGo, positionsText } from './positions.ts';
import { undertakingText } from './sentences.ts';

const withTerms = (names: Names, act: string, undertakings: readonly Undertaking[]): string =>
  undertakings.length === 0
    ? act
    : d('actTerms', {
        act,
        terms: undertakings
          .map((item) => d('actTerm', { by: names.delegation(item.by), what: undertakingText(names, item) }))
          .join('; '),
      });

/** What somebody did with a move, of the events that say it: an offer and a deal with all their terms. */
export const actText = (names: Names, events: readonly Event[]): string =>
  inOneGo(events)
    .map(({ event, positions }) => {
      if (event.kind === 'position-taken') return positionsText(names, event.by, positions);
      const said = eventText(names, event);
      if (event.kind === 'offered') return withTerms(names, said, event.offer.undertakings);
      return event.kind === 'deal-struck' ? withTerms(names, said, event.deal.undertakings) : said;
    })
    .join(' ');
