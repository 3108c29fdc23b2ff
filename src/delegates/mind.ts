import type { Scenario } from '../engine/seat.ts';
import type { NormalBelief } from './normal-belief.ts';
import { PLAINNESS_AT_FIRST } from './plainness.ts';
import { priorsOf } from './prior.ts';

/** What is to be believed of one delegation. */
export interface Mind {
  /** Of the numbers in the scenario's layout: what no article adds is what it has over no agreement. */
  readonly belief: NormalBelief;
  /** By line of the scenario's red lines: chance, 0 to 1, that its capital insists on it. */
  readonly lines: readonly number[];
  /** `[article][option]`: the same for options of which the scenario says nothing. */
  readonly others: readonly (readonly number[])[];
  /** By article: what its weight is expected to be, news included. */
  readonly weights: readonly number[];
  /** By how much public news has moved its value of no agreement, hundredths of a point. */
  readonly moved: number;
  /** How plainly it speaks, by {@link PLAINNESS}: the chance, 0 to 1, of each. */
  readonly plainness: readonly number[];
}

const known = new WeakMap<Scenario, readonly Mind[]>();

/** Before anybody has spoken. */
export const openMinds = (scenario: Scenario): readonly Mind[] => {
  const found = known.get(scenario);
  if (found !== undefined) return found;
  const others = scenario.articles.map((article) => article.options.map(() => 0));
  const made = priorsOf(scenario).map(({ mandate, belief }, place): Mind => ({
    belief,
    lines: (scenario.delegations[place]?.redLines ?? []).map(({ chance }) => chance / 100),
    others,
    weights: mandate.raw.weights,
    moved: 0,
    plainness: PLAINNESS_AT_FIRST,
  }));
  known.set(scenario, made);
  return made;
};

/** Chance, 0 to 1, that this option crosses one of its red lines. */
export const redChance = (
  scenario: Scenario,
  mind: Mind,
  place: number,
  article: number,
  option: number,
): number => {
  const id = scenario.articles[article]?.id;
  let safe = 1 - (mind.others[article]?.[option] ?? 0);
  scenario.delegations[place]?.redLines.forEach((line, index) => {
    if (line.article === id && line.options.includes(option)) safe *= 1 - (mind.lines[index] ?? 0);
  });
  return 1 - safe;
};

/** The mind after learning how likely a red line at this option is: lines stand and fall with all their options. */
export const withRed = (
  scenario: Scenario,
  mind: Mind,
  place: number,
  article: number,
  option: number,
  chance: (before: number) => number,
): Mind => {
  const id = scenario.articles[article]?.id;
  const lines = scenario.delegations[place]?.redLines ?? [];
  const meant = lines.some((line) => line.article === id && line.options.includes(option));
  if (meant)
    return {
      ...mind,
      lines: mind.lines.map((before, index) => {
        const line = lines[index];
        return line !== undefined && line.article === id && line.options.includes(option)
          ? chance(before)
          : before;
      }),
    };
  const row = mind.others[article] ?? [];
  return { ...mind, others: mind.others.with(article, row.with(option, chance(row[option] ?? 0))) };
};
