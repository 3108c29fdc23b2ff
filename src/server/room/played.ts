import { outcomeNow, standingText, type State, type Table } from '../../engine/index.ts';
import type { Reflected, RoomSight, Stood } from '../../protocol/index.ts';
import type { Room } from './room.ts';

/** How a course of the game stands: what everybody saw of it, and what it brought each only once all is revealed. */
const stood = (table: Table, state: State, revealed: boolean): Stood => {
  const end = state.outcome?.end;
  const text = state.adopted?.text ?? standingText(state.articles);
  const open = state.pledges.filter((pledge) => pledge.open);
  return {
    ...(end === undefined ? {} : { end }),
    text: text.map((option, place) => ({ option, settled: state.articles[place]?.settled ?? false })),
    session: state.session,
    tension: state.tension,
    deals: state.deals.filter((deal) => deal.open).length,
    promises: open.length,
    broken: open.filter((pledge) => pledge.state === 'broken').length,
    ...(revealed
      ? {
          gains: (state.outcome ?? outcomeNow(table, state)).seats.map(
            ({ utility, walkAway }) => utility - walkAway,
          ),
        }
      : {}),
  };
};

/** A course that has been left does not change: it is looked at once, covered and revealed. */
const known = new WeakMap<State, Map<boolean, Stood>>();
const stoodOnce = (table: Table, state: State, revealed: boolean): Stood => {
  const found = known.get(state) ?? new Map<boolean, Stood>();
  known.set(state, found);
  const made = found.get(revealed) ?? stood(table, state, revealed);
  found.set(revealed, made);
  return made;
};

/** Branches that the room has played, beside the game's own course. */
export const playedSight = (room: Room): Pick<RoomSight, 'played' | 'stands'> => {
  const { table, revealed, played, main, game } = room;
  if (played.length === 0) return { played: [] };
  return {
    played: played.map(({ game: state, ...one }) => ({ ...one, stood: stoodOnce(table, state, revealed) })),
    stands: stoodOnce(table, main?.game ?? game, revealed),
  };
};

/** What people have said of the game, in the order in which they first spoke; whoever has left is still heard. */
export const reflectionsOf = (room: Room): readonly Reflected[] =>
  room.reflections.map(({ person, said }) => ({
    by: person,
    seat: room.people.find(({ id }) => id === person)?.seat ?? 'observer',
    said,
  }));
