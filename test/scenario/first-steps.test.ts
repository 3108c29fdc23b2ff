import { describe, expect, it } from 'vitest';
import { sheetsOf, type Choice } from './sheets.ts';

/** The tutorial's numbers against what its role sheets say of them, and against what is promised to whoever plays it again. */

const { share, worth, best, feasible } = sheetsOf('first-steps', 60);
const USUAL: Choice = { SHIELD: 'named', PROOF: 'ask', HELP: 'list', PHONE: 'line' };

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
    const kept = share(
      id,
      (mandate) => worth(mandate, { ...USUAL, ...better }) > worth(mandate, { ...USUAL, ...worse }),
    );
    expect(kept).toBeGreaterThanOrEqual(0.9);
  });

  it('to Dornia is so: named hospitals are bearable with both of its wishes', () => {
    expect(share('DORN', (mandate) => worth(mandate, USUAL) > mandate.reservation)).toBeGreaterThanOrEqual(
      0.9,
    );
  });
});

it('has another best text in other games, and no text is best in two of three', () => {
  const [most = 1, ...others] = best();
  expect(feasible()).toBeGreaterThan(0.8);
  expect(others.length).toBeGreaterThanOrEqual(2);
  expect(most).toBeLessThan(0.65);
});
