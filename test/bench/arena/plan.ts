import { seatings, type ArenaDomain, type NegotiatorName } from '../../../src/delegates/arena/index.ts';

/** What two programs are given to play, so that their figures can be laid side by side: the same domains, the same tables. */

export interface PlannedTable {
  /** By seat. */
  readonly agents: readonly NegotiatorName[];
  /** Tells apart the times that the same table is played; agents that draw take their chance from it. */
  readonly time: number;
}

export interface PlannedDomain {
  readonly name: string;
  /** Utilities: [party][issue][value]; an outcome is worth the sum. */
  readonly utilities: readonly (readonly (readonly number[])[])[];
  readonly reservations: readonly number[];
  readonly tables: readonly PlannedTable[];
}

export interface Plan {
  readonly rounds: number;
  readonly domains: readonly PlannedDomain[];
}

/** How often a table at which somebody draws by chance is played. */
const TIMES = 5;

/** Who of the baselines can be compared: the other program's hybrid cannot sit with two others (it fails with an error). */
const comparable = (parties: number): readonly NegotiatorName[] => [
  'boulware',
  'linear',
  'conceder',
  'tit-for-tat',
  'micro',
  ...(parties === 2 ? (['hybrid'] as const) : []),
  'random',
];

const draws = (agent: NegotiatorName): boolean => agent === 'random' || agent === 'micro';

/** Two parties: all ordered pairs. More: the companies of a tournament, without `random`, and tables of one kind. */
const tablesOf = (parties: number, name: string): readonly PlannedTable[] => {
  const agents = comparable(parties);
  const steady = agents.filter((agent) => agent !== 'random');
  const seated =
    parties === 2
      ? seatings(agents, 2, name)
      : [...seatings(steady, parties, name), ...agents.flatMap((agent) => seatings([agent], parties, name))];
  return seated.flatMap(({ agents: table }) =>
    Array.from({ length: table.some(draws) ? TIMES : 1 }, (_, time) => ({ agents: table, time })),
  );
};

/** @param domains Additive ones: pair terms are not carried over. */
export const planOf = (domains: readonly ArenaDomain[], rounds: number): Plan => ({
  rounds,
  domains: domains.map(({ name, unit, problem }) => ({
    name,
    utilities: problem.parties.map(({ table }) => table.map((row) => row.map((worth) => worth / unit))),
    reservations: problem.parties.map(({ reservation }) => reservation / unit),
    tables: tablesOf(problem.parties.length, name),
  })),
});
