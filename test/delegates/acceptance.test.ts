import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { acceptance, haggles } from '../../src/delegates/acceptance.ts';
import { STRENGTHS, type Strength } from '../../src/delegates/index.ts';
import { readRight } from '../fixtures/index.ts';
import { askedIn, type Asked } from './asking.ts';

const taken = (asked: readonly Asked[]): number =>
  asked.filter(({ answer }) => answer === 'accept').length / Math.max(1, asked.length);
/** Mean square of what was said less what came (Brier 1950). */
const off = (asked: readonly Asked[], said: (one: Asked) => number): number =>
  asked.reduce((sum, one) => sum + (said(one) - (one.answer === 'accept' ? 1 : 0)) ** 2, 0) / asked.length;

describe('the chance shown that a package is taken', () => {
  it('grows with what the package seems worth, never to certainty, and a hard delegation wants more', () => {
    const doubt = 80;
    for (const strength of STRENGTHS)
      for (let worth = -300; worth < 500; worth += 20) {
        const [less, more] = [acceptance(worth, doubt, strength), acceptance(worth + 20, doubt, strength)];
        expect(more > less || (more === less && (more === 0.02 || less === 0.98))).toBe(true);
      }
    for (let worth = 0; worth < 200; worth += 20)
      expect(acceptance(worth, doubt, 'hard')).toBeLessThan(acceptance(worth, doubt, 'seasoned'));
  });

  it('is nothing strange where there is no doubt', () => {
    expect(acceptance(-50, 0, 'seasoned')).toBe(0.02);
    expect(acceptance(50, 0, 'seasoned')).toBe(0.98);
  });

  const class45 = readRight(readFileSync('scenarios/class-45.yaml', 'utf8'));
  const games = new Map<Strength, readonly Asked[]>();
  const askedOf = (strength: Strength): readonly Asked[] => {
    const asked =
      games.get(strength) ??
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].flatMap((seed) => askedIn(class45, strength, `acceptance/${seed}`));
    games.set(strength, asked);
    return asked;
  };

  it.each(STRENGTHS)('is near what %s delegates do', (strength) => {
    const asked = askedOf(strength);
    expect(asked.length).toBeGreaterThan(50);
    const base = taken(asked);
    const said = asked.reduce((sum, one) => sum + one.said, 0) / asked.length;
    expect(Math.abs(said - base)).toBeLessThan(0.1);
    expect(off(asked, (one) => one.said)).toBeLessThan(
      off(asked, () => base) * (strength === 'hard' ? 1.1 : 0.8),
    );
  });

  it.each(['gentle', 'seasoned'] as const)(
    'is told well enough apart for %s ones to go by it',
    (strength) => {
      const asked = askedOf(strength);
      expect(taken(asked.filter(({ said }) => said < 0.25))).toBeLessThan(0.4);
      expect(taken(asked.filter(({ said }) => said >= 0.75))).toBeGreaterThan(0.8);
    },
  );

  it('hard ones ask for more, as is shown of them', () => {
    expect(STRENGTHS.filter(haggles)).toEqual(['hard']);
    const answers = askedOf('hard').map(({ answer }) => answer);
    expect(answers.filter((answer) => answer === 'offer').length).toBeGreaterThan(answers.length / 2);
  });
});
