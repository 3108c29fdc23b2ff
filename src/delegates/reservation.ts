import { below } from '../analysis/index.ts';
import { BEST, HIGHEST_RESERVATION, largest, smallest, type Scenario } from '../engine/seat.ts';
import { CONSTANT, partsOf } from './layout.ts';
import type { Model } from './models.ts';
import { sumOf, type Sum } from './normal-belief.ts';
import { priorsOf, type Prior } from './prior.ts';

/** Hundredths of a point. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The chances on either side of a stated range together: 68 % lie within. */
const OUTSIDE = 0.32;

/** Hundredths of a point in one point of the scenario's ranges. */
const POINT = 100;

/**
 * Where a delegation's value of no agreement lies: 68 % within the range, as much below it as above; hundredths of a point.
 *
 * What was learnt is put on the scenario's own range, in which every value is alike likely beforehand: so nobody is believed to lie outside
 * of it, and before a word was said its middle 68 % is stated. Public news moves both. For display only: no machine decides by it.
 */
export const reservationRange = (scenario: Scenario, place: number, model: Model): Range => {
  const prior = priorsOf(scenario)[place];
  const span = scenario.delegations[place]?.reservation;
  if (prior === undefined || span === undefined) throw new RangeError(`no delegation at ${place}`);
  const count = span.max - span.min + 1;
  const before = {
    mean: prior.mandate.reservation,
    variance: (POINT * POINT * (count * count - 1)) / 12,
  };
  const moved = model.reservation - before.mean;
  const now = learntOf(prior, before, model);
  const range = within({ low: span.min * POINT, high: span.max * POINT }, before, {
    ...now,
    mean: now.mean - moved,
  });
  return { low: held(range.low + moved), high: held(range.high + moved) };
};

/** News lifts no value above a bound of the rules, nor below 0. */
const held = (value: number): number => Math.min(HIGHEST_RESERVATION, Math.max(0, Math.round(value)));

interface Normal {
  readonly mean: number;
  readonly variance: number;
}

/**
 * Mean and variance of the value of no agreement as the belief has them; never wider than before.
 *
 * The worst text is worth 0 and the best 100, so over no agreement they are worth -r and 100 - r: what stances and answers have taught of
 * these two sums they have taught of r. Their middle is taken, for the text that looks worst looks worse than it is, and the best better.
 * Where ranges that are alike for all options leave open what the worst text is (`prior.ts`), r is learnt from what no article adds,
 * as far as the two hung together beforehand.
 */
const learntOf = (
  prior: Prior,
  before: Normal,
  { belief, layout, table, pairs, reservation }: Model,
): Normal => {
  const ends = (of: Pick<Model, 'table' | 'pairs'>): Sum => ({
    plus: [largest, smallest].flatMap((extreme) => partsOf(layout, extreme(of.table, of.pairs).text)),
    minus: [],
  });
  const atFirst = sumOf(prior.belief, ends(prior.mandate)).variance / 4;
  if (atFirst <= before.variance + ROUNDING) {
    const now = sumOf(belief, ends({ table, pairs }));
    return { mean: (BEST - now.mean) / 2, variance: Math.min(before.variance, now.variance / 4) };
  }
  const constant = { plus: [CONSTANT], minus: [] };
  const [first, now] = [sumOf(prior.belief, constant), sumOf(belief, constant)];
  const share = before.variance / first.variance;
  return {
    mean: reservation - share * (now.mean + reservation - before.mean - first.mean),
    variance: Math.min(before.variance, before.variance + share * share * (now.variance - first.variance)),
  };
};

/** Square hundredths of a point by which sums of many numbers may miss. */
const ROUNDING = 100;

/** The range of a value that is alike likely between two ends, after what turned one normal belief into another. */
const within = ({ low: from, high: to }: Range, before: Normal, now: Normal): Range => {
  const sharper = 1 / Math.max(1, now.variance) - 1 / Math.max(1, before.variance);
  // Nothing was learnt: each value is as likely as any.
  if (sharper <= 0 || to <= from) {
    const rest = ((to - from) * OUTSIDE) / 2;
    return { low: from + rest, high: to - rest };
  }
  const told = now.mean / Math.max(1, now.variance) - before.mean / Math.max(1, before.variance);
  const deviation = Math.sqrt(1 / sharper);
  // What points far out of the range leaves the end of it that lies nearest.
  const middle = Math.max(from - 3 * deviation, Math.min(to + 3 * deviation, told / sharper));
  const upTo = (value: number): number => below((value - middle) / deviation);
  const [least, most] = [upTo(from), upTo(to)];
  const quantile = (share: number): number => {
    let [low, high] = [from, to];
    while (high - low > 1) {
      const half = (low + high) / 2;
      if (upTo(half) < least + share * (most - least)) low = half;
      else high = half;
    }
    return (low + high) / 2;
  };
  return { low: quantile(OUTSIDE / 2), high: quantile(1 - OUTSIDE / 2) };
};
