import { climb, ln } from '../analysis/index.ts';
import { standingText, type Scenario, type Text, type View } from '../engine/seat.ts';
import { partsOf, type Layout } from './layout.ts';
import { seek } from './mediation.ts';
import type { Model } from './models.ts';

/** Up to so many texts all of them are looked at. */
const ALL = 100;
/** As a Chair weighs gains against the risk of an objection while it can try several texts; shared by the delegations. */
const AMBITION = 4;

/**
 * The texts that may still be adopted: all of them where they are few; else what stands, what a Chair would seek by what is believed, and what
 * it would seek in each world if the worlds were so.
 * @param worlds `[world][delegation]`, see `imagined`.
 * @param passes Whether so many who would join suffice.
 */
export const likelyTexts = (
  scenario: Scenario,
  view: View,
  models: readonly Model[],
  worlds: readonly (readonly Float64Array[])[],
  passes: (joining: number) => boolean,
): readonly Text[] => {
  const options = scenario.articles.map((article) => article.options.length);
  const [first] = models;
  if (options.reduce((count, each) => count * each, 1) <= ALL || first === undefined)
    return everyText(options);
  const { layout } = first;
  const standing = standingText(view.articles);
  const middle = seek(options, models, [standing], AMBITION / models.length)?.text ?? standing;
  const found = new Map([standing, middle].map((text) => [text.join(), text]));
  const add = ({ text }: { readonly text: Text }): void => void found.set(text.join(), text);
  for (const rows of worlds) add(climb(options, middle, likingOf(layout, rows)));
  // Where nothing found so far would pass, once more from what comes nearest.
  for (const rows of worlds) {
    if ([...found.values()].some((text) => passes(joiningIn(layout, rows, text)))) continue;
    const liking = likingOf(layout, rows);
    const [nearest] = [...found.values()]
      .map((text) => ({ text, liking: liking(text) }))
      .toSorted((a, b) => b.liking - a.liking);
    if (nearest !== undefined) add(climb(options, nearest.text, liking));
  }
  return [...found.values()];
};

/** All texts there are. */
export const everyText = (options: readonly number[]): readonly Text[] =>
  options.reduce<readonly Text[]>(
    (texts, count) =>
      texts.flatMap((text) => Array.from({ length: count }, (_, option) => [...text, option])),
    [[]],
  );

/** Hundredths of a point from which a gain counts as one. */
const SCALE = 200;
/** No one counts for less, in the sum of logarithms. */
const LEAST = -40;

/** What a gain, hundredths of a point, adds to how good a text is for all: by its logarithm, and below zero in proportion. */
export const liking = (gain: number): number =>
  gain >= 0 ? ln(1 + gain / SCALE) : Math.max(LEAST, (4 * gain) / SCALE);

/** Products of gains are taken up to here before their logarithm is. */
const LARGE = 1e200;

/** Σ {@link liking} over all delegations in one world: close to the Nash product that a Chair looks for, and faster. */
const likingOf =
  (layout: Layout, rows: readonly Float64Array[]) =>
  (text: Text): number => {
    const parts = partsOf(layout, text);
    let sum = 0;
    let product = 1;
    for (const row of rows) {
      const gain = gainIn(row, parts);
      if (gain < 0) sum += liking(gain);
      else product *= 1 + gain / SCALE;
      if (product > LARGE) {
        sum += ln(product);
        product = 1;
      }
    }
    return sum + ln(product);
  };

/** What a text is worth over no agreement by one row. */
export const gainIn = (row: Float64Array, parts: readonly number[]): number => {
  let gain = 0;
  for (const at of parts) gain += row[at] ?? 0;
  return gain;
};

const joiningIn = (layout: Layout, rows: readonly Float64Array[], text: Text): number => {
  const parts = partsOf(layout, text);
  return rows.reduce((count, row) => (gainIn(row, parts) >= 0 ? count + 1 : count), 0);
};
