import type { Outcome, State, Table } from '../../engine/index.ts';
import { nash } from '../nash.ts';
import { problemOf } from '../problem.ts';
import { nashShare } from '../share.ts';
import { distributionOf, spreadOf, type Distribution, type Spread } from './spread.ts';

/** What one game came to. */
export interface Result {
  readonly outcome: Outcome;
  /** Share of the largest Nash product (see docs/analysis.md); absent if no text was feasible at the end. */
  readonly nashShare?: number;
}

/** `undefined` while the game goes on. */
export const resultOf = ({ scenario }: Table, { outcome, mandates }: State): Result | undefined => {
  if (outcome === undefined) return undefined;
  const best = nash(problemOf(scenario, mandates));
  if (best === undefined) return { outcome };
  const gains = outcome.seats.map(({ utility, walkAway }) => utility - walkAway);
  return { outcome, nashShare: nashShare(gains, best.gains) };
};

/** What many games came to, with their shares of the largest Nash product: of those in which a text was feasible. */
export interface Findings extends Distribution {
  readonly nashShare?: Spread;
}

/** `undefined` for none. */
export const findingsOf = (results: readonly Result[]): Findings | undefined => {
  const distribution = distributionOf(results.map(({ outcome }) => outcome));
  if (distribution === undefined) return undefined;
  const shares = results.flatMap((result) => result.nashShare ?? []);
  return { ...distribution, ...(shares.length === 0 ? {} : { nashShare: spreadOf(shares) }) };
};
