import type { Asking, Request, RoomRefusal } from '../../protocol/index.ts';
import type { Fact } from './fact.ts';
import type { Person, Room } from './room.ts';

/** What one can ask of a room one is in, and what changes it. */
export type Act = Exclude<
  Extract<Request, { readonly id: string }>,
  { ask: 'create' | 'join' | 'redeem' | 'delete' }
>;
export type ActOf<A extends Asking> = Extract<Act, { ask: A }>;

/** Chance and keys come from outside: the same request judged again gives the same facts. */
export interface Fresh {
  /** SHA-256 of a key, or of a short code, that has just been drawn. */
  readonly keyHash: string;
  readonly seed: string;
}

export interface Case {
  readonly room: Room;
  readonly by: Person;
  readonly at: number;
  readonly fresh: Fresh;
}

/** What becomes of a request: what happens, or why not. */
export type Judged =
  | {
      readonly refused?: undefined;
      readonly facts: readonly Fact[];
      readonly answer?: Readonly<Record<string, unknown>>;
    }
  | RoomRefusal;

export const happens = (...facts: readonly Fact[]): Judged => ({ facts });
export const NOTHING: RoomRefusal = { refused: 'nothing-to-do' };
