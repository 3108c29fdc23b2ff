import { boulware, conceder, hybrid, linear, micro, random, titForTat } from './baselines.ts';
import type { Strategy } from './negotiator.ts';
import { ours } from './ours.ts';
import { negotiate } from './protocol.ts';
import { scoreOf, type ArenaTable, type Score } from './table.ts';

export const NEGOTIATORS = [
  'ours',
  'boulware',
  'linear',
  'conceder',
  'tit-for-tat',
  'micro',
  'hybrid',
  'random',
] as const;
export type NegotiatorName = (typeof NEGOTIATORS)[number];

export const STRATEGIES: { readonly [N in NegotiatorName]: Strategy } = {
  ours,
  boulware,
  linear,
  conceder,
  'tit-for-tat': titForTat,
  micro,
  hybrid,
  random,
};

/** One negotiation of a tournament. */
export interface Match extends Score {
  readonly domain: string;
  /** By seat. */
  readonly agents: readonly NegotiatorName[];
  /** By issue: which value was agreed. */
  readonly agreement: readonly number[] | undefined;
  readonly rounds: number;
  readonly milliseconds: number;
}

/**
 * Who sits where: for every first agent and every stride through the list one table, each once. Two seats: all ordered pairs. More:
 * everybody sits in every seat equally often, and stride 0 gives the tables of one kind.
 */
export const seatings = <T>(agents: readonly T[], parties: number): readonly (readonly T[])[] => {
  const tables = new Map<string, readonly T[]>();
  agents.forEach((_, stride) =>
    agents.forEach((__, first) => {
      const places = Array.from({ length: parties }, (___, seat) => (first + seat * stride) % agents.length);
      tables.set(
        places.join(),
        places.flatMap((place) => agents.slice(place, place + 1)),
      );
    }),
  );
  return [...tables.values()];
};

/** Plays one table. @param now A clock in milliseconds. */
export const playMatch = (
  table: ArenaTable,
  agents: readonly NegotiatorName[],
  rounds: number,
  seed: string,
  now: () => number,
): Match => {
  const { name } = table.domain;
  const start = now();
  const ending = negotiate(
    table,
    agents.map((agent) => STRATEGIES[agent]),
    rounds,
    `${seed}/${name}/${agents.join()}`,
  );
  const milliseconds = now() - start;
  const { options, values } = table.outcomes;
  const { agreement } = ending;
  return {
    domain: name,
    agents,
    rounds: ending.rounds,
    milliseconds,
    ...scoreOf(table, agreement),
    agreement:
      agreement === undefined
        ? undefined
        : [...values.subarray(agreement * options.length, (agreement + 1) * options.length)],
  };
};

/** What an agent did over a tournament. */
export interface Standing {
  readonly agreementRate: number;
  /** Over all its seats. */
  readonly meanAdvantage: number;
  /** Over the negotiations it sat in that had a feasible outcome. */
  readonly meanNashShare: number;
  readonly meanParetoDistance: number;
  /** Whole negotiations it sat in, everybody's time. */
  readonly millisecondsPerNegotiation: number;
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** By agent. */
export const standings = (
  agents: readonly NegotiatorName[],
  matches: readonly Match[],
): Readonly<Partial<Record<NegotiatorName, Standing>>> =>
  Object.fromEntries(
    agents.map((agent) => {
      const own = matches.filter((match) => match.agents.includes(agent));
      return [
        agent,
        {
          agreementRate: mean(own.map((match) => (match.agreement === undefined ? 0 : 1))),
          meanAdvantage: mean(
            own.flatMap((match) => match.advantages.filter((_, seat) => match.agents[seat] === agent)),
          ),
          meanNashShare: mean(own.flatMap((match) => match.nashShare ?? [])),
          meanParetoDistance: mean(own.map((match) => match.paretoDistance)),
          millisecondsPerNegotiation: mean(own.map((match) => match.milliseconds)),
        },
      ];
    }),
  );
