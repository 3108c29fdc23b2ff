import { ballotAt, beyondCoded, overlap, type Ballot, type Cast, type Roll } from '../analysis/index.ts';
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
 * nothing of a vote can leak into its prediction. Whoever did not vote on a text is asked all the same.
 */
export const votesOn = (
  scenario: Scenario,
  target: Tabled,
  others: readonly Tabled[],
): readonly Leaning[] => {
  const known = others.filter(({ id }) => id !== target.id);
  const likeness = known.map((one) => known.map((other) => alike(one, other)));
  const toTarget = known.map((other) => alike(target, other));
  return scenario.delegations.map(({ id }, place) => {
    const mandate = expectedMandate(scenario, place);
    const asked = coded(scenario, mandate, place, target);
    const voted = known.flatMap((other, at): { readonly at: number; readonly cast: Cast }[] => {
      const ballot = other.recorded[place];
      return ballot === undefined
        ? []
        : [{ at, cast: { coded: coded(scenario, mandate, place, other).sum, ballot } }];
    });
    const record = beyondCoded(
      voted.map(({ cast }) => cast),
      voted.map(({ at }) => voted.map((other) => likeness[at]?.[other.at] ?? 0)),
      voted.map(({ at }) => toTarget[at] ?? 0),
    );
    const liking = asked.sum + record;
    // Whoever holds the pen votes for its own text.
    const ballot = target.sponsors.includes(id) ? 'yes' : ballotAt(liking);
    return {
      delegation: id,
      ballot,
      provisions: asked.provisions,
      sponsors: asked.sponsors,
      record,
      liking,
    };
  });
};

/**
 * What is coded of one delegation's liking for a text over no resolution, in steps. Linkages are left out: they are made for play.
 */
const coded = (
  scenario: Scenario,
  { raw }: Mandate,
  place: number,
  { text, sponsors }: Tabled,
): {
  readonly provisions: readonly number[];
  readonly sponsors: number;
  readonly sum: number;
} => {
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
