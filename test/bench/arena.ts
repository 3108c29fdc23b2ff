import {
  layTable,
  NEGOTIATORS,
  playMatch,
  seatings,
  standings,
  type ArenaDomain,
  type NegotiatorName,
} from '../../src/delegates/arena/index.ts';
import { MORE, TWO } from '../delegates/arena/domains.ts';

/** npm run bench -- arena: every negotiator against every other on the domains of test/delegates/arena; the tables of docs/arena.md. */
const now = (): number => performance.now();

const print = (title: string, domains: readonly ArenaDomain[], agents: readonly NegotiatorName[]): void => {
  const tables = domains.map((domain) => layTable(domain, '1'));
  const matches = tables.flatMap((table) =>
    seatings(agents, table.reservations.length, table.domain.name).map((seats) =>
      playMatch(table, seats, 100, '1', now),
    ),
  );
  const found = standings(agents, matches);
  console.log(`\n${title}: ${domains.length} domains, ${matches.length} negotiations, 100 rounds`);
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
          100,
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

const steady = NEGOTIATORS.filter((name) => name !== 'random');
print('two parties', TWO, NEGOTIATORS);
print('three to seven parties', MORE, steady);
print('three to seven parties, with random', MORE, NEGOTIATORS);
