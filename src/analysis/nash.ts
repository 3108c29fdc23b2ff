import {
  balance,
  bargainOf,
  dot,
  peakOf,
  placeIn,
  solutionAt,
  valuesOf,
  type Bargain,
  type Peak,
  type Solution,
} from './bargain.ts';
import { climb } from './climb.ts';
import { explore, trailFor, type Trail } from './explore.ts';
import { firstFeasible } from './feasible.ts';
import { lnWhole, ln } from './ln.ts';
import type { Problem } from './problem.ts';
import { ceiling, setCut } from './space.ts';

export interface NashSolution extends Solution {
  /** Π gains, exact: hundredths of a point to the power of the number of parties. */
  readonly product: bigint;
}

/** Logarithms nearer than this are compared by exact products. Far above the rounding of the sums, far below what prunes. */
const NEAR = 1e-7;
/** Rounds of weights tried before the search. */
const ROUNDS = 40;

/**
 * The feasible text with the largest Π (uᵢ − rᵢ); ties to the first in article order; `undefined` if none is feasible.
 * Feasible (individually rational, no red line crossed) comes before the product: two parties that both lose would
 * otherwise make a positive one. Nash (1950), Econometrica 18(2).
 *
 * Branch and bound: the logarithm lies below its tangents, so Σ ln gᵢ <= Σ (ln tᵢ + (gᵢ − tᵢ)/tᵢ) for any t > 0, a linear
 * bound with exact tables. One tangent touches at the best text so far, one where the mixtures of texts are best.
 *
 * @param climbs From how many texts coordinate ascent looks for a good one first. It changes the time only, not the answer.
 */
export const nash = (problem: Problem, climbs: number = Infinity): NashSolution | undefined => {
  const bargain = bargainOf(problem, 3);
  const { space, reservations, floors } = bargain;
  const parties = reservations.length;
  const tops = reservations.map((r, i) => ceiling(space, space.cuts + i) - r);
  if (tops.some((top) => top < 0)) return undefined;
  if (tops.some((top) => top === 0)) return degenerate(problem);
  const scales = tops;
  const { weights, bound, peaks } = balance(bargain, 2, scales, ROUNDS);
  if (bound < -NEAR) return undefined;

  const starts = [...peaks.slice(-6), ...reservations.map((_, i) => peakOf(space, space.cuts + i))];
  let best = climbed(bargain, starts.slice(0, climbs));
  const least = floors.slice();
  reservations.forEach((r, i) => (least[space.cuts + i] = r + 1));
  least[2] = dot(weights, reservations) - NEAR;
  const mixed = mixture(bargain, best?.gains ?? tops);
  const trail = trailFor(space);

  /** Asks of the cuts what a text must have to come near the best so far. */
  const ask = (): void => {
    const from = best?.score ?? -Infinity;
    least[1] = from - NEAR - mixed.height;
    if (best === undefined) {
      least[0] = -Infinity;
      return;
    }
    const slopes = best.gains.map((gain) => 1 / gain);
    setCut(space, 0, slopes);
    mend(trail, bargain, 0, slopes);
    least[0] = parties + dot(slopes, reservations) - NEAR;
  };
  ask();
  explore(
    {
      space,
      least,
      // Texts as good but later would lose the tie, but a product may be better by less than a logarithm tells.
      beyond: least,
      before: Infinity,
      budget: Infinity,
      eager: best === undefined,
      found: (values, rank) => {
        let score = 0;
        for (let i = 0; i < parties; i += 1)
          score += lnWhole((values[space.cuts + i] ?? 0) - (reservations[i] ?? 0));
        if (best !== undefined && score < best.score - NEAR) return;
        const gains = reservations.map((r, i) => (values[space.cuts + i] ?? 0) - r);
        if (best !== undefined && !beats({ gains, score, rank }, best)) return;
        best = { gains, score, rank };
        ask();
      },
    },
    trail,
  );
  if (best === undefined) return degenerate(problem);
  return { ...solutionAt(problem, best.rank), product: productOf(best.gains) };
};

interface Candidate {
  readonly gains: readonly number[];
  /** Σ ln gains. */
  readonly score: number;
  readonly rank: number;
}

/** Exact product of whole numbers. 1 for none. */
export const productOf = (gains: readonly number[]): bigint =>
  gains.reduce((product, gain) => product * BigInt(gain), 1n);

const beats = (one: Candidate, other: Candidate): boolean => {
  if (Math.abs(one.score - other.score) > NEAR) return one.score > other.score;
  if (one.gains.every((gain, i) => gain === other.gains[i])) return one.rank < other.rank;
  const [mine, theirs] = [productOf(one.gains), productOf(other.gains)];
  return mine > theirs || (mine === theirs && one.rank < other.rank);
};

/** Somebody gains nothing in every feasible text: all products are 0, and the first text has the tie. */
const degenerate = (problem: Problem): NashSolution | undefined => {
  const rank = firstFeasible(problem);
  return rank === undefined ? undefined : { ...solutionAt(problem, rank), product: 0n };
};

/** Coordinate ascent on Σ ln gains from several texts; what the parties lack counts first. */
const climbed = ({ space, reservations }: Bargain, starts: readonly Peak[]): Candidate | undefined => {
  const values = new Float64Array(space.columns);
  const widths = space.plan.choices.map((choices) => choices.length);
  const score = (choices: readonly number[]): number => {
    valuesOf(space, choices, values);
    let lacking = 0;
    let sum = 0;
    for (let i = 0; i < reservations.length; i += 1) {
      const gain = (values[space.cuts + i] ?? 0) - (reservations[i] ?? 0);
      if (gain < 1) lacking += 1 - gain;
      else sum += lnWhole(gain);
    }
    return lacking > 0 ? -lacking : sum;
  };
  let best: Candidate | undefined;
  for (const { choices } of starts) {
    const end = climb(widths, choices, score);
    valuesOf(space, end.text, values);
    const gains = reservations.map((r, i) => (values[space.cuts + i] ?? 0) - r);
    if (gains.some((gain) => gain < 1)) continue;
    const candidate = { gains, score: end.score, rank: placeIn(space, end.text) };
    if (best === undefined || beats(candidate, best)) best = candidate;
  }
  return best;
};

/**
 * Sets the second cut to the tangent with the lowest bound over all texts: where the logarithm is highest over mixtures of
 * texts (Frank and Wolfe 1956). `height`: what to add to the cut for the bound on Σ ln gains.
 */
const mixture = ({ space, reservations }: Bargain, start: readonly number[]): { height: number } => {
  let point = start.map((gain) => Math.max(1, gain));
  let lowest = Infinity;
  let height = 0;
  let slopes: readonly number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const here = point.map((gain) => 1 / gain);
    setCut(space, 1, here);
    const up = point.reduce((sum, gain) => sum + ln(gain), 0) - point.length - dot(here, reservations);
    const bound = up + ceiling(space, 1);
    if (bound < lowest) {
      lowest = bound;
      height = up;
      slopes = here;
    }
    const { values } = peakOf(space, 1);
    const share = 2 / (round + 3);
    point = point.map((gain, i) =>
      Math.max(1, gain * (1 - share) + ((values[space.cuts + i] ?? 0) - (reservations[i] ?? 0)) * share),
    );
  }
  setCut(space, 1, slopes);
  return { height };
};

/** The sums along the branch, after a cut was reset in the middle of it. */
const mend = ({ sums }: Trail, { space }: Bargain, cut: number, weights: readonly number[]): void => {
  for (let at = 0; at < sums.length; at += space.columns) {
    let total = 0;
    for (let i = 0; i < weights.length; i += 1) total += (weights[i] ?? 0) * (sums[at + space.cuts + i] ?? 0);
    sums[at + cut] = total;
  }
};
