import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { below, density } from '../../src/analysis/index.ts';
import {
  chanceBetween,
  learned,
  learnedOneWay,
  learnedTogether,
  sumOf,
  type NormalBelief,
} from '../../src/delegates/normal-belief.ts';

/** Two numbers of standard deviation 2 and 1, independent. */
const two: NormalBelief = {
  mean: Float64Array.from([1, -1]),
  covariance: Float64Array.from([4, 0, 0, 1]),
};
const sum = { plus: [0], minus: [1] };

describe('what is believed of a row of numbers', () => {
  it('gives the mean and the variance of sums', () => {
    expect(sumOf(two, sum)).toEqual({ mean: 2, variance: 5 });
    expect(sumOf(two, { plus: [0, 0], minus: [] })).toEqual({ mean: 2, variance: 16 });
  });

  it('gives the chance that a sum lies between bounds', () => {
    expect(chanceBetween(two, { sum, low: 2, high: Infinity, noise: 0 })).toBeCloseTo(0.5, 6);
    expect(chanceBetween(two, { sum, low: 2 - Math.sqrt(5), high: 2 + Math.sqrt(5), noise: 0 })).toBeCloseTo(
      0.6826895,
      6,
    );
  });

  it('learns a half line as the half normal distribution has it', () => {
    const one: NormalBelief = { mean: Float64Array.from([0]), covariance: Float64Array.from([100]) };
    const told = { sum: { plus: [0], minus: [] }, low: 0, high: Infinity, noise: 0, doubt: 0 };
    const after = sumOf(learned(one, told), told.sum);
    // Half normal: mean σ√(2/π), variance σ²(1 − 2/π).
    expect(after.mean).toBeCloseTo(10 * Math.sqrt(2 / Math.PI), 4);
    expect(after.variance).toBeCloseTo(100 * (1 - 2 / Math.PI), 3);
  });

  it('shares what was learned of a sum among its parts by their variance', () => {
    const wide: NormalBelief = {
      mean: Float64Array.from([0, 0]),
      covariance: Float64Array.from([400, 0, 0, 100]),
    };
    const after = learned(wide, {
      sum: { plus: [0, 1], minus: [] },
      low: 30,
      high: Infinity,
      noise: 0,
      doubt: 0,
    });
    const [first = 0, second = 0] = after.mean;
    expect(first / second).toBeCloseTo(4, 6);
  });

  it('is moved towards what was said, never past certainty, and less by whoever may not mean it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -800, max: 800, noNaN: true }),
        fc.double({ min: 10, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (mean, deviation, noise) => {
          const before: NormalBelief = {
            mean: Float64Array.from([mean]),
            covariance: Float64Array.from([deviation * deviation]),
          };
          const told = { sum: { plus: [0], minus: [] }, low: 100, high: Infinity, noise, doubt: 0 };
          const sure = sumOf(learned(before, told), told.sum);
          const unsure = sumOf(learned(before, { ...told, doubt: 0.5 }), told.sum);
          expect(sure.mean).toBeGreaterThanOrEqual(mean - 1e-9);
          expect(unsure.mean).toBeLessThanOrEqual(sure.mean + 1e-6);
          expect(sure.variance).toBeGreaterThan(0);
          expect(sure.variance).toBeLessThanOrEqual(deviation * deviation + 1e-6);
        },
      ),
    );
  });
});

describe('words that may be meant in several ways', () => {
  const only = { plus: [0], minus: [] };
  const span = fc.double({ min: 20, max: 900, noNaN: true });
  const belief = fc
    .tuple(fc.double({ min: -800, max: 800, noNaN: true }), fc.double({ min: 10, max: 500, noNaN: true }))
    .map(([mean, deviation]): NormalBelief => ({
      mean: Float64Array.from([mean]),
      covariance: Float64Array.from([deviation * deviation]),
    }));
  const way = (high: number) => ({ low: 0, high, noise: 50, doubt: 0.05 });
  const told = (high: number) => ({ sum: only, ...way(high) });

  it('teach the same as words that can be meant in one way, if all ways are the same', () => {
    fc.assert(
      fc.property(belief, span, (before, narrow) => {
        const plain = sumOf(learned(before, told(narrow)), only);
        for (const { belief: after } of [
          learnedOneWay(before, only, [way(narrow), way(narrow)], [0.3, 0.7]),
        ]) {
          expect(sumOf(after, only).mean).toBeCloseTo(plain.mean, 6);
          expect(sumOf(after, only).variance).toBeCloseTo(plain.variance, 5);
        }
      }),
    );
  });

  it('teach something between what each way would, and how likely each way is', () => {
    fc.assert(
      fc.property(belief, span, span, (before, narrow, wide) => {
        const each = [narrow, wide].map((high) => sumOf(learned(before, told(high)), only).mean);
        const { belief: after, chances } = learnedOneWay(before, only, [way(narrow), way(wide)], [0.5, 0.5]);
        const { mean } = sumOf(after, only);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...each) - 1e-6);
        expect(mean).toBeLessThanOrEqual(Math.max(...each) + 1e-6);
        expect(chances.reduce((all, chance) => all + chance, 0)).toBeCloseTo(1, 9);
        // Of the ways that hold what was believed, the wider one was likelier to be said.
        const [first = 0, second = 0] = chances;
        expect(second - first).toBeCloseTo(Math.sign(wide - narrow) * Math.abs(second - first), 9);
      }),
    );
  });

  it('teach what integrating over all that may be so gives: the mean, and how likely each way is', () => {
    const [deviation, noise, doubt] = [300, 70, 0.05];
    for (const mean of [-200, 0, 250, 700]) {
      const before = { mean: Float64Array.from([mean]), covariance: Float64Array.from([deviation ** 2]) };
      const highs = [150, 400, 900];
      const found = learnedOneWay(
        before,
        only,
        highs.map((high) => ({ low: 60, high, noise, doubt })),
        [0.2, 0.5, 0.3],
      );
      const totals = highs.map((high, at) => {
        let [mass, moment] = [0, 0];
        for (let z = -8; z <= 8; z += 0.002) {
          const x = mean + z * deviation;
          const said = below((high - x) / noise) - below((60 - x) / noise);
          const weight = density(z) * ((1 - doubt) * said + doubt * 0.35) * ([0.2, 0.5, 0.3][at] ?? 0);
          mass += weight;
          moment += weight * x;
        }
        return { mass, moment };
      });
      const mass = totals.reduce((all, one) => all + one.mass, 0);
      const moment = totals.reduce((all, one) => all + one.moment, 0);
      expect(sumOf(found.belief, only).mean).toBeCloseTo(moment / mass, 0);
      totals.forEach((one, at) => expect(found.chances[at]).toBeCloseTo(one.mass / mass, 3));
    }
  });
});

describe('things said in one breath', () => {
  const saying = { noise: 20, idle: 0.25 };
  const sums = [
    { plus: [0], minus: [1] },
    { plus: [1], minus: [] },
  ];
  const pair = fc
    .tuple(...Array.from({ length: 4 }, () => fc.double({ min: -300, max: 300, noNaN: true })))
    .map(([a = 0, b = 0, c = 0, d = 0]): NormalBelief => ({
      mean: Float64Array.from([a, b]),
      covariance: Float64Array.from([c * c + 3600, 0, 0, d * d + 3600]),
    }));

  it('are learnt one after the other where they are meant, and not at all where they are not', () => {
    fc.assert(
      fc.property(pair, (before) => {
        const each = sums.reduce(
          (now, said) => learned(now, { sum: said, low: 0, high: Infinity, noise: saying.noise, doubt: 0 }),
          before,
        );
        const numbers = ({ mean, covariance }: NormalBelief): readonly number[] => [...mean, ...covariance];
        for (const [doubt, expected] of [
          [0, each],
          [1, before],
        ] as const)
          numbers(learnedTogether(before, sums, { ...saying, doubt })).forEach((number, at) => {
            const wanted = numbers(expected)[at] ?? Number.NaN;
            expect(Math.abs(number - wanted)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(wanted)));
          });
      }),
    );
  });

  it('are believed the less the less likely they were', () => {
    const at = (mean: number): number => {
      const before = { mean: Float64Array.from([mean]), covariance: Float64Array.from([10_000]) };
      const only = { plus: [0], minus: [] };
      const sure = learned(before, { sum: only, low: 0, high: Infinity, noise: 20, doubt: 0 });
      const after = learnedTogether(before, [only], { ...saying, doubt: 0.1 });
      return ((after.mean[0] ?? 0) - mean) / ((sure.mean[0] ?? 0) - mean);
    };
    expect(at(0)).toBeGreaterThan(at(-150));
    expect(at(-150)).toBeGreaterThan(at(-300));
  });
});
