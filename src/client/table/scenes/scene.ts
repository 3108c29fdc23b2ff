import type { Event } from '../../../engine/seat.ts';
import type { Target } from '../pointing.ts';

/** What the stage asks of every scene. */
export interface TableScene {
  /** What can be pointed at now; the topmost last. */
  readonly targets: () => readonly Target[];
  readonly witness: (event: Event) => void;
}
