import {
  BEST,
  expectedMandate,
  largest,
  smallest,
  type Mandate,
  type Scenario,
  type Span,
  type Text,
} from '../engine/seat.ts';
import { chanceOf } from './arena/chance.ts';
import { CONSTANT, layoutOf, pairsOf, partsOf, type Layout } from './layout.ts';
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
  const scale = scaleOf(scenario, place, mandate);
  return {
    mandate,
    belief: {
      mean: meanOf(scenario, layout, mandate, place, scale),
      covariance: spreadOf(scenario, layout, mandate, place, scale),
    },
  };
};

/** How raw worths become hundredths of a point, and what the worst text then takes off. */
interface Scale {
  readonly factor: number;
  readonly base: number;
  /** Variance of the base; 0 where it follows from the mandate. */
  readonly unsure: number;
  /** Whether all that is known is alike for all options: best and worst text are then nobody's guess. */
  readonly flat: boolean;
}

const scaleOf = (scenario: Scenario, place: number, { raw, base }: Mandate): Scale => {
  const { table, pairs } = rawWorths(raw);
  const spread = largest(table, pairs).worth - smallest(table, pairs).worth;
  const drawn = samples(scenario, place);
  const usual = average(drawn.map(({ top, bottom }) => top - bottom));
  if (spread * 3 > usual) return { factor: BEST / spread, base, unsure: 0, flat: false };
  const factor = usual > 0 ? BEST / usual : 0;
  const bases = drawn.map(({ bottom }) => -bottom * factor);
  const middle = average(bases);
  return {
    factor,
    base: middle,
    unsure: average(bases.map((one) => (one - middle) * (one - middle))),
    flat: true,
  };
};

const average = (all: readonly number[]): number =>
  all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length;

const SAMPLES = 6;

/** Worst and best of some mandates drawn from the ranges. */
const samples = (
  scenario: Scenario,
  place: number,
): readonly { readonly top: number; readonly bottom: number }[] =>
  Array.from({ length: SAMPLES }, (_, sample) => {
    const chance = chanceOf(`prior/${place}/${sample}`);
    const take = ({ min, max }: Span): number => min + Math.floor(chance() * (max - min + 1));
    const wants = scenario.delegations[place]?.wants ?? [];
    const weights = wants.map((want) => take(want.weight));
    const sum = Math.max(1, total(weights));
    const table = wants.map((want, k) =>
      want.values.map((span) => (take(span) * 100 * (weights[k] ?? 0)) / sum),
    );
    const layout = layoutOf(scenario);
    const row = new Float64Array(layout.size);
    layout.links.forEach(({ at }, index) => {
      const span = spanOf(scenario, place, index);
      row[at] = span === undefined ? 0 : take(span) * 100;
    });
    const pairs = pairsOf(scenario, row);
    return { top: largest(table, pairs).worth, bottom: smallest(table, pairs).worth };
  });

const total = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0);

/** In which range a linkage is worth something to a delegation. */
const spanOf = (scenario: Scenario, place: number, linkage: number): Span | undefined =>
  scenario.linkages[linkage]?.worth.find((item) => item.delegation === scenario.delegations[place]?.id)
    ?.points;

const meanOf = (
  scenario: Scenario,
  layout: Layout,
  mandate: Mandate,
  place: number,
  { factor, base }: Scale,
): Float64Array => {
  const middle = new Float64Array(layout.size);
  middle[CONSTANT] = base - mandate.reservation;
  const { table } = rawWorths(mandate.raw);
  table.forEach((row, k) =>
    row.forEach((worth, option) => (middle[(layout.starts[k] ?? 0) + option] = worth * factor)),
  );
  layout.links.forEach(({ at }, index) => {
    const span = spanOf(scenario, place, index);
    if (span !== undefined) middle[at] = Math.round((span.min + span.max) / 2) * 100 * factor;
  });
  return middle;
};

const rawWorths = (raw: Mandate['raw']) => {
  const sum = Math.max(1, total(raw.weights));
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
const spreadOf = (
  scenario: Scenario,
  layout: Layout,
  mandate: Mandate,
  place: number,
  { factor, unsure, flat }: Scale,
): Float64Array => {
  const { size, starts, links } = layout;
  const covariance = new Float64Array(size * size);
  const delegation = scenario.delegations[place];
  if (delegation === undefined) return covariance;
  const { raw } = mandate;
  const { sum, table, pairs } = rawWorths(raw);
  const [top, bottom] = [largest(table, pairs), smallest(table, pairs)];
  const spread = top.worth - bottom.worth;
  const row = new Float64Array(size);
  table.forEach((worths, k) => worths.forEach((worth, option) => (row[(starts[k] ?? 0) + option] = worth)));
  const spans = links.map((_, index) => spanOf(scenario, place, index));
  links.forEach(({ at }, index) => {
    const span = spans[index];
    if (span !== undefined) row[at] = Math.round((span.min + span.max) / 2) * 100;
  });
  const [best, worst] = [partsOf(layout, top.text), partsOf(layout, bottom.text)];
  /** Adds what a number of this variance moves, given how it moves the raw worths. */
  const add = (moves: Float64Array, much: number): void => {
    if (much === 0) return;
    const over = (parts: readonly number[]): number => parts.reduce((all, at) => all + (moves[at] ?? 0), 0);
    const low = flat ? 0 : over(worst);
    const wider = flat ? 0 : (over(best) - low) / spread;
    const column = moves.map((move, at) => factor * (move - (row[at] ?? 0) * wider));
    column[CONSTANT] = factor * (bottom.worth * wider - low);
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
  covariance[0] = (covariance[0] ?? 0) + unsure;
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
  let sum = 0;
  for (const at of partsOf(layout, text)) sum += mean[at] ?? 0;
  return sum;
};
