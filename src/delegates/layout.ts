import { placeOf, type PairWorth, type Scenario, type Text } from '../engine/seat.ts';

/**
 * The numbers on which the worth of a text depends, in a row: first what no article adds (base less reservation value), then
 * every option of every article, then every linkage. A text adds one for each article and one for each linkage it meets.
 */
export interface Layout {
  readonly size: number;
  /** By article: where its options begin. */
  readonly starts: readonly number[];
  /** By linkage: its place in the row, the two articles, and which of their options meet it. */
  readonly links: readonly Link[];
  /** The linkages by the articles they tie together. */
  readonly ties: readonly Tie[];
}

/** Two articles, and the linkages that each choice of their options meets: `[o * width + p]`. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly width: number;
  readonly met: readonly (readonly number[])[];
}

export interface Link {
  readonly at: number;
  readonly a: number;
  readonly b: number;
  readonly first: readonly boolean[];
  readonly second: readonly boolean[];
}

/** The place of what no article adds. */
export const CONSTANT = 0;

const known = new WeakMap<Scenario, Layout>();

export const layoutOf = (scenario: Scenario): Layout => {
  const found = known.get(scenario);
  if (found !== undefined) return found;
  let size = 1;
  const starts = scenario.articles.map(
    (article) => (size += article.options.length) - article.options.length,
  );
  const links = scenario.linkages.map(({ first, second }): Link => {
    const a = placeOf(scenario, 'article', first.article);
    const b = placeOf(scenario, 'article', second.article);
    const meets = (article: number, options: readonly number[]): readonly boolean[] =>
      (scenario.articles[article]?.options ?? []).map((_, option) => options.includes(option));
    size += 1;
    return { at: size - 1, a, b, first: meets(a, first.options), second: meets(b, second.options) };
  });
  const made = { size, starts, links, ties: tiesOf(scenario, links) };
  known.set(scenario, made);
  return made;
};

const tiesOf = (scenario: Scenario, links: readonly Link[]): readonly Tie[] => {
  const found = new Map<string, { a: number; b: number; width: number; met: number[][] }>();
  const count = (article: number): number => scenario.articles[article]?.options.length ?? 0;
  for (const { a, b, at, first, second } of links) {
    const key = `${a}/${b}`;
    const width = count(b);
    const tie = found.get(key) ?? {
      a,
      b,
      width,
      met: Array.from({ length: count(a) * width }, (): number[] => []),
    };
    found.set(key, tie);
    first.forEach((meets, o) =>
      second.forEach((fits, p) => {
        if (meets && fits) tie.met[o * width + p]?.push(at);
      }),
    );
  }
  return [...found.values()];
};

/** Whether a text meets both sides of a linkage. */
export const linked = ({ a, b, first, second }: Link, text: Text): boolean =>
  first[text[a] ?? 0] === true && second[text[b] ?? 0] === true;

/** What a text adds up: places in the row. */
export const partsOf = (layout: Layout, text: Text): number[] => {
  const parts = [CONSTANT];
  for (let k = 0; k < layout.starts.length; k += 1) parts.push((layout.starts[k] ?? 0) + (text[k] ?? 0));
  for (const { a, b, width, met } of layout.ties)
    for (const at of met[(text[a] ?? 0) * width + (text[b] ?? 0)] ?? []) parts.push(at);
  return parts;
};

/** The linkages as pairs of options, with what is believed of each; those worth nothing left out. */
export const pairsOf = (scenario: Scenario, mean: Float64Array): readonly PairWorth[] =>
  layoutOf(scenario).links.flatMap(({ at, a, b, first, second }) => {
    const worth = mean[at] ?? 0;
    if (worth === 0) return [];
    return first.flatMap((meets, o) =>
      meets
        ? second.flatMap((fits, p) =>
            fits ? [a < b ? { a, o, b, p, worth } : { a: b, o: p, b: a, p: o, worth }] : [],
          )
        : [],
    );
  });
