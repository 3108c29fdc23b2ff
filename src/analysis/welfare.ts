import { bargainOf, solutionAt, type Bargain, type Solution } from './bargain.ts';
import { above, allowedBy } from './best.ts';
import { explore } from './explore.ts';
import { textAt, worthsOf, type Problem } from './problem.ts';
import { setCut, spaceOf } from './space.ts';

export interface WelfareSolution extends Solution {
  /** Σ utilities, hundredths of a point. */
  readonly sum: number;
}

/** The feasible text with the largest sum of utilities; ties to the first in article order; `undefined` if none is feasible. */
export const utilitarian = (problem: Problem): WelfareSolution | undefined => {
  const bargain = bargainOf(problem, 1);
  return mostTogether(bargain, bargain.floors);
};

/** The feasible text with the largest sum that gives everybody at least so much. */
export const utilitarianAbove = (
  problem: Problem,
  utilities: readonly number[],
): WelfareSolution | undefined => {
  const bargain = bargainOf(problem, 1);
  const floors = bargain.floors.slice();
  utilities.forEach((u, i) => {
    const column = bargain.space.cuts + i;
    floors[column] = Math.max(floors[column] ?? u, u);
  });
  return mostTogether(bargain, floors);
};

const mostTogether = ({ problem, space }: Bargain, floors: Float64Array): WelfareSolution | undefined => {
  setCut(space, 0, new Float64Array(problem.parties.length).fill(1));
  const least = floors.slice();
  const beyond = floors.slice();
  let best: number | undefined;
  const exploration = {
    space,
    least,
    beyond,
    before: Infinity,
    budget: Infinity,
    eager: true,
    found: (values: Float64Array, rank: number): void => {
      best = rank;
      least[0] = values[0] ?? 0;
      beyond[0] = above(least[0]);
      exploration.before = rank;
    },
  };
  explore(exploration);
  return best === undefined ? undefined : withSum(solutionAt(problem, best));
};

const withSum = (solution: Solution): WelfareSolution => ({
  ...solution,
  sum: solution.utilities.reduce((sum, u) => sum + u, 0),
});

/**
 * The text with the largest sum of worths whether or not anybody can live with it: what the table could have had if nobody
 * could say no. Red lines lower the worth to those they belong to, as in the game. There is always one; ties to the first.
 */
export const greatestWelfare = (problem: Problem): WelfareSolution => {
  const { options, parties } = problem;
  const space = spaceOf(options, allowedBy({ options }), parties, 1);
  setCut(space, 0, new Float64Array(parties.length).fill(1));
  const least = new Float64Array(space.columns).fill(-Infinity);
  const beyond = least.slice();
  let best = -Infinity;
  let at = 0;
  const exploration = {
    space,
    least,
    beyond,
    before: Infinity,
    budget: Infinity,
    eager: true,
    found: (_: Float64Array, rank: number): void => {
      // The column counts red lines as if they could be crossed for nothing: an upper bound.
      const sum = worthsOf(problem, textAt(options, rank)).reduce((total, worth) => total + worth, 0);
      if (sum < best || (sum === best && rank >= at)) return;
      best = sum;
      at = rank;
      least[0] = sum;
      beyond[0] = above(sum);
      exploration.before = rank;
    },
  };
  explore(exploration);
  return withSum(solutionAt(problem, at));
};
