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

/** Who sits at one table. */
export interface Seating<T = NegotiatorName> {
  /** By seat. */
  readonly agents: readonly T[];
  /** Seats whose agents' figures this table tells of. */
  readonly judged: readonly number[];
}

/** One negotiation of a tournament. */
export interface Match extends Score, Seating {
  readonly domain: string;
  /** By issue: which value was agreed. */
  readonly agreement: readonly number[] | undefined;
  readonly rounds: number;
  readonly milliseconds: number;
}

/** Companies drawn for each domain of three and more parties. */
const COMPANIES = 12;

/**
 * Who sits where. Two parties: all ordered pairs, everybody against itself too. More: companies of others are drawn by the seed, each
 * agent about equally often, with one seat left free; every agent takes the free seat of every company. Only who sits there is judged, so
 * that all meet the same: in what company an agent was drawn is chance.
 */
export const seatings = <T>(agents: readonly T[], parties: number, seed: string): readonly Seating<T>[] => {
  if (parties === 2)
    return agents.flatMap((one) => agents.map((other) => ({ agents: [one, other], judged: [0, 1] })));
  const everywhere = Array.from({ length: parties }, (_, seat) => seat);
  if (agents.length === 1) return [{ agents: everywhere.flatMap(() => agents), judged: everywhere }];
  const chance = chanceOf(`${seed}/companies/${parties}`);
  const pool: T[] = [];
  const drawn = (): T[] => {
    if (pool.length === 0) pool.push(...agents);
    return pool.splice(Math.floor(chance() * pool.length), 1);
  };
  return Array.from({ length: COMPANIES }, (_, company) => {
    const others = Array.from({ length: parties - 1 }, drawn).flat();
    const free = company % parties;
    return agents.map((agent) => ({ agents: others.toSpliced(free, 0, agent), judged: [free] }));
  }).flat();
};

/** Plays one table. @param now A clock in milliseconds. */
export const playMatch = (
  table: ArenaTable,
  { agents, judged }: Seating,
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
    judged,
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
  /** Over all seats in which it is judged. */
  readonly meanAdvantage: number;
  /** Over the negotiations it is judged in that had a feasible outcome. */
  readonly meanNashShare: number;
  readonly meanParetoDistance: number;
  /** Whole negotiations it is judged in, everybody's time. */
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
      const seatsOf = ({ agents: seated, judged }: Match): readonly number[] =>
        judged.filter((seat) => seated[seat] === agent);
      const own = matches.filter((match) => seatsOf(match).length > 0);
      return [
        agent,
        {
          agreementRate: mean(own.map((match) => (match.agreement === undefined ? 0 : 1))),
          meanAdvantage: mean(
            own.flatMap((match) => seatsOf(match).map((seat) => match.advantages[seat] ?? 0)),
          ),
          meanNashShare: mean(own.flatMap((match) => match.nashShare ?? [])),
          meanParetoDistance: mean(own.map((match) => match.paretoDistance)),
          millisecondsPerNegotiation: mean(own.map((match) => match.milliseconds)),
        },
      ];
    }),
  );
