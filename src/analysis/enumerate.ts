import { solutionAt, type Solution } from './bargain.ts';
import { ln } from './ln.ts';
import { productOf } from './nash.ts';
import type { Problem } from './problem.ts';

/** What a look at every single text finds. */
export interface Enumerated {
  readonly texts: number;
  readonly feasible: number;
  /** `[k]`: texts that exactly k parties can live with. */
  readonly acceptors: readonly number[];
  readonly nash: Solution | undefined;
  readonly egalitarian: Solution | undefined;
  readonly kalaiSmorodinsky: Solution | undefined;
  readonly utilitarian: Solution | undefined;
}

/** Products whose logarithms are nearer than this are compared exactly. */
const NEAR = 1e-9;
/** Up to so many feasible texts are remembered (8 bytes each); with more, a second look at every text is taken instead. */
const REMEMBERED = 2_000_000;

/**
 * Looks at every text, in article order, and keeps the first best of each kind. No bound, no pruning: slow (some 8 million
 * texts a second for 12 parties, 5 million for 24) and plain, the truth to which the searches are held.
 */
export const enumerate = (problem: Problem): Enumerated => {
  const count = problem.parties.length;
  const acceptors = Array.from({ length: count + 1 }, () => 0);
  const ideal = new Float64Array(count).fill(-Infinity);
  const nash = { rank: -1, score: -Infinity, product: -1n };
  const least = { rank: -1, worth: -Infinity };
  const most = { rank: -1, worth: -Infinity };
  let ranks = new Float64Array(1024);
  let texts = 0;
  let feasible = 0;

  everyText(problem, (rank, gains) => {
    texts += 1;
    let accepting = 0;
    for (let i = 0; i < count; i += 1) if ((gains[i] ?? 0) >= 0) accepting += 1;
    acceptors[accepting] = (acceptors[accepting] ?? 0) + 1;
    if (accepting < count) return;
    if (feasible === ranks.length && feasible < REMEMBERED) ranks = doubled(ranks);
    if (feasible < ranks.length) ranks[feasible] = rank;
    feasible += 1;
    let sum = 0;
    let low = Infinity;
    for (let i = 0; i < count; i += 1) {
      const gain = gains[i] ?? 0;
      sum += gain;
      if (gain < low) low = gain;
      ideal[i] = Math.max(ideal[i] ?? 0, gain);
    }
    if (low > least.worth) Object.assign(least, { rank, worth: low });
    if (sum > most.worth) Object.assign(most, { rank, worth: sum });
    let score = 0;
    for (let i = 0; i < count; i += 1) score += ln(gains[i] ?? 0);
    if (score < nash.score - NEAR) return;
    const product = productOf([...gains]);
    if (product > nash.product) Object.assign(nash, { rank, score, product });
  });

  const fair = { rank: -1, gain: -1, scale: 1 };
  const compare = (rank: number, gains: ArrayLike<number>): void => {
    let gain = 1;
    let scale = 0;
    for (let i = 0; i < count; i += 1) {
      const top = ideal[i] ?? 0;
      if (top > 0 && (gains[i] ?? 0) * scale < gain * top) [gain, scale] = [gains[i] ?? 0, top];
    }
    if (fair.rank < 0 || gain * fair.scale > fair.gain * scale) Object.assign(fair, { rank, gain, scale });
  };
  if (feasible <= ranks.length)
    for (let k = 0; k < feasible; k += 1) compare(ranks[k] ?? 0, solutionAt(problem, ranks[k] ?? 0).gains);
  else
    everyText(problem, (rank, gains) => {
      if (gains.every((gain) => gain >= 0)) compare(rank, gains);
    });

  const at = ({ rank }: { readonly rank: number }): Solution | undefined =>
    rank < 0 ? undefined : solutionAt(problem, rank);
  return {
    texts,
    feasible,
    acceptors,
    nash: at(nash),
    egalitarian: at(least),
    kalaiSmorodinsky: at(fair),
    utilitarian: at(most),
  };
};

const doubled = (numbers: Float64Array): Float64Array<ArrayBuffer> => {
  const more = new Float64Array(numbers.length * 2);
  more.set(numbers);
  return more;
};

/**
 * Every text in article order, with what each party gains over its reservation value; `-Infinity` across a red line. The gains
 * are overwritten by the next text.
 */
export const everyText = (problem: Problem, visit: (rank: number, gains: Float64Array) => void): void => {
  const { options, parties } = problem;
  const count = parties.length;
  const articles = options.length;
  const gains = Array.from({ length: articles + 1 }, () =>
    Float64Array.from(parties, (party) => party.base - party.reservation),
  );
  // `[article][option]`: what it adds alone, by party.
  const alone = options.map((width, k) =>
    Array.from({ length: width }, (_, o) =>
      Float64Array.from(parties, (party) =>
        party.forbidden.some(({ article, option }) => article === k && option === o)
          ? -Infinity
          : (party.table[k]?.[o] ?? 0),
      ),
    ),
  );
  // By article: the earlier ones it is linked with, and what the two add together.
  const beside = options.map((width, b) =>
    options.slice(0, b).flatMap((__, a) => {
      const adds = besides(problem, a, b, width);
      return adds.length === 0 ? [] : [{ a, adds }];
    }),
  );
  const text = options.map(() => 0);
  let rank = 0;
  const from = (k: number): void => {
    const sum = gains[k];
    if (sum === undefined) return;
    if (k === articles) {
      visit(rank, sum);
      rank += 1;
      return;
    }
    const next = gains[k + 1];
    const links = beside[k] ?? [];
    for (let o = 0; o < (options[k] ?? 0); o += 1) {
      const add = alone[k]?.[o];
      if (next === undefined || add === undefined) return;
      for (let i = 0; i < count; i += 1) next[i] = (sum[i] ?? 0) + (add[i] ?? 0);
      for (const { a, adds } of links) {
        const more = adds[text[a] ?? 0]?.[o];
        if (more === undefined) continue;
        for (let i = 0; i < count; i += 1) next[i] = (next[i] ?? 0) + (more[i] ?? 0);
      }
      text[k] = o;
      from(k + 1);
    }
  };
  from(0);
};

/** `[option of a][option of b]`: what the two add together, by party; empty where a and b are not linked. */
const besides = ({ options, parties }: Problem, a: number, b: number, width: number): Float64Array[][] => {
  if (!parties.some((party) => party.pairs.some((pair) => pair.a === a && pair.b === b))) return [];
  const table = Array.from({ length: options[a] ?? 0 }, () =>
    Array.from({ length: width }, () => new Float64Array(parties.length)),
  );
  parties.forEach((party, i) => {
    for (const pair of party.pairs) {
      const cell = pair.a === a && pair.b === b ? table[pair.o]?.[pair.p] : undefined;
      if (cell !== undefined) cell[i] = (cell[i] ?? 0) + pair.worth;
    }
  });
  return table;
};
