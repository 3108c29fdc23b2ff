import type { Event, View } from '../../../../engine/seat.ts';

/** Of what everybody has witnessed: what a newspaper would print. */
const PRINTED: readonly Event['kind'][] = [
  'facilitated',
  'incident-struck',
  'truth-out',
  'context-drawn',
  'draft-issued',
  'text-put',
  'decided',
  'interviewed',
  'deal-struck',
  'deal-leaked',
  'leak-traced',
  'clues-leaked',
  'operation-exposed',
  'point-agreed',
  'responded',
  'replied',
  'spoke',
  'amended',
  'signed',
  'closed',
];

/** Speeches: on the floor there is one after the other, and each would push the news off the wall. */
const TALK: readonly Event['kind'][] = ['spoke', 'responded', 'replied'];

/**
 * At most so many events of the last three phases, the newest first. Where there are more, speeches give way to what happened; the last
 * of them stays.
 */
export const printed = ({ log }: Pick<View, 'log'>, most: number): readonly Event[] => {
  const found = log
    .slice(-3)
    .flatMap(({ events }) => events)
    .filter(({ kind }) => PRINTED.includes(kind));
  const talk = found.filter(({ kind }) => TALK.includes(kind));
  const happened = found.length - talk.length;
  const heard = new Set(talk.slice(-Math.max(1, most - happened)));
  return found
    .filter((event) => heard.has(event) || !TALK.includes(event.kind))
    .slice(-most)
    .toReversed();
};
