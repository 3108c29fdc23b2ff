import {
  ballotAt,
  guessBeyond,
  overlap,
  signedFrom,
  type Act,
  type Ballot,
  type Guess,
  type Roll,
} from '../analysis/index.ts';
import {
  expectedMandate,
  places,
  type DelegationId,
  type Mandate,
  type Scenario,
  type Text,
} from '../engine/seat.ts';

/** How the delegations of a scenario vote on resolutions of the world: by what their mandates are known to want. */

/** A resolution in the terms of a scenario. */
export interface Tabled {
  readonly id: string;
  /** One option per article; 0 where it says nothing. */
  readonly text: Text;
  /** Who holds the pen. */
  readonly sponsors: readonly DelegationId[];
  /** All others who put their names under it before the vote. Empty: they are not known, and nothing follows. */
  readonly cosponsors: readonly DelegationId[];
  /** How it was voted on, by delegation; empty if it was not, or that is not to be looked at. */
  readonly recorded: Roll;
}

/** How one delegation comes to its vote, in steps of liking. */
export interface Leaning {
  readonly delegation: DelegationId;
  readonly ballot: Ballot;
  /** By article of the scenario: what its provision adds. */
  readonly provisions: readonly number[];
  /** What it thinks of those who hold the pen. */
  readonly sponsors: number;
  /** What its votes on other texts say beyond that. */
  readonly record: number;
  /** What it says beyond that whether its name stands under this text, and under others whose co-sponsors are known. */
  readonly names: number;
  readonly liking: number;
}

/** A step is so many hundredths of the worth of an article of average weight. */
const STEP = 25;
/** Points of trust in a sponsor, above or below the usual, that make a step. */
const TRUST_STEP = 25;
/** What makes two texts alike: anything, the same articles, the same provisions, the same sponsors. Fixed beforehand. */
const ALIKE = { anything: 0.5, articles: 1, provisions: 0.3, sponsors: 1 } as const;

/**
 * How all delegations would vote on a text, given the recorded votes on others. A text with its own id is not learnt from, so that
 * nothing of a vote can leak into its prediction; of the text itself only what was known before the vote counts, its co-sponsors among
 * that. Whoever did not vote on a text is asked all the same.
 */
export const votesOn = (
  scenario: Scenario,
  target: Tabled,
  others: readonly Tabled[],
): readonly Leaning[] => {
  const asked: Tabled = { ...target, recorded: [] };
  const texts = [...others.filter(({ id }) => id !== target.id), asked];
  const likeness = texts.map((one) => texts.map((other) => alike(one, other)));
  const beyond = (known: readonly Known[], about: number): Guess =>
    guessBeyond(
      known.map(({ act }) => act),
      known.map(({ at }) => known.map((other) => likeness[at]?.[other.at] ?? 0)),
      known.map(({ at }) => likeness[about]?.[at] ?? 0),
      likeness[about]?.[about] ?? 0,
    );
  const seats = scenario.delegations.map(({ id }, place) => {
    const mandate = expectedMandate(scenario, place);
    const likes = texts.map((text) => coded(scenario, mandate, place, text));
    const cast = texts.flatMap(({ recorded }, at): readonly Known[] => {
      const ballot = recorded[place];
      return ballot === undefined ? [] : [{ at, act: { coded: likes[at]?.sum ?? 0, ballot } }];
    });
    return { id, likes, cast };
  });
  const lists = texts.flatMap(({ sponsors, cosponsors }, at) => {
    if (cosponsors.length === 0) return [];
    const guesses = seats
      .filter(({ id }) => !sponsors.includes(id))
      .map(({ likes, cast }): Guess => {
        const { liking, variance } = beyond(cast, at);
        return { liking: (likes[at]?.sum ?? 0) + liking, variance };
      });
    return [{ at, sponsors, cosponsors, from: signedFrom(guesses, cosponsors.length) }];
  });
  return seats.map(({ id, likes, cast }) => {
    const names = lists.flatMap(({ at, sponsors, cosponsors, from }): readonly Known[] =>
      sponsors.includes(id)
        ? []
        : [{ at, act: { coded: likes[at]?.sum ?? 0, signed: cosponsors.includes(id), from } }],
    );
    const about = texts.length - 1;
    const { provisions, sponsors, sum } = likes[about] ?? NOTHING;
    const record = beyond(cast, about).liking;
    const named = names.length === 0 ? 0 : beyond([...cast, ...names], about).liking - record;
    const liking = sum + record + named;
    // Whoever holds the pen votes for its own text.
    const ballot = target.sponsors.includes(id) ? 'yes' : ballotAt(liking);
    return { delegation: id, ballot, provisions, sponsors, record, names: named, liking };
  });
};

/** What one delegation did about the text at a place. */
interface Known {
  readonly at: number;
  readonly act: Act;
}

interface Coded {
  readonly provisions: readonly number[];
  readonly sponsors: number;
  readonly sum: number;
}

const NOTHING: Coded = { provisions: [], sponsors: 0, sum: 0 };

/**
 * What is coded of one delegation's liking for a text over no resolution, in steps. Linkages are left out: they are made for play.
 */
const coded = (scenario: Scenario, { raw }: Mandate, place: number, { text, sponsors }: Tabled): Coded => {
  const weight = Math.max(
    1,
    raw.weights.reduce((sum, item) => sum + item, 0),
  );
  const perStep = STEP / Math.max(1, raw.weights.length);
  const provisions = raw.values.map((row, article) => {
    const gain = (row[text[article] ?? 0] ?? 0) - (row[0] ?? 0);
    return ((raw.weights[article] ?? 0) * gain) / weight / perStep;
  });
  const regard = sponsorship(scenario, place, sponsors);
  return {
    provisions,
    sponsors: regard,
    sum: provisions.reduce((sum, part) => sum + part, 0) + regard,
  };
};

/** How far it trusts the sponsors more than is usual, on average, in steps. Its own text it trusts fully. */
const sponsorship = (scenario: Scenario, place: number, sponsors: readonly DelegationId[]): number => {
  if (sponsors.length === 0) return 0;
  const row = trustOf(scenario)[place] ?? [];
  const sum = sponsors.reduce((total, sponsor) => {
    const seat = places(scenario).delegation.get(sponsor);
    return total + (seat === undefined ? 0 : (row[seat] ?? 0) - scenario.trust.usual);
  }, 0);
  return sum / sponsors.length / TRUST_STEP;
};

const trusts = new WeakMap<Scenario, readonly (readonly number[])[]>();

/** `[from][to]` at the start of play, 0 to 100. */
const trustOf = (scenario: Scenario): readonly (readonly number[])[] => {
  const known = trusts.get(scenario);
  if (known !== undefined) return known;
  const seats = places(scenario).delegation;
  const rows = scenario.delegations.map((_, from) =>
    scenario.delegations.map((__, to) => (from === to ? 100 : scenario.trust.usual)),
  );
  for (const { from, to, trust } of scenario.trust.pairs) {
    const row = rows[seats.get(from) ?? -1];
    const column = seats.get(to);
    if (row !== undefined && column !== undefined) row[column] = trust;
  }
  trusts.set(scenario, rows);
  return rows;
};

/** How far votes on one text tell of votes on the other. */
export const alike = (one: Tabled, other: Tabled): number =>
  ALIKE.anything +
  ALIKE.articles * overlap(articlesOf(one), articlesOf(other)) +
  ALIKE.provisions * overlap(provisionsOf(one), provisionsOf(other)) +
  ALIKE.sponsors * overlap(new Set(one.sponsors), new Set(other.sponsors));

const articlesOf = ({ text }: Tabled): ReadonlySet<string> =>
  new Set(text.flatMap((option, article) => (option === 0 ? [] : [String(article)])));

const provisionsOf = ({ text }: Tabled): ReadonlySet<string> =>
  new Set(text.flatMap((option, article) => (option === 0 ? [] : [`${article}/${option}`])));
