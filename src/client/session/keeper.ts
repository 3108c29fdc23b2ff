import type { RecordedMove } from '../../scenario/index.ts';
import { Overtaken, type Deal, type Head, type Storage } from './storage.ts';

/** What becomes of saving, for whoever shows it. */
export interface Kept {
  readonly saved: () => void;
  /** Said once when it begins to fail. */
  readonly failed: (why: string) => void;
  /** Another tab plays this game now: nothing is written any more. */
  readonly overtaken: () => void;
}

/** A game at one moment, whole. */
export interface Whole {
  readonly head: Head;
  readonly deal: Deal;
  readonly moves: readonly RecordedMove[];
}

/**
 * Keeps one game while it is played. Whoever calls may wait until a move is stored; once storing has failed nobody waits any
 * more: the game goes on, and with each move the whole game is tried again, one attempt at a time.
 */
export class Keeper {
  readonly #storage: Storage;
  readonly #kept: Kept;
  #failing = false;
  #overtaken = false;
  /** What is to be stored when an attempt is free. */
  #next: (() => Whole) | undefined;
  #trying = false;

  constructor(storage: Storage, kept: Kept) {
    this.#storage = storage;
    this.#kept = kept;
  }

  begin({ head, deal, moves }: Whole): Promise<void> {
    return this.#keep(
      () => this.#storage.begin(head, deal, moves),
      () => ({ head, deal, moves }),
    );
  }

  take(head: Head, all: () => Whole): Promise<void> {
    return this.#keep(() => this.#storage.take(head), all);
  }

  append(head: Head, move: RecordedMove, all: () => Whole): Promise<void> {
    return this.#keep(() => this.#storage.append(head, move), all);
  }

  cut(head: Head, all: () => Whole): Promise<void> {
    return this.#keep(() => this.#storage.cut(head), all);
  }

  note(head: Head, all: () => Whole): Promise<void> {
    return this.#keep(() => this.#storage.note(head), all);
  }

  async #keep(work: () => Promise<void>, all: () => Whole): Promise<void> {
    if (this.#overtaken) return;
    if (!this.#failing) {
      try {
        await work();
        this.#kept.saved();
        return;
      } catch (error) {
        if (this.#over(error)) return;
        this.#failing = true;
        this.#kept.failed(error instanceof Error ? error.message : String(error));
      }
    }
    this.#next = all;
    if (!this.#trying) void this.#again();
  }

  async #again(): Promise<void> {
    this.#trying = true;
    try {
      for (let all = this.#next; all !== undefined; all = this.#next) {
        this.#next = undefined;
        const { head, deal, moves } = all();
        await this.#storage.mend(head, deal, moves);
      }
      this.#failing = false;
      this.#kept.saved();
    } catch (error) {
      // The next move is the next occasion.
      this.#over(error);
    } finally {
      this.#trying = false;
    }
  }

  #over(error: unknown): boolean {
    if (!(error instanceof Overtaken)) return false;
    this.#overtaken = true;
    this.#kept.overtaken();
    return true;
  }
}
