import { STYLES, type Style } from '../../src/engine/index.ts';
import { FEATURES, type Figures, type Gallery } from './styles.ts';

/** How far styles can be told apart by figures of whole games: pair by pair over the same seeds, and a single game at a time. */

/** Mean of the figures there are, half the width of its 95 % interval, and how often it is clear of zero by its own error. */
export interface Mean {
  readonly count: number;
  readonly mean: number;
  readonly half: number;
  readonly z: number;
}

export const meanOf = (values: readonly (number | undefined)[]): Mean => {
  const there = values.filter((value) => value !== undefined);
  const count = there.length;
  if (count === 0) return { count, mean: 0, half: 0, z: 0 };
  const mean = there.reduce((sum, value) => sum + value, 0) / count;
  const variance =
    there.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / Math.max(1, count - 1);
  const error = Math.sqrt(variance / count);
  return { count, mean, half: 1.96 * error, z: mean === 0 ? 0 : mean / error };
};

/** Half of the seeds to choose by, the other half to judge by: which figure separates best is not asked of the games that say so. */
export const halves = (gallery: Gallery): { readonly first: Gallery; readonly second: Gallery } => ({
  first: gallery.map((games) => games.filter((_, place) => place % 2 === 0)),
  second: gallery.map((games) => games.filter((_, place) => place % 2 === 1)),
});

/** Differences of one figure between two styles, seed by seed, where both had an occasion for it. */
export const differences = (
  gallery: Gallery,
  feature: number,
  one: Style,
  other: Style,
): readonly (number | undefined)[] => {
  const [these, those] = [gallery[STYLES.indexOf(one)] ?? [], gallery[STYLES.indexOf(other)] ?? []];
  return these.map((figures, seed) => {
    const [a, b] = [figures[feature], those[seed]?.[feature]];
    return a === undefined || b === undefined ? undefined : a - b;
  });
};

export const PAIRS: readonly (readonly [Style, Style])[] = STYLES.flatMap((one, place) =>
  STYLES.slice(place + 1).map((other) => [one, other] as const),
);

export interface Separation extends Mean {
  readonly pair: readonly [Style, Style];
  readonly feature: string;
}

/** Seeds in which a figure must have been there for both, to be chosen. */
const OFTEN = 8;

/** Of each pair the figure that separates it best in half of the games, as it does in the other half. */
export const separations = (gallery: Gallery): readonly Separation[] => {
  const { first, second } = halves(gallery);
  return PAIRS.map((pair): Separation => {
    const [best] = FEATURES.map(({ name }, place) => ({
      name,
      place,
      found: meanOf(differences(first, place, ...pair)),
    }))
      .filter(({ found }) => found.count >= OFTEN)
      .toSorted((a, b) => Math.abs(b.found.z) - Math.abs(a.found.z));
    return {
      pair,
      feature: best?.name ?? '',
      ...meanOf(best === undefined ? [] : differences(second, best.place, ...pair)),
    };
  });
};

/** Shares of the games of each style, by row, that are taken for each style, by column. */
export type Confusion = readonly (readonly number[])[];

interface Scale {
  readonly centres: readonly (number | undefined)[];
  /** How far figures lie from the mean of their own style; none where nothing tells styles apart. */
  readonly spread: number;
}

/** A figure that spreads within styles by less than this share of what it does in all is taken to spread by so much. */
const LEAST_SPREAD = 0.2;
/** Squared distance of the middles of styles, in spreads over games, that makes a figure worth a look (an F statistic). */
const TELLING = 4;

const deviation = (values: readonly number[], from: number): number =>
  values.reduce((sum, value) => sum + (value - from) * (value - from), 0);

const scaleOf = (gallery: Gallery, feature: number): Scale | undefined => {
  const rows = gallery.map((games) =>
    games.map((figures) => figures[feature]).filter((value) => value !== undefined),
  );
  const every = rows.flat();
  const middle = meanOf(every).mean;
  const centres = rows.map((row) => (row.length === 0 ? undefined : meanOf(row).mean));
  const within = rows.reduce((sum, row, place) => sum + deviation(row, centres[place] ?? 0), 0);
  const total = deviation(every, middle);
  if (total === 0) return undefined;
  const between = (total - within) / (STYLES.length - 1);
  const error = within / Math.max(1, every.length - STYLES.length);
  if (between <= TELLING * error) return undefined;
  return {
    centres,
    spread: Math.sqrt(Math.max(error, (LEAST_SPREAD * LEAST_SPREAD * total) / every.length)),
  };
};

/** Nearest middle of a style, each figure counted by how far it spreads among games of one style; what had no occasion says nothing. */
export const recogniser = (gallery: Gallery): ((figures: Figures) => number) => {
  const scales = FEATURES.map((_, feature) => scaleOf(gallery, feature));
  return (figures) => {
    const away = STYLES.map((_, style) =>
      scales.reduce((sum, scale, feature) => {
        const [value, centre] = [figures[feature], scale?.centres[style]];
        if (scale === undefined || value === undefined || centre === undefined) return sum;
        return sum + ((value - centre) / scale.spread) ** 2;
      }, 0),
    );
    return away.indexOf(Math.min(...away));
  };
};

/** What somebody says of single games who has learnt the styles from the other half of the seeds; each half is judged by the other. */
export const confusion = (gallery: Gallery): Confusion => {
  const { first, second } = halves(gallery);
  const judged = [
    { by: recogniser(first), games: second },
    { by: recogniser(second), games: first },
  ].map(({ by, games }) => games.map((row) => row.map(by)));
  return STYLES.map((_, style) => {
    const said = judged.flatMap((rows) => rows[style] ?? []);
    return STYLES.map((__, taken) => said.filter((one) => one === taken).length / Math.max(1, said.length));
  });
};

export const recognised = (table: Confusion): number =>
  table.reduce((sum, row, place) => sum + (row[place] ?? 0), 0) / table.length;
