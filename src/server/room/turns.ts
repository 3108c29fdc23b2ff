import type { Condition } from '../../protocol/index.ts';
import { debriefAt, leftAt, playedAt, untilOf } from './clock.ts';
import type { Chairable, Fact } from './fact.ts';
import { intervened } from './judge-game.ts';
import { phaseEnds } from './judge-run.ts';
import { isHere, playersOf, seatsOf, standInOf, type InjectState, type Room } from './room.ts';

/**
 * What a room does by itself: its clock, seats whose people dropped out or came back, planned injects. Pure: the shell asks what is
 * due at a time, writes it, and asks again until nothing is; and it asks when to look next.
 */
export const due = (room: Room, at: number): readonly Fact[] => {
  const back = comeBack(room);
  if (back !== undefined) return [back];
  if (room.stage === 'ended') return [];
  const ringing = room.clock.since !== undefined && leftAt(room.clock, at) <= 0;
  if (room.stage !== 'play') return ringing ? [{ fact: 'time-up' }] : [];
  const { paused } = room.clock;
  if (paused !== undefined) return leftBehind(room, at);
  if (room.settings.clockEndsPhases) {
    if (isOver(room, at)) return cut(room);
    if (answersDue(room, at)) return ended(room);
    if (room.clock.up) return ended(room);
    if (ringing) return [{ fact: 'time-up' }, ...ended(room)];
  } else if (ringing) return [{ fact: 'time-up' }];
  return [...leftBehind(room, at), ...injectsDue(room, at)];
};

/** When something may be due next; `undefined`: not before somebody does something. */
export const nextDue = (room: Room): number | undefined => {
  if (room.stage === 'ended') return undefined;
  const times: number[] = [];
  const until = untilOf(room.clock);
  if (until !== undefined) times.push(until);
  if (room.stage === 'play') {
    for (const seat of seatsOf(room)) {
      const over = takeOverAt(room, seat);
      if (over !== undefined) times.push(over);
    }
    if (room.clock.since !== undefined) times.push(...playTimes(room, room.clock.since));
  }
  return times.length === 0 ? undefined : Math.min(...times);
};

const playTimes = (room: Room, since: number): readonly number[] => {
  const times: number[] = [];
  const { clock } = room;
  const over = room.main === undefined ? debriefAt(clock, room.plan) : undefined;
  if (over !== undefined && room.settings.clockEndsPhases) times.push(over);
  const answers = answerLeft(room);
  if (answers !== undefined && clock.left > answers)
    times.push(since + ((clock.left - answers) * 100) / clock.speed);
  for (const { when, due: isDue } of room.injects)
    if (when.on === 'minutes' && !isDue && when.least * 60_000 > clock.played)
      times.push(since + when.least * 60_000 - clock.played);
  return times;
};

/** The time of play is over: what is left is the debrief's. */
const isOver = (room: Room, at: number): boolean => {
  const over = room.main === undefined ? debriefAt(room.clock, room.plan) : undefined;
  return over !== undefined && at >= over;
};

/** Play is cut: the gavel falls on a text still before the room, then the game is closed as it stands. */
const cut = (room: Room): readonly Fact[] => {
  if (room.game.decision !== undefined) return ended(room);
  const closed = intervened(room, { kind: 'close' });
  return 'refused' in closed ? [{ fact: 'debriefed' }] : [{ fact: 'time-up' }, closed];
};

const ended = (room: Room): readonly Fact[] => {
  const facts = phaseEnds(room);
  return 'refused' in facts ? [] : facts;
};

/**
 * What is left of the phase when the gavel falls on the text before the room. Where another method comes after this one, those who do not
 * answer must not use up its time: each text gets an equal share of what was left when it was put. The last has all that is left.
 */
const answerLeft = (room: Room): number | undefined => {
  const { textsPerDecision, methods } = room.scenario.procedure;
  const texts = textsPerDecision - room.game.tried.length;
  if (room.putLeft === undefined || room.game.decision === undefined || methods.length < 2 || texts < 2)
    return undefined;
  return room.putLeft - room.putLeft / texts;
};

const answersDue = (room: Room, at: number): boolean => {
  const left = answerLeft(room);
  return left !== undefined && room.clock.since !== undefined && leftAt(room.clock, at) <= left;
};

/** When AI takes over a seat whose people have all dropped out; `undefined` while one is here, or by settings never. */
export const takeOverAt = (room: Room, seat: Chairable): number | undefined => {
  if (room.stage !== 'play' || room.settings.grace === 0) return undefined;
  if (standInOf(room, seat) !== undefined) return undefined;
  const players = playersOf(room, seat);
  if (players.some(isHere)) return undefined;
  // Who was not here at the start of play is waited for as long from then on.
  const since = Math.max(
    room.started ?? room.created,
    ...players.map((person) => person.awaySince ?? person.joined),
  );
  return since + room.settings.grace * 1_000;
};

const leftBehind = (room: Room, at: number): readonly Fact[] =>
  room.clock.paused !== undefined
    ? []
    : seatsOf(room).flatMap((seat): readonly Fact[] => {
        const over = takeOverAt(room, seat);
        return over === undefined || at < over ? [] : [{ fact: 'taken-over', seat, why: 'left' }];
      });

/** A seat that AI took over because its people left is theirs again as soon as one is back. */
const comeBack = (room: Room): Fact | undefined => {
  const found = room.stand.find(({ seat, why }) => why === 'left' && playersOf(room, seat).some(isHere));
  return found === undefined ? undefined : { fact: 'handed-back', seat: found.seat };
};

/** One at a time: what it does may change whether the next one's condition holds. */
const injectsDue = (room: Room, at: number): readonly Fact[] => {
  const found = room.injects.find((item) => !item.due && holds(room, item.when, at));
  return found === undefined ? [] : fired(room, found);
};

const fired = (room: Room, inject: InjectState): readonly Fact[] => {
  if (!room.settings.injectsByThemselves) return [{ fact: 'inject-due', n: inject.n }];
  const moved = intervened(room, inject.intervention);
  const dropped: Fact = { fact: 'inject-dropped', n: inject.n };
  return 'refused' in moved ? [dropped] : [dropped, moved];
};

/** Whether a condition holds now. */
export const holds = (room: Room, when: Condition, at: number): boolean => {
  const { game } = room;
  switch (when.on) {
    case 'phase':
      return game.session === when.session && game.phase === when.phase;
    case 'tension':
      return game.tension >= when.least;
    case 'tension-below':
      return game.tension <= when.most;
    case 'deals':
      return game.deals.length >= when.least;
    case 'no-deal-by':
      return game.session >= when.session && game.deals.length === 0;
    case 'draft':
      return game.drafts >= when.number;
    case 'settled':
      return game.articles.filter(({ settled }) => settled).length >= when.least;
    case 'minutes':
      return playedAt(room.clock, at) >= when.least * 60_000;
  }
};

/** Whether the Chair, played by AI, may end the phase: when all are done, if the room wants it so. */
export const mayAdvance = (room: Room): boolean => {
  if (room.settings.endWhenDone) return true;
  const { done } = room.game;
  const people = room.scenario.delegations.filter(({ id }) => standInOf(room, id) === undefined);
  return people.length === 0 && done.length === room.scenario.delegations.length;
};
