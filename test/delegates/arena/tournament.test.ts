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
import { domainOf, MORE, TWO } from './domains.ts';

const still = (): number => 0;
const play = (domains: readonly ArenaDomain[], agents: readonly NegotiatorName[], draws = 1) =>
  domains.flatMap((domain) => {
    const table = layTable(domain, '1');
    return Array.from({ length: draws }, (_, draw) =>
      seatings(agents, table.reservations.length, `${domain.name}/${draw}`).map((seats) =>
        playMatch(table, seats, 100, `${draw + 1}`, still),
      ),
    ).flat();
  });

/** Who is easily at a table of several: nobody who leaves by chance, nobody who waits for the slowest. */
const STOCK: readonly NegotiatorName[] = ['ours', 'boulware', 'linear', 'conceder', 'tit-for-tat', 'micro'];

/** By how much our figure is above those of the others, and the others' names. */
const leads = (
  domains: readonly ArenaDomain[],
  agents: readonly NegotiatorName[],
  figure: 'meanAdvantage' | 'meanNashShare' = 'meanAdvantage',
  draws = 1,
) => {
  const found = standings(agents, play(domains, agents, draws));
  const own = found.ours?.[figure] ?? 0;
  return new Map(
    agents.flatMap((name): [NegotiatorName, number][] =>
      name === 'ours' ? [] : [[name, own - (found[name]?.[figure] ?? 1)]],
    ),
  );
};

describe('a tournament', () => {
  it('of two parties: our negotiator has the highest mean advantage, clear of the next', () => {
    expect(Math.min(...leads(TWO, NEGOTIATORS).values())).toBeGreaterThan(0.01);
  });

  it('of three to five: our negotiator has the highest mean advantage and Nash share', () => {
    // The larger domains take minutes: they are measured by the bench.
    const few = MORE.filter(({ problem }) => problem.parties.length <= 5);
    const all = NEGOTIATORS.filter((name) => name !== 'random');
    expect(Math.min(...leads(few, all, 'meanAdvantage', 5).values())).toBeGreaterThan(0.005);
    expect(Math.min(...leads(few, all, 'meanNashShare', 5).values())).toBeGreaterThan(0.005);
    expect(Math.min(...leads(few, STOCK, 'meanNashShare', 5).values())).toBeGreaterThan(0.005);
  });

  it('of two parties: our negotiator has the highest mean Nash share too', () => {
    expect(Math.min(...leads(TWO, NEGOTIATORS, 'meanNashShare').values())).toBeGreaterThan(0.01);
  });

  for (const [parties, domains] of [
    ['two parties', TWO],
    ['three and more', MORE],
  ] as const) {
    it(`of ${parties}: against itself it always agrees, at more than .95 of the Nash optimum on the mean`, () => {
      const found = standings(['ours'], play(domains, ['ours'])).ours;
      expect(found?.agreementRate).toBe(1);
      expect(found?.meanNashShare).toBeGreaterThan(0.95);
    });
  }

  it('divides a cake: where less than half is worse than nothing, half is found', () => {
    for (const slices of [3, 5, 11]) {
      const mine = Array.from({ length: slices }, (_, k) => (slices - 1 - k) / (slices - 1));
      const cake = domainOf('cake', [[mine], [mine.toReversed()]], [0.25, 0.25]);
      const found = standings(NEGOTIATORS, play([cake], ['ours', 'boulware'])).ours;
      expect(found?.agreementRate).toBe(1);
    }
  });

  it('gives the same for the same seed', () => {
    const [domain] = TWO;
    if (domain === undefined) throw new Error('no domain');
    expect(play([domain], NEGOTIATORS)).toEqual(play([domain], NEGOTIATORS));
  });
});
