import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { GameRecord, RecordedMove } from '../../scenario/index.ts';
import type { SavedGame } from './contract.ts';

/** A game's head: all of its record but the moves, and what the list of saved games shows. */
export interface Head extends SavedGame {
  readonly record: Omit<GameRecord, 'moves'>;
  /** How many moves belong to it; a move past this is from a phase that was taken back. */
  readonly moves: number;
}

interface Schema extends DBSchema {
  heads: { key: string; value: Head };
  moves: { key: [string, number]; value: RecordedMove & { readonly game: string; readonly n: number } };
}

/** Where games are kept. Every promise may be refused: no room, private browsing, a damaged profile. */
export interface Storage {
  readonly begin: (head: Head, moves: readonly RecordedMove[]) => Promise<void>;
  /** One more move, and the head that goes with it, together or not at all. */
  readonly append: (head: Head, move: RecordedMove) => Promise<void>;
  /** Moves from `head.moves` on are dropped. */
  readonly cut: (head: Head) => Promise<void>;
  readonly list: () => Promise<readonly SavedGame[]>;
  readonly load: (id: string) => Promise<{ readonly head: Head; readonly record: GameRecord } | undefined>;
  readonly forget: (id: string) => Promise<void>;
}

const whole = (game: string, from = 0): IDBKeyRange =>
  IDBKeyRange.bound([game, from], [game, Number.MAX_SAFE_INTEGER]);

export const openStorage = (name = 'nothing-is-agreed'): Storage => {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const database = (): Promise<IDBPDatabase<Schema>> => {
    opening ??= openDB<Schema>(name, 1, {
      upgrade: (db) => {
        db.createObjectStore('heads', { keyPath: 'id' });
        db.createObjectStore('moves', { keyPath: ['game', 'n'] });
      },
    });
    // A refused opening is tried again the next time.
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };
  return {
    begin: async (head, moves) => {
      const write = (await database()).transaction(['heads', 'moves'], 'readwrite');
      await Promise.all([
        write.objectStore('heads').put(head),
        ...moves.map((move, n) => write.objectStore('moves').put({ ...move, game: head.id, n })),
        write.done,
      ]);
    },
    append: async (head, move) => {
      const write = (await database()).transaction(['heads', 'moves'], 'readwrite', {
        durability: 'relaxed',
      });
      await Promise.all([
        write.objectStore('heads').put(head),
        write.objectStore('moves').put({ ...move, game: head.id, n: head.moves - 1 }),
        write.done,
      ]);
    },
    cut: async (head) => {
      const write = (await database()).transaction(['heads', 'moves'], 'readwrite');
      await Promise.all([
        write.objectStore('moves').delete(whole(head.id, head.moves)),
        write.objectStore('heads').put(head),
        write.done,
      ]);
    },
    list: async () => {
      const heads = await (await database()).getAll('heads');
      return heads
        .toSorted((a, b) => b.at - a.at)
        .map(({ id, scenario, title, seat, seed, session, phase, closed, at }) => ({
          id,
          scenario,
          title,
          seat,
          seed,
          session,
          phase,
          closed,
          at,
        }));
    },
    load: async (id) => {
      const read = (await database()).transaction(['heads', 'moves']);
      const head = await read.objectStore('heads').get(id);
      const stored = await read.objectStore('moves').getAll(whole(id));
      if (head === undefined) return undefined;
      const moves = stored
        .filter(({ n }) => n < head.moves)
        .map(({ move, events, because, hash }) => ({ move, events, because, hash }));
      return { head, record: { ...head.record, moves } };
    },
    forget: async (id) => {
      const write = (await database()).transaction(['heads', 'moves'], 'readwrite');
      await Promise.all([
        write.objectStore('heads').delete(id),
        write.objectStore('moves').delete(whole(id)),
        write.done,
      ]);
    },
  };
};
