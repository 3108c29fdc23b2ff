import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { GameRecord, RecordedMove, Reflection, TakenBack } from '../../scenario/index.ts';
import type { SavedGame } from './contract.ts';

/** A game's head, written with every move: what the list of saved games shows, and how far the game has come. Small. */
export interface Head extends SavedGame {
  /** How many moves belong to it; a move past this is from a phase that was taken back. */
  readonly moves: number;
  readonly undone: readonly TakenBack[];
  /** What people said before and after; absent in games stored before anybody was asked. */
  readonly reflections?: readonly Reflection[];
  /** Who plays it at present: each desk has its own. Who finds another's here has been overtaken and must stop. */
  readonly writer: string;
}

/** What of a game never changes, its scenario's text included: stored once. */
export type Deal = Omit<GameRecord, 'moves' | 'undone' | 'reflections'>;

interface Schema extends DBSchema {
  heads: { key: string; value: Head };
  deals: { key: string; value: Deal & { readonly id: string } };
  moves: { key: [string, number]; value: RecordedMove & { readonly game: string; readonly n: number } };
}

/** The game is being played somewhere else since. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** Where games are kept. Every promise may be refused: no room, private browsing, a damaged profile, a browser that never answers. */
export interface Storage {
  /** The whole game, and from now on it is this writer's. */
  readonly begin: (head: Head, deal: Deal, moves: readonly RecordedMove[]) => Promise<void>;
  /** A stored game becomes this writer's. */
  readonly take: (head: Head) => Promise<void>;
  /** The whole game once more, because parts of it could not be stored; `Overtaken` if it is another's by now. */
  readonly mend: (head: Head, deal: Deal, moves: readonly RecordedMove[]) => Promise<void>;
  /**
   * One more move, and the head that goes with it, together or not at all. Refused where the move before it is not stored;
   * `Overtaken` if the game is another's by now.
   */
  readonly append: (head: Head, move: RecordedMove) => Promise<void>;
  /** Moves from `head.moves` on are dropped; `Overtaken` if the game is another's by now. */
  readonly cut: (head: Head) => Promise<void>;
  /** The head alone, where something was said but no move was made; `Overtaken` if the game is another's by now. */
  readonly note: (head: Head) => Promise<void>;
  readonly list: () => Promise<readonly SavedGame[]>;
  readonly load: (id: string) => Promise<{ readonly head: Head; readonly record: GameRecord } | undefined>;
  readonly forget: (id: string) => Promise<void>;
}

const STORES = ['heads', 'deals', 'moves'] as const;
type Writing = IDBPTransaction<Schema, readonly ('heads' | 'deals' | 'moves')[], 'readwrite'>;

const whole = (game: string, from = 0): IDBKeyRange =>
  IDBKeyRange.bound([game, from], [game, Number.MAX_SAFE_INTEGER]);

const putWhole = async (
  writing: Writing,
  head: Head,
  deal: Deal,
  moves: readonly RecordedMove[],
): Promise<void> => {
  await writing.objectStore('moves').delete(whole(head.id));
  await Promise.all([
    writing.objectStore('heads').put(head),
    writing.objectStore('deals').put({ ...deal, id: head.id }),
    ...moves.map((move, n) => writing.objectStore('moves').put({ ...move, game: head.id, n })),
  ]);
};

const cutAt = async (writing: Writing, head: Head): Promise<void> => {
  await writing.objectStore('moves').delete(whole(head.id, head.moves));
  await writing.objectStore('heads').put(head);
};

/** `patience`: milliseconds after which a browser that does not answer counts as one that refuses. */
export const openStorage = (name = 'nothing-is-agreed', patience = 15_000): Storage => {
  const database = opener(name);
  /** A transaction that is wholly written when this is resolved, and wholly undone if `work` is refused. */
  const write = (work: (writing: Writing) => Promise<unknown>): Promise<void> =>
    within(patience, async () => {
      const writing = (await database()).transaction(STORES, 'readwrite', { durability: 'relaxed' });
      try {
        await work(writing);
      } catch (error) {
        // Whoever waits for `done` of what is broken off is told so; nobody does.
        writing.done.catch(() => undefined);
        abort(writing);
        throw error;
      }
      await writing.done;
    });
  return {
    begin: (head, deal, moves) => write((writing) => putWhole(writing, head, deal, moves)),
    take: (head) => write((writing) => cutAt(writing, head)),
    mend: (head, deal, moves) =>
      write(async (writing) => {
        await mine(writing, head);
        await putWhole(writing, head, deal, moves);
      }),
    append: (head, move) =>
      write(async (writing) => {
        const before = await mine(writing, head);
        if (before?.moves !== head.moves - 1) throw new Error('the move before this one is not stored');
        await Promise.all([
          writing.objectStore('heads').put(head),
          writing.objectStore('moves').put({ ...move, game: head.id, n: head.moves - 1 }),
        ]);
      }),
    cut: (head) =>
      write(async (writing) => {
        if ((await mine(writing, head)) === undefined) throw new Error('the game is not stored');
        await cutAt(writing, head);
      }),
    note: (head) =>
      write(async (writing) => {
        const before = await mine(writing, head);
        if (before?.moves !== head.moves) throw new Error('the game is not stored as far as this');
        await writing.objectStore('heads').put(head);
      }),
    list: () =>
      within(patience, async () => {
        const heads = await (await database()).getAll('heads');
        return heads.toSorted((a, b) => b.at - a.at).map(listed);
      }),
    load: (id) =>
      within(patience, async () => {
        const reading = (await database()).transaction(STORES);
        const [head, deal, stored] = await Promise.all([
          reading.objectStore('heads').get(id),
          reading.objectStore('deals').get(id),
          reading.objectStore('moves').getAll(whole(id)),
        ]);
        if (head === undefined || deal === undefined) return undefined;
        const moves = stored
          .slice(0, head.moves)
          .map(({ move, events, because, hash }) => ({ move, events, because, hash }));
        const { scenario, seed, seat, strength, people, branch } = deal;
        const shared = {
          ...(people === undefined ? {} : { people }),
          ...(branch === undefined ? {} : { branch }),
        };
        const undone = head.undone.length === 0 ? {} : { undone: head.undone };
        const said = head.reflections === undefined ? {} : { reflections: head.reflections };
        return { head, record: { scenario, seed, seat, ...shared, strength, moves, ...undone, ...said } };
      }),
    forget: (id) =>
      write((writing) =>
        Promise.all([
          writing.objectStore('heads').delete(id),
          writing.objectStore('deals').delete(id),
          writing.objectStore('moves').delete(whole(id)),
        ]),
      ),
  };
};

const listed = ({
  id,
  scenario,
  title,
  seat,
  people,
  seed,
  session,
  phase,
  closed,
  at,
  branch,
}: Head): SavedGame => ({
  id,
  scenario,
  title,
  seat,
  ...(people === undefined ? {} : { people }),
  seed,
  session,
  phase,
  closed,
  at,
  ...(branch === undefined ? {} : { branch }),
});

/** The stored head, unless somebody else plays this game by now. */
const mine = async (writing: Writing, head: Head): Promise<Head | undefined> => {
  const stored = await writing.objectStore('heads').get(head.id);
  if (stored !== undefined && stored.writer !== head.writer) throw new Overtaken(head.id);
  return stored;
};

const abort = (writing: Writing): void => {
  try {
    writing.abort();
  } catch {
    // It had broken off by itself.
  }
};

/** One connection, opened when it is first needed and again when the browser has closed it. */
const opener = (name: string): (() => Promise<IDBPDatabase<Schema>>) => {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const lost = (): void => {
    opening = undefined;
  };
  return () => {
    if (opening !== undefined) return opening;
    const fresh = openDB<Schema>(name, 2, {
      upgrade: (db, before) => {
        // Version 1 was never published.
        if (before === 1) for (const store of db.objectStoreNames) db.deleteObjectStore(store);
        db.createObjectStore('heads', { keyPath: 'id' });
        db.createObjectStore('deals', { keyPath: 'id' });
        db.createObjectStore('moves', { keyPath: ['game', 'n'] });
      },
      // A newer version of the game in another tab is not kept waiting.
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
};

const within = <T>(patience: number, work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the browser does not answer')), patience);
    work()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
