import { bestFor } from './best.ts';
import type { Solution } from './bargain.ts';
import { feasibleTexts } from './feasible.ts';
import { distanceTo, dominatedBy, paretoSize } from './frontier.ts';
import { egalitarian, ideals, kalaiSmorodinsky } from './maxmin.ts';
import { nash, type NashSolution } from './nash.ts';
import { countTexts, type Problem } from './problem.ts';
import { nashShare } from './share.ts';
import { greatestWelfare, utilitarian, type WelfareSolution } from './welfare.ts';

/** Exact properties of a text space. Solutions are `undefined` where no text is feasible. */
export interface SpaceReport {
  readonly parties: number;
  readonly articles: number;
  readonly texts: number;
  readonly feasible: number;
  /** Pareto-optimal texts among the feasible; `undefined` if those are more than the limit. */
  readonly paretoSize: number | undefined;
  readonly ideals: readonly number[] | undefined;
  readonly nash: NashSolution | undefined;
  readonly kalaiSmorodinsky: Solution | undefined;
  readonly egalitarian: Solution | undefined;
  readonly utilitarian: WelfareSolution | undefined;
  readonly greatestWelfare: WelfareSolution;
}

/** Up to so many feasible texts the frontier is counted: some seconds for 24 parties. */
export const PARETO_LIMIT = 100_000;

export const reportOn = (problem: Problem, paretoLimit: number = PARETO_LIMIT): SpaceReport => {
  const found = feasibleTexts(problem, paretoLimit);
  return {
    parties: problem.parties.length,
    articles: problem.options.length,
    texts: countTexts(problem.options),
    feasible: found.count,
    paretoSize: found.count > paretoLimit ? undefined : paretoSize(found, problem.parties.length),
    ideals: ideals(problem),
    nash: nash(problem),
    kalaiSmorodinsky: kalaiSmorodinsky(problem),
    egalitarian: egalitarian(problem),
    utilitarian: utilitarian(problem),
    greatestWelfare: greatestWelfare(problem),
  };
};

/** An outcome measured against what the space held. */
export interface Judgement {
  readonly feasible: number;
  /** Absent if no text was feasible. */
  readonly nashShare?: number;
  /** Absent if no text was feasible. */
  readonly paretoDistance?: number;
  readonly nash?: NashSolution;
  /** A feasible text better for someone and worse for none; absent on the frontier. */
  readonly better?: WelfareSolution;
}

/**
 * @param problem At the moment of decision.
 * @param utilities By party, what it got; the reservation values if nothing was agreed.
 */
export const judge = (problem: Problem, utilities: readonly number[]): Judgement => {
  const best = nash(problem);
  if (best === undefined) return { feasible: 0 };
  const better = dominatedBy(problem, utilities);
  const gains = utilities.map((u, i) => u - (problem.parties[i]?.reservation ?? 0));
  return {
    feasible: feasibleTexts(problem, 0).count,
    nashShare: nashShare(gains, best.gains),
    paretoDistance: better === undefined ? 0 : distanceTo(problem, utilities, better.utilities),
    nash: best,
    ...(better === undefined ? {} : { better }),
  };
};

/**
 * A text that is everybody's first choice among those it can accept: with it there is nothing to negotiate. The first in
 * article order; `undefined` if there is none, as there should be.
 */
export const commonFirstChoice = (problem: Problem): readonly number[] | undefined => {
  const { options, parties } = problem;
  const constraints = parties.map((party) => ({
    ...party,
    atLeast:
      bestFor({ options, objective: party, forbidden: party.forbidden, count: 1 }).texts[0]?.worth ??
      Infinity,
  }));
  return bestFor({
    options,
    objective: { table: [], pairs: [], base: 0 },
    constraints,
    forbidden: parties.flatMap((party) => party.forbidden),
    count: 1,
  }).texts[0]?.text;
};
