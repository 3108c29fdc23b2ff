import type { Chairable, Fact } from './fact.ts';
import { playersOf, standInOf, type Person, type Room } from './room.ts';
import { noteRead, satDown, satUp } from './stood-in.ts';
import { withNotice } from './steps.ts';

type PeopleFact = Extract<
  Fact,
  {
    fact:
      | 'came'
      | 'keyed'
      | 'coded'
      | 'named'
      | 'placed'
      | 'headed'
      | 'gone'
      | 'here'
      | 'away'
      | 'readied'
      | 'helped'
      | 'muted'
      | 'nudged'
      | 'taken-over'
      | 'handed-back'
      | 'stood-in-read';
  }
>;

const withPerson = (room: Room, id: string, change: (person: Person) => Person): Room => ({
  ...room,
  people: room.people.map((person) => (person.id === id ? change(person) : person)),
});

export const evolvePeople = (room: Room, fact: PeopleFact, at: number): Room => {
  switch (fact.fact) {
    case 'came':
      return seatsLooked(room, came(room, fact, at), at);
    case 'keyed':
      return withPerson(room, fact.person, ({ code, ...person }) => ({
        ...person,
        ...(code === undefined || fact.coded === true ? {} : { code }),
        keyHashes: fact.only ? [fact.keyHash] : [...person.keyHashes, fact.keyHash],
      }));
    case 'coded':
      return withPerson(room, fact.person, (person) => ({
        ...person,
        code: { hash: fact.codeHash, until: fact.until },
      }));
    case 'named':
      return withPerson(room, fact.person, (person) => ({ ...person, name: fact.name }));
    case 'placed':
      return seatsLooked(room, placed(room, fact), at);
    case 'headed':
      return headed(room, fact.person);
    case 'gone':
      return seatsLooked(
        room,
        withPerson(room, fact.person, ({ code: _code, ...person }) => ({
          ...person,
          gone: true,
          head: false,
          at: [],
          keyHashes: [],
        })),
        at,
      );
    case 'here':
      return withPerson(room, fact.person, ({ awaySince: _away, ...person }) => ({
        ...person,
        at: person.at.includes(fact.process) ? person.at : [...person.at, fact.process],
        seen: at,
      }));
    case 'away':
      return withPerson(room, fact.person, (person) => {
        const left = person.at.filter((process) => process !== fact.process);
        return left.length > 0 || person.at.length === 0
          ? { ...person, at: left }
          : { ...person, at: left, awaySince: at };
      });
    case 'readied':
      return withPerson(room, fact.person, (person) => ({ ...person, ready: fact.ready, seen: at }));
    case 'helped':
      return withPerson(room, fact.person, (person) => ({ ...person, help: fact.help, seen: at }));
    case 'muted':
      return withPerson(room, fact.person, (person) => ({ ...person, muted: fact.muted }));
    case 'nudged':
      return {
        ...room,
        nudges: [...room.nudges.filter(({ seat }) => seat !== fact.seat), { seat: fact.seat, at }],
      };
    case 'taken-over':
      return {
        ...room,
        stand: [...room.stand.filter(({ seat }) => seat !== fact.seat), { seat: fact.seat, why: fact.why }],
        stoodIn: satDown(room, fact.seat, at),
        proposals: room.proposals.filter(({ seat }) => seat !== fact.seat),
      };
    case 'handed-back': {
      const back = { ...room, stand: room.stand.filter(({ seat }) => seat !== fact.seat) };
      return handedBack(back, fact.seat, at);
    }
    case 'stood-in-read':
      return { ...room, ...noteRead(room, fact.seat) };
  }
};

const came = (room: Room, fact: Extract<Fact, { fact: 'came' }>, at: number): Room => {
  const plays = fact.role === 'member' || fact.role === 'chair';
  const first = fact.seat !== undefined && plays && playersOf(room, fact.seat).length === 0;
  const person: Person = {
    id: fact.person,
    name: fact.name,
    role: fact.role,
    ...(fact.seat === undefined ? {} : { seat: fact.seat }),
    head: first,
    keyHashes: [fact.keyHash],
    at: [],
    joined: at,
    late: room.stage === 'play',
    ready: false,
    help: false,
    muted: false,
    seen: at,
    gone: false,
  };
  return {
    ...room,
    people: [...room.people, person],
    counters: { ...room.counters, people: room.counters.people + 1 },
  };
};

const placed = (room: Room, fact: Extract<Fact, { fact: 'placed' }>): Room => {
  const { seat } = fact;
  const plays = fact.role === 'member' || fact.role === 'chair';
  const others =
    seat === undefined ? [] : playersOf(room, seat).filter((person) => person.id !== fact.person);
  return withPerson(room, fact.person, ({ seat: _seat, ...person }) => ({
    ...person,
    role: fact.role,
    ...(seat === undefined ? {} : { seat }),
    head: plays && !others.some((other) => other.head),
  }));
};

const headed = (room: Room, id: string): Room => {
  const seat = room.people.find((person) => person.id === id)?.seat;
  return {
    ...room,
    people: room.people.map((person) =>
      person.seat === seat && (person.role === 'member' || person.role === 'chair')
        ? { ...person, head: person.id === id }
        : person,
    ),
  };
};

const handedBack = (room: Room, seat: Chairable, at: number): Room => {
  const moves =
    room.stoodIn.find((item) => item.seat === seat && item.until === undefined)?.moved.length ?? 0;
  return withNotice({ ...room, stoodIn: satUp(room, seat, at) }, { kind: 'handed-back', seat, moves }, at);
};

/** After people came, went or moved: seats that are empty now are played by AI, and seats that were and are not any more come back. */
const seatsLooked = (before: Room, after: Room, at: number): Room => {
  if (after.stage !== 'play') return after;
  let room = after;
  const changed = new Set<Chairable>();
  for (const person of [...before.people, ...after.people])
    if (person.seat !== undefined) changed.add(person.seat);
  for (const seat of changed) {
    const was = standInOf(before, seat);
    const is = standInOf(room, seat);
    if (was === undefined && is === 'empty')
      room = withNotice(
        { ...room, stoodIn: satDown(room, seat, at) },
        { kind: 'ai-took-over', seat, why: 'empty' },
        at,
      );
    else if (was === 'empty' && is === undefined) room = handedBack(room, seat, at);
    else if (was === 'left' && playersOf(room, seat).length > playersOf(before, seat).length)
      room = handedBack({ ...room, stand: room.stand.filter((item) => item.seat !== seat) }, seat, at);
  }
  return room;
};
