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

/** What AI has left for whoever sits in a seat again, and nobody has read. */
export const unread = (room: Room, seat: Chairable): Required<Stood> | undefined => {
  const found = room.stoodIn.find((item) => item.seat === seat && item.moved.length > 0);
  return found?.until === undefined ? undefined : { ...found, until: found.until };
};

/** AI sits down. What nobody has read of the last time, and nobody has acted on, is told with this time's. */
export const satDown = (room: Room, seat: Chairable, at: number): StoodIn => {
  const left = room.stoodIn.find((item) => item.seat === seat && item.until !== undefined);
  const acted = room.acted.find((item) => item.seat === seat)?.at ?? 0;
  const goesOn = left?.until !== undefined && acted <= left.until.at;
  const begun = goesOn
    ? { seat, from: left.from, since: left.since, moved: left.moved }
    : { seat, from: at, since: witnessedBy(room.game, seat), moved: [] };
  return [...without(room.stoodIn, seat), begun];
};

/** AI moves, in the room as it is before. In a seat that was empty from the start: whoever comes late wants to know all that was done in its name. */
export const movedFor = (room: Room, seat: Chairable, at: number): StoodIn => {
  const known = standing(room.stoodIn, seat);
  const stood =
    known ?? (standInOf(room, seat) === undefined ? undefined : { seat, from: at, since: 0, moved: [] });
  if (stood === undefined) return room.stoodIn;
  return [
    ...room.stoodIn.filter((item) => item !== known),
    { ...stood, moved: [...stood.moved, witnessedBy(room.game, seat)] },
  ];
};

/** AI gets up again. Where it did nothing there is nothing to read, unless it did something in the course that a branch comes back to. */
export const satUp = (room: Room, seat: Chairable, at: number): StoodIn => {
  const stood = standing(room.stoodIn, seat);
  const rest = room.stoodIn.filter((item) => item !== stood);
  if (stood === undefined) return rest;
  const before = room.main?.stoodIn.find((item) => item.seat === seat && item.from === stood.from);
  if (stood.moved.length === 0 && (before === undefined || before.moved.length === 0)) return rest;
  return [...rest, { ...stood, until: { at, seen: witnessedBy(room.game, seat) } }];
};

/** Moves were taken back: the log is shorter now, and will be another from there. */
export const takenBack = (stoodIn: StoodIn, game: State): StoodIn =>
  stoodIn.map((item) => {
    const most = witnessedBy(game, item.seat);
    return {
      ...item,
      since: Math.min(item.since, most),
      moved: item.moved.filter((seen) => seen < most),
      ...(item.until === undefined
        ? {}
        : { until: { ...item.until, seen: Math.min(item.until.seen, most) } }),
    };
  });

/** A seat's note was read. What a branch shows of the game's own course is read there, too. */
export const noteRead = (room: Room, seat: Chairable): Pick<Room, 'stoodIn' | 'main'> => {
  const { main, stoodIn } = room;
  const read = stoodIn.filter((item) => item.seat === seat && item.until !== undefined);
  const left = (items: StoodIn): StoodIn =>
    items.filter((item) => !read.some(({ from }) => item.seat === seat && item.from === from));
  return {
    stoodIn: left(stoodIn),
    ...(main === undefined ? {} : { main: { ...main, stoodIn: left(main.stoodIn) } }),
  };
};

/** A branch was left: of what was done in it nothing is so. What AI did in the game's own course before is still to be told. */
export const returnedTo = (main: NonNullable<Room['main']>, stoodIn: StoodIn, at: number): StoodIn => {
  const unseen = main.stoodIn.filter(
    (one) =>
      one.moved.length > 0 && !stoodIn.some((item) => item.seat === one.seat && item.from === one.from),
  );
  return [
    ...stoodIn
      .filter(({ seat }) => !unseen.some((one) => one.seat === seat))
      .flatMap((item) => returnedNote(main, item)),
    // Somebody acted in the branch, and AI sat down there once more: that is told there, and this is not told yet.
    ...unseen.map(({ until, ...begun }): Stood => {
      const { seat } = begun;
      if (stoodIn.some((item) => item.seat === seat && item.until === undefined)) return begun;
      return { ...begun, until: until ?? { at, seen: witnessedBy(main.game, seat) } };
    }),
  ];
};

const returnedNote = (main: NonNullable<Room['main']>, item: Stood): StoodIn => {
  const { from, until, seat } = item;
  const seen = witnessedBy(main.game, seat);
  const before = main.stoodIn.find((one) => one.seat === seat && one.from === from);
  if (before?.until !== undefined && until !== undefined) return [before];
  const { until: _until, ...begun } = before ?? { ...item, since: seen, moved: [] };
  if (until === undefined) return [begun];
  return begun.moved.length === 0 ? [] : [{ ...begun, until: { at: until.at, seen } }];
};
