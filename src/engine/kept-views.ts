import type { SeatId } from './ids.ts';
import type { View } from './sight.ts';
import type { State } from './state.ts';
import type { Table } from './table.ts';
import { view } from './view.ts';

/** The views of a game that goes on, each worked out once for as long as the state is the same. */
export const keptViews = (table: Table, now: () => State): ((seat: SeatId) => View) => {
  const kept = new Map<SeatId, { readonly of: State; readonly seen: View }>();
  return (seat) => {
    const state = now();
    const known = kept.get(seat);
    if (known?.of === state) return known.seen;
    const seen = view(table, state, seat);
    kept.set(seat, { of: state, seen });
    return seen;
  };
};
