import type { Draft, Entry } from '../room/fact.ts';

/** What is kept of a room beside its log: enough to list, expire and find it. */
export interface Head {
  readonly room: string;
  readonly series?: string;
  readonly created: number;
}

/** What became of writing to a room's log. */
export type Written =
  /** Committed: on disk, and durable. `seq` is the new entry's. */
  | { readonly done: 'written'; readonly entry: Entry }
  /** Whoever judged wanted nothing written. */
  | { readonly done: 'nothing' }
  /** An entry with this request's id was there already, in an entry that `judge` had not seen: nothing was written. */
  | { readonly done: 'duplicate' }
  | { readonly done: 'no-such-room' };

/**
 * The log of every room, and nothing else: no state is kept. One contract, several kinds (memory, SQLite, PostgreSQL); one suite of
 * tests holds them all to it.
 *
 * Whatever is acknowledged, by a promise that resolves, is committed to disk. `(room, seq)` and `(room, cmd)` are unique.
 */
export interface Store {
  /** A new room with its first entry. `taken`: the code is in use. */
  create(head: Head, first: Draft): Promise<'created' | 'taken'>;
  /**
   * Writes one entry at the end of a room's log. Under the room's lock, `judge` is first given the entries after `after`, which
   * another process may have written, and says what is to be written now, if anything. It is called at most once, and not at all
   * where there is no such room.
   */
  write(room: string, after: number, judge: (newer: readonly Entry[]) => Draft | undefined): Promise<Written>;
  /** Entries after a number, in order; empty where there are none, or no such room. */
  read(room: string, after: number): Promise<readonly Entry[]>;
  head(room: string): Promise<Head | undefined>;
  /** All rooms, oldest first. */
  heads(): Promise<readonly Head[]>;
  /** Deletes a room with all that was kept of it; whether there was one. */
  drop(room: string): Promise<boolean>;
  /** Deletes everything. How many rooms there were. */
  wipe(): Promise<number>;
  /** Rings when a room has newer entries than a process may know of: after writes of its own, and of other processes. */
  listen(heard: (room: string, seq: number) => void): void;
  /**
   * Takes, or keeps, the lease on a room for so many milliseconds: whoever has it runs its clock and its AI players.
   * Whether one has it now.
   */
  lease(room: string, holder: string, milliseconds: number): Promise<boolean>;
  /** Gives up every lease of a holder, and its sign of life. */
  release(holder: string): Promise<void>;
  /** A process's sign of life, good for so many milliseconds; answers all whose sign is still good. */
  alive(holder: string, milliseconds: number): Promise<ReadonlySet<string>>;
  /** Whether it answers. */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}
