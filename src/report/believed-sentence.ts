import { FEARED } from '../analysis/debrief/feared.ts';
import type { Believed, Misjudgement } from '../analysis/debrief/index.ts';
import type { DelegationId } from '../engine/seat.ts';
import type { believed } from './en-believed.ts';

/** What was believed as sentences, for the report and for the game: the words are the catalog's, names and numbers whoever's that says them. */

type Plural<K> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K;

/** How somebody says what was believed. */
export interface BelievedTongue {
  readonly say: (
    key: Plural<keyof typeof believed>,
    values?: Readonly<Record<string, string | number>>,
  ) => string;
  /** Hundredths of a point as points. */
  readonly points: (hundredths: number) => string;
  readonly delegation: (id: DelegationId) => string;
  /** An article, and an option of it, by their places. */
  readonly article: (place: number) => string;
  readonly option: (article: number, option: number) => string;
}

/** Something that was taken for otherwise than it was. */
export const misjudgedSentence = (
  { say, points, delegation, article, option }: BelievedTongue,
  one: Believed,
  worst: Misjudgement,
): string => {
  const name = delegation(one.delegation);
  switch (worst.kind) {
    case 'reservation': {
      const { low, high, truth } = one.reservation;
      return say('reservation', { name, low: points(low), high: points(high), truth: points(truth) });
    }
    case 'red-feared':
    case 'red-unseen':
      return say(worst.kind === 'red-feared' ? 'redFeared' : 'redUnseen', {
        name,
        article: article(worst.article),
        option: option(worst.article, worst.option),
        chance: worst.chance,
      });
    case 'favourite':
      return say('favourite', {
        name,
        article: article(worst.article),
        believed: option(worst.article, worst.believed),
        truth: option(worst.article, worst.truth),
        lost: points(one.articles[worst.article]?.lost ?? 0),
      });
    case 'weight':
      return say('weight', {
        name,
        article: article(worst.article),
        believed: worst.believed,
        truth: worst.truth,
      });
  }
};

/** What was furthest off at the whole table, the worst first; one of a delegation. */
export const furthest = (
  all: readonly Believed[],
  most: number,
): readonly { readonly one: Believed; readonly worst: Misjudgement }[] =>
  all
    .flatMap((one) => (one.worst === undefined ? [] : [{ one, worst: one.worst }]))
    .toSorted((x, y) => y.worst.size - x.worst.size)
    .slice(0, most);

/** A value of no agreement: believed, and so. */
export const noAgreementWords = (
  { say, points }: BelievedTongue,
  { reservation: { low, high, truth } }: Believed,
): string => say('noAgreementLine', { low: points(low), high: points(high), truth: points(truth) });

/** How far it was off. */
export const offWords = ({ say, points }: BelievedTongue, { reservation: { off } }: Believed): string =>
  off === 0 ? say('isWithin') : say('offBy', { off: points(off) });

/** How much of it all was known. */
export const knownSentences = ({ say }: BelievedTongue, all: readonly Believed[]): readonly string[] => {
  const reds = all.flatMap(({ articles }) => articles.flatMap(({ red }) => red));
  const real = reds.filter(({ truth }) => truth);
  const sum = (of: (one: Believed) => number): number => all.reduce((total, one) => total + of(one), 0);
  return [
    say('within', { count: all.filter(({ reservation }) => reservation.off === 0).length, of: all.length }),
    say('favourites', { count: sum((one) => one.favourites), of: sum((one) => one.articles.length) }),
    say('redLines', { count: real.filter(({ chance }) => chance >= FEARED).length, of: real.length }),
    ...(reds.length > real.length ? [say('feared', { count: reds.length - real.length })] : []),
    say('weights', { off: (sum((one) => one.weightsOff) / Math.max(1, all.length)).toFixed(1) }),
  ];
};

/** Articles of a delegation that are named, by what they mattered. */
const FIRST = 3;

/** The whole as a table: its heads, the first of them given, and a row for each delegation. */
export const believedTable = (
  { say, points, delegation, article, option }: BelievedTongue,
  all: readonly Believed[],
  head: string,
): { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } => {
  const first = (order: readonly number[]): string =>
    order
      .slice(0, FIRST)
      .map((k) => article(k))
      .join(' · ');
  const reds = (one: Believed, wanted: (red: { chance: number; truth: boolean }) => boolean): string =>
    one.articles
      .flatMap(({ red }, k) => red.filter(wanted).map((line) => `${article(k)}: ${option(k, line.option)}`))
      .join('; ') || say('noRed');
  return {
    heads: [
      head,
      say('headBelieved'),
      say('headTruth'),
      say('headFirst'),
      say('headFirstTruth'),
      say('headFavourites'),
      say('headRed'),
      say('headRedTruth'),
    ],
    rows: all.map((one) => [
      delegation(one.delegation),
      `${points(one.reservation.low)} – ${points(one.reservation.high)}`,
      points(one.reservation.truth),
      first(one.order.believed),
      first(one.order.truth),
      `${String(one.favourites)} / ${String(one.articles.length)}`,
      reds(one, ({ chance }) => chance >= FEARED),
      reds(one, ({ truth }) => truth),
    ]),
  };
};
