import { witnesses, type State } from '../../engine/index.ts';
import type { Chairable } from './fact.ts';
import { standInOf, type Room, type Stood } from './room.ts';

/**
 * Where AI sat in for a seat, in that seat's own log. A seat's log only grows while a game goes on, so two numbers say what
 * happened in between; whoever sits in the seat has the log and can tell what it was.
 */
type StoodIn = Room['stoodIn'];

/** How many events a seat has witnessed: so long is the log of its view. */
export const witnessedBy = ({ log, latest }: State, seat: Chairable): number =>
  log.reduce(
    (sum, { events }) => sum + events.filter((event) => witnesses(event, seat)).length,
    latest.filter((event) => witnesses(event, seat)).length,
  );

const without = (stoodIn: StoodIn, seat: Chairable): StoodIn => stoodIn.filter((item) => item.seat !== seat);

const standing = (stoodIn: StoodIn, seat: Chairable): Stood | undefined =>
  stoodIn.find((item) => item.seat === seat && item.until === undefined);

/** AI sits down. What nobody has read of the last time, and nobody has acted on, is told with this time's. */
export const satDown = (room: Room, seat: Chairable, at: number): StoodIn => {
  const unread = room.stoodIn.find((item) => item.seat === seat && item.until !== undefined);
  const acted = room.acted.find((item) => item.seat === seat)?.at ?? 0;
  const goesOn = unread?.until !== undefined && acted <= unread.until.at;
  const begun = goesOn
    ? { seat, from: unread.from, since: unread.since, moves: unread.moves }
    : { seat, from: at, since: witnessedBy(room.game, seat), moves: 0 };
  return [...without(room.stoodIn, seat), begun];
};

/** AI has moved. In a seat that was empty from the start: whoever comes late wants to know all that was done in its name. */
export const movedFor = (room: Room, seat: Chairable, at: number): StoodIn => {
  const known = standing(room.stoodIn, seat);
  const stood =
    known ?? (standInOf(room, seat) === undefined ? undefined : { seat, from: at, since: 0, moves: 0 });
  if (stood === undefined) return room.stoodIn;
  return [...room.stoodIn.filter((item) => item !== known), { ...stood, moves: stood.moves + 1 }];
};

/** AI gets up again. Where it did nothing there is nothing to read. */
export const satUp = (room: Room, seat: Chairable, at: number): StoodIn => {
  const stood = standing(room.stoodIn, seat);
  const rest = room.stoodIn.filter((item) => item !== stood);
  if (stood === undefined || stood.moves === 0) return rest;
  return [...rest, { ...stood, until: { at, seen: witnessedBy(room.game, seat) } }];
};

/** Moves were taken back: the log is shorter now, and will be another from there. */
export const takenBack = (stoodIn: StoodIn, game: State): StoodIn =>
  stoodIn.map((item) => {
    const most = witnessedBy(game, item.seat);
    return {
      ...item,
      since: Math.min(item.since, most),
      ...(item.until === undefined
        ? {}
        : { until: { ...item.until, seen: Math.min(item.until.seen, most) } }),
    };
  });

/** A branch was left: of what was done in it nothing is so. What AI did in the game's own course before is still to be told. */
export const returnedTo = (main: NonNullable<Room['main']>, stoodIn: StoodIn): StoodIn =>
  stoodIn.flatMap((item) => {
    const { from, until, seat } = item;
    const seen = witnessedBy(main.game, seat);
    const before = main.stoodIn.find((one) => one.seat === seat && one.from === from);
    if (before?.until !== undefined && until !== undefined) return [before];
    const { until: _until, ...begun } = before ?? { ...item, since: seen, moves: 0 };
    if (until === undefined) return [begun];
    return begun.moves === 0 ? [] : [{ ...begun, until: { at: until.at, seen } }];
  });
