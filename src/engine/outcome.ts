import type { DelegationId } from './ids.ts';
import type { Text } from './mandate.ts';
import type { Method } from './vocabulary.ts';

/** How a game ended. All worths in hundredths of a point. */
export interface Outcome {
  readonly end: 'adopted' | 'not-adopted' | 'collapsed';
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
