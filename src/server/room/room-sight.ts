import { decisionAhead, type SeatId } from '../../engine/index.ts';
import type { PersonSight, PollSight, RoomCard, RoomSight, SeatSight } from '../../protocol/index.ts';
import { clockSight } from './clock.ts';
import { playedSight } from './played.ts';
import {
  isHere,
  isOpenSeat,
  present,
  seatsOf,
  standInOf,
  type Person,
  type PollState,
  type Room,
} from './room.ts';
import { takeOverAt } from './turns.ts';

/** What everybody in the room may see of it. Built up, never stripped down, like the game's views. */
export const roomSight = (room: Room, thinking: readonly SeatId[]): RoomSight => {
  const decided = decidedNow(room);
  return {
    room: room.code,
    ...(room.series === undefined ? {} : { series: room.series }),
    preset: room.preset,
    scenario: { id: room.scenario.id, version: room.scenario.version, print: room.print },
    stage: room.stage,
    clock: clockSight(room.clock, room.plan),
    plan: room.plan,
    settings: room.settings,
    people: present(room).map(personSight),
    seats: seatsOf(room).map((seat) => seatSight(room, seat)),
    thinking,
    moves: room.sizes.length,
    ...(room.main === undefined ? {} : { branch: { from: room.main.from, moves: room.main.sizes.length } }),
    ...playedSight(room),
    ...(decided === undefined ? {} : { decided }),
    revealed: room.revealed,
    headlines: room.headlines.filter(({ state }) => state === 'shown').slice(-40),
    polls: room.polls.map(pollSight),
    notices: room.notices,
    spotlight: room.spotlight,
  };
};

const personSight = (person: Person): PersonSight => ({
  id: person.id,
  name: person.name,
  role: person.role,
  ...(person.seat === undefined ? {} : { seat: person.seat }),
  head: person.head,
  here: isHere(person),
  ready: person.ready,
});

const seatSight = (room: Room, seat: SeatSight['seat']): SeatSight => {
  const why = standInOf(room, seat);
  const over = takeOverAt(room, seat);
  return {
    seat,
    by: why === undefined ? 'people' : 'ai',
    ...(why === undefined ? {} : { why }),
    ...(isOpenSeat(room, seat) ? {} : { closed: true as const }),
    ...(over === undefined ? {} : { takeOverAt: over }),
  };
};

/** How often each choice was taken. */
export const countsOf = (poll: PollState): readonly number[] =>
  poll.form.choices.map((_, place) => poll.answers.filter(({ choices }) => choices.includes(place)).length);

const pollSight = (poll: PollState): PollSight => ({
  ...poll.form,
  n: poll.n,
  open: poll.open,
  answered: poll.answers.length,
  ...(poll.shown
    ? {
        counts: countsOf(poll),
        shown: poll.texts.flatMap((id) => poll.answers.find(({ by }) => by === id)?.text ?? []),
      }
    : {}),
});

/** The text is adopted, or no decision is left in the calendar that could adopt one. */
const decidedNow = (room: Room): RoomSight['decided'] => {
  const { game, scenario } = room;
  if (room.stage !== 'play') return undefined;
  if (game.adopted !== undefined) return 'adopted';
  return decisionAhead(scenario, game) ? undefined : 'blocked';
};

/** What is told to whoever knocks. */
export const roomCard = (room: Room): RoomCard => ({
  room: room.code,
  title: room.scenario.title,
  language: room.scenario.language,
  stage: room.stage,
  joining: room.settings.joining,
  choosing: room.settings.choosing,
  open: room.settings.open,
  delegations: room.scenario.delegations
    .filter(({ id }) => isOpenSeat(room, id))
    .map(({ id, name, flag }) => {
      const people = present(room).filter((person) => person.seat === id && person.role === 'member').length;
      return { id, name, flag, people, free: Math.max(0, room.settings.teamSize - people) };
    }),
});
