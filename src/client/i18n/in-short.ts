import type { KnownOffers } from './deal-events.ts';
import { eventText, verdictOf } from './events.ts';
import { code, listed } from './index.ts';
import type { Names } from './names.ts';
import { positionsInShort, positionsText, type Told } from './positions.ts';

/** What happened as a list tells it. */
export interface Line {
  /** All of it. */
  readonly text: string;
  /** What says most of it in a line or two, where all of it is long. */
  readonly short?: string;
}

/** Characters from which a sentence is long: five lines and more on a phone. */
const LONG = 220;

/** Part of the sentence that its short form may be: who saves a line by it only unfolds it. */
const WORTH_FOLDING = 0.7;

/** Objectors of whom each is named. */
const OBJECTORS = 8;

export const lineOf = (names: Names, { event, positions }: Told, offers?: KnownOffers): Line => {
  const text =
    event.kind === 'position-taken'
      ? positionsText(names, event.by, positions)
      : eventText(names, event, offers);
  const short = text.length < LONG ? undefined : inShort(names, { event, positions }, offers);
  return short === undefined || short.length > text.length * WORTH_FOLDING ? { text } : { text, short };
};

/** Only what is said of many options, or by many delegations, can be told in short; and an offer that the log has told of already, without its terms. */
const inShort = (names: Names, { event, positions }: Told, offers?: KnownOffers): string | undefined => {
  if (event.kind === 'position-taken')
    return code('event.position-taken', {
      by: names.delegation(event.by),
      positions: listed(positionsInShort(names, positions)),
    });
  if (event.kind === 'spoke' && event.positions.length > 0)
    return `${code('event.spoke', {
      by: names.delegation(event.by),
      positions: listed(positionsInShort(names, event.positions)),
    })}.`;
  if (
    event.kind === 'offer-accepted' ||
    event.kind === 'offer-declined' ||
    event.kind === 'offer-withdrawn' ||
    event.kind === 'offer-lapsed'
  )
    return eventText(names, event, offers, 'without terms');
  return event.kind === 'decided' ? verdictOf(names, event, OBJECTORS) : undefined;
};
