import { evolve, open, type Event, type State, type Table } from '../../../engine/index.ts';

/** What happened with one move. */
export interface Frame {
  readonly events: readonly Event[];
}

/** A game that can be looked at after any of its moves. */
export interface Reel {
  /** How many moves it has. */
  readonly length: number;
  /** The state after so many moves; 0 for the opening. Throws where there is no such place. */
  readonly stateAt: (position: number) => State;
}

/**
 * Moves between two states that are kept. A state that is not kept is folded from the one before, so that no jump costs more than
 * this many moves; states share what has not changed, so that many can be kept.
 */
export const KEPT_EVERY = 16;

/** Folds the whole game once and keeps a state now and then; after that every place is a few moves away. */
export const reelOf = (table: Table, frames: readonly Frame[], every: number = KEPT_EVERY): Reel => {
  const folded = (state: State, from: number, to: number): State =>
    frames
      .slice(from, to)
      .reduce((now, { events }) => events.reduce((then, event) => evolve(table, then, event), now), state);
  let state = open(table);
  const kept = [state];
  for (let from = 0; from + every <= frames.length; from += every) {
    state = folded(state, from, from + every);
    kept.push(state);
  }
  /** The state looked at last: a film that runs goes on from there, one move at a time. */
  let last = { position: 0, state: kept[0] };
  return {
    length: frames.length,
    stateAt: (position) => {
      const key = kept[Math.floor(position / every)];
      if (!Number.isInteger(position) || position < 0 || position > frames.length || key === undefined)
        throw new RangeError(`no place ${String(position)} among ${String(frames.length)} moves`);
      const begin = Math.floor(position / every) * every;
      const near = last.position >= begin && last.position <= position ? last : undefined;
      const found = folded(near?.state ?? key, near?.position ?? begin, position);
      last = { position, state: found };
      return found;
    },
  };
};
