import {
  incidentOf,
  ORIGINS,
  type Clue,
  type DelegationId,
  type IncidentSight,
  type Origin,
  type Scenario,
} from '../engine/seat.ts';

/** A possible author of an incident, and how likely one holds it. */
export interface Suspicion {
  readonly origin: Origin;
  readonly culprit?: DelegationId;
  /** 0 to 1; over all possibilities they sum to 1. */
  readonly belief: number;
}

/**
 * Who was behind an incident, by Bayes: the card's base rates, and for each clue its stated reliability. A clue that is wrong
 * may point anywhere else, but under a false flag it points to whoever is framed, as somebody's own deed.
 */
export const suspicions = (scenario: Scenario, sight: IncidentSight): readonly Suspicion[] => {
  const card = incidentOf(scenario, sight.id);
  const others = card.culprits.filter((item) => item.delegation !== sight.victim && item.weight > 0);
  const total = Math.max(
    1,
    others.reduce((sum, item) => sum + item.weight, 0),
  );
  const possible = card.origins.flatMap(({ origin, percent }): readonly Possible[] => {
    if (percent === 0) return [];
    const named = origin === 'state' || origin === 'proxy' || origin === 'false-flag';
    if (!named || others.length === 0) return [{ origin, culprit: undefined, belief: percent }];
    return others.map((item) => ({
      origin,
      culprit: item.delegation,
      belief: (percent * item.weight) / total,
    }));
  });
  const wrongWays = Math.max(2, ORIGINS.length - 1 + others.length);
  const weighed = possible.map((item) => ({
    ...item,
    belief: sight.clues.reduce((belief, clue) => belief * likelihood(clue, item, wrongWays), item.belief),
  }));
  const sum = weighed.reduce((all, item) => all + item.belief, 0);
  return weighed
    .map(({ origin, culprit, belief }) => ({
      origin,
      belief: sum > 0 ? belief / sum : 0,
      ...(culprit === undefined ? {} : { culprit }),
    }))
    .toSorted((a, b) => b.belief - a.belief);
};

/** An author before the evidence. `belief` is not yet a share of one. */
interface Possible {
  readonly origin: Origin;
  readonly culprit: DelegationId | undefined;
  readonly belief: number;
}

const likelihood = (
  clue: Clue,
  item: { readonly origin: Origin; readonly culprit: DelegationId | undefined },
  wrongWays: number,
): number => {
  const reliable = clue.reliability / 100;
  if (clue.origin === item.origin && clue.culprit === item.culprit) return reliable;
  if (item.origin === 'false-flag')
    return clue.origin === 'state' && clue.culprit !== item.culprit
      ? (1 - reliable) / 2
      : (1 - reliable) / (4 * wrongWays);
  return (1 - reliable) / wrongWays;
};

/** How likely somebody is behind it at all, by whatever means. */
export const beliefIn = (found: readonly Suspicion[], culprit: DelegationId): number =>
  found.reduce((sum, item) => sum + (item.culprit === culprit ? item.belief : 0), 0);
