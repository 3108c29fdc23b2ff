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
/** Up to so many gains of feasible texts are remembered (8 bytes each); with more, a second look at every text is taken instead. */
const REMEMBERED = 3_000_000;

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
  // By feasible text: its place in article order, then its gains.
  const width = count + 1;
  let kept = new Float64Array(1024 * width);
  let texts = 0;
  let feasible = 0;

  everyText(problem, (rank, gains) => {
    texts += 1;
    let accepting = 0;
    for (let i = 0; i < count; i += 1) accepting += Number((gains[i] ?? 0) >= 0);
    acceptors[accepting] = (acceptors[accepting] ?? 0) + 1;
    if (accepting < count) return;
    const row = feasible * width;
    if (row === kept.length && row < REMEMBERED) kept = doubled(kept);
    if (row < kept.length) {
      kept[row] = rank;
      kept.set(gains, row + 1);
    }
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
  if (feasible * width <= kept.length)
    for (let row = 0; row < feasible * width; row += width)
      compare(kept[row] ?? 0, kept.subarray(row + 1, row + width));
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
 *
 * What an article's options add is kept as one table a choice of the earlier ones, so that links cost nothing where most texts are:
 * at the last article.
 */
export const everyText = (problem: Problem, visit: (rank: number, gains: Float64Array) => void): void => {
  const { options, parties } = problem;
  const count = parties.length;
  const articles = options.length;
  const gains = Array.from({ length: articles + 1 }, () =>
    Float64Array.from(parties, (party) => party.base - party.reservation),
  );
  // By article, `[option * parties + party]`: what the option adds, given the earlier articles' options.
  const adds = options.map((width, k) => alone(problem, k, width));
  const later = options.map((width, a) => linksAfter(problem, a, width));
  let rank = 0;
  const from = (k: number): void => {
    const sum = gains[k];
    const next = gains[k + 1];
    const add = adds[k];
    if (sum === undefined) return;
    if (k === articles || next === undefined || add === undefined) {
      visit(rank, sum);
      rank += 1;
      return;
    }
    const width = options[k] ?? 0;
    const links = later[k] ?? [];
    const before = links.map(({ article }) => adds[article] ?? new Float64Array(0));
    for (let o = 0; o < width; o += 1) {
      const row = o * count;
      for (let i = 0; i < count; i += 1) next[i] = (sum[i] ?? 0) + (add[row + i] ?? 0);
      for (let link = 0; link < links.length; link += 1) {
        const { article, more, with: together } = links[link] ?? NO_LINK;
        const here = before[link] ?? together;
        const extra = more[o] ?? here;
        for (let at = 0; at < together.length; at += 1) together[at] = (here[at] ?? 0) + (extra[at] ?? 0);
        adds[article] = together;
      }
      from(k + 1);
    }
    for (let link = 0; link < links.length; link += 1) {
      const { article } = links[link] ?? NO_LINK;
      const here = before[link];
      if (here !== undefined) adds[article] = here;
    }
  };
  from(0);
};

/** A later article that is linked with this one. */
interface LinkAfter {
  readonly article: number;
  /** By option of this article: what each option of the later one then adds more, as in `adds`. */
  readonly more: readonly Float64Array[];
  /** Room for the sum. */
  readonly with: Float64Array;
}

const NO_LINK: LinkAfter = { article: 0, more: [], with: new Float64Array(0) };

const alone = ({ parties }: Problem, k: number, width: number): Float64Array => {
  const adds = new Float64Array(width * parties.length);
  parties.forEach((party, i) => {
    for (let o = 0; o < width; o += 1) adds[o * parties.length + i] = party.table[k]?.[o] ?? 0;
    for (const { article, option } of party.forbidden)
      if (article === k && option < width) adds[option * parties.length + i] = -Infinity;
  });
  return adds;
};

const linksAfter = ({ options, parties }: Problem, a: number, width: number): LinkAfter[] =>
  options.flatMap((others, b) => {
    const pairs = parties.map((party) => party.pairs.filter((pair) => pair.a === a && pair.b === b));
    if (pairs.every((list) => list.length === 0)) return [];
    const size = others * parties.length;
    const more = Array.from({ length: width }, () => new Float64Array(size));
    pairs.forEach((list, i) => {
      for (const { o, p, worth } of list) {
        const row = more[o];
        const at = p * parties.length + i;
        if (row !== undefined && p < others) row[at] = (row[at] ?? 0) + worth;
      }
    });
    return [{ article: b, more, with: new Float64Array(size) }];
  });
