import {
  BEST,
  expectedMandate,
  largest,
  smallest,
  type Mandate,
  type Scenario,
  type Text,
} from '../engine/seat.ts';
import { CONSTANT, layoutOf, linked, partsOf, type Layout } from './layout.ts';
import type { NormalBelief } from './normal-belief.ts';

/** What anybody can expect of a delegation before it has said a word. */
export interface Prior {
  /** The middle of every range. */
  readonly mandate: Mandate;
  readonly belief: NormalBelief;
}

const known = new WeakMap<Scenario, readonly Prior[]>();

/** What anybody can expect of all delegations, from the scenario alone: in its order of delegations. */
export const priorsOf = (scenario: Scenario): readonly Prior[] => {
  const found = known.get(scenario);
  if (found !== undefined) return found;
  const made = scenario.delegations.map((_, place) => priorOf(scenario, place));
  known.set(scenario, made);
  return made;
};

const priorOf = (scenario: Scenario, place: number): Prior => {
  const mandate = expectedMandate(scenario, place);
  const layout = layoutOf(scenario);
  return {
    mandate,
    belief: {
      mean: meanOf(scenario, layout, mandate, place),
      covariance: spreadOf(scenario, layout, mandate, place),
    },
  };
};

const meanOf = (scenario: Scenario, layout: Layout, mandate: Mandate, place: number): Float64Array => {
  const mean = new Float64Array(layout.size);
  mean[CONSTANT] = mandate.base - mandate.reservation;
  mandate.table.forEach((row, k) =>
    row.forEach((worth, option) => (mean[(layout.starts[k] ?? 0) + option] = worth)),
  );
  const scale = scaleOf(mandate);
  scenario.linkages.forEach((linkage, index) => {
    const span = linkage.worth.find((item) => item.delegation === scenario.delegations[place]?.id)?.points;
    const at = layout.links[index]?.at;
    if (span !== undefined && at !== undefined)
      mean[at] = Math.round((span.min + span.max) / 2) * 100 * scale;
  });
  return mean;
};

/** Hundredths of a point that a raw hundredth comes to, so that worst and best are 10 000 apart. */
const scaleOf = ({ raw }: Mandate): number => {
  const { table, pairs } = rawWorths(raw);
  const spread = largest(table, pairs).worth - smallest(table, pairs).worth;
  return spread <= 0 ? 0 : BEST / spread;
};

const rawWorths = (raw: Mandate['raw']) => {
  const sum = Math.max(
    1,
    raw.weights.reduce((total, weight) => total + weight, 0),
  );
  return {
    sum,
    table: raw.values.map((row, k) => row.map((value) => ((raw.weights[k] ?? 0) * value * 100) / sum)),
    pairs: raw.pairs.map((pair) => ({ ...pair, worth: pair.worth * 100 })),
  };
};

/** Variance of a whole number drawn evenly from a span. */
const variance = ({ min, max }: { readonly min: number; readonly max: number }): number =>
  ((max - min + 1) * (max - min + 1) - 1) / 12;

/**
 * How far the mandates drawn from the ranges lie apart, to the first order: what each weight, value, linkage and the reservation
 * value moves, the common scale included, times its variance.
 */
const spreadOf = (scenario: Scenario, layout: Layout, mandate: Mandate, place: number): Float64Array => {
  const { size, starts, links } = layout;
  const covariance = new Float64Array(size * size);
  const delegation = scenario.delegations[place];
  if (delegation === undefined) return covariance;
  const { raw } = mandate;
  const { sum, table, pairs } = rawWorths(raw);
  const [top, bottom] = [largest(table, pairs), smallest(table, pairs)];
  const spread = top.worth - bottom.worth;
  if (spread <= 0) return covariance;
  const scale = BEST / spread;
  const row = new Float64Array(size);
  table.forEach((worths, k) => worths.forEach((worth, option) => (row[(starts[k] ?? 0) + option] = worth)));
  const spans = links.map(
    (_, index) => scenario.linkages[index]?.worth.find((item) => item.delegation === delegation.id)?.points,
  );
  links.forEach(({ at }, index) => {
    const span = spans[index];
    if (span !== undefined) row[at] = Math.round((span.min + span.max) / 2) * 100;
  });
  const [best, worst] = [partsOf(layout, top.text), partsOf(layout, bottom.text)];
  /** Adds what a number of this variance moves, given how it moves the raw worths. */
  const add = (moves: Float64Array, much: number): void => {
    if (much === 0) return;
    const over = (parts: readonly number[]): number => parts.reduce((all, at) => all + (moves[at] ?? 0), 0);
    const low = over(worst);
    const wider = (over(best) - low) / spread;
    const column = moves.map((move, at) => scale * (move - (row[at] ?? 0) * wider));
    column[CONSTANT] = scale * (bottom.worth * wider - low) + (moves[CONSTANT] ?? 0);
    addOuter(covariance, column, much);
  };
  delegation.wants.forEach((want, j) => {
    const weight = raw.weights[j] ?? 0;
    const moves = row.map((worth, at) => (at >= (links[0]?.at ?? size) ? 0 : -worth / sum));
    const values = raw.values[j] ?? [];
    values.forEach((value, option) => {
      const at = (starts[j] ?? 0) + option;
      moves[at] = (moves[at] ?? 0) + (100 * value) / sum;
    });
    add(moves, variance(want.weight));
    want.values.forEach((span, option) => {
      const single = new Float64Array(size);
      single[(starts[j] ?? 0) + option] = (100 * weight) / sum;
      add(single, variance(span));
    });
  });
  links.forEach(({ at }, index) => {
    const span = spans[index];
    if (span === undefined) return;
    const single = new Float64Array(size);
    single[at] = 100;
    add(single, variance(span));
  });
  const alone = new Float64Array(size);
  alone[CONSTANT] = 100;
  addOuter(covariance, alone, variance(delegation.reservation));
  return covariance;
};

const addOuter = (covariance: Float64Array, column: Float64Array, much: number): void => {
  const size = column.length;
  for (let i = 0; i < size; i += 1) {
    const here = (column[i] ?? 0) * much;
    if (here === 0) continue;
    for (let j = 0; j < size; j += 1)
      covariance[i * size + j] = (covariance[i * size + j] ?? 0) + here * (column[j] ?? 0);
  }
};

/** Worth over no agreement that is to be expected of a text, red lines aside. */
export const expectedGain = (layout: Layout, mean: Float64Array, text: Text): number => {
  let sum = mean[CONSTANT] ?? 0;
  for (let k = 0; k < layout.starts.length; k += 1)
    sum += mean[(layout.starts[k] ?? 0) + (text[k] ?? 0)] ?? 0;
  for (const link of layout.links) if (linked(link, text)) sum += mean[link.at] ?? 0;
  return sum;
};
