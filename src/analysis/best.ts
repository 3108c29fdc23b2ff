import { explore } from './explore.ts';
import { textAt, type Choice, type Utility } from './problem.ts';
import { rankedIn } from './ranked.ts';
import { spaceOf } from './space.ts';

/** "This function of the text must reach so much." */
export interface Constraint extends Utility {
  readonly atLeast: number;
}

/** Which options are open to a search. */
export interface Limits {
  /** By article: how many options it has. */
  readonly options: readonly number[];
  /** Options left out, e.g. red lines. */
  readonly forbidden?: readonly Choice[];
  /** Articles already decided. */
  readonly fixed?: readonly Choice[];
}

export interface Request extends Limits {
  readonly objective: Utility;
  /** E.g. every other party's believed utility and reservation value. */
  readonly constraints?: readonly Constraint[];
  /** How many texts are wanted. */
  readonly count: number;
  /** Steps the search may take (some 10 to 30 million a second); without it, as many as it needs. */
  readonly budget?: number;
}

export interface Ranked {
  readonly text: readonly number[];
  readonly worth: number;
}

export interface Best {
  /** Best first; ties in article order. Fewer than asked for if there are no more. */
  readonly texts: readonly Ranked[];
  /** `false`: the budget ran out; these are the best that were met. */
  readonly complete: boolean;
}

/** By article: the options left by `forbidden` and `fixed`, in their order. */
export const allowedBy = ({ options, forbidden = [], fixed = [] }: Limits): number[][] =>
  options.map((count, article) =>
    Array.from({ length: count }, (_, option) => option).filter(
      (option) =>
        !forbidden.some((choice) => choice.article === article && choice.option === option) &&
        fixed.every((choice) => choice.article !== article || choice.option === option),
    ),
  );

/**
 * The best texts for somebody, subject to what others must get: branch and bound, the most promising option first, so that
 * what a small budget finds is good. Exact for whole numbers; with fractions, worths nearer than rounding count as equal.
 */
export const bestFor = (request: Request): Best => {
  const { options, objective, constraints = [], count, budget = Infinity } = request;
  if (count < 1) return { texts: [], complete: true };
  const space = spaceOf(options, allowedBy(request), [objective, ...constraints], 0);
  const least = Float64Array.from([-Infinity, ...constraints.map((constraint) => constraint.atLeast)]);
  const beyond = least.slice();
  const kept: { rank: number; worth: number }[] = [];
  const exploration = {
    space,
    least,
    beyond,
    before: Infinity,
    budget,
    eager: true,
    found: (values: Float64Array, rank: number): void => {
      const worth = values[0] ?? 0;
      let at = kept.length;
      while (at > 0 && comesBefore(worth, rank, kept[at - 1])) at -= 1;
      kept.splice(at, 0, { rank, worth });
      if (kept.length > count) kept.pop();
      const last = kept[count - 1];
      if (last === undefined) return;
      least[0] = last.worth;
      beyond[0] = above(last.worth);
      exploration.before = last.rank;
    },
  };
  const complete = explore(exploration);
  return { texts: kept.map(({ rank, worth }) => ({ text: textAt(options, rank), worth })), complete };
};

/**
 * All texts from the best to the worst for somebody, made one by one as they are asked for (A* on exact bounds). The first
 * comes after some milliseconds, each further one after microseconds.
 */
export function* ranked(objective: Utility, limits: Limits): Generator<Ranked, undefined> {
  const space = spaceOf(limits.options, allowedBy(limits), [objective], 0);
  for (const { rank, worth } of rankedIn(space, limits.options))
    yield { text: textAt(limits.options, rank), worth };
  return undefined;
}

const comesBefore = (
  worth: number,
  rank: number,
  other: { rank: number; worth: number } | undefined,
): boolean => other === undefined || worth > other.worth || (worth === other.worth && rank < other.rank);

/** A number next above: strictly more in every whole-number comparison. */
export const above = (x: number): number => (x === 0 ? Number.MIN_VALUE : x + Math.abs(x) * Number.EPSILON);
