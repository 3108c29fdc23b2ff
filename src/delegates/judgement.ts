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
export const suspicions = (scenario: Scenario, sight: IncidentSight): readonly Suspicion[] =>
  merged(hypotheses(scenario, sight));

/** The same, with who is framed under a false flag told apart: what a further clue would say depends on it. They sum to 1. */
export const hypotheses = (scenario: Scenario, sight: IncidentSight): readonly Hypothesis[] => {
  const card = incidentOf(scenario, sight.id);
  const others = authorsOf(card, sight);
  const found = possible(card, others).map((item) => ({
    ...item,
    belief: sight.clues.reduce(
      (belief, clue) => belief * likelihood(clue, item, others),
      item.belief * rumoured(sight.suspect, item, others, scenario.rules.rumours),
    ),
  }));
  const sum = found.reduce((all, item) => all + item.belief, 0);
  return found.map((item) => ({ ...item, belief: sum > 0 ? item.belief / sum : 1 / found.length }));
};

/** One answer for each origin and author, likeliest first: who is framed is nobody's question. */
const merged = (found: readonly Hypothesis[]): readonly Suspicion[] => {
  const answers = new Map<string, Suspicion>();
  for (const { origin, culprit, belief } of found) {
    const key = `${origin}/${culprit ?? ''}`;
    answers.set(key, {
      origin,
      belief: (answers.get(key)?.belief ?? 0) + belief,
      ...(culprit === undefined ? {} : { culprit }),
    });
  }
  return [...answers.values()].toSorted((a, b) => b.belief - a.belief);
};

/** What the clues not yet seen can say. */
export interface Readings {
  /** Beliefs before they are seen: the first index of what follows. */
  readonly beliefs: readonly Hypothesis[];
  /** `[clue][reading][hypothesis]`: the chance that the clue reads so if this is so. Over all readings they sum to 1. */
  readonly chances: readonly (readonly (readonly number[])[])[];
}

/** The next clues that an investigation would find, at most so many, and all that each can say: by its reliability, as the rules draw it. */
export const readingsOf = (scenario: Scenario, sight: IncidentSight, most: number): Readings => {
  const card = incidentOf(scenario, sight.id);
  const others = authorsOf(card, sight);
  const beliefs = hypotheses(scenario, sight).filter(({ belief }) => belief > 0);
  const sayable = ORIGINS.flatMap((origin): readonly Pick<Clue, 'origin' | 'culprit'>[] => {
    const named = hasAuthor(origin) ? others.map(({ delegation }) => ({ origin, culprit: delegation })) : [];
    // With one author to be had, nobody is left to be framed.
    return others.length > 1 && named.length > 0 ? named : [...named, { origin }];
  });
  const chances = card.clues
    .map(({ reliability }, index) => ({ index, reliability }))
    .filter(({ index }) => sight.clues.every((clue) => clue.index !== index))
    .slice(0, most)
    .map((clue) =>
      sayable.map((said) => beliefs.map((item) => exactly(likelihood({ ...clue, ...said }, item, others)))),
    );
  return { beliefs, chances };
};

/** Without what is only left possible because people can make clues up. */
const exactly = (chance: number): number => (chance <= UNFORESEEN ? 0 : chance);

/** An author, and under a false flag who is framed. */
export interface Hypothesis {
  readonly origin: Origin;
  readonly culprit: DelegationId | undefined;
  readonly framed: DelegationId | undefined;
  readonly belief: number;
}

type Authors = IncidentCard['culprits'];

const authorsOf = (card: IncidentCard, { victim }: IncidentSight): Authors =>
  card.culprits.filter((item) => item.delegation !== victim && item.weight > 0);

const hasAuthor = (origin: Origin): boolean =>
  origin === 'state' || origin === 'proxy' || origin === 'false-flag';

const total = (authors: Authors): number => authors.reduce((sum, item) => sum + item.weight, 0);

const possible = (card: IncidentCard, others: Authors): readonly Hypothesis[] =>
  card.origins.flatMap(({ origin, percent }): readonly Hypothesis[] => {
    if (percent === 0) return [];
    if (!hasAuthor(origin) || others.length === 0)
      return [{ origin, culprit: undefined, framed: undefined, belief: percent }];
    return others.flatMap(({ delegation: culprit, weight }): readonly Hypothesis[] => {
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

/** Chance of what is rumoured if this is so. */
const rumoured = (
  suspect: DelegationId | undefined,
  item: Hypothesis,
  others: Authors,
  rumours: Scenario['rules']['rumours'],
): number => {
  const [author, nobody] = [rumours.author / 100, rumours.nobody / 100];
  if (item.origin === 'false-flag') return suspect === item.framed ? 1 : 0;
  if (item.culprit !== undefined)
    return suspect === undefined ? 1 - author : suspect === item.culprit ? author : 0;
  if (others.length === 0) return suspect === undefined ? 1 : 0;
  return suspect === undefined ? 1 - nobody : nobody * shareOf(suspect, others);
};

const shareOf = (delegation: DelegationId | undefined, authors: Authors): number =>
  (authors.find((item) => item.delegation === delegation)?.weight ?? 0) / Math.max(1, total(authors));

/** Chance of a clue if this is so. Something unforeseen stays possible: a clue that somebody has made up. */
const likelihood = (clue: Clue, item: Hypothesis, others: Authors): number => {
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
