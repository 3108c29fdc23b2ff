import type { PairWorth } from './mandate.ts';

/** A text and what it is worth. */
export interface Extreme {
  readonly text: readonly number[];
  readonly worth: number;
}

/** A function of some articles' options: `worth[index]`, the last article's option running fastest. */
interface Factor {
  readonly articles: readonly number[];
  readonly worth: Float64Array;
}

/** Cells of the largest function in between; past this the search is used instead. */
const MOST_CELLS = 200_000;

/**
 * Best text of a sum of single and pair terms by bucket elimination (Dechter 1999): an article is replaced by the best it
 * can do for each choice of those it is linked with. Exact on whole numbers. `undefined` if too many are tied together.
 */
export const largestByElimination = (
  table: readonly (readonly number[])[],
  pairs: readonly PairWorth[],
): Extreme | undefined => {
  const sizes = table.map((row) => row.length);
  let factors: Factor[] = [
    ...table.map((row, article) => ({ articles: [article], worth: Float64Array.from(row) })),
    ...joined(sizes, pairs),
  ];
  const left = new Set(table.keys());
  const chosen: {
    readonly article: number;
    readonly others: readonly number[];
    readonly best: Uint8Array;
  }[] = [];
  while (left.size > 0) {
    const article = leastTied(left, factors);
    const bucket = factors.filter((factor) => factor.articles.includes(article));
    const others = [...new Set(bucket.flatMap((factor) => factor.articles))].filter(
      (other) => other !== article,
    );
    const cells = others.reduce((product, other) => product * (sizes[other] ?? 1), 1);
    if (cells * (sizes[article] ?? 1) > MOST_CELLS) return undefined;
    const { worth, best } = without(article, others, bucket, sizes, cells);
    factors = [...factors.filter((factor) => !bucket.includes(factor)), { articles: others, worth }];
    chosen.push({ article, others, best });
    left.delete(article);
  }
  const text = table.map(() => 0);
  for (const { article, others, best } of chosen.toReversed()) {
    const index = others.reduce((at, other) => at * (sizes[other] ?? 1) + (text[other] ?? 0), 0);
    text[article] = best[index] ?? 0;
  }
  return { text, worth: factors.reduce((sum, factor) => sum + (factor.worth[0] ?? 0), 0) };
};

/** One function for each pair of articles that are linked. */
const joined = (sizes: readonly number[], pairs: readonly PairWorth[]): readonly Factor[] => {
  const made = new Map<string, Factor>();
  for (const pair of pairs) {
    const key = `${pair.a}/${pair.b}`;
    const width = sizes[pair.b] ?? 1;
    const factor = made.get(key) ?? {
      articles: [pair.a, pair.b],
      worth: new Float64Array((sizes[pair.a] ?? 1) * width),
    };
    made.set(key, factor);
    const cell = pair.o * width + pair.p;
    factor.worth[cell] = (factor.worth[cell] ?? 0) + pair.worth;
  }
  return [...made.values()];
};

/** The article linked with the fewest others; the first of equals. */
const leastTied = (left: ReadonlySet<number>, factors: readonly Factor[]): number => {
  let least = -1;
  let fewest = Infinity;
  for (const article of left) {
    const tied = new Set<number>();
    for (const factor of factors)
      if (factor.articles.includes(article)) for (const other of factor.articles) tied.add(other);
    if (tied.size < fewest) {
      fewest = tied.size;
      least = article;
    }
  }
  return least;
};

/** The bucket's sum, maximised over one article: the worth for each choice of the others, and the option that reaches it. */
const without = (
  article: number,
  others: readonly number[],
  bucket: readonly Factor[],
  sizes: readonly number[],
  cells: number,
): { readonly worth: Float64Array; readonly best: Uint8Array } => {
  const options = sizes[article] ?? 0;
  const worth = new Float64Array(cells);
  const best = new Uint8Array(cells);
  const scope = [...others, article];
  const strides = bucket.map((factor) => stridesIn(factor, scope, sizes));
  const choice = others.map(() => 0);
  const at = bucket.map(() => 0);
  for (let cell = 0; cell < cells; cell += 1) {
    let most = -Infinity;
    for (let option = 0; option < options; option += 1) {
      let sum = 0;
      for (let f = 0; f < bucket.length; f += 1) {
        const step = strides[f]?.[others.length] ?? 0;
        sum += bucket[f]?.worth[(at[f] ?? 0) + option * step] ?? 0;
      }
      if (sum > most) {
        most = sum;
        best[cell] = option;
      }
    }
    worth[cell] = most;
    advance(choice, at, others, strides, sizes);
  }
  return { worth, best };
};

/** Steps to the next choice of the others, the last running fastest, and moves each function's place along. */
const advance = (
  choice: number[],
  at: number[],
  others: readonly number[],
  strides: readonly (readonly number[])[],
  sizes: readonly number[],
): void => {
  for (let place = others.length - 1; place >= 0; place -= 1) {
    const size = sizes[others[place] ?? 0] ?? 1;
    const next = (choice[place] ?? 0) + 1;
    const by = next < size ? 1 : 1 - size;
    choice[place] = next < size ? next : 0;
    for (let f = 0; f < at.length; f += 1) at[f] = (at[f] ?? 0) + by * (strides[f]?.[place] ?? 0);
    if (next < size) return;
  }
};

/** By article of the scope: how far apart its options lie in a function; 0 where the function does not know it. */
const stridesIn = (factor: Factor, scope: readonly number[], sizes: readonly number[]): readonly number[] => {
  const stride = new Map<number, number>();
  let step = 1;
  for (const article of factor.articles.toReversed()) {
    stride.set(article, step);
    step *= sizes[article] ?? 1;
  }
  return scope.map((article) => stride.get(article) ?? 0);
};
