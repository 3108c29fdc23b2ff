import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chairsText } from '../../src/delegates/chair.ts';
import { chanceToCarry } from '../../src/delegates/mediation.ts';
import { joins, modelsOf } from '../../src/delegates/models.ts';
import { carried, THRESHOLDS, type Text } from '../../src/engine/seat.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { play } from './play.ts';

const { scenario } = readScenario(readFileSync('scenarios/crime-convention.yaml', 'utf8'));
if (scenario === undefined) throw new Error('crime-convention has faults');
const games = [1, 2, 3, 4, 5, 6, 7, 8].map((k) => play(scenario, `1/${k}`, { strength: 'hard' }));

describe('a text before a vote', () => {
  it('carries with the chance that all ways of voting add up to', () => {
    const late = games[0]?.turns.findLast(({ command }) => command.kind === 'put');
    if (late === undefined) throw new Error('nothing was put');
    const models = modelsOf(scenario, late.view);
    fc.assert(
      fc.property(
        fc.tuple(...scenario.articles.map(({ options }) => fc.nat({ max: options.length - 1 }))),
        fc.constantFrom(...THRESHOLDS),
        (text, threshold) => {
          const chances = models.map((model) => joins(model, text));
          let sum = 0;
          for (let ways = 0; ways < 2 ** chances.length; ways += 1) {
            let [chance, yes] = [1, 0];
            chances.forEach((one, place) => {
              const says = Math.floor(ways / 2 ** place) % 2 === 1;
              chance *= says ? one : 1 - one;
              yes += Number(says);
            });
            if (carried(threshold, yes, chances.length - yes)) sum += chance;
          }
          expect(chanceToCarry(models, text, threshold)).toBeCloseTo(sum, 9);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe('the Chair, where a vote may follow', () => {
  const decisions = games.map(({ turns }) =>
    turns.flatMap(({ command, view }) =>
      command.kind === 'put' && command.amendment === undefined ? [{ command, view }] : [],
    ),
  );

  it('tries consensus as often as the procedure allows before it asks for a vote', () => {
    const voted = decisions.filter((put) => put.some(({ command }) => command.method === 'vote'));
    expect(voted.length).toBeGreaterThan(0);
    for (const put of voted)
      expect(put.map(({ command }) => command.method)).toEqual([
        ...Array.from({ length: scenario.procedure.textsPerDecision - 1 }, () => 'consensus'),
        'vote',
      ]);
  });

  it('puts no text twice by consensus', () => {
    for (const put of decisions) {
      const texts = put
        .filter(({ command }) => command.method !== 'vote')
        .map(({ command }) => command.text.join());
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('puts to the vote a new text that is as likely to carry as not, or the likeliest of all', () => {
    const votes = decisions.flatMap((put) => put.filter(({ command }) => command.method === 'vote'));
    const looked = votes.map(({ command, view }) => {
      const chance = (text: Text): number =>
        chanceToCarry(modelsOf(scenario, view), text, scenario.procedure.threshold);
      return {
        next: (() => {
          const next = chairsText(scenario, view);
          return next === undefined ? 0 : chance(next);
        })(),
        isNew: view.tried.every(({ text }) => text.join() !== command.text.join()),
        chance: chance(command.text),
        failed: Math.max(...view.tried.map(({ text }) => chance(text))),
      };
    });
    for (const { next, isNew, chance, failed } of looked)
      expect(isNew ? chance >= 0.5 || chance >= failed : chance === failed && next < 0.5).toBe(true);
    // Both happen, and a new one also where what failed would be surer.
    expect(looked.some(({ isNew }) => !isNew)).toBe(true);
    expect(looked.some(({ isNew, chance, failed }) => isNew && chance < failed)).toBe(true);
  });
});
