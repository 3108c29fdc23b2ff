import type { DelegationId, IncidentSight, Scenario } from '../engine/seat.ts';

/** Machines that hand what they know to a victim in private, in one session: as many as would step forward in public. */
const PAIR = 2;

/**
 * Whose part it is to bring a victim what it knows: nobody sees who else does, so it goes by what everybody can see. First come
 * those whose services are known to be briefed, then those in most groups with the victim; in each session since the incident the
 * next two. Whoever is suspected has no part in it.
 */
export const sharersOf = (
  scenario: Scenario,
  { victim, suspect, session: struck }: IncidentSight,
  session: number,
): readonly DelegationId[] => {
  const groups = scenario.delegations.find(({ id }) => id === victim)?.groups ?? [];
  const placed = scenario.delegations
    .filter(({ id }) => id !== victim && id !== suspect)
    .map(({ id, groups: own }) => ({
      id,
      briefed: scenario.intelligence.briefings
        .filter(({ delegation }) => delegation === id)
        .reduce((sum, { chance }) => sum + chance, 0),
      shared: own.filter((group) => groups.includes(group)).length,
    }))
    .toSorted((a, b) => b.briefed * (1 + b.shared) - a.briefed * (1 + a.shared) || b.shared - a.shared)
    .map(({ id }) => id);
  const from = PAIR * (session - struck);
  return placed.slice(from, from + PAIR);
};
