import { inWords, placeOf, type Scenario } from '../../../engine/seat.ts';

/** So many can be drawn with a face and a name. */
const ROOM = 30;
/** So many of a larger conference sit at the table in the picture: their placards can still be read. */
const NOTABLE = 16;
/** So many of a larger conference stand in the corridor. */
const ROW = 14;

const kept = new WeakMap<Scenario, readonly number[]>();

/** Who has an author's words of its own: something is said of it that is said of nobody else. */
const ownWords = (scenario: Scenario): readonly number[] => {
  const abouts = scenario.delegations.map(({ about }) => inWords(scenario, about, scenario.language));
  const said = new Map<string, number>();
  for (const about of abouts) said.set(about, (said.get(about) ?? 0) + 1);
  return [...scenario.delegations.keys()].filter((place) => said.get(abouts[place] ?? '') === 1);
};

/** By place: how far others' trust in a delegation is from the usual, all in all. */
const talkedOf = (scenario: Scenario): readonly number[] => {
  const sums = scenario.delegations.map(() => 0);
  for (const { to, trust } of scenario.trust.pairs) {
    const place = placeOf(scenario, 'delegation', to);
    sums[place] = (sums[place] ?? 0) + Math.abs(trust - scenario.trust.usual);
  }
  return sums;
};

/** So many of those that are most talked of come first, whatever group they are of. */
const FIRST = 2;

/**
 * Places of delegations in the order in which a large conference shows them: the two most talked of, then whoever brings most groups
 * that have nobody yet, and round again. Those with words of their own come before the rest.
 */
const byNote = (scenario: Scenario): readonly number[] => {
  const known = kept.get(scenario);
  if (known !== undefined) return known;
  const talked = talkedOf(scenario);
  const louder = (a: number, b: number): number => (talked[b] ?? 0) - (talked[a] ?? 0);
  const noted = ownWords(scenario).toSorted(louder);
  const groupsOf = (place: number): readonly string[] => scenario.delegations[place]?.groups ?? [];
  const order = noted.slice(0, FIRST);
  const covered = new Set(order.flatMap(groupsOf));
  const rest = new Set(noted.slice(FIRST));
  while (rest.size > 0) {
    const fresh = (place: number): number => groupsOf(place).filter((group) => !covered.has(group)).length;
    const [next] = [...rest].toSorted((a, b) => fresh(b) - fresh(a) || louder(a, b));
    if (next === undefined) break;
    // Every group has somebody: round again.
    if (fresh(next) === 0) covered.clear();
    rest.delete(next);
    order.push(next);
    for (const group of groupsOf(next)) covered.add(group);
  }
  const seen = new Set(order);
  const found = [...order, ...[...scenario.delegations.keys()].filter((place) => !seen.has(place))];
  kept.set(scenario, found);
  return found;
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
