import type { Advice, DeskSight, PersonFigures, SeatFigures } from '../../protocol/index.ts';
import { checksOf } from './checks.ts';
import { reflectionsOf } from './played.ts';
import { debriefAt, leftAt } from './clock.ts';
import type { Chairable } from './fact.ts';
import { playFrom, placeInPlan } from './plan.ts';
import { isHere, playersOf, present, seatsOf, standInOf, type Person, type Room } from './room.ts';
import { suggestionsFor } from './suggest.ts';

/** What the sockets know and the log does not: it is not worth keeping. */
export interface Doings {
  /** Refusals in a row, by person. */
  readonly refusals: ReadonlyMap<string, number>;
  /** Sockets by person. */
  readonly devices: ReadonlyMap<string, number>;
  readonly sockets: number;
}

/** Refusals in a row after which somebody is stuck. */
const STUCK = 3;
/** Part of a phase in which a seat may be silent without being prompted. */
const SILENT = 0.4;

/** What whoever runs the room sees beside what everybody sees. */
export const deskSight = (room: Room, at: number, doings: Doings): DeskSight => ({
  seats: seatsOf(room).map((seat) => seatFigures(room, seat, at, doings)),
  people: present(room).map((person) => personFigures(person, doings)),
  suggestions: room.stage === 'play' ? suggestionsFor(room) : [],
  planned: room.injects,
  marks: room.marks,
  heldMessages: room.messages.filter(({ state }) => state === 'held'),
  heldHeadlines: room.headlines.filter(({ state }) => state === 'held'),
  talk: room.messages.slice(-200),
  checks: checksOf(room),
  advice: adviceFor(room, at, doings),
  answers: room.polls.map(({ n, answers }) => ({ poll: n, answers })),
  reflections: reflectionsOf(room),
  spent: room.clock.spent,
  sockets: doings.sockets,
});

const seatFigures = (room: Room, seat: Chairable, at: number, doings: Doings): SeatFigures => {
  const { game } = room;
  const players = playersOf(room, seat);
  const acted = room.acted.find((item) => item.seat === seat);
  const done = seat !== 'chair' && game.done.includes(seat);
  const refusals = Math.max(0, ...players.map(({ id }) => doings.refusals.get(id) ?? 0));
  const answered = game.decision?.answers.some(({ by }) => by === seat) ?? false;
  const passed = room.clock.whole - leftAt(room.clock, at);
  return {
    seat,
    here: players.filter(isHere).length,
    ...(acted === undefined ? {} : { lastMove: acted.at }),
    movesInPhase: acted?.inPhase ?? 0,
    done,
    toAnswer: game.offers.filter(
      (offer) => offer.to.some((to) => to === seat) && !offer.accepted.some((by) => by === seat),
    ).length,
    waiting: game.offers.filter((offer) => offer.from === seat).length,
    owesAnswer: seat !== 'chair' && game.decision !== undefined && !answered && !done,
    silent:
      room.stage === 'play' &&
      seat !== 'chair' &&
      standInOf(room, seat) === undefined &&
      players.some(isHere) &&
      !done &&
      (acted?.inPhase ?? 0) === 0 &&
      passed > room.clock.whole * SILENT,
    stuck: refusals >= STUCK,
    refusals,
  };
};

const personFigures = (person: Person, doings: Doings): PersonFigures => ({
  person: person.id,
  devices: doings.devices.get(person.id) ?? 0,
  lastSeen: person.seen,
  joined: person.joined,
  muted: person.muted,
  help: person.help,
  refusals: doings.refusals.get(person.id) ?? 0,
});

const adviceFor = (room: Room, at: number, doings: Doings): readonly Advice[] => {
  if (room.stage !== 'play') return [];
  const { game } = room;
  const advice: Advice[] = [];
  if (game.adopted !== undefined) advice.push({ advice: 'end-early', because: 'adopted' });
  const over = debriefAt(room.clock, room.plan);
  if (over !== undefined) {
    const ahead = playFrom(room.plan, placeInPlan(room.plan, room.clock.stretch) + 1) * 1_000;
    const short = at + leftAt(room.clock, at) + ahead - over;
    if (short > 1_000) advice.push({ advice: 'cut-play', seconds: Math.ceil(short / 1_000) });
  }
  for (const person of present(room)) if (person.help) advice.push({ advice: 'help', person: person.id });
  for (const seat of seatsOf(room)) {
    const figures = seatFigures(room, seat, at, doings);
    if (figures.silent || figures.stuck) advice.push({ advice: 'prompt', seat });
  }
  return advice;
};
