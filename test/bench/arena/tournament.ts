import {
  layTable,
  playMatch,
  seatings,
  standings,
  type ArenaDomain,
  type NegotiatorName,
} from '../../../src/delegates/arena/index.ts';

const now = (): number => performance.now();

/**
 * Plays every agent in every seat against the others, and against itself, and prints what each reached.
 * @param draws How often all is played: with other chances, and for three parties and more in other companies.
 */
export const tournament = (
  title: string,
  domains: readonly ArenaDomain[],
  agents: readonly NegotiatorName[],
  rounds: number,
  draws = 1,
): void => {
  const tables = domains.map((domain) => layTable(domain, '1'));
  const matches = tables.flatMap((table) =>
    Array.from({ length: draws }, (_, draw) =>
      seatings(agents, table.reservations.length, `${table.domain.name}/${draw}`).map((seats) =>
        playMatch(table, seats, rounds, `${draw + 1}`, now),
      ),
    ).flat(),
  );
  const found = standings(agents, matches);
  console.log(`\n${title}: ${domains.length} domains, ${matches.length} negotiations, ${rounds} rounds`);
  console.log(
    '| negotiator | agreement | advantage | Nash share | distance | ms | against itself: agreement | Nash share |',
  );
  for (const agent of agents) {
    const own = found[agent];
    const alone = standings(
      [agent],
      tables.map((table) =>
        playMatch(
          table,
          table.reservations.map(() => agent),
          rounds,
          '1',
          now,
        ),
      ),
    )[agent];
    if (own === undefined || alone === undefined) continue;
    const cells = [
      own.agreementRate,
      own.meanAdvantage,
      own.meanNashShare,
      own.meanParetoDistance,
      own.millisecondsPerNegotiation,
      alone.agreementRate,
      alone.meanNashShare,
    ];
    console.log(`| ${agent} | ${cells.map((cell) => cell.toFixed(3)).join(' | ')} |`);
  }
};
