import { firstFeasible } from './feasible.ts';
import { crosses, textAt, utilityOf, type Choice, type Party, type Problem } from './problem.ts';

/** Sets of more parties than this are not looked for unless asked: with two dozen parties that could take a minute. */
export const LARGEST_BLOCK = 4;

/** Who could keep an option out of any text. */
export interface Blocking extends Choice {
  /** Parties that rule the option out by a red line, each alone. */
  readonly byRedLine: readonly number[];
  /**
   * Smallest sets of parties that could live with no common text that has the option; each set ascending, sets in order. None if
   * all parties together have such a text. At most `most`.
   */
  readonly coalitions: readonly (readonly number[])[];
  /** How many parties each of them has; 0 if none is named. */
  readonly size: number;
  /** `true`: only sets of more parties than were looked at can rule it out. */
  readonly beyond: boolean;
  /** `false`: there are more of that size than were asked for. */
  readonly complete: boolean;
}

const holding = ({ options, parties }: Problem, members: readonly number[], choice: Choice): Problem => {
  const others: Choice[] = Array.from({ length: options[choice.article] ?? 0 }, (_, option) => ({
    article: choice.article,
    option,
  })).filter(({ option }) => option !== choice.option);
  return {
    options,
    parties: members.flatMap((member) => {
      const party = parties[member];
      return party === undefined ? [] : [{ ...party, forbidden: [...party.forbidden, ...others] }];
    }),
  };
};

const accepts = (party: Party, text: readonly number[]): boolean =>
  !crosses(party, text) && utilityOf(party, text) >= party.reservation;

/**
 * Smallest blocking coalitions of one option, of at most `largest` parties. A set blocks if it meets the refusers of every text with the option; so the sets
 * that meet the refusers of the texts met so far are tried, smallest first, and each that has a text after all adds that text's
 * refusers. Exact: every set that is returned was searched for a text and has none, and every smaller one has one.
 */
export const blocking = (problem: Problem, choice: Choice, most = 20, largest = LARGEST_BLOCK): Blocking => {
  const everybody = problem.parties.map((_, party) => party);
  const byRedLine = everybody.filter((party) =>
    problem.parties[party]?.forbidden.some(
      ({ article, option }) => article === choice.article && option === choice.option,
    ),
  );
  const refusers: (readonly number[])[] = [];
  /** Whether these have no common text with the option; if they have, its refusers are noted. */
  const block = (members: readonly number[]): boolean => {
    const rank = firstFeasible(holding(problem, members, choice));
    if (rank === undefined) return true;
    const text = textAt(problem.options, rank);
    refusers.push(
      everybody.filter((party) => {
        const who = problem.parties[party];
        return who !== undefined && !accepts(who, text);
      }),
    );
    return false;
  };
  const none = { ...choice, byRedLine, coalitions: [], size: 0, beyond: false, complete: true };
  if (everybody.length === 0 || !block(everybody)) return none;
  for (let size = 1; size <= Math.min(largest, everybody.length); size += 1) {
    const coalitions: (readonly number[])[] = [];
    for (const members of subsets(everybody.length, size)) {
      if (!refusers.every((list) => list.some((party) => members.includes(party)))) continue;
      if (!block(members)) continue;
      if (coalitions.length === most) return { ...none, coalitions, size, complete: false };
      coalitions.push(members);
    }
    if (coalitions.length > 0) return { ...none, coalitions, size };
  }
  return { ...none, beyond: true };
};

/** Blocking coalitions of every option of every article, in order. */
export const blockingByArticle = (
  problem: Problem,
  most = 20,
  largest = LARGEST_BLOCK,
): readonly (readonly Blocking[])[] =>
  problem.options.map((count, article) =>
    Array.from({ length: count }, (_, option) => blocking(problem, { article, option }, most, largest)),
  );

/** All sets of `size` of the numbers from 0 to `count` - 1, each ascending, in lexicographic order. */
export function* subsets(count: number, size: number, from = 0): Generator<readonly number[], undefined> {
  if (size === 0) {
    yield [];
    return undefined;
  }
  for (let first = from; first <= count - size; first += 1)
    for (const rest of subsets(count, size - 1, first + 1)) yield [first, ...rest];
  return undefined;
}
