import { useState, type ReactNode } from 'react';
import { d } from '../../../i18n/debrief.ts';
import { Button } from '../../bits.tsx';
import { useDebrief, useFigures } from '../context.tsx';

/** More delegations than this are a crowd: not all of them are shown at once. */
export const CROWD = 26;
const FEW = 16;

/** Places of the delegations that are shown, in the scenario's order: in a crowd one's own and those of most weight. */
export const chosenPlaces = (
  count: number,
  mine: readonly number[],
  weigh: (place: number) => number,
): readonly number[] => {
  const all = Array.from({ length: count }, (_, place) => place);
  if (count <= CROWD) return all;
  const others = all
    .filter((place) => !mine.includes(place))
    .toSorted((a, b) => weigh(b) - weigh(a) || a - b)
    .slice(0, FEW);
  return [...mine, ...others].toSorted((a, b) => a - b);
};

/** The same for the game at hand, and a button that shows all of them where that makes sense. */
export const useShown = (
  weigh: (place: number) => number,
): { readonly places: readonly number[]; readonly toggle: ReactNode } => {
  const { mine } = useDebrief();
  const { delegations } = useFigures().debrief;
  const [all, setAll] = useState(false);
  const count = delegations.length;
  const places = chosenPlaces(
    count,
    mine.map((id) => delegations.indexOf(id)),
    weigh,
  );
  if (count <= CROWD) return { places, toggle: null };
  return {
    places: all ? delegations.map((_, place) => place) : places,
    toggle: (
      <div className="row">
        <p className="quiet">{d('crowd', { shown: all ? count : places.length, count })}</p>
        <Button onPress={() => setAll(!all)}>{all ? d('crowdFew') : d('crowdAll', { count })}</Button>
      </div>
    ),
  };
};
