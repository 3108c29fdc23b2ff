/**
 * Exponential and logistic function from additions, multiplications and divisions alone: the same to the last bit on every
 * machine, as `Math.exp` is not. Error of `exp` below 2 units in the last place.
 */

const LN2_HIGH = 0.69314718036912381649;
const LN2_LOW = 1.90821492927058770002e-10;

/** `1/14!, 1/13!, …, 1/1!`: Taylor coefficients, the smallest first. */
const COEFFICIENTS: readonly number[] = (() => {
  const found: number[] = [];
  let factorial = 1;
  for (let k = 1; k <= 14; k += 1) {
    factorial *= k;
    found.unshift(1 / factorial);
  }
  return found;
})();

/** eˣ. 0 below −745, `Infinity` above 709.78. */
export const exp = (x: number): number => {
  if (Number.isNaN(x)) return NaN;
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  const doublings = Math.round(x / (LN2_HIGH + LN2_LOW));
  const rest = x - doublings * LN2_HIGH - doublings * LN2_LOW;
  let sum = 0;
  for (const coefficient of COEFFICIENTS) sum = (sum + coefficient) * rest;
  let power = 1 + sum;
  for (let k = doublings; k > 0; k -= 1) power *= 2;
  for (let k = doublings; k < 0; k += 1) power /= 2;
  return power;
};

/** `1 / (1 + e⁻ˣ)`: a chance between 0 and 1, 0.5 at 0. */
export const logistic = (x: number): number => {
  if (x >= 0) return 1 / (1 + exp(-x));
  const small = exp(x);
  return small / (1 + small);
};
