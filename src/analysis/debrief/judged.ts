import type { ArticleId, DelegationId, Mandate } from '../../engine/index.ts';
import { FEARED, UNSEEN } from './feared.ts';

/** What somebody holds of what a delegation wants: the delegates' room knows, this room may not ask it. */
export interface Held {
  readonly delegation: DelegationId;
  /** `[article][option]` 0 for the least liked of an article to 100 for the best. */
  readonly likes: readonly (readonly number[])[];
  /** By article, percent of all its interest. */
  readonly weights: readonly number[];
  /** `[article][option]` percent that it is a red line. */
  readonly redLines: readonly (readonly number[])[];
  /** Value of no agreement, hundredths of a point: 68 % lie within. */
  readonly reservation: { readonly low: number; readonly high: number };
}

/** One article as it was believed to be for a delegation, and as it was. */
export interface BelievedArticle {
  /** Percent of all its interest. */
  readonly weight: { readonly believed: number; readonly truth: number };
  /** Option it wants most, linkages left aside. */
  readonly favourite: { readonly believed: number; readonly truth: number };
  /** By how much the option believed to be its favourite was worth less to it than the one that was, hundredths of a point. */
  readonly lost: number;
  /** Options that are a red line, or are held for one with {@link FEARED} percent or more. */
  readonly red: readonly { readonly option: number; readonly chance: number; readonly truth: boolean }[];
}

/** Something that was taken for otherwise than it was. `size`: hundredths of a point. */
export type Misjudgement = { readonly size: number } & (
  | {
      readonly kind: 'red-feared';
      readonly article: number;
      readonly option: number;
      readonly chance: number;
    }
  | {
      readonly kind: 'red-unseen';
      readonly article: number;
      readonly option: number;
      readonly chance: number;
    }
  | {
      readonly kind: 'favourite' | 'weight';
      readonly article: number;
      readonly believed: number;
      readonly truth: number;
    }
  | { readonly kind: 'reservation' }
);

/** What is believed of a delegation, against its mandate. */
export interface Believed {
  readonly delegation: DelegationId;
  readonly articles: readonly BelievedArticle[];
  /** Articles by what they mattered, the most first, as believed and as it was; ties in the scenario's order. */
  readonly order: { readonly believed: readonly number[]; readonly truth: readonly number[] };
  /** Hundredths of a point; `off` is how far the truth lies outside of the range, 0 within it. */
  readonly reservation: {
    readonly low: number;
    readonly high: number;
    readonly truth: number;
    readonly off: number;
  };
  /** How far weights were off, mean over the articles, percentage points. */
  readonly weightsOff: number;
  /** Articles whose favourite was known. */
  readonly favourites: number;
  /** What was furthest off; absent where nothing was. */
  readonly worst?: Misjudgement;
}

/**
 * What a red line that was believed for certain and is not there, or the other way round, counts beside misjudged worths, hundredths of a
 * point: an exchange rate of this project, since a red line has no worth of its own.
 */
const RED_LINE = 2_000;

/** @param ids The scenario's articles, in its order. */
export const againstMandate = (ids: readonly ArticleId[], belief: Held, mandate: Mandate): Believed => {
  const weights = weightsOf(mandate);
  const articles = mandate.table.map((row, k): BelievedArticle => {
    const favourite = { believed: best(belief.likes[k] ?? []), truth: best(row) };
    return {
      weight: { believed: belief.weights[k] ?? 0, truth: weights[k] ?? 0 },
      favourite,
      lost: (row[favourite.truth] ?? 0) - (row[favourite.believed] ?? 0),
      red: row.flatMap((__, option) => {
        const chance = belief.redLines[k]?.[option] ?? 0;
        const truth = mandate.redLines.some((line) => line.article === ids[k] && line.option === option);
        return truth || chance >= FEARED ? [{ option, chance, truth }] : [];
      }),
    };
  });
  const { low, high } = belief.reservation;
  const truth = mandate.reservation;
  const off = Math.max(0, low - truth, truth - high);
  const worst = misjudged(articles, off).toSorted((a, b) => b.size - a.size)[0];
  return {
    delegation: belief.delegation,
    articles,
    order: { believed: byWeight(belief.weights), truth: byWeight(weights) },
    reservation: { low, high, truth, off },
    weightsOff:
      articles.reduce((sum, { weight }) => sum + Math.abs(weight.believed - weight.truth), 0) /
      Math.max(1, articles.length),
    favourites: articles.filter(({ lost }) => lost === 0).length,
    ...(worst === undefined ? {} : { worst }),
  };
};

/** Percent of all its interest, by article: between the best and the worst option, as beliefs have it. */
const weightsOf = ({ table }: Mandate): readonly number[] => {
  const ranges = table.map((row) => Math.max(...row) - Math.min(...row));
  const total = Math.max(
    1,
    ranges.reduce((sum, range) => sum + range, 0),
  );
  return ranges.map((range) => Math.round((range * 100) / total));
};

const best = (row: readonly number[]): number => Math.max(0, row.indexOf(Math.max(...row)));

const byWeight = (weights: readonly number[]): readonly number[] =>
  weights.map((_, k) => k).toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);

/** All that was off, in the scenario's order. */
const misjudged = (articles: readonly BelievedArticle[], off: number): readonly Misjudgement[] => [
  ...articles.flatMap(({ weight, favourite, lost, red }, article): readonly Misjudgement[] => [
    ...red.flatMap(({ option, chance, truth }): readonly Misjudgement[] => {
      if (truth)
        return chance < UNSEEN
          ? [{ kind: 'red-unseen', article, option, chance, size: (RED_LINE * (100 - chance)) / 100 }]
          : [];
      return [{ kind: 'red-feared', article, option, chance, size: (RED_LINE * chance) / 100 }];
    }),
    ...(lost > 0 ? [{ kind: 'favourite', article, ...favourite, size: lost } as const] : []),
    ...(weight.believed === weight.truth
      ? []
      : [
          {
            kind: 'weight',
            article,
            ...weight,
            size: Math.abs(weight.believed - weight.truth) * 100,
          } as const,
        ]),
  ]),
  ...(off > 0 ? [{ kind: 'reservation', size: off } as const] : []),
];
