import { describe, expect, it } from 'vitest';
import { Consents } from '../../../src/delegates/arena/consent.ts';

/** Outcomes are told apart by how much everybody likes them, in tenths. */
const among = (parties: number, seat = 0): Consents =>
  new Consents(parties, seat, (_, outcome) => outcome / 10);

describe('what several others have said yes and no to', () => {
  it('is known by who let an offer pass and who put another in its place', () => {
    const consents = among(4);
    // The first offers what all like by .5: the second lets it pass, the third does not.
    consents.offered(0, 5);
    consents.offered(2, 9);
    consents.reckon();
    const alone = among(4);
    alone.offered(0, 5);
    alone.reckon();
    // From its own seat on: the second, the third, the fourth, of whom the last has not been asked.
    const [second, third] = [consents.chance(5, 2), consents.chance(5, 3) / consents.chance(5, 2)];
    expect(second).toBeGreaterThan(0.5);
    expect(third).toBeLessThan(0.5);
    expect(alone.chance(5, 2)).toBeLessThan(0.1);
  });

  it('tells of every yes, but not of its own', () => {
    const told: (readonly [number, number])[] = [];
    const consents = new Consents(
      4,
      1,
      () => 0.5,
      (by, outcome) => told.push([by, outcome]),
    );
    consents.offered(0, 5);
    consents.offered(3, 7);
    consents.offered(3, 8);
    consents.offered(1, 6);
    expect(told).toEqual([
      [2, 5],
      [0, 7],
      [2, 7],
      [0, 8],
    ]);
  });

  it('goes by the latest answers: who has begun to say yes is reckoned with', () => {
    const consents = among(3);
    const chances: number[] = [];
    for (let time = 0; time < 4; time += 1) {
      consents.offered(0, 5);
      consents.offered(1, 9);
      consents.reckon();
      chances.push(consents.chance(5, 2));
    }
    for (let time = 0; time < 5; time += 1) {
      consents.offered(0, 5);
      consents.offered(2, 9);
      consents.reckon();
      chances.push(consents.chance(5, 2));
    }
    expect(chances.slice(0, 4).every((chance) => chance < 0.2)).toBe(true);
    expect(chances.at(-1)).toBeGreaterThan(0.8);
  });

  it('is a chance, more where an outcome is liked more, and certain where nobody is left to ask', () => {
    const consents = among(5, 2);
    for (const [by, outcome] of [
      [0, 7],
      [1, 6],
      [4, 8],
      [2, 3],
      [0, 5],
    ] as const)
      consents.offered(by, outcome);
    consents.reckon();
    const chances = Array.from({ length: 11 }, (_, outcome) => consents.chance(outcome, 2));
    expect(chances.every((chance, k) => chance > 0 && chance < 1 && chance > (chances[k - 1] ?? 0))).toBe(
      true,
    );
    expect(consents.chance(4, 3)).toBe(1);
  });
});
