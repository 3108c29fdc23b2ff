import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, ln, lnWhole, logistic } from '../../src/analysis/index.ts';

const EPS = Number.EPSILON;

describe('the logarithm that is the same everywhere', () => {
  it('has the digits of the tables', () => {
    expect(ln(1)).toBe(0);
    expect(ln(2)).toBe(Math.LN2);
    expect(ln(10)).toBe(Math.LN10);
    expect(ln(0)).toBe(-Infinity);
    expect(ln(-1)).toBeNaN();
    expect(ln(Infinity)).toBe(Infinity);
  });
  it('is within two units in the last place of the machine’s own', () => {
    fc.assert(
      fc.property(fc.double({ min: 5e-324, max: 1.7e308, noNaN: true }), (x) => {
        const mine = ln(x);
        const theirs = Math.log(x);
        expect(Math.abs(mine - theirs)).toBeLessThanOrEqual(2 * EPS * Math.max(Math.abs(theirs), 1e-300));
      }),
      { numRuns: 5000 },
    );
  });
  it('of a whole number is the same from the table', () => {
    for (const n of [0, 1, 7, 10_000, 20_000, 20_001, 1e9]) expect(lnWhole(n)).toBe(ln(n));
  });
});

describe('the exponential that is the same everywhere', () => {
  it('has the digits of the tables', () => {
    expect(exp(0)).toBe(1);
    expect(exp(1)).toBeCloseTo(Math.E, 14);
    expect(exp(-1)).toBeCloseTo(1 / Math.E, 15);
    expect(exp(-1000)).toBe(0);
    expect(exp(1000)).toBe(Infinity);
    expect(exp(NaN)).toBeNaN();
  });
  it('is within two units in the last place of the machine’s own', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => {
        const theirs = Math.exp(x);
        expect(Math.abs(exp(x) - theirs)).toBeLessThanOrEqual(2 * EPS * theirs);
      }),
      { numRuns: 5000 },
    );
  });
  it('makes chances between 0 and 1 that mirror each other', () => {
    expect(logistic(0)).toBe(0.5);
    fc.assert(
      fc.property(fc.double({ min: -800, max: 800, noNaN: true }), (x) => {
        expect(logistic(x)).toBeGreaterThanOrEqual(0);
        expect(logistic(x)).toBeLessThanOrEqual(1);
        expect(Math.abs(logistic(x) + logistic(-x) - 1)).toBeLessThanOrEqual(2 * EPS);
      }),
    );
  });
});
