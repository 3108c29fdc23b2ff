import type { Event } from '../../engine/index.ts';
import type { Pace } from './contract.ts';

/** How a conference with more delegations than a person can follow one by one is shown: faster, and several moves at a time. */

/** With so many delegations each move is followed. */
const FOLLOWED = 30;
/** Moves of a larger conference that are shown at once, at most. */
const TOGETHER = 12;
/** What is shown as soon as it happens, and all before it. */
const AT_ONCE: ReadonlySet<Event['kind']> = new Set<Event['kind']>([
  'phase-opened',
  'incident-struck',
  'context-drawn',
  'draft-issued',
  'text-put',
  'decided',
  'closed',
  'scored',
]);

/** Milliseconds between moves of AI delegations at a table. */
const BREATH: { readonly [P in Pace]: number } = { calm: 900, brisk: 260, instant: 0 };

/** Milliseconds between two moves where so many sit. */
export const breathOf = (pace: Pace, delegations: number): number =>
  Math.round(BREATH[pace] * Math.min(1, FOLLOWED / Math.max(1, delegations)));

/** Moves by machine that have been made and not yet been shown. */
export class Unseen {
  #events: readonly Event[] = [];
  #moves = 0;

  /** Whether something waits to be shown. */
  get any(): boolean {
    return this.#moves > 0;
  }

  /** Keeps a move for later, if it may wait: `true`. */
  waits(events: readonly Event[], delegations: number): boolean {
    if (delegations <= FOLLOWED || this.#moves + 1 >= TOGETHER) return false;
    if (events.some(({ kind }) => AT_ONCE.has(kind))) return false;
    this.#events = [...this.#events, ...events];
    this.#moves += 1;
    return true;
  }

  /** Everything that has waited, which now waits no more. */
  take(): readonly Event[] {
    const events = this.#events;
    this.#events = [];
    this.#moves = 0;
    return events;
  }
}
