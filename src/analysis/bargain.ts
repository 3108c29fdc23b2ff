import { allowedBy } from './best.ts';
import { textAt, type Problem, worthsOf } from './problem.ts';
import { ceiling, setCut, spaceOf, type Space } from './space.ts';
import { exp } from './exp.ts';

/** A text singled out by some principle. Worths and gains by party, in hundredths of a point. */
export interface Solution {
  readonly text: readonly number[];
  readonly utilities: readonly number[];
  /** Over the reservation values; none is negative. */
  readonly gains: readonly number[];
}

/** A problem made ready: options no red line forbids, utilities as columns behind the cuts, reservation values. */
export interface Bargain {
  readonly problem: Problem;
  readonly space: Space;
  /** By party. */
  readonly reservations: readonly number[];
  /** By column: reservation values, and `-Infinity` for the cuts. */
  readonly floors: Float64Array;
}

/** @param cuts How many weighted sums the search will use. */
export const bargainOf = (problem: Problem, cuts: number): Bargain => {
  const forbidden = problem.parties.flatMap((party) => party.forbidden);
  const allowed = allowedBy({ options: problem.options, forbidden });
  const reservations = problem.parties.map((party) => party.reservation);
  const space = spaceOf(problem.options, allowed, problem.parties, cuts);
  const none: number[] = Array.from({ length: cuts }, () => -Infinity);
  return { problem, space, reservations, floors: Float64Array.from([...none, ...reservations]) };
};

export const solutionAt = (problem: Problem, rank: number): Solution => {
  const text = textAt(problem.options, rank);
  const utilities = worthsOf(problem, text);
  return { text, utilities, gains: utilities.map((u, i) => u - (problem.parties[i]?.reservation ?? 0)) };
};

/** A text by depth and choice, with its values by column. */
export interface Peak {
  readonly choices: readonly number[];
  readonly values: Float64Array;
}

/** A text in which a column is highest. With loose links: one that the bound promises. */
export const peakOf = (space: Space, column: number): Peak => {
  const { plan, columns, adds, next, reach } = space;
  const choices: number[] = [];
  let state = 0;
  plan.order.forEach((_, depth) => {
    const wide = plan.choices[depth]?.length ?? 0;
    let best = 0;
    let most = -Infinity;
    for (let choice = 0; choice < wide; choice += 1) {
      const at = state * wide + choice;
      const here =
        (adds[depth]?.[at * columns + column] ?? 0) +
        (reach[depth + 1]?.[(next[depth]?.[at] ?? 0) * columns + column] ?? 0);
      if (here > most) {
        most = here;
        best = choice;
      }
    }
    choices.push(best);
    state = next[depth]?.[state * wide + best] ?? 0;
  });
  return { choices, values: valuesOf(space, choices) };
};

/** By column: what a text is worth. */
export const valuesOf = (
  space: Space,
  choices: readonly number[],
  values: Float64Array = new Float64Array(space.columns),
): Float64Array => {
  const { plan, columns, adds, next, loose } = space;
  values.set(space.base);
  let state = 0;
  for (let depth = 0; depth < plan.order.length; depth += 1) {
    const wide = plan.choices[depth]?.length ?? 0;
    const choice = choices[depth] ?? 0;
    const at = state * wide + choice;
    const add = adds[depth];
    if (add === undefined) break;
    for (let c = 0; c < columns; c += 1) values[c] = (values[c] ?? 0) + (add[at * columns + c] ?? 0);
    for (const link of loose[depth] ?? []) {
      const from = ((choices[link.from] ?? 0) * wide + choice) * columns;
      for (let c = 0; c < columns; c += 1) values[c] = (values[c] ?? 0) + (link.adds[from + c] ?? 0);
    }
    state = next[depth]?.[at] ?? 0;
  }
  return values;
};

/** Place in article order of a text by depth and choice. */
export const placeIn = (space: Space, choices: readonly number[]): number =>
  choices.reduce((rank, choice, depth) => rank + (space.steps[depth]?.[choice] ?? 0), 0);

/** Weights under which no text brings the parties more than `bound` together, and texts met on the way. */
export interface Balance {
  /** By party; they sum to 1 over scaled gains: `Σ weights · (u − r) / scales <= bound` for every text. */
  readonly weights: readonly number[];
  readonly bound: number;
  readonly peaks: readonly Peak[];
}

/**
 * For any weights that sum to 1 the least gain is at most the weighted gain, so the best text under the weights bounds the
 * best least gain (Lagrangian dual). Weights are moved towards whoever gets least in the text they lead to (mirror descent).
 * Leaves the best weights, over the scales, in the cut. A party of scale `Infinity` is left aside.
 */
export const balance = (
  { space, reservations }: Bargain,
  cut: number,
  scales: readonly number[],
  rounds: number,
): Balance => {
  const counted = scales.filter((scale) => scale < Infinity).length;
  let shares = scales.map((scale) => (scale < Infinity ? 1 / counted : 0));
  let best: number[] = [];
  let bound = Infinity;
  const peaks: Peak[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const weights = shares.map((share, i) => share / (scales[i] ?? 1));
    setCut(space, cut, weights);
    const here = ceiling(space, cut) - dot(weights, reservations);
    if (here < bound) {
      bound = here;
      best = weights;
    }
    if (!(here > -Infinity)) break;
    const peak = peakOf(space, cut);
    peaks.push(peak);
    const gains = reservations.map((r, i) => ((peak.values[space.cuts + i] ?? 0) - r) / (scales[i] ?? 1));
    const spread = Math.max(1e-9, Math.max(...gains) - Math.min(...gains));
    // Steps shrink slower than they would have to: the best bound met is kept, not the last.
    const step = 2 / (spread * Math.sqrt(round + 1));
    const least = Math.min(...gains);
    const moved = shares.map((share, i) => share * exp(-step * ((gains[i] ?? 0) - least)));
    const total = moved.reduce((sum, share) => sum + share, 0);
    shares = moved.map((share) => share / total);
  }
  setCut(space, cut, best);
  return { weights: best, bound, peaks };
};

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
