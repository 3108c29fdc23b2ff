import { exp } from './exp.ts';
import { ln } from './ln.ts';

/** n-th root of the product of gains; 0 if somebody gains nothing or loses. 1 for nobody. */
export const geometricMean = (gains: readonly number[]): number => {
  if (gains.some((gain) => gain <= 0)) return 0;
  return gains.length === 0 ? 1 : exp(gains.reduce((sum, gain) => sum + ln(gain), 0) / gains.length);
};

/**
 * Nash share: geometric mean of all parties' gains over their reservation values, divided by the same at the best feasible
 * text. 0 to 1 for a text; more is possible if what was traded beside the text helped all. Where even the best leaves
 * somebody with nothing it cannot tell texts apart: 1 if nobody loses and somebody gains, as far as anybody could; 0 otherwise, and so
 * for no agreement.
 */
export const nashShare = (gains: readonly number[], best: readonly number[]): number => {
  const most = geometricMean(best);
  if (most === 0) {
    const gained = gains.some((gain) => gain > 0) || !best.some((gain) => gain > 0);
    return gained && gains.every((gain) => gain >= 0) ? 1 : 0;
  }
  const share = geometricMean(gains) / most;
  // Rounding of root and power: the best itself is 1.
  return Math.abs(share - 1) < 1e-12 ? 1 : share;
};
