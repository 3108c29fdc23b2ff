/**
 * A list with one place replaced; the same list if nothing changes. Throws where there is no such place: only a forged event
 * names one, and a list with a hole of a billion places would stop the machine.
 */
export const replaced = <T>(list: readonly T[], place: number, item: T): readonly T[] => {
  if (!Number.isInteger(place) || place < 0 || place >= list.length)
    throw new RangeError(`no place ${place} in a list of ${list.length}`);
  if (list[place] === item) return list;
  const copy = list.slice();
  copy[place] = item;
  return copy;
};

/** A list of numbers with one place moved by `by`. */
export const moved = (list: readonly number[], place: number, by: number): readonly number[] =>
  by === 0 ? list : replaced(list, place, (list[place] ?? 0) + by);

/** A matrix of numbers with one cell moved by `by`. */
export const movedIn = (
  matrix: readonly (readonly number[])[],
  row: number,
  column: number,
  by: number,
): readonly (readonly number[])[] => replaced(matrix, row, moved(matrix[row] ?? [], column, by));

/** A list with `item` at its end, or the same list if it is there already. */
export const including = <T>(list: readonly T[], item: T): readonly T[] =>
  list.includes(item) ? list : [...list, item];
