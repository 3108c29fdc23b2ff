import type { OpenRole, RoomRefusal } from '../../protocol/index.ts';
import type { Chairable, Fact } from './fact.ts';
import { happens, NOTHING, type ActOf, type Case, type Judged } from './judging.ts';
import { nameIn } from './names.ts';
import {
  isFacilitator,
  isOpenSeat,
  personOf,
  playersOf,
  present,
  seatsOf,
  standInOf,
  type Person,
  type Room,
} from './room.ts';

/** People in one room at most, observers and all. */
export const MOST_PEOPLE = 60;

export interface Newcomer {
  readonly name: string;
  readonly role: OpenRole;
  readonly seat?: string;
  readonly keyHash: string;
}

/** Somebody comes in by the code. */
export const judgeJoin = (room: Room, { name: raw, role, seat: wanted, keyHash }: Newcomer): Judged => {
  if (room.stage === 'ended') return { refused: 'room-closed' };
  if (!room.settings.joining) return { refused: 'joining-closed' };
  if (!room.settings.open.includes(role)) return { refused: 'role-not-open', role };
  if (present(room).length >= MOST_PEOPLE) return { refused: 'room-full', most: MOST_PEOPLE };
  const named = nameIn(room, raw);
  if (named.refused !== undefined) return named;
  const chosen = room.settings.choosing ? wanted : undefined;
  const place = placeFor(room, role, chosen);
  if ('refused' in place) return place;
  const person = `p${room.counters.people + 1}`;
  const { seat } = place;
  return {
    facts: [
      { fact: 'came', person, name: named.name, role, ...(seat === undefined ? {} : { seat }), keyHash },
    ],
    answer: { person },
  };
};

/**
 * Where a role sits: in the delegation that was asked for, or in the open one with fewest people. Whoever is moved by a facilitator can
 * be put into a closed one, too.
 */
const placeFor = (
  room: Room,
  role: OpenRole,
  wanted: string | undefined,
  moving?: Person,
): { readonly seat?: Chairable } | RoomRefusal => {
  switch (role) {
    case 'press':
    case 'observer':
      return {};
    case 'secretariat':
      return { seat: 'chair' };
    case 'chair': {
      const others = playersOf(room, 'chair').filter((person) => person.id !== moving?.id);
      return others.length >= room.settings.teamSize
        ? { refused: 'seat-full', most: room.settings.teamSize }
        : { seat: 'chair' };
    }
    case 'member':
    case 'adviser':
      return delegationFor(room, role, wanted, moving);
  }
};

const delegationFor = (
  room: Room,
  role: OpenRole,
  wanted: string | undefined,
  moving: Person | undefined,
): { readonly seat: Chairable } | RoomRefusal => {
  const most = room.settings.teamSize;
  const inSeat = (seat: Chairable): number =>
    present(room).filter((person) => person.seat === seat && person.role === role && person.id !== moving?.id)
      .length;
  const delegations = seatsOf(room).filter((seat) => seat !== 'chair');
  if (wanted !== undefined) {
    const seat = delegations.find((id) => id === wanted);
    if (seat === undefined) return { refused: 'no-such-seat', seat: wanted };
    if (moving === undefined && !isOpenSeat(room, seat)) return { refused: 'seat-closed', seat };
    return inSeat(seat) >= most ? { refused: 'seat-full', most } : { seat };
  }
  const [fewest] = delegations
    .filter((seat) => isOpenSeat(room, seat) && inSeat(seat) < most)
    .toSorted((a, b) => inSeat(a) - inSeat(b));
  return fewest === undefined ? { refused: 'seat-full', most } : { seat: fewest };
};

export const judgeSeat = ({ room }: Case, { person: id, role, seat: wanted }: ActOf<'seat'>): Judged => {
  const person = personOf(room, id);
  if (person === undefined) return { refused: 'no-such-person', person: id };
  if (isFacilitator(person) || person.role === 'projector') return { refused: 'not-your-right' };
  const place = placeFor(room, role, wanted, person);
  if ('refused' in place) return place;
  const { seat } = place;
  if (person.role === role && person.seat === seat) return NOTHING;
  return happens({ fact: 'placed', person: id, role, ...(seat === undefined ? {} : { seat }) });
};

export const judgeHead = ({ room }: Case, { person: id }: ActOf<'head'>): Judged => {
  const person = personOf(room, id);
  if (person === undefined) return { refused: 'no-such-person', person: id };
  if (person.role !== 'member' && person.role !== 'chair') return { refused: 'not-your-right' };
  return person.head ? NOTHING : happens({ fact: 'headed', person: id });
};

export const judgeName = (room: Room, id: string, raw: string): Judged => {
  const person = personOf(room, id);
  if (person === undefined) return { refused: 'no-such-person', person: id };
  const named = nameIn(room, raw, id);
  if (named.refused !== undefined) return named;
  return named.name === person.name ? NOTHING : happens({ fact: 'named', person: id, name: named.name });
};

export const judgeRemove = ({ room, by }: Case, { person: id }: ActOf<'remove'>): Judged => {
  const person = personOf(room, id);
  if (person === undefined) return { refused: 'no-such-person', person: id };
  if (person.role === 'facilitator' || person.id === by.id) return { refused: 'not-your-right' };
  return happens({ fact: 'gone', person: id, removed: true });
};

export const judgeMute = ({ room }: Case, { person: id, muted }: ActOf<'mute'>): Judged => {
  const person = personOf(room, id);
  if (person === undefined) return { refused: 'no-such-person', person: id };
  return person.muted === muted ? NOTHING : happens({ fact: 'muted', person: id, muted });
};

export const judgeNewKey = ({ room, by, fresh }: Case, { person: id, only }: ActOf<'new-key'>): Judged => {
  const person = personOf(room, id);
  if (person === undefined) return { refused: 'no-such-person', person: id };
  if (person.role === 'facilitator' && by.id !== id) return { refused: 'not-your-right' };
  return happens({ fact: 'keyed', person: id, keyHash: fresh.keyHash, only });
};

export const judgeInvite = ({ room, by, fresh }: Case, { role, name }: ActOf<'invite'>): Judged => {
  if (role === 'co-facilitator' && by.role !== 'facilitator') return { refused: 'not-your-right' };
  if (present(room).length >= MOST_PEOPLE) return { refused: 'room-full', most: MOST_PEOPLE };
  const named = nameIn(room, name);
  if (named.refused !== undefined) return named;
  const person = `p${room.counters.people + 1}`;
  const came: Fact = {
    fact: 'came',
    person,
    name: named.name,
    role,
    ...(role === 'secretariat' ? { seat: 'chair' as const } : {}),
    keyHash: fresh.keyHash,
  };
  return { facts: [came], answer: { person } };
};

/** AI takes a seat over for as long as a facilitator wants, or gives it back to its people. */
export const judgeHandOver = ({ room }: Case, { seat: wanted, to }: ActOf<'hand-over'>): Judged => {
  const seat = seatsOf(room).find((item) => item === wanted);
  if (seat === undefined) return { refused: 'no-such-seat', seat: wanted };
  const now = standInOf(room, seat);
  if (to === 'ai')
    return now === 'facilitator' || now === 'empty'
      ? NOTHING
      : happens({ fact: 'taken-over', seat, why: 'facilitator' });
  return now === undefined || now === 'empty' ? NOTHING : happens({ fact: 'handed-back', seat });
};
