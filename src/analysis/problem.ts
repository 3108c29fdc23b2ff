import { placeOf, RED_LINE_GAP, type Mandate, type Scenario, type Text } from '../engine/seat.ts';

export type { Text };

/** What two options add together. Articles `a` and `b` by index, `a < b`; `o` and `p` their options. */
export interface Pair {
  readonly a: number;
  readonly o: number;
  readonly b: number;
  readonly p: number;
  readonly worth: number;
}

/** An additive utility with pairwise linkages: `u(text) = base + Σ table[k][text_k] + Σ pairs`. */
export interface Utility {
  /** `[article][option]`. */
  readonly table: readonly (readonly number[])[];
  readonly pairs: readonly Pair[];
  readonly base: number;
}

/** One option of one article, by index. */
export interface Choice {
  readonly article: number;
  readonly option: number;
}

/** One party to the treaty. All worths are whole hundredths of a point. */
export interface Party extends Utility {
  /** Options this party may not accept: its red lines. */
  readonly forbidden: readonly Choice[];
  /** Value of no agreement. */
  readonly reservation: number;
}

/** A text space and those who have to agree in it. Numbers only: what they stand for is known to the caller. */
export interface Problem {
  /** By article: how many options it has. */
  readonly options: readonly number[];
  readonly parties: readonly Party[];
}

/** The problem the mandates of a game make. A mandate changes during a game: ask again at the moment in question. */
export const problemOf = (scenario: Scenario, mandates: readonly Mandate[]): Problem => ({
  options: scenario.articles.map((article) => article.options.length),
  parties: mandates.map((mandate) => ({
    table: mandate.table,
    pairs: mandate.pairs,
    base: mandate.base,
    forbidden: mandate.redLines.map((line) => ({
      article: placeOf(scenario, 'article', line.article),
      option: line.option,
    })),
    reservation: mandate.reservation,
  })),
});

/** Worth of a text before red lines. */
export const utilityOf = (utility: Utility, text: Text): number => {
  let sum = utility.base;
  const { table, pairs } = utility;
  for (let k = 0; k < table.length; k += 1) sum += table[k]?.[text[k] ?? 0] ?? 0;
  for (const pair of pairs) if (text[pair.a] === pair.o && text[pair.b] === pair.p) sum += pair.worth;
  return sum;
};

/** Whether a text crosses a red line of this party. */
export const crosses = (party: Party, text: Text): boolean =>
  party.forbidden.some(({ article, option }) => text[article] === option);

/** Worth of a text: held below the reservation value if it crosses a red line, as the rules do. */
export const worthOf = (party: Party, text: Text): number => {
  const worth = utilityOf(party, text);
  return crosses(party, text) ? Math.min(worth, party.reservation - RED_LINE_GAP) : worth;
};

/** By party: worth of a text. */
export const worthsOf = (problem: Problem, text: Text): number[] =>
  problem.parties.map((party) => worthOf(party, text));

/** Individually rational and across nobody's red line: every party can live with it. */
export const isFeasible = (problem: Problem, text: Text): boolean =>
  problem.parties.every((party) => !crosses(party, text) && utilityOf(party, text) >= party.reservation);

/** How many texts there are. Exact up to 2⁵³. */
export const countTexts = (options: readonly number[]): number =>
  options.reduce((product, count) => product * count, 1);

/** Place of a text in article order: the first article turns slowest. The text of all zeros is 0. */
export const rankOf = (options: readonly number[], text: Text): number =>
  options.reduce((rank, count, k) => rank * count + (text[k] ?? 0), 0);

/** The text at a place in article order. */
export const textAt = (options: readonly number[], rank: number): number[] => {
  const text = options.map(() => 0);
  let rest = rank;
  for (let k = options.length - 1; k >= 0; k -= 1) {
    const count = options[k] ?? 1;
    const option = rest % count;
    text[k] = option;
    rest = (rest - option) / count;
  }
  return text;
};
