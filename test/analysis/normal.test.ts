import { describe, expect, it } from 'vitest';
import { below, density } from '../../src/analysis/index.ts';

describe('the normal distribution', () => {
  it('has the values of the tables', () => {
    // Abramowitz and Stegun 1964, table 26.1.
    const table = [
      [0, 0.5, 0.3989423],
      [0.5, 0.6914625, 0.3520653],
      [1, 0.8413447, 0.2419707],
      [1.96, 0.9750021, 0.0584409],
      [3, 0.9986501, 0.0044318],
    ] as const;
    for (const [x, chance, height] of table) {
      expect(below(x)).toBeCloseTo(chance, 6);
      expect(below(-x)).toBeCloseTo(1 - chance, 6);
      expect(density(x)).toBeCloseTo(height, 6);
    }
  });

  it('goes from 0 to 1', () => {
    expect(below(-Infinity)).toBe(0);
    expect(below(Infinity)).toBe(1);
    for (let x = -6; x < 6; x += 0.25) expect(below(x + 0.25)).toBeGreaterThan(below(x));
  });
});
