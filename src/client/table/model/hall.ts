import { inWords, type Scenario } from '../../../engine/seat.ts';

/** So many can be drawn with a face and a name. */
const ROOM = 30;
/** So many of a larger conference sit at the table in the picture: their placards can still be read. */
const NOTABLE = 20;
/** So many of a larger conference stand in the corridor. */
const ROW = 14;

const kept = new WeakMap<Scenario, readonly number[]>();

/**
 * Places of delegations in the order in which a large conference shows them: first those of whom the scenario says something that it
 * says of nobody else, then one of each group that has nobody yet, then the rest.
 */
const byNote = (scenario: Scenario): readonly number[] => {
  const known = kept.get(scenario);
  if (known !== undefined) return known;
  const abouts = scenario.delegations.map(({ about }) => inWords(scenario, about, scenario.language));
  const said = new Map<string, number>();
  for (const about of abouts) said.set(about, (said.get(about) ?? 0) + 1);
  const places = [...scenario.delegations.keys()];
  const noted = places.filter((place) => said.get(abouts[place] ?? '') === 1);
  const groups = new Set(noted.flatMap((place) => scenario.delegations[place]?.groups ?? []));
  const spoken = new Set(noted);
  const forGroups = places.filter((place) => {
    const own = scenario.delegations[place]?.groups ?? [];
    if (spoken.has(place) || own.every((group) => groups.has(group))) return false;
    for (const group of own) groups.add(group);
    spoken.add(place);
    return true;
  });
  const order = [...noted, ...forGroups, ...places.filter((place) => !spoken.has(place))];
  kept.set(scenario, order);
  return order;
};

const some = (scenario: Scenario, own: number, most: number): readonly number[] => {
  if (scenario.delegations.length <= ROOM) return [...scenario.delegations.keys()];
  const others = byNote(scenario).filter((place) => place !== own);
  return [...(own < 0 ? [] : [own]), ...others].slice(0, most).toSorted((a, b) => a - b);
};

/** Places of the delegations that sit at the table in the picture: all, or the notable ones of a large conference. */
export const seatedIn = (scenario: Scenario, own: number): readonly number[] => some(scenario, own, NOTABLE);

/** Places of the others that stand in the corridor. */
export const standingIn = (scenario: Scenario, own: number): readonly number[] =>
  some(scenario, own, ROW + 1).filter((place) => place !== own);
