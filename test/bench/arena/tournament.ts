import {
  layTable,
  playMatch,
  seatings,
  standings,
  type ArenaDomain,
  type Match,
  type NegotiatorName,
} from '../../../src/delegates/arena/index.ts';
import { interval } from '../delegates/common.ts';

const now = (): number => performance.now();

/**
 * Plays every agent against the others (of two, in both seats; of more, in the free seat of the same companies), and against itself, and
 * prints what each reached.
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
      tables.map((table) => {
        const seats = table.reservations.map((_, seat) => seat);
        return playMatch(table, { agents: seats.map(() => agent), judged: seats }, rounds, '1', now);
      }),
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
  if (matches.every(({ judged }) => judged.length === 1)) lead(agents, matches);
};

/** Ours against the best of the others, company by company. */
const lead = (agents: readonly NegotiatorName[], matches: readonly Match[]): void => {
  const companies = Array.from({ length: matches.length / agents.length }, (_, k) =>
    matches.slice(k * agents.length, (k + 1) * agents.length),
  );
  const own = agents.indexOf('ours');
  const figures = [
    ['advantage', ({ advantages, judged }: Match) => advantages[judged[0] ?? 0] ?? 0],
    ['Nash share', ({ nashShare }: Match) => nashShare ?? 0],
  ] as const;
  for (const [name, figure] of figures) {
    const over = agents
      .map((agent, k) => ({
        agent,
        ...interval(
          companies.map((company) => {
            const [mine, theirs] = [company[own], company[k]];
            return mine === undefined || theirs === undefined ? 0 : figure(mine) - figure(theirs);
          }),
        ),
      }))
      .filter(({ agent }) => agent !== 'ours')
      .toSorted((one, other) => one.mean - other.mean)[0];
    if (over !== undefined)
      console.log(
        `${name}, ours over the next (${over.agent}) in the same companies: ${over.mean.toFixed(3)} ± ${over.half.toFixed(3)} (95 %)`,
      );
  }
};
