import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A scenario somebody is writing, as this browser keeps it. */
export interface Draft {
  readonly id: string;
  /** As its file is called, without the ending. */
  readonly name: string;
  readonly text: string;
  /** Milliseconds since 1970, of the last change. */
  readonly at: number;
}

/** What the list of drafts shows. */
export type DraftHead = Omit<Draft, 'text'>;

/** Where drafts are kept. Every promise may be refused: no room, private browsing, a damaged profile. */
export interface Drafts {
  /** The latest first. */
  readonly list: () => Promise<readonly DraftHead[]>;
  readonly load: (id: string) => Promise<Draft | undefined>;
  readonly keep: (draft: Draft) => Promise<void>;
  readonly forget: (id: string) => Promise<void>;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
}

/** A database of its own: a newer version of it never stands in the way of saved games. */
export const openDrafts = (name = 'nothing-is-agreed-workshop'): Drafts => {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const database = (): Promise<IDBPDatabase<Schema>> => {
    if (opening !== undefined) return opening;
    const lost = (): void => {
      opening = undefined;
    };
    const fresh = openDB<Schema>(name, 1, {
      upgrade: (db) => {
        db.createObjectStore('drafts', { keyPath: 'id' });
      },
      blocking: () => {
        void fresh.then((db) => db.close());
        lost();
      },
      terminated: lost,
    });
    fresh.catch(lost);
    opening = fresh;
    return fresh;
  };
  return {
    list: async () => {
      const all = await (await database()).getAll('drafts');
      return all.toSorted((a, b) => b.at - a.at).map(({ text: _text, ...head }) => head);
    },
    load: async (id) => (await database()).get('drafts', id),
    keep: async (draft) => {
      await (await database()).put('drafts', draft);
    },
    forget: async (id) => {
      await (await database()).delete('drafts', id);
    },
  };
};

/** What becomes of keeping a draft. */
export type Kept = 'kept' | 'keeping' | 'refused';

/**
 * Keeps one draft while it is written: at once, one attempt at a time, the latest state next. What comes while an attempt is under
 * way replaces what was waiting.
 */
export class DraftKeeper {
  readonly #drafts: Drafts;
  readonly #said: (kept: Kept) => void;
  #next: Draft | undefined;
  #busy = false;

  constructor(drafts: Drafts, said: (kept: Kept) => void) {
    this.#drafts = drafts;
    this.#said = said;
  }

  keep(draft: Draft): void {
    this.#next = draft;
    this.#said('keeping');
    if (!this.#busy) void this.#run();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    let refused = false;
    for (let draft = this.#next; draft !== undefined; draft = this.#next) {
      this.#next = undefined;
      refused = await this.#drafts.keep(draft).then(
        () => false,
        () => true,
      );
    }
    this.#busy = false;
    this.#said(refused ? 'refused' : 'kept');
  }
}
