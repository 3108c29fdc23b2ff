import {
  incidentOf,
  ORIGINS,
  type Clue,
  type DelegationId,
  type IncidentCard,
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
 * Who was behind an incident, by Bayes: the card's base rates, whom rumours name, and for each clue its stated reliability. A
 * clue that is wrong points anywhere else by chance, but under a false flag all wrong clues, and the rumours, point to whoever is
 * framed. All this is what the rules say of clues and rumours, so that beliefs come true as often as they say.
 */
export const suspicions = (scenario: Scenario, sight: IncidentSight): readonly Suspicion[] => {
  const card = incidentOf(scenario, sight.id);
  const others = card.culprits.filter((item) => item.delegation !== sight.victim && item.weight > 0);
  const found = possible(card, others).map((item) => ({
    ...item,
    belief: sight.clues.reduce(
      (belief, clue) => belief * likelihood(clue, item, others),
      item.belief * rumoured(sight.suspect, item, others),
    ),
  }));
  const sum = found.reduce((all, item) => all + item.belief, 0);
  // Who is framed is nobody's question: one answer for each origin and author.
  const merged = new Map<string, Suspicion>();
  for (const { origin, culprit, belief } of found) {
    const key = `${origin}/${culprit ?? ''}`;
    const share = sum > 0 ? belief / sum : 1 / found.length;
    merged.set(key, {
      origin,
      belief: (merged.get(key)?.belief ?? 0) + share,
      ...(culprit === undefined ? {} : { culprit }),
    });
  }
  return [...merged.values()].toSorted((a, b) => b.belief - a.belief);
};

/** An author, and under a false flag who is framed, before the evidence. `belief` is not yet a share of one. */
interface Possible {
  readonly origin: Origin;
  readonly culprit: DelegationId | undefined;
  readonly framed: DelegationId | undefined;
  readonly belief: number;
}

type Authors = IncidentCard['culprits'];

const hasAuthor = (origin: Origin): boolean =>
  origin === 'state' || origin === 'proxy' || origin === 'false-flag';

const total = (authors: Authors): number => authors.reduce((sum, item) => sum + item.weight, 0);

const possible = (card: IncidentCard, others: Authors): readonly Possible[] =>
  card.origins.flatMap(({ origin, percent }): readonly Possible[] => {
    if (percent === 0) return [];
    if (!hasAuthor(origin) || others.length === 0)
      return [{ origin, culprit: undefined, framed: undefined, belief: percent }];
    return others.flatMap(({ delegation: culprit, weight }): readonly Possible[] => {
      const belief = (percent * weight) / total(others);
      if (origin !== 'false-flag') return [{ origin, culprit, framed: undefined, belief }];
      const rest = others.filter((item) => item.delegation !== culprit);
      if (rest.length === 0) return [{ origin, culprit, framed: undefined, belief }];
      return rest.map((item) => ({
        origin,
        culprit,
        framed: item.delegation,
        belief: (belief * item.weight) / total(rest),
      }));
    });
  });

/** Chance that rumours name an author who is there, and that they name somebody where there is none. */
const RUMOUR = { author: 0.6, nobody: 0.4 } as const;

const rumoured = (suspect: DelegationId | undefined, item: Possible, others: Authors): number => {
  if (item.origin === 'false-flag') return suspect === item.framed ? 1 : 0;
  if (item.culprit !== undefined)
    return suspect === undefined ? 1 - RUMOUR.author : suspect === item.culprit ? RUMOUR.author : 0;
  if (others.length === 0) return suspect === undefined ? 1 : 0;
  return suspect === undefined ? 1 - RUMOUR.nobody : RUMOUR.nobody * shareOf(suspect, others);
};

const shareOf = (delegation: DelegationId | undefined, authors: Authors): number =>
  (authors.find((item) => item.delegation === delegation)?.weight ?? 0) / Math.max(1, total(authors));

/** Chance of a clue if this is so. Something unforeseen stays possible: a clue that somebody has made up. */
const likelihood = (clue: Clue, item: Possible, others: Authors): number => {
  const reliable = clue.reliability / 100;
  const right = clue.origin === item.origin && clue.culprit === item.culprit ? reliable : 0;
  if (item.origin === 'false-flag')
    return Math.max(
      right,
      clue.origin === 'state' && clue.culprit === item.framed ? 1 - reliable : UNFORESEEN,
    );
  if (clue.origin === item.origin) return Math.max(right, UNFORESEEN);
  const ways = ORIGINS.filter(
    (origin) => origin !== item.origin && (!hasAuthor(origin) || others.length > 0),
  ).length;
  const named = hasAuthor(clue.origin) ? shareOf(clue.culprit, others) : 1;
  return Math.max(UNFORESEEN, ((1 - reliable) / Math.max(1, ways)) * named);
};

const UNFORESEEN = 1e-9;

/** How likely somebody is behind it at all, by whatever means. */
export const beliefIn = (found: readonly Suspicion[], culprit: DelegationId): number =>
  found.reduce((sum, item) => sum + (item.culprit === culprit ? item.belief : 0), 0);
