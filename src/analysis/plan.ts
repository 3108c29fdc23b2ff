import type { Pair } from './problem.ts';

/**
 * In what order a search decides the articles, and what it has to remember while it does. After the first `d` articles only
 * those of them matter that are linked with a later one: the frontier. What the rest can still bring is a function of the
 * frontier's options alone, so it can be tabled (bucket elimination) and looked up at every step.
 */
export interface Plan {
  /** By depth: which article is decided there. */
  readonly order: readonly number[];
  /** By depth: the options it may have. */
  readonly choices: readonly (readonly number[])[];
  /** By depth, and one more for the end: the earlier depths that are remembered. */
  readonly frontiers: readonly (readonly number[])[];
  /** By depth, and one more: how many states the frontier has. */
  readonly sizes: readonly number[];
  /** Links too many to remember, as pairs of depths: counted exactly when reached, bounded before. */
  readonly loose: readonly (readonly [number, number])[];
}

/** Links between articles, as a set of `a * articles + b`, `a < b`; only those that can come about. */
const linksOf = (pairs: readonly Pair[], allowed: readonly (readonly number[])[]): Map<number, number> => {
  const links = new Map<number, number>();
  for (const { a, o, b, p, worth } of pairs) {
    if (worth === 0 || allowed[a]?.includes(o) !== true || allowed[b]?.includes(p) !== true) continue;
    const key = a * allowed.length + b;
    links.set(key, (links.get(key) ?? 0) + Math.abs(worth));
  }
  return links;
};

type Linked = (a: number, b: number) => boolean;

const linkedBy =
  (links: ReadonlyMap<number, number>, articles: number): Linked =>
  (a, b) =>
    links.has(a < b ? a * articles + b : b * articles + a);

/** Places in `order` that are linked with one not before `depth`. */
const frontierAt = (order: readonly number[], depth: number, linked: Linked): number[] => {
  const found: number[] = [];
  for (let d = 0; d < depth; d += 1) {
    const here = order[d] ?? 0;
    if (order.some((other, e) => e >= depth && linked(here, other))) found.push(d);
  }
  return found;
};

/** Greedy from a given first article: next comes whichever leaves least to remember; ties to the first. */
const orderFrom = (
  first: number,
  allowed: readonly (readonly number[])[],
  linked: Linked,
): [number[], number] => {
  const order = [first];
  const left = allowed.map((_, k) => k).filter((k) => k !== first);
  const states = (placed: readonly number[], rest: readonly number[]): number =>
    placed
      .filter((a) => rest.some((b) => linked(a, b)))
      .reduce((product, a) => product * (allowed[a]?.length ?? 1), 1);
  let total = states(order, left);
  while (left.length > 0) {
    let best = 0;
    let least = Infinity;
    left.forEach((candidate, at) => {
      const rest = left.filter((k) => k !== candidate);
      const size = states([...order, candidate], rest);
      if (size < least) {
        least = size;
        best = at;
      }
    });
    order.push(...left.splice(best, 1));
    total += least;
  }
  return [order, total];
};

/**
 * @param allowed By article: the options that may be chosen. None for an article: there is no text.
 * @param most How many states a frontier may have.
 */
export const planFor = (
  allowed: readonly (readonly number[])[],
  pairs: readonly Pair[],
  most: number,
): Plan => {
  const articles = allowed.length;
  const links = linksOf(pairs, allowed);
  let order: number[] = [];
  let least = Infinity;
  for (let first = 0; first < articles; first += 1) {
    const [candidate, total] = orderFrom(first, allowed, linkedBy(links, articles));
    if (total < least) [order, least] = [candidate, total];
  }
  const choices = order.map((article) => allowed[article] ?? []);
  const depths = Array.from({ length: articles + 1 }, (_, depth) => depth);
  const loose: (readonly [number, number])[] = [];
  for (;;) {
    const linked = linkedBy(links, articles);
    const frontiers = depths.map((depth) => frontierAt(order, depth, linked));
    const sizes = frontiers.map((frontier) =>
      frontier.reduce((product, d) => product * Math.max(1, choices[d]?.length ?? 1), 1),
    );
    const widest = sizes.indexOf(Math.max(1, ...sizes));
    if ((sizes[widest] ?? 1) <= most) return { order, choices, frontiers, sizes, loose };
    loose.push(loosen(links, order, widest));
  }
};

/** Forgets, of the links across a depth, the one that costs the bound least for the depths it would be remembered over. */
const loosen = (links: Map<number, number>, order: readonly number[], depth: number): [number, number] => {
  let weakest = Infinity;
  let found: [number, number] = [0, 0];
  let key = -1;
  for (const [link, worth] of links) {
    const ends = [order.indexOf(Math.floor(link / order.length)), order.indexOf(link % order.length)];
    const from = Math.min(...ends);
    const to = Math.max(...ends);
    const price = worth / (to - from);
    if (from < depth && depth <= to && price < weakest) {
      weakest = price;
      found = [from, to];
      key = link;
    }
  }
  links.delete(key);
  return found;
};
