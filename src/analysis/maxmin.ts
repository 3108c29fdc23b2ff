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
import { explore } from './explore.ts';
import type { Problem } from './problem.ts';
import { ceiling } from './space.ts';

const NEAR = 1e-7;
const ROUNDS = 60;

/**
 * Egalitarian solution: the feasible text whose least gain `min (uᵢ − rᵢ)` is largest, in hundredths of a point; ties to the
 * first in article order; `undefined` if none is feasible. Kalai (1977), Econometrica 45(7), on a finite set.
 *
 * @param climbs From how many texts coordinate ascent looks for a good one first. It changes the time only, not the answer.
 */
export const egalitarian = (problem: Problem, climbs: number = Infinity): Solution | undefined =>
  maxMin(
    problem,
    problem.parties.map(() => 1),
    climbs,
  );

/**
 * Kalai-Smorodinsky solution, textbook form on a finite set: the feasible text whose least normalised gain
 * `min (uᵢ − rᵢ) / (idealᵢ − rᵢ)` is largest; disagreement is the reservation value, the ideal a party's best feasible text.
 * Who can gain nothing in any feasible text is left aside. Ties to the first in article order; `undefined` if none is
 * feasible. Kalai and Smorodinsky (1975), Econometrica 43(3).
 */
export const kalaiSmorodinsky = (problem: Problem, climbs: number = Infinity): Solution | undefined => {
  const best = ideals(problem);
  return best === undefined
    ? undefined
    : maxMin(
        problem,
        best.map((ideal, i) => ideal - (problem.parties[i]?.reservation ?? 0)),
        climbs,
      );
};

/** By party: the most it has in any feasible text. `undefined` if none is feasible. */
export const ideals = (problem: Problem): readonly number[] | undefined => {
  const bargain = bargainOf(problem, 1);
  const { space, reservations, floors } = bargain;
  const tops = reservations.map((r, i) => ceiling(space, space.cuts + i) - r);
  if (tops.some((top) => top < 0)) return undefined;
  const { weights, bound } = balance(
    bargain,
    0,
    tops.map((top) => Math.max(1, top)),
    ROUNDS,
  );
  if (bound < -NEAR) return undefined;
  const most = reservations.map(() => -Infinity);
  for (let party = 0; party < most.length; party += 1) {
    const least = floors.slice();
    least[0] = dot(weights, reservations) - NEAR;
    const column = space.cuts + party;
    least[column] = Math.max(floors[column] ?? 0, (most[party] ?? 0) + 1);
    const found = (values: Float64Array): void => {
      // Every text met tells something of everybody's ideal.
      for (let i = 0; i < most.length; i += 1) most[i] = Math.max(most[i] ?? 0, values[space.cuts + i] ?? 0);
      least[column] = (most[party] ?? 0) + 1;
    };
    explore({ space, least, beyond: least, before: Infinity, budget: Infinity, eager: false, found });
    if (most[party] === -Infinity) return undefined;
  }
  return most;
};

/**
 * The feasible text with the largest `min (uᵢ − rᵢ) / scaleᵢ`, compared as fractions of whole numbers; parties of scale 0 are
 * left aside.
 */
const maxMin = (problem: Problem, scales: readonly number[], climbs: number): Solution | undefined => {
  const bargain = bargainOf(problem, 1);
  const { space, reservations, floors } = bargain;
  const tops = reservations.map((r, i) => ceiling(space, space.cuts + i) - r);
  if (tops.some((top) => top < 0)) return undefined;
  const { weights, bound, peaks } = balance(
    bargain,
    0,
    scales.map((scale) => (scale === 0 ? Infinity : scale)),
    ROUNDS,
  );
  if (bound < -NEAR) return undefined;
  const starts = [...peaks.slice(-6), ...reservations.map((_, i) => peakOf(space, space.cuts + i))];
  let best = climbed(bargain, scales, starts.slice(0, climbs));
  const least = floors.slice();
  const beyond = floors.slice();
  const exploration = {
    space,
    least,
    beyond,
    before: Infinity,
    budget: Infinity,
    eager: best === undefined,
    found: (values: Float64Array, rank: number): void => {
      const share = leastShare(values, bargain, scales);
      if (best === undefined || above(share, best) || (!above(best, share) && rank < best.rank)) {
        best = { ...share, rank };
        ask();
      }
    },
  };
  /** Whoever ties must come earlier, whoever beats may come later. */
  const ask = (): void => {
    if (best === undefined) return;
    const { gain, scale, rank } = best;
    const floor = dot(weights, reservations) + gain / scale - NEAR;
    least[0] = floor;
    beyond[0] = floor;
    exploration.before = rank;
    scales.forEach((own, i) => {
      const column = space.cuts + i;
      const r = reservations[i] ?? 0;
      if (own === 0) return;
      least[column] = r + Math.ceil((gain * own) / scale);
      beyond[column] = r + Math.floor((gain * own) / scale) + 1;
    });
  };
  ask();
  explore(exploration);
  return best === undefined ? undefined : solutionAt(problem, best.rank);
};

/** The least of the scaled gains: `gain / scale`. */
interface Share {
  readonly gain: number;
  readonly scale: number;
}

/** Compared without division. Exact: gains and scales stay far below 2²⁶. */
const above = (a: Share, b: Share): boolean => a.gain * b.scale > b.gain * a.scale;

/** Everybody may be of scale 0: then all texts are alike. */
const leastShare = (
  values: Float64Array,
  { space, reservations }: Bargain,
  scales: readonly number[],
): Share => {
  let least: Share = { gain: 0, scale: 1 };
  let any = false;
  for (let i = 0; i < scales.length; i += 1) {
    const scale = scales[i] ?? 0;
    if (scale === 0) continue;
    const share = { gain: (values[space.cuts + i] ?? 0) - (reservations[i] ?? 0), scale };
    if (!any || above(least, share)) least = share;
    any = true;
  }
  return least;
};

const climbed = (
  bargain: Bargain,
  scales: readonly number[],
  starts: readonly Peak[],
): (Share & { rank: number }) | undefined => {
  const { space, reservations } = bargain;
  const values = new Float64Array(space.columns);
  const widths = space.plan.choices.map((choices) => choices.length);
  /** The least gain, and a little for everybody's: without it most single amendments would change nothing. */
  const score = (choices: readonly number[]): number => {
    valuesOf(space, choices, values);
    let lacking = 0;
    let sum = 0;
    for (let i = 0; i < reservations.length; i += 1) {
      const gain = (values[space.cuts + i] ?? 0) - (reservations[i] ?? 0);
      if (gain < 0) lacking += gain;
      if ((scales[i] ?? 0) > 0) sum += gain / (scales[i] ?? 1);
    }
    if (lacking < 0) return lacking - 1e9;
    const { gain, scale } = leastShare(values, bargain, scales);
    return gain / scale + (1e-3 * sum) / reservations.length;
  };
  let best: (Share & { rank: number }) | undefined;
  for (const { choices } of starts) {
    const end = climb(widths, choices, score).text;
    valuesOf(space, end, values);
    if (reservations.some((r, i) => (values[space.cuts + i] ?? 0) < r)) continue;
    const share = { ...leastShare(values, bargain, scales), rank: placeIn(space, end) };
    if (best === undefined || above(share, best) || (!above(best, share) && share.rank < best.rank))
      best = share;
  }
  return best;
};
