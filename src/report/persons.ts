import type { Reflection } from '../scenario/index.ts';

/**
 * What each who has spoken is called in figures: by the seat, and where several people of one delegation have spoken with a number
 * from the second on, in the order of the file. `short` names a seat.
 */
export const personsOf = (
  reflections: readonly Reflection[],
  short: (seat: Reflection['seat']) => string,
): readonly string[] => {
  const counts = new Map<string, number>();
  return reflections.map(({ seat }) => {
    const count = (counts.get(seat) ?? 0) + 1;
    counts.set(seat, count);
    return count === 1 ? short(seat) : `${short(seat)}.${count}`;
  });
};
