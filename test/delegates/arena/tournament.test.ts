import { describe, expect, it } from 'vitest';
import {
  layTable,
  NEGOTIATORS,
  playMatch,
  seatings,
  standings,
  type ArenaDomain,
  type NegotiatorName,
} from '../../../src/delegates/arena/index.ts';
import { MORE, TWO } from './domains.ts';

const still = (): number => 0;
const play = (domains: readonly ArenaDomain[], agents: readonly NegotiatorName[]) =>
  domains.flatMap((domain) => {
    const table = layTable(domain, '1');
    return seatings(agents, table.reservations.length, domain.name).map((seats) =>
      playMatch(table, seats, 100, '1', still),
    );
  });

/** One that leaves by chance ends most companies before the others have spoken: what it shows of them is luck. */
const STEADY = NEGOTIATORS.filter((name) => name !== 'random');

describe('a tournament', () => {
  for (const [parties, domains, agents, least] of [
    ['two parties', TWO, NEGOTIATORS, 0.01],
    ['three and more', MORE, STEADY, 0.01],
  ] as const) {
    it(`of ${parties}: our negotiator has the highest mean advantage, clear of the next`, () => {
      const found = standings(agents, play(domains, agents));
      const others = agents.flatMap((name) =>
        name === 'ours' ? [] : (found[name]?.meanAdvantage ?? Infinity),
      );
      expect((found.ours?.meanAdvantage ?? 0) - Math.max(...others)).toBeGreaterThan(least);
    });

    it(`of ${parties}: against itself it always agrees, at more than .95 of the Nash optimum on the mean`, () => {
      const found = standings(['ours'], play(domains, ['ours'])).ours;
      expect(found?.agreementRate).toBe(1);
      expect(found?.meanNashShare).toBeGreaterThan(0.95);
    });
  }

  it('gives the same for the same seed', () => {
    const [domain] = TWO;
    if (domain === undefined) throw new Error('no domain');
    expect(play([domain], NEGOTIATORS)).toEqual(play([domain], NEGOTIATORS));
  });
});
