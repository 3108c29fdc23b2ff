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

/** What one expects of a sum, and its variance. */
export const sumOf = (
  { mean, covariance }: NormalBelief,
  { plus, minus }: Sum,
): { readonly mean: number; readonly variance: number } => {
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
  readonly sum: Sum;
  readonly low: number;
  readonly high: number;
  /** Standard deviation of what words say. */
  readonly noise: number;
  /** Chance, 0 to 1, that they say nothing about it at all: a slip, a bluff, another reason. */
  readonly doubt: number;
}

/** Chance, 0 to 1, that a sum lies between bounds, as far as one knows. */
export const chanceBetween = (
  belief: NormalBelief,
  { sum, low, high, noise }: Omit<Told, 'doubt'>,
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

/** The exact mean and variance of the truncated normal, mixed with what was believed before by the chance that the words say nothing. */
const lessonOf = (
  { mean, variance }: ReturnType<typeof sumOf>,
  { low, high, noise, doubt }: Told,
): Lesson => {
  const total = variance + noise * noise;
  const deviation = Math.sqrt(total);
  const [from, to] = [(low - mean) / deviation, (high - mean) / deviation];
  const chance = Math.max(0, below(to) - below(from));
  const likely = (1 - doubt) * chance + doubt * PLAIN;
  if (chance < LEAST) return { mean, variance, likely };
  const [atFrom, atTo] = [from === -Infinity ? 0 : density(from), to === Infinity ? 0 : density(to)];
  const pull = (atFrom - atTo) / chance;
  const narrow = (to === Infinity ? 0 : to * atTo) - (from === -Infinity ? 0 : from * atFrom);
  const share = variance / total;
  const shift = deviation * share * pull;
  const left = variance * (1 - share * (pull * pull + narrow / chance));
  const meant = likely === 0 ? 0 : ((1 - doubt) * chance) / likely;
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
 * The same where it is not known which of several ways the words were meant in, all of one sum: the ways by their chances, which are
 * learnt too, and the mixture of what each would teach, kept normal (generalised pseudo-Bayes of the first order, Ackerson and Fu 1970).
 */
export const learnedOneWay = (
  belief: NormalBelief,
  ways: readonly Told[],
  chances: readonly number[],
): { readonly belief: NormalBelief; readonly chances: readonly number[] } => {
  const [first] = ways;
  if (first === undefined) return { belief, chances };
  const before = sumOf(belief, first.sum);
  if (before.variance < 1) return { belief, chances };
  const lessons = ways.map((told) => lessonOf(before, told));
  const likely = lessons.map((lesson, at) => (chances[at] ?? 0) * lesson.likely);
  const all = likely.reduce((sum, one) => sum + one, 0);
  if (all <= 0) return { belief, chances };
  const after = likely.map((one) => one / all);
  const mean = lessons.reduce((sum, lesson, at) => sum + (after[at] ?? 0) * lesson.mean, 0);
  const variance = lessons.reduce(
    (sum, lesson, at) =>
      sum + (after[at] ?? 0) * (lesson.variance + (lesson.mean - mean) * (lesson.mean - mean)),
    0,
  );
  return {
    belief: settled(belief, first.sum, before, { mean, variance: Math.min(variance, before.variance) }),
    chances: after,
  };
};

/** Chance of any words, where they say nothing. */
const PLAIN = 0.35;

/** The belief in which a sum has this mean and variance, and all else follows by how it hangs together with it. */
const settled = (
  belief: NormalBelief,
  sum: Sum,
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
const shifted = (belief: NormalBelief, { plus, minus }: Sum, move: number, gain: number): NormalBelief => {
  const size = belief.mean.length;
  const along = new Float64Array(size);
  for (const i of plus)
    for (let j = 0; j < size; j += 1) along[j] = (along[j] ?? 0) + (belief.covariance[i * size + j] ?? 0);
  for (const i of minus)
    for (let j = 0; j < size; j += 1) along[j] = (along[j] ?? 0) - (belief.covariance[i * size + j] ?? 0);
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
