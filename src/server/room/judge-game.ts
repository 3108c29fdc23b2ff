import {
  decide,
  hashOf,
  type Command,
  type Intervention,
  type Reason,
  type SeatId,
} from '../../engine/index.ts';
import type { RoomRefusal } from '../../protocol/index.ts';
import type { Chairable, Fact, Moved } from './fact.ts';
import { happens, NOTHING, type ActOf, type Case, type Judged } from './judging.ts';
import {
  actingHead,
  isHere,
  personOf,
  playersOf,
  seatsOf,
  standInOf,
  type Person,
  type Room,
} from './room.ts';

/** A move of the game, judged by its rules in the room's present state. */
export const moveFact = (
  room: Room,
  seat: SeatId,
  command: Command,
  via: Moved['via'],
  because: readonly Reason[] = [],
): Moved | RoomRefusal => {
  const decided = decide(room.table, room.game, { seat, command });
  if (decided.refusal !== undefined) return { refused: 'rules', rules: decided.refusal };
  return {
    fact: 'moved',
    seat,
    command,
    events: decided.events,
    because,
    hash: hashOf(decided.next),
    via,
  };
};

/** Whether a seat's people may do anything in the game now. */
const mayPlay = (room: Room, seat: Chairable): RoomRefusal | undefined => {
  if (room.stage !== 'play') return { refused: 'wrong-stage', now: room.stage };
  if (room.clock.paused !== undefined) return { refused: 'paused' };
  if (standInOf(room, seat) !== undefined) return { refused: 'played-by-ai' };
  return undefined;
};

/** The seat that a person plays; `undefined` for whoever does not play. */
export const seatPlayed = (person: Person): Chairable | undefined =>
  person.role === 'member' || person.role === 'chair' ? person.seat : undefined;

/** Whether a person's commands are carried out at once. */
export const decidesAlone = (room: Room, person: Person): boolean => {
  const seat = seatPlayed(person);
  if (seat === undefined) return false;
  switch (room.settings.deciding) {
    case 'anyone':
      return true;
    case 'head':
      return actingHead(room, seat)?.id === person.id;
    case 'majority':
      return votesNeeded(room, seat) <= 1;
  }
};

/** More than half of a seat's people who are here now. */
export const votesNeeded = (room: Room, seat: Chairable): number =>
  Math.floor(playersOf(room, seat).filter(isHere).length / 2) + 1;

/** Proposals of one delegation that may wait at a time. */
const MOST_PROPOSALS = 6;

export const judgeMove = ({ room, by }: Case, { command }: ActOf<'move'>): Judged => {
  const seat = seatPlayed(by);
  if (seat === undefined) return { refused: 'not-your-right' };
  const stopped = mayPlay(room, seat);
  if (stopped !== undefined) return stopped;
  // What the rules refuse now is refused now: nobody votes on what cannot be done.
  const moved = moveFact(room, seat, command, 'person');
  if ('refused' in moved) return moved;
  if (decidesAlone(room, by)) return { facts: [moved], answer: { proposed: false } };
  if (room.proposals.filter((item) => item.seat === seat).length >= MOST_PROPOSALS)
    return { refused: 'head-decides' };
  return {
    facts: [{ fact: 'proposed', n: room.counters.proposals + 1, seat, command }],
    answer: { proposed: true },
  };
};

/** A member says yes or no to what another has proposed. */
export const judgeBack = ({ room, by }: Case, { proposal, agree }: ActOf<'back'>): Judged => {
  const seat = seatPlayed(by);
  const found = room.proposals.find((item) => item.n === proposal && item.seat === seat);
  if (seat === undefined || found === undefined) return { refused: 'no-such-proposal' };
  const stopped = mayPlay(room, seat);
  if (stopped !== undefined) return stopped;
  const backed: Fact = { fact: 'backed', n: proposal, person: by.id, agree };
  const lapsed: Fact = { fact: 'lapsed', n: proposal };
  const head = room.settings.deciding === 'head';
  if (head && actingHead(room, seat)?.id !== by.id) {
    // Whoever proposed may take it back; what the others think is shown to the head.
    return by.id === found.by && !agree
      ? { facts: [lapsed], answer: { carried: false } }
      : { facts: [backed], answer: { carried: false } };
  }
  const voices = (of: readonly string[], yes: boolean): number =>
    new Set([...of.filter((id) => id !== by.id && personOf(room, id) !== undefined), ...(yes ? [by.id] : [])])
      .size;
  const needed = head ? 1 : votesNeeded(room, seat);
  const yes = head ? Number(agree) : voices(found.yes, agree);
  const no = head ? Number(!agree) : voices(found.no, !agree);
  const here = playersOf(room, seat).filter(isHere).length;
  if (yes >= needed) {
    const moved = moveFact(room, seat, found.command, 'person');
    return 'refused' in moved
      ? { facts: [lapsed], answer: { carried: false } }
      : { facts: [backed, lapsed, moved], answer: { carried: true } };
  }
  if (no > Math.max(0, here - needed) || (by.id === found.by && !agree))
    return { facts: [lapsed], answer: { carried: false } };
  return { facts: [backed], answer: { carried: false } };
};

/** Whoever runs the room does something to the game. */
export const intervened = (room: Room, intervention: Intervention): Moved | RoomRefusal =>
  room.stage === 'play'
    ? moveFact(room, 'facilitator', { kind: 'intervene', intervention }, 'facilitator')
    : { refused: 'wrong-stage', now: room.stage };

export const judgeIntervene = ({ room }: Case, { intervention }: ActOf<'intervene'>): Judged => {
  const moved = intervened(room, intervention);
  return 'refused' in moved ? moved : happens(moved);
};

/** Injects that can be planned at a time. */
const MOST_INJECTS = 40;

export const judgePlanInject = ({ room }: Case, { when, intervention }: ActOf<'plan-inject'>): Judged => {
  if (room.stage !== 'lobby' && room.stage !== 'play') return { refused: 'wrong-stage', now: room.stage };
  if (room.injects.length >= MOST_INJECTS) return { refused: 'nothing-to-do' };
  const n = room.counters.injects + 1;
  return { facts: [{ fact: 'inject-planned', n, when, intervention }], answer: { inject: n } };
};

export const judgeFireInject = ({ room }: Case, { inject }: ActOf<'fire-inject'>): Judged => {
  const found = room.injects.find(({ n }) => n === inject);
  if (found === undefined) return { refused: 'no-such-item' };
  const moved = intervened(room, found.intervention);
  return 'refused' in moved ? moved : happens({ fact: 'inject-dropped', n: inject }, moved);
};

export const judgeRewind = ({ room }: Case, { moves }: ActOf<'rewind'>): Judged => {
  if (room.stage === 'lobby' || room.stage === 'ended') return { refused: 'wrong-stage', now: room.stage };
  if (moves > room.sizes.length) return { refused: 'past-the-end', moves: room.sizes.length };
  if (moves === room.sizes.length) return NOTHING;
  return happens({ fact: 'rewound', moves });
};

export const judgeBranch = ({ room }: Case, { moves }: ActOf<'branch'>): Judged => {
  if (room.stage === 'lobby' || room.stage === 'ended') return { refused: 'wrong-stage', now: room.stage };
  const most = room.main?.sizes.length ?? room.sizes.length;
  if (moves > most) return { refused: 'past-the-end', moves: most };
  // A branch of a branch begins from the game's own course, too.
  return room.main === undefined
    ? happens({ fact: 'branched', moves })
    : happens({ fact: 'returned' }, { fact: 'branched', moves });
};

export const isSeat = (room: Room, wanted: string): wanted is Chairable =>
  seatsOf(room).some((seat) => seat === wanted);
