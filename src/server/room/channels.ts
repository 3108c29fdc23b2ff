import type { ChannelId } from '../../protocol/index.ts';
import type { Chairable } from './fact.ts';
import { seatsOf, type Person, type Room } from './room.ts';

/** Seats that belong to a channel, read from its name; `undefined` if there is no such channel in this room. */
export const membersOf = (room: Room, channel: ChannelId): readonly Chairable[] | undefined => {
  if (channel === 'floor') return seatsOf(room);
  const [kind = '', ...names] = channel.split(':');
  const seats = names.map((name) => seatsOf(room).find((seat) => seat === name));
  const known = seats.filter((seat) => seat !== undefined);
  if (known.length < seats.length || new Set(known).size < known.length) return undefined;
  const sorted = known.toSorted(bySpelling).join() === known.join();
  switch (kind) {
    case 'team':
      return known.length === 1 ? known : undefined;
    case 'pair':
      return known.length === 2 && sorted ? known : undefined;
    case 'group':
      return known.length > 2 && sorted ? known : undefined;
    default:
      return undefined;
  }
};

const bySpelling = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The one name of the channel of these seats. */
export const channelOf = (room: Room, wanted: readonly string[]): ChannelId | undefined => {
  const seats = [...new Set(wanted)].toSorted(bySpelling);
  const name = `${seats.length === 1 ? 'team' : seats.length === 2 ? 'pair' : 'group'}:${seats.join(':')}`;
  return membersOf(room, name) === undefined ? undefined : name;
};

/** The seat in whose name somebody reads and speaks: members and the Chair, and their advisers and secretariat. */
export const voiceOf = (person: Person): Chairable | undefined =>
  person.role === 'member' ||
  person.role === 'chair' ||
  person.role === 'adviser' ||
  person.role === 'secretariat'
    ? person.seat
    : undefined;
