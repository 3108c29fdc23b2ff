import { placeOf, type Scenario } from '../engine/seat.ts';

/** A linkage with its articles by index, `a < b`, and which options it joins. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  /** By option of `a`, of `b`: whether it takes part. */
  readonly at: readonly boolean[];
  readonly bt: readonly boolean[];
}

/** Where a scenario's provisions stand in flat lists: cell `offset[article] + option`. */
export interface Shape {
  readonly parties: number;
  readonly options: readonly number[];
  readonly offset: readonly number[];
  readonly cells: number;
  /** In the scenario's order of linkages. */
  readonly ties: readonly Tie[];
}

const known = new WeakMap<Scenario, Shape>();

export const shapeOf = (scenario: Scenario): Shape => {
  const found = known.get(scenario) ?? shaped(scenario);
  known.set(scenario, found);
  return found;
};

const shaped = (scenario: Scenario): Shape => {
  const options = scenario.articles.map((article) => article.options.length);
  const offset: number[] = [];
  let cells = 0;
  for (const count of options) {
    offset.push(cells);
    cells += count;
  }
  const flags = (article: number, chosen: readonly number[]): boolean[] =>
    Array.from({ length: options[article] ?? 0 }, (_, option) => chosen.includes(option));
  const ties = scenario.linkages.map(({ first, second }): Tie => {
    const one = placeOf(scenario, 'article', first.article);
    const two = placeOf(scenario, 'article', second.article);
    const [low, high] = one < two ? [first, second] : [second, first];
    const [a, b] = one < two ? [one, two] : [two, one];
    return { a, b, at: flags(a, low.options), bt: flags(b, high.options) };
  });
  return { parties: scenario.delegations.length, options, offset, cells, ties };
};

/** Whether a linkage is at work in a text. */
export const tied = (tie: Tie, text: readonly number[]): boolean =>
  (tie.at[text[tie.a] ?? 0] ?? false) && (tie.bt[text[tie.b] ?? 0] ?? false);

/** Cell of an option of an article (by index). */
export const cellOf = (shape: Shape, article: number, option: number): number =>
  (shape.offset[article] ?? 0) + option;
