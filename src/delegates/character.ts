import type { Delegation, Style } from '../engine/seat.ts';

/** A diplomatic style as data: what can be told apart in play. Everybody knows these of everybody, as one knows a colleague. */
export interface Character {
  /** How late it concedes: 1 in proportion to time, more: late, less: early. */
  readonly patience: number;
  /** Share of what it is ready to give that its words admit: below 1 it makes itself look harder than it is. Facts it states are true. */
  readonly candour: number;
  /** How sure it wants to be of an author before it says so in public, 0 to 1. */
  readonly sure: number;
  /** Whether it rules out in public, on the first day, what it would refuse anyway. */
  readonly blunt: boolean;
  /** Whether its offers are made for all to see. */
  readonly open: boolean;
  /** Sessions for which it holds a broken promise against whoever broke it. */
  readonly memory: number;
  /** How much it answers in kind: what a broken promise adds to the price, and a kept one to the wish to deal, as a share of what is usual. */
  readonly reciprocity: number;
  /** What its word on one of its priorities costs, as a multiple of what is usual: whoever stands on principle sells it dearly. */
  readonly principle: number;
  /** Share of its trust that it is ready to stake on a promise. */
  readonly risk: number;
  /** What it is worth to it beyond points that a wrong is called by its name in public, hundredths of a point: see `response-worth.ts`. */
  readonly justice: number;
  /** What it is worth to it beyond points to join the inquiry of a victim that it is close to, hundredths of a point; other help by its weight. */
  readonly solidarity: number;
}

export const CHARACTER: { readonly [S in Style]: Character } = {
  principled: {
    patience: 1.5,
    candour: 1,
    sure: 0.72,
    blunt: true,
    open: true,
    memory: Infinity,
    reciprocity: 1,
    principle: 2.5,
    risk: 0.9,
    justice: 320,
    solidarity: 90,
  },
  trader: {
    patience: 0.9,
    candour: 0.9,
    sure: 0.84,
    blunt: false,
    open: false,
    memory: 1,
    reciprocity: 0.6,
    principle: 1,
    risk: 1.05,
    justice: 160,
    solidarity: 55,
  },
  'bridge-builder': {
    patience: 0.7,
    candour: 1,
    sure: 0.9,
    blunt: false,
    open: true,
    memory: 1,
    reciprocity: 0.5,
    principle: 1,
    risk: 1.05,
    justice: 180,
    solidarity: 100,
  },
  patient: {
    patience: 1.7,
    candour: 0.85,
    sure: 0.86,
    blunt: true,
    open: false,
    memory: 3,
    reciprocity: 0.8,
    principle: 1.4,
    risk: 0.85,
    justice: 180,
    solidarity: 60,
  },
  reciprocal: {
    patience: 1,
    candour: 0.95,
    sure: 0.75,
    blunt: false,
    open: false,
    memory: 2,
    reciprocity: 2,
    principle: 1.2,
    risk: 1,
    justice: 260,
    solidarity: 90,
  },
  quiet: {
    patience: 1.1,
    candour: 0.95,
    sure: 0.93,
    blunt: false,
    open: false,
    memory: 2,
    reciprocity: 0.8,
    principle: 1.2,
    risk: 0.9,
    justice: 150,
    solidarity: 70,
  },
};

/**
 * Share of what a delegation could give that its words admit: what the scenario says of it, or what is usual for its style. It is about
 * stated firmness alone: reasons, red lines and what would change its mind are true whatever it bluffs.
 */
export const candourOf = ({ style, bluff }: Pick<Delegation, 'style' | 'bluff'>): number =>
  bluff === undefined ? CHARACTER[style].candour : 1 - bluff / 100;

/** By how much more than it lacks a delegation asks for when it counters, as a multiple: what it bluffs beyond what its style does. */
export const askingOf = (delegation: Pick<Delegation, 'style' | 'bluff'>): number =>
  1 + Math.max(0, CHARACTER[delegation.style].candour - candourOf(delegation));
