import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nash, problemOf } from '../../src/analysis/index.ts';
import { lay, open, plainWorth, type Mandate } from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';

/** The tutorial's numbers against what its role sheets say of them, and against what is promised to whoever plays it again. */

const { scenario } = readScenario(readFileSync('scenarios/first-steps.yaml', 'utf8'));
if (scenario === undefined) throw new Error('first-steps cannot be read');
const draws = Array.from({ length: 60 }, (_, k) => open(lay(scenario, `sheet/${k}`)).mandates);

type Choice = Readonly<Record<string, string>>;
const USUAL: Choice = { SHIELD: 'named', PROOF: 'ask', HELP: 'list', PHONE: 'line' };
const textOf = (choice: Choice): readonly number[] =>
  scenario.articles.map(({ id, options }) =>
    options.findIndex((option) => option.id === { ...USUAL, ...choice }[id]),
  );
const mandateOf = (mandates: readonly Mandate[], id: string): Mandate => {
  const found = mandates[scenario.delegations.findIndex((one) => one.id === id)];
  if (found === undefined) throw new Error(`no seat ${id}`);
  return found;
};

describe('what a role sheet says', () => {
  it.each([
    ['AURA', 'evidence from whoever accuses', { PROOF: 'show' }, { PROOF: 'ask' }],
    ['AURA', 'a common fund hurts', { HELP: 'list' }, { HELP: 'fund' }],
    ['AURA', 'the secret: a line day and night is worth something', { PHONE: 'line' }, { PHONE: 'book' }],
    ['SELL', 'hospitals are named, with money', { HELP: 'fund' }, { SHIELD: 'care', HELP: 'fund' }],
    ['SELL', 'money to defend them', { HELP: 'fund' }, { HELP: 'list' }],
    ['DORN', 'nobody accuses before asking', { PROOF: 'ask' }, { PROOF: 'show' }],
    ['DORN', 'a line that is always answered', { PHONE: 'line' }, { PHONE: 'book' }],
  ] as const)('to %s is so in nine games of ten: %s', (id, _, better, worse) => {
    const kept = draws.filter((mandates) => {
      const mandate = mandateOf(mandates, id);
      return plainWorth(mandate, textOf(better)) > plainWorth(mandate, textOf(worse));
    });
    expect(kept.length).toBeGreaterThanOrEqual(0.9 * draws.length);
  });

  it('to Dornia is so: named hospitals are bearable with both of its wishes', () => {
    const kept = draws.filter((mandates) => {
      const mandate = mandateOf(mandates, 'DORN');
      return plainWorth(mandate, textOf({})) > mandate.reservation;
    });
    expect(kept.length).toBeGreaterThanOrEqual(0.9 * draws.length);
  });
});

it('has another best text in other games, and no text is best in two of three', () => {
  const best = draws.flatMap((mandates) => nash(problemOf(scenario, mandates))?.text.join() ?? []);
  const kinds = [...new Set(best)];
  const counts = kinds.map((kind) => best.filter((text) => text === kind).length);
  expect(best.length).toBeGreaterThan(0.8 * draws.length);
  expect(kinds.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...counts)).toBeLessThan(0.65 * best.length);
});
