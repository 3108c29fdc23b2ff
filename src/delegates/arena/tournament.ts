import { boulware, conceder, hybrid, linear, micro, microMin, random, titForTat } from './baselines.ts';
import { chanceOf } from './chance.ts';
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
  'micro-min',
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
  'micro-min': microMin,
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

/** Companies drawn for each domain of three and more parties. */
const COMPANIES = 12;

/**
 * Who sits where. Two parties: all ordered pairs, everybody against itself too. More: companies of others are drawn by the seed, each
 * agent about equally often, with one seat left free; every agent takes the free seat of every company, so that all meet the same.
 */
export const seatings = <T>(
  agents: readonly T[],
  parties: number,
  seed: string,
): readonly (readonly T[])[] => {
  if (parties === 2) return agents.flatMap((one) => agents.map((other) => [one, other]));
  if (agents.length === 1) return [Array.from({ length: parties }, () => agents).flat()];
  const chance = chanceOf(`${seed}/companies/${parties}`);
  const pool: T[] = [];
  const drawn = (): T[] => {
    if (pool.length === 0) pool.push(...agents);
    return pool.splice(Math.floor(chance() * pool.length), 1);
  };
  return Array.from({ length: COMPANIES }, (_, company) => {
    const others = Array.from({ length: parties - 1 }, drawn).flat();
    return agents.map((agent) => others.toSpliced(company % parties, 0, agent));
  }).flat();
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
