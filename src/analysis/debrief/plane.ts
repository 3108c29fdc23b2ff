import { bestFor } from '../best.ts';
import { feasibleTexts } from '../feasible.ts';
import { egalitarian, kalaiSmorodinsky } from '../maxmin.ts';
import { nash } from '../nash.ts';
import {
  countTexts,
  textAt,
  worthsOf,
  type Pair,
  type Problem,
  type Text,
  type Utility,
} from '../problem.ts';
import { utilitarian } from '../welfare.ts';

/** The points of a text space that have a name. Which definition each stands for: docs/analysis.md. */
export const SOLUTIONS = ['nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const;
export type SolutionName = (typeof SOLUTIONS)[number];

/** A text, and what it is worth to every party, hundredths of a point. */
export interface Spot {
  readonly text: Text;
  readonly worths: readonly number[];
}

export interface NamedSpot extends Spot {
  readonly name: SolutionName;
}

/** The named points of a problem; none where no text is feasible. */
export const namedSpots = (problem: Problem): readonly NamedSpot[] => {
  const found = {
    nash: nash(problem),
    kalaiSmorodinsky: kalaiSmorodinsky(problem),
    egalitarian: egalitarian(problem),
    utilitarian: utilitarian(problem),
  };
  return SOLUTIONS.flatMap((name) => {
    const solution = found[name];
    return solution === undefined ? [] : [{ name, text: solution.text, worths: solution.utilities }];
  });
};

/** A sample of the texts there are, for a picture of the space. */
export interface Cloud {
  /** How many texts there are, and how many all can live with. */
  readonly texts: number;
  readonly feasible: number;
  /** Of all texts. */
  readonly any: readonly Spot[];
  /** Of the feasible ones. */
  readonly good: readonly Spot[];
}

/** Texts shown at most of each kind. */
const ANY = 420;
const GOOD = 320;
/** Feasible texts that are kept at most to choose from. */
const KEPT = 40_000;
/** The golden ratio's fraction: multiples of it fill an interval evenly. */
const GOLDEN = 0.618_033_988_749_894_9;

/** An even sample of the space; of small spaces, all of it. The same problem gives the same sample. */
export const cloudOf = (problem: Problem): Cloud => {
  const { options } = problem;
  const texts = countTexts(options);
  const spot = (rank: number): Spot => {
    const text = textAt(options, rank);
    return { text, worths: worthsOf(problem, text) };
  };
  const anyRanks =
    texts <= ANY
      ? Array.from({ length: texts }, (_, rank) => rank)
      : [...new Set(Array.from({ length: ANY }, (_, k) => Math.floor((((k + 1) * GOLDEN) % 1) * texts)))];
  const found = feasibleTexts(problem, KEPT);
  const shown = Math.min(GOOD, found.kept);
  const good = Array.from({ length: shown }, (_, k) =>
    spot(found.ranks[Math.floor((k * found.kept) / shown)] ?? 0),
  );
  return { texts, feasible: found.count, any: anyRanks.map(spot), good };
};

/** The best that two parties could have had together: whoever of them wants more takes it from the other. Ascending for the first. */
export interface Frontier {
  readonly spots: readonly Spot[];
  /** `false`: the search was broken off, there are more. */
  readonly complete: boolean;
}

/** Two parties' plane: what they could have had among texts that suit everybody, and if only they were at the table. */
export interface Plane {
  readonly all: Frontier;
  readonly two: Frontier;
}

/** Points of one frontier that are looked for at most, and the steps that each search may take: a tenth of a second. */
const MOST = 150;
const STEPS = 2_000_000;

export const planeOf = (problem: Problem, first: number, second: number): Plane => ({
  all: frontierOf(problem, first, second, () => true),
  two: frontierOf(problem, first, second, (party) => party === first || party === second),
});

/**
 * Pareto-optimal texts for two parties among those that suit all who must agree. Exact, unless broken off: the text that is best for the
 * first, and among those for the second; then the same among texts that give the second more; until there is none.
 */
const frontierOf = (
  problem: Problem,
  first: number,
  second: number,
  must: (party: number) => boolean,
): Frontier => {
  const { options, parties } = problem;
  const one = parties[first];
  const other = parties[second];
  if (one === undefined || other === undefined || first === second) return { spots: [], complete: true };
  const members = parties.filter((_, party) => must(party));
  const spots: Spot[] = [];
  let least = other.reservation;
  while (spots.length < MOST) {
    const { texts, complete } = bestFor({
      options,
      objective: inOrder(one, other),
      constraints: [
        ...members.map((party) => ({ ...party, atLeast: party.reservation })),
        { ...other, atLeast: least },
      ],
      forbidden: members.flatMap(({ forbidden }) => forbidden),
      count: 1,
      budget: STEPS,
    });
    if (!complete) return { spots: spots.toReversed(), complete: false };
    const [best] = texts;
    if (best === undefined) return { spots: spots.toReversed(), complete: true };
    const worths = worthsOf(problem, best.text);
    spots.push({ text: best.text, worths });
    least = (worths[second] ?? 0) + 1;
  }
  return { spots: spots.toReversed(), complete: false };
};

/** More than any worth can be: one hundredth of a point for the first counts more than everything for the second. */
const FAR = 100_003;

/** A utility that asks for the first party's worth, and among equals for the second's. */
const inOrder = (one: Utility, other: Utility): Utility => {
  const pairs: readonly Pair[] = [
    ...one.pairs.map((pair) => ({ ...pair, worth: pair.worth * FAR })),
    ...other.pairs,
  ];
  return {
    base: one.base * FAR + other.base,
    table: one.table.map((row, article) =>
      row.map((worth, option) => worth * FAR + (other.table[article]?.[option] ?? 0)),
    ),
    pairs: merged(pairs),
  };
};

/** One entry for each pair of options. */
const merged = (pairs: readonly Pair[]): readonly Pair[] => {
  const sums = new Map<string, Pair>();
  for (const pair of pairs) {
    const key = [pair.a, pair.o, pair.b, pair.p].join();
    sums.set(key, { ...pair, worth: pair.worth + (sums.get(key)?.worth ?? 0) });
  }
  return [...sums.values()];
};
