import { below, density } from '../analysis/index.ts';

/** What one holds likely of a row of numbers: where they lie and how they hang together. A normal distribution. */
export interface NormalBelief {
  readonly mean: Float64Array;
  /** `[i * size + j]`: covariance. */
  readonly covariance: Float64Array;
}

/** A sum of some of the numbers less a sum of others. */
export interface Sum {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
}

/** A sum in which each number counts so many times. */
export interface WeightedSum {
  readonly weights: Float64Array;
}

const weightedOf = (
  { mean, covariance }: NormalBelief,
  { weights }: WeightedSum,
): { readonly mean: number; readonly variance: number } => {
  const size = mean.length;
  let [expected, variance] = [0, 0];
  for (let i = 0; i < size; i += 1) {
    const weight = weights[i] ?? 0;
    if (weight === 0) continue;
    expected += weight * (mean[i] ?? 0);
    for (let j = 0; j < size; j += 1)
      variance += weight * (weights[j] ?? 0) * (covariance[i * size + j] ?? 0);
  }
  return { mean: expected, variance: Math.max(0, variance) };
};

/** What one expects of a sum, and its variance. */
export const sumOf = (
  belief: NormalBelief,
  sum: Sum | WeightedSum,
): { readonly mean: number; readonly variance: number } => {
  if ('weights' in sum) return weightedOf(belief, sum);
  const { plus, minus } = sum;
  const { mean, covariance } = belief;
  const size = mean.length;
  let expected = 0;
  for (const i of plus) expected += mean[i] ?? 0;
  for (const i of minus) expected -= mean[i] ?? 0;
  let variance = 0;
  for (const i of plus) {
    const row = i * size;
    for (const j of plus) variance += covariance[row + j] ?? 0;
    for (const j of minus) variance -= 2 * (covariance[row + j] ?? 0);
  }
  for (const i of minus) {
    const row = i * size;
    for (const j of minus) variance += covariance[row + j] ?? 0;
  }
  return { mean: expected, variance: Math.max(0, variance) };
};

/** Between which bounds somebody's word puts a sum, and how exactly words are to be taken. */
export interface Told {
  readonly sum: Sum | WeightedSum;
  readonly low: number;
  readonly high: number;
  /** Standard deviation of what words say. */
  readonly noise: number;
  /** Chance, 0 to 1, that they say nothing about it at all: a slip, a bluff, another reason. */
  readonly doubt: number;
  /** Chance, 0 to 1, of these words where they say nothing about it; {@link PLAIN} if left out. */
  readonly idle?: number;
}

/** Chance, 0 to 1, that a sum lies between bounds, as far as one knows. */
export const chanceBetween = (
  belief: NormalBelief,
  { sum, low, high, noise }: Omit<Told, 'doubt' | 'idle'>,
): number => {
  const { mean, variance } = sumOf(belief, sum);
  const deviation = Math.sqrt(variance + noise * noise);
  if (deviation === 0) return mean >= low && mean <= high ? 1 : 0;
  return Math.max(0, below((high - mean) / deviation) - below((low - mean) / deviation));
};

/** Below this chance what was said is a surprise of which nothing is learned. */
const LEAST = 1e-6;

/** What one hears of a sum: its mean, its variance, and how likely the words were to be said. */
interface Lesson {
  readonly mean: number;
  readonly variance: number;
  readonly likely: number;
}

/**
 * Mean and variance of the truncated normal, mixed with what was believed before by the chance that the words say nothing; never held
 * wider than before.
 */
const lessonOf = (
  { mean, variance }: ReturnType<typeof sumOf>,
  { low, high, noise, doubt, idle = PLAIN }: Told,
): Lesson => {
  const total = variance + noise * noise;
  const deviation = Math.sqrt(total);
  const [from, to] = [(low - mean) / deviation, (high - mean) / deviation];
  const chance = Math.max(0, below(to) - below(from));
  const likely = (1 - doubt) * chance + doubt * idle;
  if (chance < LEAST) return { mean, variance, likely };
  const [atFrom, atTo] = [from === -Infinity ? 0 : density(from), to === Infinity ? 0 : density(to)];
  const pull = (atFrom - atTo) / chance;
  const narrow = (to === Infinity ? 0 : to * atTo) - (from === -Infinity ? 0 : from * atFrom);
  const share = variance / total;
  const shift = deviation * share * pull;
  const left = variance * (1 - share * (pull * pull + narrow / chance));
  const meant = ((1 - doubt) * chance) / likely;
  const moved = meant * shift;
  return {
    mean: mean + moved,
    variance: Math.min(
      variance,
      Math.max(1, meant * (left + shift * shift) + (1 - meant) * variance - moved * moved),
    ),
    likely,
  };
};

/**
 * The belief after hearing that a sum lies between bounds, kept normal (assumed density filtering, Minka 2001).
 */
export const learned = (belief: NormalBelief, told: Told): NormalBelief => {
  const before = sumOf(belief, told.sum);
  if (before.variance < 1) return belief;
  return settled(belief, told.sum, before, lessonOf(before, told));
};

/**
 * The same where it is not known in which of several ways the words were meant: the ways by their chances, which are learnt too, and the
 * mixture of what each would teach, kept normal and never wider than before (generalised pseudo-Bayes of the first order, Ackerson and
 * Fu 1970). No way is ever held impossible: somebody else may speak from the same seat later.
 */
export const learnedOneWay = (
  belief: NormalBelief,
  sum: Sum | WeightedSum,
  ways: readonly Omit<Told, 'sum'>[],
  chances: readonly number[],
): { readonly belief: NormalBelief; readonly chances: readonly number[] } => {
  const before = sumOf(belief, sum);
  const lessons = ways.map((told) => lessonOf(before, { sum, ...told }));
  const after = shares(lessons.map(({ likely }, at) => Math.max(FAINT, chances[at] ?? 0) * likely));
  if (before.variance < 1) return { belief, chances: after };
  const mean = lessons.reduce((total, lesson, at) => total + (after[at] ?? 0) * lesson.mean, 0);
  const variance = lessons.reduce(
    (total, lesson, at) =>
      total + (after[at] ?? 0) * (lesson.variance + (lesson.mean - mean) * (lesson.mean - mean)),
    0,
  );
  return {
    belief: settled(belief, sum, before, { mean, variance: Math.min(variance, before.variance) }),
    chances: after,
  };
};

/** The least chance that any way has before something is heard. */
const FAINT = 0.01;

const shares = (all: readonly number[]): readonly number[] => {
  const sum = all.reduce((total, one) => total + one, 0);
  return all.map((one) => one / sum);
};

/**
 * What several things said in one breath let one believe, all meant or none: learnt one after the other without doubt, then mixed with
 * what was believed before.
 * @param sums Each said to be above zero.
 * @param idle Chance, 0 to 1, of these words where they say nothing.
 */
export const learnedTogether = (
  belief: NormalBelief,
  sums: readonly Sum[],
  { noise, doubt, idle }: { readonly noise: number; readonly doubt: number; readonly idle: number },
): NormalBelief => {
  let taught = belief;
  let likely = 1;
  for (const sum of sums) {
    const told = { sum, low: 0, high: Infinity, noise, doubt: 0 };
    const here = sumOf(taught, sum);
    const chance = here.variance + noise * noise === 0 ? 1 : chanceBetween(taught, told);
    likely *= chance;
    taught = learned(taught, told);
  }
  const all = (1 - doubt) * likely + doubt * idle;
  return all === 0 ? belief : mixed(belief, taught, ((1 - doubt) * likely) / all);
};

/** Two beliefs as one: the second holds with this chance. */
const mixed = (first: NormalBelief, second: NormalBelief, chance: number): NormalBelief => {
  const size = first.mean.length;
  const mean = first.mean.map((before, i) => before + chance * ((second.mean[i] ?? 0) - before));
  const covariance = first.covariance.map(
    (before, at) => before + chance * ((second.covariance[at] ?? 0) - before),
  );
  for (let i = 0; i < size; i += 1) {
    const apart = (second.mean[i] ?? 0) - (first.mean[i] ?? 0);
    if (apart === 0) continue;
    const row = i * size;
    for (let j = 0; j < size; j += 1)
      covariance[row + j] =
        (covariance[row + j] ?? 0) +
        chance * (1 - chance) * apart * ((second.mean[j] ?? 0) - (first.mean[j] ?? 0));
  }
  return { mean, covariance };
};

/** Chance of any words, where they say nothing. */
export const PLAIN = 0.35;

/** The belief in which a sum has this mean and variance, and all else follows by how it hangs together with it. */
const settled = (
  belief: NormalBelief,
  sum: Sum | WeightedSum,
  before: ReturnType<typeof sumOf>,
  after: Omit<Lesson, 'likely'>,
): NormalBelief =>
  after.mean === before.mean && after.variance === before.variance
    ? belief
    : shifted(
        belief,
        sum,
        (after.mean - before.mean) / before.variance,
        (after.variance - before.variance) / (before.variance * before.variance),
      );

/** Moves the mean along the covariances with a sum, and takes from (or gives to) the covariance in proportion. */
const shifted = (belief: NormalBelief, sum: Sum | WeightedSum, move: number, gain: number): NormalBelief => {
  const size = belief.mean.length;
  const along = new Float64Array(size);
  const add = (i: number, times: number): void => {
    for (let j = 0; j < size; j += 1)
      along[j] = (along[j] ?? 0) + times * (belief.covariance[i * size + j] ?? 0);
  };
  if ('weights' in sum)
    sum.weights.forEach((weight, i) => {
      if (weight !== 0) add(i, weight);
    });
  else {
    for (const i of sum.plus) add(i, 1);
    for (const i of sum.minus) add(i, -1);
  }
  const mean = belief.mean.slice();
  const covariance = belief.covariance.slice();
  for (let i = 0; i < size; i += 1) {
    const here = along[i] ?? 0;
    if (here === 0) continue;
    mean[i] = (mean[i] ?? 0) + here * move;
    const weighed = here * gain;
    const row = i * size;
    for (let j = 0; j < size; j += 1)
      covariance[row + j] = (covariance[row + j] ?? 0) + weighed * (along[j] ?? 0);
  }
  return { mean, covariance };
};
