import { parseArgs } from 'node:util';
import {
  layTable,
  NEGOTIATORS,
  playMatch,
  seatings,
  standings,
  type ArenaDomain,
  type Match,
  type NegotiatorName,
} from '../delegates/arena/index.ts';
import { arenaDomains } from './arena-domains.ts';
import { counted } from '../trial/index.ts';
import { UsageError, type CliCommand, type Io } from './command.ts';
import { printJson, Progress } from './print.ts';

const usage = `nia arena PATH… [--agents A,B,…] [--rounds 100] [--seed S] [--json]

Stacked alternating offers between negotiators, on scenarios (YAML; mandates drawn by the seed) and GENIUS domains (a folder of
XML files, or the domain file followed by its profiles). Of two, everybody plays everybody in both seats; of more, everybody takes
the free seat of the same companies.

  --agents A,B,…   ${NEGOTIATORS.join(', ')}; all if not given
  --rounds N       the deadline: how often each party may act; 100 if not given, at most 100000
  --seed S         any text; 1 if not given. The same seed gives the same results
  --json           one JSON document on standard output

advantage: utility over the reservation value, as a share of the best feasible utility over it. Utilities of scenarios are shares
of a party's scale, 0 to 1. See docs/arena.md.`;

export const command: CliCommand = {
  name: 'arena',
  summary: 'stacked alternating offers between negotiators',
  usage,
  run: async (args, io) => {
    const { paths, agents, rounds, seed, json } = asked(args);
    const domains = await arenaDomains(paths, seed, io);
    if (domains === undefined) return 1;
    const matches = play(domains, agents, rounds, seed, io);
    const summary = standings(agents, matches);
    if (json) {
      const results = matches.map(
        ({ domain, agents: seats, judged, agreement, rounds: used, utilities, advantages }) => ({
          domain,
          agents: seats,
          judged,
          agreement: agreement ?? null,
          rounds: used,
          utilities,
          advantages,
        }),
      );
      printJson(io, { results, summary });
      return 0;
    }
    io.out(
      `${counted(domains.length, 'domain')}, ${counted(matches.length, 'negotiation')}, ${rounds} rounds, seed ${seed}\n\n`,
    );
    io.out('negotiator    agreement  advantage  Nash share  to frontier       ms\n');
    for (const agent of agents) {
      const own = summary[agent];
      if (own === undefined) continue;
      const { agreementRate, meanAdvantage, meanNashShare, meanParetoDistance } = own;
      io.out(
        [
          agent.padEnd(12),
          agreementRate.toFixed(3).padStart(11),
          meanAdvantage.toFixed(3).padStart(11),
          meanNashShare.toFixed(3).padStart(12),
          meanParetoDistance.toFixed(3).padStart(13),
          own.millisecondsPerNegotiation.toFixed(1).padStart(9),
          '\n',
        ].join(''),
      );
    }
    return 0;
  },
};

const now = (): number => performance.now();

const play = (
  domains: readonly ArenaDomain[],
  agents: readonly NegotiatorName[],
  rounds: number,
  seed: string,
  io: Io,
): readonly Match[] => {
  const progress = new Progress(io, 'negotiations');
  const planned = domains.map((domain) => ({
    domain,
    tables: seatings(agents, domain.problem.parties.length, `${seed}/${domain.name}`),
  }));
  const total = planned.reduce((sum, { tables }) => sum + tables.length, 0);
  const matches: Match[] = [];
  for (const { domain, tables } of planned) {
    const start = now();
    const table = layTable(domain, seed);
    // Sorting the outcomes is work for the negotiations on them: each has its part of it.
    const part = (now() - start) / tables.length;
    if (!table.whole)
      io.err(
        `${domain.name}: too many outcomes to list; ${table.outcomes.count} of them, drawn by the seed, can be offered\n`,
      );
    for (const seats of tables) {
      const match = playMatch(table, seats, rounds, seed, now);
      matches.push({ ...match, milliseconds: match.milliseconds + part });
      progress.at(matches.length, total);
    }
  }
  progress.done();
  return matches;
};

interface Asked {
  readonly paths: readonly string[];
  readonly agents: readonly NegotiatorName[];
  readonly rounds: number;
  readonly seed: string;
  readonly json: boolean;
}

const agentsIn = (words: string): readonly NegotiatorName[] => {
  const names = words.split(',').map((word) => word.trim());
  const agents = names.map((name) => {
    const known = NEGOTIATORS.find((one) => one === name);
    if (known === undefined)
      throw new UsageError(`There is no negotiator "${name}"; there are ${NEGOTIATORS.join(', ')}.`);
    return known;
  });
  return [...new Set(agents)];
};

const asked = (args: readonly string[]): Asked => {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new UsageError('On what? Give scenarios or GENIUS domains.');
  const rounds = Number(values.rounds ?? '100');
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100_000)
    throw new UsageError(`--rounds takes a whole number from 1 to 100000, not "${values.rounds ?? ''}".`);
  return {
    paths: positionals,
    agents: values.agents === undefined ? NEGOTIATORS : agentsIn(values.agents),
    rounds,
    seed: values.seed ?? '1',
    json: values.json ?? false,
  };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        agents: { type: 'string' },
        rounds: { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};
