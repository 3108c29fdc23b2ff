import { logistic } from './exp.ts';
import { ln } from './ln.ts';

/**
 * How states vote on a text, from what is coded of them and how they voted on other texts. Numbers in, numbers out; the unit is a
 * step of liking: docs/vote.md says what one is.
 */

export const BALLOTS = ['yes', 'no', 'abstain'] as const;
export type Ballot = (typeof BALLOTS)[number];
/** By state; `undefined`: it did not vote. */
export type Roll = readonly (Ballot | undefined)[];

/** Liking from which on a state votes yes, and below whose negative it votes no, in steps. */
export const VOTE_FROM = 0.5;
/** How much chance there is in a vote: the scale of the logistic error, in steps. */
const CHANCE = 0.5;
/** Variance, in squared steps, of what is not coded of a state and moves its votes on all texts of one kind alike. */
const UNCODED = 1;
/** Newton's steps; the posterior has one top, and from above and below it is reached in a few. */
const STEPS = 30;
const NEAR = 1e-9;
/** No ballot is reckoned less likely. */
const LEAST = 1e-300;

/** A text that was voted on: the coded liking of one state for it, and its ballot. */
export interface Cast {
  /** Steps. */
  readonly coded: number;
  readonly ballot: Ballot;
}

/** Chance of each ballot at a liking. */
export const chances = (liking: number): { readonly [B in Ballot]: number } => {
  const yes = logistic((liking - VOTE_FROM) / CHANCE);
  const no = logistic((-liking - VOTE_FROM) / CHANCE);
  return { yes, no, abstain: Math.max(0, 1 - yes - no) };
};

/** The ballot at a liking. */
export const ballotAt = (liking: number): Ballot =>
  liking > VOTE_FROM ? 'yes' : liking < -VOTE_FROM ? 'no' : 'abstain';

/** First derivative of the log-likelihood of a ballot at a liking, and the negative of the second. */
const slopes = (ballot: Ballot, liking: number): { readonly first: number; readonly second: number } => {
  const yes = logistic((liking - VOTE_FROM) / CHANCE);
  const no = logistic((-liking - VOTE_FROM) / CHANCE);
  const squared = CHANCE * CHANCE;
  switch (ballot) {
    case 'yes':
      return { first: (1 - yes) / CHANCE, second: (yes * (1 - yes)) / squared };
    case 'no':
      return { first: -(1 - no) / CHANCE, second: (no * (1 - no)) / squared };
    case 'abstain':
      return { first: (no - yes) / CHANCE, second: (yes * (1 - yes) + no * (1 - no)) / squared };
  }
};

/**
 * What one state likes a text beyond what is coded, in steps: the mean of a Gaussian process over texts at its likeliest, given the
 * ballots cast (Laplace's approximation; Rasmussen and Williams 2006, algorithm 3.1). `likeness[i][j]` of the texts voted on,
 * `toTarget[i]` of each with the text asked about. 0 without a ballot.
 */
export const beyondCoded = (
  cast: readonly Cast[],
  likeness: readonly (readonly number[])[],
  toTarget: readonly number[],
): number => {
  const kernel = likeness.map((row) => row.map((value) => value * UNCODED));
  let weights: readonly number[] = cast.map(() => 0);
  let height = heightAt(cast, kernel, weights);
  for (let step = 0; step < STEPS; step += 1) {
    const full = newton(cast, kernel, weights);
    let share = 1;
    let next = full;
    let reached = heightAt(cast, kernel, next);
    // A vote against all that is coded throws Newton's step too far: half of it, and half again, until it climbs.
    while (reached < height && share > NEAR) {
      share /= 2;
      next = weights.map((value, i) => value + share * ((full[i] ?? 0) - value));
      reached = heightAt(cast, kernel, next);
    }
    if (!(reached > height + NEAR)) break;
    weights = next;
    height = reached;
  }
  return weights.reduce((sum, value, i) => sum + (toTarget[i] ?? 0) * UNCODED * value, 0);
};

type Matrix = readonly (readonly number[])[];

/** Log of what the likings `K w` have of likelihood and of prior chance, but for a constant. */
const heightAt = (cast: readonly Cast[], kernel: Matrix, weights: readonly number[]): number => {
  const found = times(kernel, weights);
  return cast.reduce((sum, { coded, ballot }, i) => {
    const chance = chances(coded + (found[i] ?? 0))[ballot];
    return sum + ln(Math.max(LEAST, chance)) - ((weights[i] ?? 0) * (found[i] ?? 0)) / 2;
  }, 0);
};

/** The weights that Newton's step leads to. */
const newton = (cast: readonly Cast[], kernel: Matrix, weights: readonly number[]): readonly number[] => {
  const found = times(kernel, weights);
  const at = cast.map(({ coded, ballot }, i) => slopes(ballot, coded + (found[i] ?? 0)));
  const roots = at.map(({ second }) => Math.sqrt(second));
  const inner = kernel.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : 0) + (roots[i] ?? 0) * value * (roots[j] ?? 0)),
  );
  const goal = at.map(({ first, second }, i) => second * (found[i] ?? 0) + first);
  const through = times(kernel, goal);
  const solved = solve(
    inner,
    through.map((value, i) => (roots[i] ?? 0) * value),
  );
  return goal.map((value, i) => value - (roots[i] ?? 0) * (solved[i] ?? 0));
};

const times = (matrix: Matrix, vector: readonly number[]): readonly number[] =>
  matrix.map((row) => row.reduce((sum, value, j) => sum + value * (vector[j] ?? 0), 0));

/** Solves a symmetric positive definite system by Cholesky's decomposition. */
const solve = (matrix: Matrix, right: readonly number[]): readonly number[] => {
  const size = right.length;
  const lower: number[][] = matrix.map((row) => row.map(() => 0));
  const at = (i: number, j: number): number => lower[i]?.[j] ?? 0;
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) sum -= at(i, k) * at(j, k);
      const row = lower[i];
      if (row !== undefined) row[j] = i === j ? Math.sqrt(sum) : sum / at(j, j);
    }
  const half: number[] = [];
  for (let i = 0; i < size; i += 1) {
    let sum = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) sum -= at(i, k) * (half[k] ?? 0);
    half.push(sum / at(i, i));
  }
  const found = half.slice();
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = half[i] ?? 0;
    for (let k = i + 1; k < size; k += 1) sum -= at(k, i) * (found[k] ?? 0);
    found[i] = sum / at(i, i);
  }
  return found;
};

/** What two texts have in common of some kind, 0 to 1: the cosine of two sets. 0 where one is empty. */
export const overlap = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const item of one) if (other.has(item)) shared += 1;
  return shared / Math.sqrt(one.size * other.size);
};

/** How many states are right: of those that voted, on yes, no and abstain, and on yes against the rest. */
export interface Hits {
  readonly voted: number;
  readonly three: number;
  readonly two: number;
}

export const hits = (predicted: Roll, recorded: Roll): Hits => {
  let [voted, three, two] = [0, 0, 0];
  recorded.forEach((ballot, state) => {
    if (ballot === undefined) return;
    voted += 1;
    if (predicted[state] === ballot) three += 1;
    if ((predicted[state] === 'yes') === (ballot === 'yes')) two += 1;
  });
  return { voted, three, two };
};
