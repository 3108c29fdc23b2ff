/**
 * Natural logarithm from additions, multiplications and divisions alone, so that it is the same to the last bit on every
 * machine (`Math.log` is not: ECMAScript leaves it to the implementation). Error below 2 units in the last place.
 */

/** ln 2 in two parts: the first has so few digits that its product with an exponent is exact. */
const LN2_HIGH = 0.69314718036912381649;
const LN2_LOW = 1.90821492927058770002e-10;
const HALF_ROOT = Math.SQRT1_2;

/** `1/3, 1/5, …` of the series `ln m = 2 (s + s³/3 + s⁵/5 + …)`, `s = (m − 1)/(m + 1)`. */
const TERMS = [23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3].map((odd) => 1 / odd);

/** Natural logarithm. `-Infinity` for 0, `NaN` below. */
export const ln = (x: number): number => {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let mantissa = x;
  let exponent = 0;
  while (mantissa >= 4_294_967_296) {
    mantissa /= 4_294_967_296;
    exponent += 32;
  }
  while (mantissa < 1 / 4_294_967_296) {
    mantissa *= 4_294_967_296;
    exponent -= 32;
  }
  while (mantissa >= 2 * HALF_ROOT) {
    mantissa /= 2;
    exponent += 1;
  }
  while (mantissa < HALF_ROOT) {
    mantissa *= 2;
    exponent -= 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let tail = 0;
  for (const term of TERMS) tail = (tail + term) * square;
  return exponent * LN2_HIGH + (2 * s + (2 * s * tail + exponent * LN2_LOW));
};

const KNOWN = 20_001;
let table: Float64Array | undefined;

/** `ln` of a whole number, from a table where it is small: gains in hundredths of a point are. */
export const lnWhole = (n: number): number => {
  table ??= Float64Array.from({ length: KNOWN }, (_, k) => ln(k));
  return n < KNOWN && n >= 0 ? (table[n] ?? ln(n)) : ln(n);
};
