import {
  BEST,
  expectedMandate,
  placeOf,
  plainWorth,
  reweighed,
  scaled,
  type Mandate,
  type Scenario,
  type Span,
} from '../engine/seat.ts';
import { shapeOf, type Shape } from './shape.ts';

/**
 * What anybody can know of a delegation before a word is said: the scenario's ranges. Worths in hundredths of a point.
 * The draw is not known; that is what the spreads are for.
 */
export interface Prior {
  /** The middle of all ranges. */
  readonly mandate: Mandate;
  /** By cell, covariance of what an option adds with the other options of its article: `[cell][other]`, 0 elsewhere. */
  readonly rows: readonly (readonly number[])[];
  /** By linkage of the scenario: variance of its worth, hundredths squared; `undefined` where the delegation has no part in it. */
  readonly ties: readonly (number | undefined)[];
  /** What the worth of a text and the reservation value have beside the cells: middle of the difference, and its variance. */
  readonly level: { readonly shift: number; readonly variance: number };
  /** By cell: chance (0 to 1) that it is a red line. */
  readonly redLines: readonly number[];
}

const known = new WeakMap<Scenario, readonly Prior[]>();

export const priorsOf = (scenario: Scenario): readonly Prior[] => {
  const found =
    known.get(scenario) ??
    scenario.delegations.map((_, place) => priorOf(scenario, shapeOf(scenario), place));
  known.set(scenario, found);
  return found;
};

/** Variance of a whole number drawn evenly from a span. */
const variance = ({ min, max }: Span): number => ((max - min + 1) * (max - min + 1) - 1) / 12;
const middle = ({ min, max }: Span): number => (min + max) / 2;

const priorOf = (scenario: Scenario, shape: Shape, place: number): Prior => {
  const delegation = scenario.delegations[place];
  if (delegation === undefined) throw new RangeError(`no delegation at ${place}`);
  const mandate = expectedMandate(scenario, place);
  const total = Math.max(
    1,
    mandate.raw.weights.reduce((sum, weight) => sum + weight, 0),
  );
  const unit = stretch(mandate) / total;
  const rows = delegation.wants.map((want) => {
    const weight = middle(want.weight) * unit;
    const loose = variance(want.weight) * unit * unit;
    return want.values.map((one, option) =>
      want.values.map(
        (other, second) =>
          loose * middle(one) * middle(other) + (option === second ? weight * weight * variance(one) : 0),
      ),
    );
  });
  const redLines = Array.from({ length: shape.cells }, () => 0);
  for (const line of delegation.redLines)
    for (const option of line.options) {
      const cell = (shape.offset[placeOf(scenario, 'article', line.article)] ?? 0) + option;
      redLines[cell] = 1 - (1 - (redLines[cell] ?? 0)) * (1 - line.chance / 100);
    }
  return {
    mandate,
    rows: rows.flat(),
    ties: scenario.linkages.map((linkage) => {
      const part = linkage.worth.find((item) => item.delegation === delegation.id);
      return part === undefined ? undefined : variance(part.points) * stretch(mandate) * stretch(mandate);
    }),
    level: levelOf(scenario, place, mandate),
    redLines,
  };
};

/** Hundredths on the mandate's own scale that one raw point is worth. */
const stretch = ({ raw, table, pairs }: Mandate): number => {
  const pair = raw.pairs.findIndex((item) => Math.abs(item.worth) > 2);
  if (pair >= 0) return (pairs[pair]?.worth ?? 100) / (raw.pairs[pair]?.worth ?? 1);
  const total = raw.weights.reduce((sum, weight) => sum + weight, 0);
  let widest = 0;
  let factor = 100;
  for (const [article, row] of raw.values.entries())
    for (const [option, value] of row.entries()) {
      const rough = ((raw.weights[article] ?? 0) * value) / Math.max(1, total);
      if (rough <= widest) continue;
      widest = rough;
      factor = (table[article]?.[option] ?? 0) / rough;
    }
  return factor;
};

const SAMPLES = 24;

/**
 * Scaling every mandate to the same 0 to 10 000 shifts whole mandates against each other. How far is found by drawing some
 * from the ranges (with numbers of our own: the game's draw is nobody's to know) and looking at texts nobody would refuse
 * to discuss. Part of it the cells have already; the rest is the level's.
 */
const levelOf = (scenario: Scenario, place: number, mandate: Mandate): Prior['level'] => {
  const delegation = scenario.delegations[place];
  if (delegation === undefined) return { shift: 0, variance: BEST };
  const chance = numbersFrom(place + 1);
  const take = (span: Span): number => span.min + Math.floor(chance() * (span.max - span.min + 1));
  const texts = commonTexts(scenario);
  const expected = texts.map((text) => plainWorth(mandate, text));
  const offs = Array.from({ length: SAMPLES }, () => {
    const raw = {
      weights: delegation.wants.map((want) => take(want.weight)),
      values: delegation.wants.map((want) => want.values.map(take)),
      pairs: pairsBy(scenario, place, mandate, take),
    };
    const sample: Mandate = { ...mandate, ...scaled(raw), raw };
    const off = texts.map((text, at) => plainWorth(sample, text) - (expected[at] ?? 0));
    return off.reduce((sum, number) => sum + number, 0) / Math.max(1, off.length);
  });
  const shift = offs.reduce((sum, off) => sum + off, 0) / SAMPLES;
  const spread = offs.reduce((sum, off) => sum + (off - shift) * (off - shift), 0) / (SAMPLES - 1);
  const points = delegation.reservation;
  return {
    shift,
    // Half of what the samples show is also in the cells.
    variance: spread / 2 + variance({ min: points.min * 100, max: points.max * 100 }),
  };
};

/** The middle mandate's pairs with each linkage's worth drawn anew: cells of one linkage share one draw. */
const pairsBy = (
  scenario: Scenario,
  place: number,
  mandate: Mandate,
  take: (span: Span) => number,
): Mandate['raw']['pairs'] => {
  const id = scenario.delegations[place]?.id;
  const pairs = [...mandate.raw.pairs];
  let at = 0;
  for (const linkage of scenario.linkages) {
    const part = linkage.worth.find((item) => item.delegation === id);
    if (part === undefined) continue;
    const worth = take(part.points);
    const count = linkage.first.options.length * linkage.second.options.length;
    for (let k = at; k < at + count; k += 1) {
      const pair = pairs[k];
      if (pair !== undefined) pairs[k] = { ...pair, worth };
    }
    at += count;
  }
  return pairs;
};

/** For each delegation a text in which it meets the others half way: by article, what most weight asks for, seen from it. */
const commonTexts = (scenario: Scenario): readonly (readonly number[])[] =>
  scenario.delegations.map((_, place) =>
    scenario.articles.map((article, k) => {
      const worth = article.options.map((__, option) =>
        scenario.delegations.reduce((sum, other, j) => {
          const want = other.wants[k];
          if (want === undefined) return sum;
          const span = want.values[option];
          const share = j === place ? 3 : 1;
          return span === undefined ? sum : sum + share * middle(want.weight) * middle(span);
        }, 0),
      );
      return worth.indexOf(Math.max(...worth));
    }),
  );

/** Numbers in [0, 1) that are the same on every machine: a Weyl sequence, mixed (splitmix32). */
const numbersFrom = (start: number): (() => number) => {
  let at = Math.imul(start, 0x9e37_79b9);
  return () => {
    at = (at + 0x9e37_79b9) | 0;
    let mixed = Math.imul(at ^ (at >>> 16), 0x21f0_aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a_2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
  };
};

const weighed = new WeakMap<Mandate, Map<string, Mandate>>();

/** The middle mandate after new instructions everybody knows of: articles weighed anew by percents. Kept: many ask. */
export const instructed = (mandate: Mandate, percents: ReadonlyMap<number, number>): Mandate => {
  const key = [...percents].map(([article, percent]) => `${article}:${percent}`).join(' ');
  const kept = weighed.get(mandate) ?? new Map<string, Mandate>();
  weighed.set(mandate, kept);
  const found = kept.get(key) ?? reweighed(mandate, percents);
  kept.set(key, found);
  return found;
};
