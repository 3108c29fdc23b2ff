import { largest, smallest, type Scenario } from '../engine/seat.ts';
import { CONSTANT, layoutOf, pairsOf } from './layout.ts';
import type { Mind } from './mind.ts';

/** What public news does to what is believed of a delegation: its capital weighs articles anew, or no agreement otherwise. */

/** @param percent By article: of the weight so far; 100 for no change. */
export const reweighed = (scenario: Scenario, mind: Mind, percent: readonly number[]): Mind => {
  if (percent.every((share) => share === 100)) return mind;
  const { mean, covariance } = mind.belief;
  const layout = layoutOf(scenario);
  const weights = mind.weights.map((weight, k) => (weight * (percent[k] ?? 100)) / 100);
  const diluted = total(mind.weights) / Math.max(1, total(weights));
  const before = extremes(scenario, mean);
  const factors = mean.map(() => 1);
  scenario.articles.forEach((article, k) =>
    article.options.forEach((_, option) => {
      factors[(layout.starts[k] ?? 0) + option] = ((percent[k] ?? 100) / 100) * diluted;
    }),
  );
  const after = extremes(
    scenario,
    mean.map((worth, at) => worth * (factors[at] ?? 1)),
  );
  const scale = (before.top - before.bottom) / Math.max(1, after.top - after.bottom);
  for (let at = 1; at < factors.length; at += 1) factors[at] = (factors[at] ?? 1) * scale;
  const fresh = mean.map((worth, at) => worth * (factors[at] ?? 1));
  fresh[CONSTANT] = (mean[CONSTANT] ?? 0) + before.bottom - after.bottom * scale;
  const size = mean.length;
  const spread = covariance.map(
    (much, at) => much * (factors[Math.floor(at / size)] ?? 1) * (factors[at % size] ?? 1),
  );
  return { ...mind, weights, belief: { mean: fresh, covariance: spread } };
};

const total = (all: readonly number[]): number => all.reduce((sum, weight) => sum + weight, 0);

/** Its value of no agreement moves by hundredths of a point. */
export const instructed = (mind: Mind, by: number): Mind => {
  const mean = mind.belief.mean.slice();
  mean[CONSTANT] = (mean[CONSTANT] ?? 0) - by;
  return { ...mind, moved: mind.moved + by, belief: { ...mind.belief, mean } };
};

const extremes = (
  scenario: Scenario,
  mean: Float64Array,
): { readonly top: number; readonly bottom: number } => {
  const { starts } = layoutOf(scenario);
  const table = scenario.articles.map((article, k) =>
    article.options.map((_, option) => mean[(starts[k] ?? 0) + option] ?? 0),
  );
  const pairs = pairsOf(scenario, mean);
  return { top: largest(table, pairs).worth, bottom: smallest(table, pairs).worth };
};
