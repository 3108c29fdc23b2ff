import { describe, expect, it } from 'vitest';
import { believe } from '../../src/delegates/index.ts';
import { CONSTANT } from '../../src/delegates/layout.ts';
import { modelsOf, type Model } from '../../src/delegates/models.ts';
import { learned } from '../../src/delegates/normal-belief.ts';
import { reservationRange } from '../../src/delegates/reservation.ts';
import { BEST, evolve, lay, largest, open, smallest, view } from '../../src/engine/index.ts';
import { agentNamed, playMachines } from '../../src/trial/machines.ts';
import { tiny } from '../fixtures/index.ts';

const scenario = tiny;
const laid = lay(scenario, 'reservations');
const atFirst = modelsOf(scenario, view(laid, open(laid), 'observer'));
/** The scenario's range, moved by what news has come. */
const spanOf = (place: number, { reservation }: Model) => {
  const span = scenario.delegations[place]?.reservation;
  if (span === undefined) throw new Error('no such seat');
  const moved = reservation - 50 * (span.min + span.max);
  return { from: span.min * 100 + moved, to: span.max * 100 + moved };
};
const modelAt = (models: readonly Model[], place: number): Model => {
  const model = models[place];
  if (model === undefined) throw new Error('no such seat');
  return model;
};

/** What was heard of a delegation as its belief has it, somebody having said so much of what no text gives it. */
const told = (model: Model, low: number, high: number): Model => ({
  ...model,
  belief: learned(model.belief, {
    sum: { plus: [CONSTANT], minus: [] },
    low,
    high,
    noise: 0,
    doubt: 0,
  }),
});

/** Places in the row of an option's worth, counted here. */
const placesOf = (text: readonly number[]): number[] => {
  let start = 1;
  return text.map((option, article) => {
    const at = start + option;
    start += scenario.articles[article]?.options.length ?? 0;
    return at;
  });
};

describe('the range of a value of no agreement', () => {
  it('is the middle 68 % of what the scenario allows before a word was said', () => {
    atFirst.forEach((model, place) => {
      const { from, to } = spanOf(place, model);
      const { low, high } = reservationRange(scenario, place, model);
      expect(low).toBeCloseTo(from + 0.16 * (to - from), -1);
      expect(high).toBeCloseTo(to - 0.16 * (to - from), -1);
    });
  });

  it('is higher for whoever is heard to gain less, and narrower, and never outside of what the scenario allows', () => {
    atFirst.forEach((model, place) => {
      const usual = model.belief.mean[CONSTANT] ?? 0;
      const { from, to } = spanOf(place, model);
      const before = reservationRange(scenario, place, model);
      const poorer = reservationRange(scenario, place, told(model, -Infinity, usual - 200));
      const richer = reservationRange(scenario, place, told(model, usual + 200, Infinity));
      expect(poorer.low).toBeGreaterThan(before.low);
      expect(richer.high).toBeLessThan(before.high);
      for (const range of [poorer, richer])
        expect(range.high - range.low).toBeLessThan(before.high - before.low);
      const absurd = [told(model, -Infinity, usual - 5_000), told(model, usual + 5_000, Infinity)];
      for (const one of [poorer, richer, ...absurd.map((odd) => reservationRange(scenario, place, odd))]) {
        expect(one.low).toBeGreaterThanOrEqual(from);
        expect(one.high).toBeLessThanOrEqual(to);
      }
    });
  });

  it('moves with public news by as much as the value does', () => {
    const model = told(modelAt(atFirst, 0), 0, Infinity);
    const mean = model.belief.mean.slice();
    mean[CONSTANT] = (mean[CONSTANT] ?? 0) - 300;
    const before = reservationRange(scenario, 0, model);
    const after = reservationRange(scenario, 0, {
      ...model,
      reservation: model.reservation + 300,
      belief: { ...model.belief, mean },
    });
    expect(after).toEqual({ low: before.low + 300, high: before.high + 300 });
  });

  it('is never stated above what the rules let news lift it to', () => {
    const model = modelAt(atFirst, 0);
    const range = reservationRange(scenario, 0, { ...model, reservation: model.reservation + BEST });
    expect(range).toEqual({ low: 9_500, high: 9_500 });
  });

  it('is what Bayes makes of the range and of what the worst and the best text are believed to bring, value by value', () => {
    const game = playMachines(
      laid,
      new Map(scenario.delegations.map(({ id }) => [id, agentNamed(scenario, 'seasoned', id)])),
    );
    let state = open(game.table);
    for (const event of game.moves.flatMap(({ events }) => events).filter(({ kind }) => kind !== 'closed'))
      state = evolve(game.table, state, event);
    const models = modelsOf(scenario, view(game.table, state, 'observer'));
    const believed = believe(scenario, view(game.table, state, 'observer'));
    models.forEach((model, place) => {
      const { mean, covariance } = model.belief;
      const size = mean.length;
      if (model.pairs.length > 0) return;
      const texts = [largest(model.table, []).text, smallest(model.table, []).text];
      const row = new Float64Array(size);
      row[CONSTANT] = 2;
      for (const at of texts.flatMap(placesOf)) row[at] = (row[at] ?? 0) + 1;
      const sum = row.reduce((total, times, at) => total + times * (mean[at] ?? 0), 0);
      let variance = 0;
      row.forEach((a, i) => row.forEach((b, j) => (variance += a * b * (covariance[i * size + j] ?? 0))));
      const { from, to } = spanOf(place, model);
      const points = (to - from) / 100 + 1;
      const first = { mean: (from + to) / 2, variance: (10_000 * (points * points - 1)) / 12 };
      const now = { mean: (BEST - sum) / 2, variance: Math.min(first.variance, variance / 4) };
      // The normal belief over its own prior is the likelihood; every value in the range was alike likely.
      const weights = Array.from({ length: to - from + 1 }, (_, k) => {
        const value = from + k;
        const log = (of: typeof now): number => -((value - of.mean) ** 2) / (2 * of.variance);
        return Math.exp(log(now) - log(first));
      });
      const total = weights.reduce((all, weight) => all + weight, 0);
      const upTo = (share: number): number => {
        let reached = 0;
        return from + weights.findIndex((weight) => (reached += weight) >= share * total);
      };
      const range = believed[place]?.reservation;
      expect(Math.abs((range?.low ?? Number.NaN) - upTo(0.16))).toBeLessThan(20);
      expect(Math.abs((range?.high ?? Number.NaN) - upTo(0.84))).toBeLessThan(20);
    });
    expect(models.some(({ pairs }) => pairs.length === 0)).toBe(true);
  });
});
