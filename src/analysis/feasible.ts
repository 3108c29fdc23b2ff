import { balance, bargainOf, dot, type Bargain } from './bargain.ts';
import { explore } from './explore.ts';
import type { Problem } from './problem.ts';
import { ceiling } from './space.ts';

const NEAR = 1e-7;
/** Rounds of weights tried for a proof that some branch holds nothing feasible. */
const ROUNDS = 40;

/** A problem ready for a walk over its feasible texts, or nothing if it is plain that there are none. */
const readied = (problem: Problem): (Bargain & { readonly least: Float64Array }) | undefined => {
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
  const least = floors.slice();
  least[0] = dot(weights, reservations) - NEAR;
  return { ...bargain, least };
};

/** Place in article order of the first feasible text. `undefined` if there is none. */
export const firstFeasible = (problem: Problem): number | undefined => {
  const ready = readied(problem);
  if (ready === undefined) return undefined;
  const { space, least } = ready;
  let first: number | undefined;
  const exploration = {
    space,
    least,
    beyond: new Float64Array(space.columns).fill(Infinity),
    before: Infinity,
    budget: Infinity,
    eager: false,
    found: (_: Float64Array, rank: number): void => {
      first = rank;
      exploration.before = rank;
    },
  };
  explore(exploration);
  return first;
};

/** All feasible texts of a problem, in no particular order. */
export interface FeasibleTexts {
  readonly count: number;
  /** Places in article order, of the first `kept`. */
  readonly ranks: Float64Array;
  /** Utilities of the first `kept`: `[text * parties + party]`. */
  readonly utilities: Float64Array;
  /** How many are kept: all of them up to the limit. */
  readonly kept: number;
}

/** @param limit How many texts to keep at most; all are counted. */
export const feasibleTexts = (problem: Problem, limit: number): FeasibleTexts => {
  const parties = problem.parties.length;
  let ranks = new Float64Array(1024);
  let utilities = new Float64Array(1024 * parties);
  let count = 0;
  let kept = 0;
  const ready = readied(problem);
  if (ready !== undefined) {
    const { space, least } = ready;
    const found = (values: Float64Array, rank: number): void => {
      count += 1;
      if (kept >= limit) return;
      if (kept === ranks.length) {
        ranks = grown(ranks);
        utilities = grown(utilities);
      }
      ranks[kept] = rank;
      for (let i = 0; i < parties; i += 1) utilities[kept * parties + i] = values[space.cuts + i] ?? 0;
      kept += 1;
    };
    explore({ space, least, beyond: least, before: Infinity, budget: Infinity, eager: false, found });
  }
  return { count, kept, ranks: ranks.subarray(0, kept), utilities: utilities.subarray(0, kept * parties) };
};

const grown = (numbers: Float64Array): Float64Array<ArrayBuffer> => {
  const more = new Float64Array(numbers.length * 2);
  more.set(numbers);
  return more;
};
