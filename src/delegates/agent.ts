import type { Command, Dice, Reason, View } from '../engine/seat.ts';

/** What an AI player does next, and why: the reasons are kept for the debrief and hold its own numbers. */
export interface Act {
  readonly command: Command;
  readonly because: readonly Reason[];
}

/**
 * A player of one seat by machine. It sees a view and nothing else; `undefined`: nothing to do now.
 * The same view and dice give the same act, so a game can be taken up anywhere.
 */
export interface Agent {
  readonly act: (view: View, dice: Dice) => Act | undefined;
}

export const STRENGTHS = ['gentle', 'seasoned', 'hard'] as const;
/** How hard an AI delegation plays: how well it searches and reads others, never what it may see. */
export type Strength = (typeof STRENGTHS)[number];
