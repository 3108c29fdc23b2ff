import { evolve as evolveGame, open, type State } from '../../engine/index.ts';
import type { NoticeKind } from '../../protocol/index.ts';
import { begin } from './clock.ts';
import type { Room } from './room.ts';

/** Notices, and items of the other running lists, that are kept in a room's state; the log has them all. */
export const KEPT_NOTICES = 40;

/** The debrief begins: its clock runs from now. */
export const toDebrief = (room: Room, at: number): Room => ({
  ...room,
  stage: 'debrief',
  proposals: [],
  injects: [],
  spotlight: { show: 'auto' },
  clock: begin(room.clock, room.plan, { kind: 'debrief' }, at),
});

/** The game's events so far, those of its opening included, and their number before the first move. */
export const openingSize = (state: State, sizes: readonly number[]): number =>
  eventsIn(state) - sizes.reduce((sum, size) => sum + size, 0);

const eventsIn = (state: State): number =>
  state.log.reduce((sum, chapter) => sum + chapter.events.length, state.latest.length);

/** The game as it was after so many moves: its events up to there, folded again. */
export const gameAfter = (room: Pick<Room, 'table' | 'game' | 'sizes'>, moves: number): State => {
  const keep =
    openingSize(room.game, room.sizes) + room.sizes.slice(0, moves).reduce((sum, size) => sum + size, 0);
  const events = [...room.game.log.flatMap((chapter) => chapter.events), ...room.game.latest];
  const opening = open(room.table);
  return events
    .slice(eventsIn(opening), keep)
    .reduce((now, event) => evolveGame(room.table, now, event), opening);
};

/** Puts a notice before everybody. */
export const withNotice = (room: Room, what: NoticeKind, at: number): Room => {
  const n = room.counters.notices + 1;
  return {
    ...room,
    notices: [...room.notices, { n, at, what }].slice(-KEPT_NOTICES),
    counters: { ...room.counters, notices: n },
  };
};
