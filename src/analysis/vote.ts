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

/**
 * A text whose co-sponsors are known, and whether one state is among them. Names are put under a text before it is voted on, so they may
 * be learnt from where its votes may not.
 */
export interface Signing {
  /** Steps. */
  readonly coded: number;
  readonly signed: boolean;
  /** Liking from which on a state is likelier than not to sign, in steps: `signedFrom`. */
  readonly from: number;
}

/** What one state did about a text. */
export type Act = Cast | Signing;

/** Likings further out than this are as good as this, in steps. */
const FAR = 50;
/** Halvings of the range of `signedFrom`. */
const HALVINGS = 60;

/** A liking that is not known for certain. */
export interface Guess {
  /** Steps. */
  readonly liking: number;
  /** Squared steps. */
  readonly variance: number;
}

/**
 * The liking from which on a state signs a text, so that of these states as many are expected to sign as did. The length of the list
 * says how readily names were given; who is on it says nothing here. The mean of a logistic over a Gaussian is MacKay's approximation
 * (1992, "The evidence framework applied to classification networks"). -50 to 50.
 */
export const signedFrom = (guesses: readonly Guess[], signed: number): number => {
  const scales = guesses.map(({ variance }) => Math.sqrt(CHANCE * CHANCE + (Math.PI * variance) / 8));
  let [low, high] = [-FAR, FAR];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    const expected = guesses.reduce(
      (sum, { liking }, i) => sum + logistic((liking - middle) / (scales[i] ?? CHANCE)),
      0,
    );
    if (expected > signed) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** Chance of each ballot at a liking. */
export const chances = (liking: number): { readonly [B in Ballot]: number } => {
  const yes = logistic((liking - VOTE_FROM) / CHANCE);
  const no = logistic((-liking - VOTE_FROM) / CHANCE);
  return { yes, no, abstain: Math.max(0, 1 - yes - no) };
};

/** The ballot at a liking. */
export const ballotAt = (liking: number): Ballot =>
  liking > VOTE_FROM ? 'yes' : liking < -VOTE_FROM ? 'no' : 'abstain';

/** Chance of what a state did at a liking. */
const chanceOf = (act: Act, liking: number): number =>
  'ballot' in act
    ? chances(liking)[act.ballot]
    : logistic(((act.signed ? 1 : -1) * (liking - act.from)) / CHANCE);

/** First derivative of the log-likelihood of what was done at a liking, and the negative of the second. */
interface Slopes {
  readonly first: number;
  readonly second: number;
}

const slopes = (act: Act, liking: number): Slopes => {
  if ('ballot' in act) return slopesOfBallot(act.ballot, liking);
  const signs = logistic((liking - act.from) / CHANCE);
  return {
    first: ((act.signed ? 1 : 0) - signs) / CHANCE,
    second: (signs * (1 - signs)) / (CHANCE * CHANCE),
  };
};

const slopesOfBallot = (ballot: Ballot, liking: number): Slopes => {
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
 * ballots cast and the names given (Laplace's approximation; Rasmussen and Williams 2006, algorithm 3.1). `likeness[i][j]` of the
 * texts these were about, `toTarget[i]` of each with the text asked about. 0 where nothing is known.
 */
export const beyondCoded = (
  cast: readonly Act[],
  likeness: readonly (readonly number[])[],
  toTarget: readonly number[],
): number => meanAt(likeliest(cast, kernelOf(likeness)), toTarget);

/** The same with its variance. `own` is the likeness of the text asked about with itself. */
export const guessBeyond = (
  cast: readonly Act[],
  likeness: readonly (readonly number[])[],
  toTarget: readonly number[],
  own: number,
): Guess => {
  const kernel = kernelOf(likeness);
  const weights = likeliest(cast, kernel);
  const roots = curvature(cast, times(kernel, weights)).map(({ second }) => Math.sqrt(second));
  const reach = toTarget.map((value, i) => (roots[i] ?? 0) * value * UNCODED);
  const solved = solve(innerOf(kernel, roots), reach);
  const told = reach.reduce((sum, value, i) => sum + value * (solved[i] ?? 0), 0);
  return { liking: meanAt(weights, toTarget), variance: Math.max(0, own * UNCODED - told) };
};

const kernelOf = (likeness: Matrix): Matrix => likeness.map((row) => row.map((value) => value * UNCODED));

const meanAt = (weights: readonly number[], toTarget: readonly number[]): number =>
  weights.reduce((sum, value, i) => sum + (toTarget[i] ?? 0) * UNCODED * value, 0);

/** The weights of the likeliest likings. */
const likeliest = (cast: readonly Act[], kernel: Matrix): readonly number[] => {
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
  return weights;
};

type Matrix = readonly (readonly number[])[];

/** Log of what the likings `K w` have of likelihood and of prior chance, but for a constant. */
const heightAt = (cast: readonly Act[], kernel: Matrix, weights: readonly number[]): number => {
  const found = times(kernel, weights);
  return cast.reduce((sum, act, i) => {
    const chance = chanceOf(act, act.coded + (found[i] ?? 0));
    return sum + ln(Math.max(LEAST, chance)) - ((weights[i] ?? 0) * (found[i] ?? 0)) / 2;
  }, 0);
};

/** Slopes of what was done at the likings found beyond what is coded. */
const curvature = (cast: readonly Act[], found: readonly number[]): readonly Slopes[] =>
  cast.map((act, i) => slopes(act, act.coded + (found[i] ?? 0)));

const innerOf = (kernel: Matrix, roots: readonly number[]): Matrix =>
  kernel.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : 0) + (roots[i] ?? 0) * value * (roots[j] ?? 0)),
  );

/** The weights that Newton's step leads to. */
const newton = (cast: readonly Act[], kernel: Matrix, weights: readonly number[]): readonly number[] => {
  const found = times(kernel, weights);
  const at = curvature(cast, found);
  const roots = at.map(({ second }) => Math.sqrt(second));
  const goal = at.map(({ first, second }, i) => second * (found[i] ?? 0) + first);
  const through = times(kernel, goal);
  const solved = solve(
    innerOf(kernel, roots),
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
