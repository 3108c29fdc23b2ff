import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  edited,
  openSource,
  withChanges,
  type Change,
  type Edit,
  type EditFault,
  type Source,
} from '../../../scenario/editing/index.ts';
import { upgraded } from '../../../scenario/format.ts';
import type { Fault } from '../../../scenario/index.ts';
import { DraftKeeper, type Draft, type Drafts, type Kept } from './drafts.ts';
import { GivenUp, type Hands } from './hands.ts';
import type { Read, TrialReport } from './wire.ts';

/** Something that takes a while: how far it is, or what came of it. `fresh`: of the text as it stands now. */
export type Work<Found> =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly at: number; readonly of: number }
  | { readonly state: 'done'; readonly found: Found; readonly fresh: boolean }
  | { readonly state: 'failed'; readonly message: string };

/** What the workshop shows of the scenario that is being written. */
export interface Writing {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** What the text says; while it cannot be read, what it said when it last could. */
  readonly data: unknown;
  /** Why it cannot be read now. */
  readonly broken: Fault | undefined;
  /** Faults and warnings of the text, or of one a moment older: `fresh` tells. */
  readonly read: Read | undefined;
  readonly fresh: boolean;
  readonly kept: Kept;
  /** Why the last change by form was not made. */
  readonly refused: EditFault | undefined;
  readonly lint: Work<readonly Fault[]>;
  readonly trial: Work<TrialReport>;
  readonly seed: string;
}

/** Where the text is written by hand. It is told of changes by form, makes them, and says what the text is then. */
export interface Pen {
  readonly apply: (changes: readonly Change[]) => void;
}

export interface Around {
  readonly drafts: Drafts;
  /** Reads; never kept waiting by trials. */
  readonly reader: Hands;
  /** Plays. */
  readonly player: Hands;
  readonly now: () => number;
  /** Calls later; gives a way to call it off. */
  readonly later: (call: () => void, milliseconds: number) => () => void;
}

/** A pause in writing after which the text is read again, in milliseconds. */
const PAUSE = 250;
export const TRIAL_GAMES = 10;

/**
 * A scenario on the workbench. The text is what counts; form and faults follow it. Whatever is changed is kept in this browser at
 * once. Undoing is the pen's: form and hand write with the same.
 */
export class Workbench {
  readonly store: StoreApi<Writing>;
  readonly #around: Around;
  readonly #keeper: DraftKeeper;
  #source: Source | undefined;
  #pen: Pen | undefined;
  #callOff: (() => void) | undefined;
  #closed = false;

  constructor(around: Around, draft: Draft) {
    this.#around = around;
    const { id, name, text } = draft;
    this.store = createStore<Writing>(() => ({
      id,
      name,
      text,
      data: undefined,
      broken: undefined,
      read: undefined,
      fresh: false,
      kept: 'kept',
      refused: undefined,
      lint: { state: 'none' },
      trial: { state: 'none' },
      seed: '1',
    }));
    this.#keeper = new DraftKeeper(around.drafts, (kept) => this.#write({ kept }));
    this.#understand();
    // What has been put on the bench is among the drafts from now on.
    this.#keep();
    void this.#readNow();
  }

  get #now(): Writing {
    return this.store.getState();
  }

  #write(part: Partial<Writing>): void {
    this.store.setState(part);
  }

  /** The pen takes over: changes by form go through it from now on. */
  attach(pen: Pen | undefined): void {
    this.#pen = pen;
  }

  /** The text has been changed, by hand or by the pen. */
  typed(text: string): void {
    const before = this.#now;
    if (text === before.text) return;
    const { lint, trial } = before;
    this.#write({
      text,
      fresh: false,
      ...(lint.state === 'done' ? { lint: { ...lint, fresh: false } } : {}),
      ...(trial.state === 'done' ? { trial: { ...trial, fresh: false } } : {}),
    });
    this.#keep();
    this.#callOff?.();
    // A change by form is understood already.
    if (this.#source?.text === text) this.#adopt(this.#source);
    // What a field still writes when all is put away is kept, but nobody reads it any more.
    if (this.#closed) return;
    this.#callOff = this.#around.later(() => {
      if (this.#source?.text !== text) this.#understand();
      void this.#readNow();
    }, PAUSE);
  }

  /** A change by form; whether it was made. If it was not, `refused` says why. */
  change(edits: readonly Edit[]): boolean {
    if (edits.length === 0) return false;
    const { text } = this.#now;
    if (this.#source?.text !== text) this.#understand();
    if (this.#source?.text !== text) return false;
    const made = edited(this.#source, edits);
    if (made.fault !== undefined) {
      this.#write({ refused: made });
      return false;
    }
    this.#write({ refused: undefined });
    this.#source = made.source;
    if (this.#pen === undefined) this.typed(withChanges(text, made.changes) ?? text);
    else this.#pen.apply(made.changes);
    return true;
  }

  /** The refusal has been read. */
  dismiss(): void {
    this.#write({ refused: undefined });
  }

  /** A file of an older format is written anew in today's; all else in it stays. */
  upgrade(): void {
    const { text } = this.#now;
    const whole = upgraded(text);
    if (whole === text) return;
    if (this.#pen === undefined) this.typed(whole);
    else this.#pen.apply([{ from: 0, to: text.length, insert: whole }]);
  }

  rename(name: string): void {
    this.#write({ name });
    this.#keep();
  }

  setSeed(seed: string): void {
    this.#write({ seed });
  }

  #keep(): void {
    const { id, name, text } = this.#now;
    this.#keeper.keep({ id, name, text, at: this.#around.now() });
  }

  /** What the text says, or why it cannot be read. */
  #understand(): void {
    const opened = openSource(this.#now.text);
    if ('data' in opened) this.#adopt(opened);
    else {
      const [broken] = opened;
      if (broken !== undefined) this.#write({ broken });
    }
  }

  #adopt(source: Source): void {
    this.#source = source;
    this.#write({ data: source.data, broken: undefined });
  }

  async #readNow(): Promise<void> {
    const { text } = this.#now;
    const read = await this.#around.reader.order({ order: 'read', text }).catch(() => undefined);
    // Of a text that has changed meanwhile another reading is on its way.
    if (read !== undefined && text === this.#now.text) this.#write({ read, fresh: true });
  }

  async lint(): Promise<void> {
    const { text } = this.#now;
    this.#write({ lint: { state: 'running', at: 0, of: 0 } });
    const lint = await this.#work(
      this.#around.player.order({ order: 'lint', text }, (at, of) =>
        this.#write({ lint: { state: 'running', at, of } }),
      ),
      text,
    );
    this.#write({ lint });
  }

  async tryOut(): Promise<void> {
    const { text, seed } = this.#now;
    this.#write({ trial: { state: 'running', at: 0, of: TRIAL_GAMES } });
    const trial = await this.#work(
      this.#around.player.order({ order: 'try', text, seed, games: TRIAL_GAMES }, (at, of) =>
        this.#write({ trial: { state: 'running', at, of } }),
      ),
      text,
    );
    this.#write({ trial });
  }

  async #work<Found>(doing: Promise<Found | undefined>, text: string): Promise<Work<Found>> {
    try {
      const found = await doing;
      return found === undefined
        ? { state: 'none' }
        : { state: 'done', found, fresh: text === this.#now.text };
    } catch (error) {
      if (error instanceof GivenUp) return { state: 'none' };
      return { state: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** One game of the trial as a game's file. */
  game(seed: string): Promise<string | undefined> {
    return this.#around.player.order({ order: 'game', text: this.#now.text, seed }).catch(() => undefined);
  }

  /** Trials and advice under way are given up. */
  stop(): void {
    this.#around.player.letGo();
  }

  /** Nothing is read any more. What is written is kept. */
  close(): void {
    this.#closed = true;
    this.#callOff?.();
    this.#around.reader.letGo();
    this.#around.player.letGo();
  }
}
