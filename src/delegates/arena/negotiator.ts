import type { Outcomes } from './table.ts';

/** What a negotiator is told: the outcomes, its own utilities, the deadline. Nothing of what the others want. */
export interface Brief {
  readonly outcomes: Outcomes;
  /** Own utility by outcome. */
  readonly mine: Float64Array;
  /** Outcomes from own best to own worst. */
  readonly order: Uint32Array;
  /** Own utility of no agreement. */
  readonly reservation: number;
  /** Own place in the order of speaking, from 0. */
  readonly seat: number;
  readonly parties: number;
  readonly rounds: number;
  /** Own chance, keyed. */
  readonly chance: () => number;
}

export interface Offered {
  readonly by: number;
  readonly outcome: number;
}

export type Action =
  | { readonly kind: 'accept' }
  | { readonly kind: 'offer'; readonly outcome: number }
  | { readonly kind: 'leave' };

/** One party of one negotiation; it remembers what it heard. */
export interface Negotiator {
  /** Hears every offer of the others, in order, before it acts. */
  readonly hear: (offer: Offered) => void;
  /** @param round From 0. @param standing The offer on the table, made by another; none at the very start. */
  readonly act: (round: number, standing: Offered | undefined) => Action;
}

export type Strategy = (brief: Brief) => Negotiator;

export const accept: Action = { kind: 'accept' };
export const offer = (outcome: number): Action => ({ kind: 'offer', outcome });

/** Sums of weights in floating point: utilities nearer than this are the same. */
export const EPSILON = 1e-9;

/** How many outcomes are worth this or more: they come first in the order. */
export const countAbove = ({ mine, order }: Brief, utility: number): number => {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mine[order[middle] ?? 0] ?? 0) >= utility - EPSILON) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The outcome worth least of those worth this or more; the best if there are none. */
export const worstAbove = (brief: Brief, utility: number): number =>
  brief.order[Math.max(0, countAbove(brief, utility) - 1)] ?? 0;

/** The outcome whose utility is nearest among those not below the reservation value; the best if there are none. */
export const nearest = (brief: Brief, utility: number): number => {
  const { mine, order } = brief;
  const rational = countAbove(brief, brief.reservation);
  const above = Math.max(0, Math.min(rational, countAbove(brief, utility)) - 1);
  const below = Math.min(Math.max(0, rational - 1), above + 1);
  const [one, two] = [order[above] ?? 0, order[below] ?? 0];
  return Math.abs((mine[two] ?? 0) - utility) < Math.abs((mine[one] ?? 0) - utility) ? two : one;
};

export const bestOf = ({ mine, order }: Brief): number => mine[order[0] ?? 0] ?? 0;

export const worstOf = ({ mine, order }: Brief): number => mine[order[order.length - 1] ?? 0] ?? 0;
