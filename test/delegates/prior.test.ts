import { describe, expect, it } from 'vitest';
import { layoutOf, partsOf } from '../../src/delegates/layout.ts';
import { sumOf } from '../../src/delegates/normal-belief.ts';
import { expectedGain, priorsOf } from '../../src/delegates/prior.ts';
import { lay, open, plainWorth, type Text } from '../../src/engine/index.ts';
import { newYork } from './play.ts';

const scenario = newYork();
const layout = layoutOf(scenario);
const priors = priorsOf(scenario);

/** Texts that differ, the same on every machine. */
const texts: readonly Text[] = Array.from({ length: 12 }, (_, k) =>
  scenario.articles.map(({ options }, article) => (k * 7 + article * (k + 3)) % options.length),
);

describe('what can be expected of a delegation from the scenario alone', () => {
  it('has the worth of the mandate in the middle of all ranges', () => {
    for (const { mandate, belief } of priors)
      for (const text of texts)
        expect(expectedGain(layout, belief.mean, text)).toBeCloseTo(
          plainWorth(mandate, text) - mandate.reservation,
          // The mandate is rounded to the hundredth, option by option.
          -2,
        );
  });

  it('says how far drawn mandates lie from it: two thirds within one standard deviation', () => {
    const scores = Array.from(
      { length: 25 },
      (_, seed) => open(lay(scenario, `prior/${seed}`)).mandates,
    ).flatMap((mandates) =>
      mandates.flatMap((mandate, place) => {
        const belief = priors[place]?.belief;
        if (belief === undefined) throw new Error('no prior');
        return texts.map((text) => {
          const { mean, variance } = sumOf(belief, { plus: partsOf(layout, text), minus: [] });
          return (plainWorth(mandate, text) - mandate.reservation - mean) / Math.sqrt(variance);
        });
      }),
    );
    const within = scores.filter((score) => Math.abs(score) < 1).length / scores.length;
    expect(within).toBeGreaterThan(0.6);
    expect(within).toBeLessThan(0.76);
  });
});
