import type { ActOf, Case, Judged } from './judging.ts';
import { isFacilitator, personOf, present, type Room } from './room.ts';

/** Milliseconds for which a short code is good: long enough to read it out and type it. */
export const CODE_FOR = 300_000;

/**
 * A short code for another device. For one's own seat, or by a facilitator for somebody's. Not for whoever runs the room: that much
 * power stays behind keys that nobody can guess.
 */
export const judgeDeviceCode = (
  { room, by, at, fresh }: Case,
  { person: id }: ActOf<'device-code'>,
): Judged => {
  const person = id === undefined ? by : personOf(room, id);
  if (person === undefined) return { refused: 'no-such-person', person: id ?? '' };
  if (isFacilitator(person) || (person.id !== by.id && !isFacilitator(by)))
    return { refused: 'not-your-right' };
  const until = at + CODE_FOR;
  return {
    facts: [{ fact: 'coded', person: person.id, codeHash: fresh.keyHash, until }],
    answer: { until },
  };
};

/** Somebody types a short code: the seat that it is for gets one more key, and the code is used up. */
export const judgeRedeem = (room: Room, at: number, codeHash: string, keyHash: string): Judged => {
  const person = present(room).find(({ code }) => code?.hash === codeHash && at < code.until);
  if (person === undefined) return { refused: 'wrong-code' };
  return {
    facts: [{ fact: 'keyed', person: person.id, keyHash, only: false, coded: true }],
    answer: { person: person.id },
  };
};
