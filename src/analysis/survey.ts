import { firstFeasible, feasibleTexts } from './feasible.ts';
import { nash } from './nash.ts';
import { isFeasible, worthsOf, type Problem } from './problem.ts';
import { commonFirstChoice } from './report.ts';
import { nashShare } from './share.ts';

/** What one draw of a scenario's mandates makes possible, without counting the texts. */
export interface Outlook {
  /** Whether there is a text that all can accept. */
  readonly agreeable: boolean;
  /** Whether some text is the best acceptable one for everybody: there would be nothing to negotiate. */
  readonly commonFirstChoice: boolean;
  /** By party, gains at the Nash text in hundredths of a point; absent if no text is feasible. */
  readonly nashGains?: readonly number[];
  /** Nash share of what counting ranks article by article would choose; 0 where not all could live with it. */
  readonly articleByArticle?: number;
  /** Parties (index) without any one of whom there would be a feasible text. Only where there is none. */
  readonly blockers: readonly number[];
}

/** What one draw of a scenario's mandates makes possible. */
export interface Draw extends Outlook {
  /** How many texts all can accept. */
  readonly feasible: number;
}

export const surveyed = (problem: Problem): Draw => {
  const outlook = outlookOn(problem);
  return { ...outlook, feasible: outlook.agreeable ? feasibleTexts(problem, 0).count : 0 };
};

/**
 * Takes no longer where very many texts are feasible: they are not counted.
 *
 * @param blaming Whether blockers are sought where nothing is feasible: one search for each party.
 */
export const outlookOn = (problem: Problem, blaming = true): Outlook => {
  const common = commonFirstChoice(problem) !== undefined;
  const best = nash(problem);
  if (best === undefined) {
    const blockers = problem.parties.flatMap((_, i) =>
      !blaming ||
      firstFeasible({ ...problem, parties: problem.parties.filter((__, j) => j !== i) }) === undefined
        ? []
        : [i],
    );
    return { agreeable: false, commonFirstChoice: common, blockers };
  }
  const counted = bordaText(problem);
  const gains = worthsOf(problem, counted).map((u, i) => u - (problem.parties[i]?.reservation ?? 0));
  return {
    agreeable: true,
    commonFirstChoice: common,
    nashGains: best.gains,
    articleByArticle: isFeasible(problem, counted) ? nashShare(gains, best.gains) : 0,
    blockers: [],
  };
};

/**
 * What honest ranking article by article chooses (Borda): each party gives an option a point for every other it prefers it
 * to by what the option is worth alone, half for every equal one; ties to the first option. Where linkages are weak it comes
 * near the Nash text, and there is little to negotiate.
 */
export const bordaText = ({ options, parties }: Problem): number[] =>
  options.map((count, article) => {
    const all = Array.from({ length: count }, (_, option) => option);
    // Twice the points, to count in whole numbers.
    const points = all.map((option) => {
      let sum = 0;
      for (const { table } of parties) {
        const mine = table[article]?.[option] ?? 0;
        for (const other of all) {
          const theirs = table[article]?.[other] ?? 0;
          if (mine > theirs) sum += 2;
          else if (mine === theirs) sum += 1;
        }
      }
      return sum;
    });
    return points.indexOf(Math.max(...points));
  });

/** `share` of a sorted list lies at or below the number returned (nearest rank). 0 for none. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
