import {
  countTexts,
  isFeasible,
  productOf,
  textAt,
  worthsOf,
  type Problem,
} from '../../src/analysis/index.ts';

/** The definitions, word for word and as slow as they are. What is fast is held to them. */

export interface Point {
  readonly text: readonly number[];
  readonly utilities: readonly number[];
  readonly gains: readonly number[];
}

/** All texts in article order. */
export const points = (problem: Problem): Point[] =>
  Array.from({ length: countTexts(problem.options) }, (_, rank) => {
    const text = textAt(problem.options, rank);
    const utilities = worthsOf(problem, text);
    return { text, utilities, gains: utilities.map((u, i) => u - (problem.parties[i]?.reservation ?? 0)) };
  });

export const feasiblePoints = (problem: Problem): Point[] =>
  points(problem).filter(({ text }) => isFeasible(problem, text));

/** The first for which no other is above it. */
const first = (list: readonly Point[], above: (a: Point, b: Point) => boolean): Point | undefined =>
  list.find((candidate) => !list.some((other) => above(other, candidate)));

export const nashByDefinition = (problem: Problem): Point | undefined => {
  const list = feasiblePoints(problem).map((point) => ({ ...point, product: productOf(point.gains) }));
  const most = list.reduce((best, { product }) => (product > best ? product : best), -1n);
  return list.find(({ product }) => product === most);
};

export const egalitarianByDefinition = (problem: Problem): Point | undefined =>
  first(feasiblePoints(problem), (a, b) => Math.min(...a.gains) > Math.min(...b.gains));

export const utilitarianByDefinition = (problem: Problem): Point | undefined =>
  first(feasiblePoints(problem), (a, b) => sum(a.utilities) > sum(b.utilities));

export const welfareByDefinition = (problem: Problem): Point | undefined =>
  first(points(problem), (a, b) => sum(a.utilities) > sum(b.utilities));

export const idealsByDefinition = (problem: Problem): number[] | undefined => {
  const list = feasiblePoints(problem);
  return list.length === 0
    ? undefined
    : problem.parties.map((_, i) => Math.max(...list.map(({ utilities }) => utilities[i] ?? 0)));
};

interface Fraction {
  readonly over: number;
  readonly under: number;
}

const moreThan = (a: Fraction, b: Fraction): boolean => a.over * b.under > b.over * a.under;

/** min of normalised gains, as fractions: `a/b > c/d` where `a d > c b`. Parties whose ideal is their reservation are left out. */
export const kalaiSmorodinskyByDefinition = (problem: Problem): Point | undefined => {
  const list = feasiblePoints(problem);
  const ideal = idealsByDefinition(problem) ?? [];
  const least = ({ gains }: Point): Fraction =>
    gains
      .map((gain, i): Fraction => ({
        over: gain,
        under: (ideal[i] ?? 0) - (problem.parties[i]?.reservation ?? 0),
      }))
      .filter(({ under }) => under > 0)
      .reduce((low, one) => (moreThan(low, one) ? one : low), { over: 1, under: 0 });
  return first(list, (a, b) => moreThan(least(a), least(b)));
};

export const dominates = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((u, i) => u >= (b[i] ?? 0)) && a.some((u, i) => u > (b[i] ?? 0));

export const paretoByDefinition = (problem: Problem): Point[] => {
  const list = feasiblePoints(problem);
  return list.filter((point) => !list.some((other) => dominates(other.utilities, point.utilities)));
};

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
