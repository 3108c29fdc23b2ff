import type { Answer, Request, Told } from '../../../protocol/index.ts';

/** What the link needs of a connection to the server; `socketWire` makes one of Socket.IO, tests of their own. */
export interface Wire {
  /** Called once, before anything is asked. */
  readonly listen: (heard: WireHeard) => void;
  readonly connected: () => boolean;
  /** Sends now; where the connection breaks before the answer has come, `answered` is never called. */
  readonly ask: (request: Request, answered: (answer: Answer) => void) => void;
  /** The room that connections from now on are for: a load balancer keeps a room together by it. */
  readonly aim: (room: string) => void;
  /** Tries at once instead of when the next attempt is due. */
  readonly hurry: () => void;
  readonly close: () => void;
}

export interface WireHeard {
  readonly up: () => void;
  readonly down: () => void;
  readonly told: (told: Told) => void;
}
