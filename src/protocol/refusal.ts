import type { Refusal } from '../engine/seat.ts';
import type { Role } from './room.ts';

/** Why something asked of the server is not done, with what is needed to say it. The rules' own refusals come in `rules`. */
export type RoomRefusal =
  /** What was sent is not in form; `field` is where. */
  | { readonly refused: 'not-in-form'; readonly field: string }
  | { readonly refused: 'other-version'; readonly ours: number }
  | { readonly refused: 'too-fast'; readonly waitSeconds: number }
  | { readonly refused: 'no-such-room' }
  | { readonly refused: 'wrong-key' }
  /** No seat of this room is waiting for this code, or it is used up, or its time is over. */
  | { readonly refused: 'wrong-code' }
  | { readonly refused: 'wrong-password' }
  | { readonly refused: 'not-in-a-room' }
  | { readonly refused: 'already-in-a-room' }
  | { readonly refused: 'room-closed' }
  | { readonly refused: 'room-full'; readonly most: number }
  | { readonly refused: 'too-many-rooms'; readonly most: number }
  | { readonly refused: 'joining-closed' }
  | { readonly refused: 'role-not-open'; readonly role: Role }
  | { readonly refused: 'not-your-right' }
  | { readonly refused: 'no-such-seat'; readonly seat: string }
  | { readonly refused: 'seat-full'; readonly most: number }
  /** People cannot sit in this delegation: AI plays it. */
  | { readonly refused: 'seat-closed'; readonly seat: string }
  | { readonly refused: 'no-such-person'; readonly person: string }
  | { readonly refused: 'name-empty' }
  | { readonly refused: 'name-too-long'; readonly most: number }
  | { readonly refused: 'name-taken' }
  | { readonly refused: 'name-unfit' }
  | { readonly refused: 'wrong-stage'; readonly now: string }
  | { readonly refused: 'scenario-faults'; readonly faults: readonly ScenarioFault[] }
  | { readonly refused: 'no-such-scenario' }
  | { readonly refused: 'plan-without-debrief'; readonly least: number }
  | { readonly refused: 'plan-not-fitting' }
  | { readonly refused: 'not-ready'; readonly checks: readonly string[] }
  | { readonly refused: 'paused' }
  | { readonly refused: 'played-by-ai' }
  | { readonly refused: 'head-decides' }
  | { readonly refused: 'no-such-proposal' }
  | { readonly refused: 'already-answered' }
  | { readonly refused: 'muted' }
  | { readonly refused: 'free-text-off' }
  | { readonly refused: 'text-unfit' }
  | { readonly refused: 'no-such-channel' }
  | { readonly refused: 'no-such-item' }
  | { readonly refused: 'nothing-to-do' }
  | { readonly refused: 'past-the-end'; readonly moves: number }
  /** The rules of the game say no. */
  | { readonly refused: 'rules'; readonly rules: Refusal }
  /** The server is shutting down or its store does not answer; the same id may be sent again. */
  | { readonly refused: 'not-now' };

export type RoomRefusalCode = RoomRefusal['refused'];

export interface ScenarioFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
