import { useState, type ReactNode } from 'react';
import type { DelegationId } from '../../../../engine/seat.ts';
import { d } from '../../../i18n/debrief.ts';
import { Button } from '../../bits.tsx';
import { FindSeat, foundSeats } from '../../FindSeat.tsx';
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

/** Drawn at most of those that somebody has looked for. */
const MOST_FOUND = 60;

/** The same for the game at hand. In a crowd one looks for a state or a group by writing, and a button shows all. */
export const useShown = (
  weigh: (place: number) => number,
): { readonly places: readonly number[]; readonly toggle: ReactNode } => {
  const { mine, scenario } = useDebrief();
  const { delegations } = useFigures().debrief;
  const [all, setAll] = useState(false);
  const [wanted, setWanted] = useState('');
  const count = delegations.length;
  const places = chosenPlaces(
    count,
    mine.map((id) => delegations.indexOf(id)),
    weigh,
  );
  if (count <= CROWD) return { places, toggle: null };
  const every = delegations.map((_, place) => place);
  const asked = wanted.trim() !== '';
  const found = foundSeats(scenario, wanted);
  const isFound = (id: DelegationId | undefined): boolean => id !== undefined && found.has(id);
  const named = every.filter((place) => isFound(delegations[place]));
  const shown = asked ? named.slice(0, MOST_FOUND) : all ? every : places;
  return {
    places: shown,
    toggle: (
      <div className="crowd">
        <FindSeat scenario={scenario} wanted={wanted} found={named.length} onChange={setWanted} />
        {asked ? null : (
          <>
            <p className="quiet">{d('crowd', { shown: shown.length, count })}</p>
            <Button onPress={() => setAll(!all)}>{all ? d('crowdFew') : d('crowdAll', { count })}</Button>
          </>
        )}
      </div>
    ),
  };
};
