import type { DelegationId } from './ids.ts';
import type { Text } from './mandate.ts';
import type { Method } from './vocabulary.ts';

/**
 * How a game can end. `stopped`: play was ended while the calendar still held a decision, so that nobody knows whether the text would
 * have been adopted.
 */
export const ENDS = ['adopted', 'not-adopted', 'collapsed', 'stopped'] as const;
export type End = (typeof ENDS)[number];

/** How a game ended. All worths in hundredths of a point. */
export interface Outcome {
  readonly end: End;
  readonly text?: Text;
  readonly method?: Method;
  readonly session: number;
  /** In the scenario's order of delegations. */
  readonly seats: readonly SeatOutcome[];
  readonly tension: number;
  readonly damage: number;
  readonly promises: {
    readonly made: number;
    readonly kept: number;
    readonly broken: number;
    readonly void: number;
  };
}

/** What a seat may know of the end before anything is revealed: what was public, and its own. */
export interface Ending {
  readonly end: End;
  readonly text?: Text;
  readonly method?: Method;
  /** Index of the session in which it ended. */
  readonly session: number;
  /** Only for a delegation. */
  readonly own?: SeatOutcome;
}

export interface SeatOutcome {
  readonly delegation: DelegationId;
  /** Whether it is bound by the text. */
  readonly bound: boolean;
  /** Sum of `parts`. */
  readonly utility: number;
  /** Value of no agreement at the end, with everything else as it came. */
  readonly walkAway: number;
  readonly parts: {
    /** The adopted text (capped below the reservation value across a red line), or the reservation value if not bound. */
    readonly text: number;
    /** Tokens gained and lost against the start. */
    readonly tokens: number;
    /** Points agreed in side tracks. */
    readonly rooms: number;
    /** Deeds received less deeds given. */
    readonly deeds: number;
    /** Tension, damage and loss of face (0 or negative). */
    readonly world: number;
  };
}
