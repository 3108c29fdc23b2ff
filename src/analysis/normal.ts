import { exp } from './exp.ts';

/** The normal distribution, from additions, multiplications, divisions and square roots: the same on every machine. */

const ROOT_TWO_PI = 2.5066282746310002;

/** Density of the standard normal distribution. */
export const density = (x: number): number => exp((-x * x) / 2) / ROOT_TWO_PI;

/**
 * Chance, 0 to 1, that a standard normal number is below `x`. Error below 1e-7 (Abramowitz and Stegun 1964, 26.2.17).
 * `-Infinity` gives 0, `Infinity` 1.
 */
export const below = (x: number): number => {
  if (x === Infinity) return 1;
  if (x === -Infinity) return 0;
  const size = Math.abs(x);
  const t = 1 / (1 + 0.2316419 * size);
  const tail =
    density(size) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x >= 0 ? 1 - tail : tail;
};
