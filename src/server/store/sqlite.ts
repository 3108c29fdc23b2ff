import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft, Entry } from '../room/fact.ts';
import type { Head, Store, Written } from './store.ts';

/** What is used of `node:sqlite`; @photostructure/sqlite has the same where Node has it not yet. */
interface Statement {
  run(...values: (string | number | null)[]): { changes: number | bigint };
  get(...values: (string | number | null)[]): unknown;
  all(...values: (string | number | null)[]): unknown[];
}
interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}
interface Sqlite {
  readonly DatabaseSync: new (path: string) => Database;
}

/** Node 22.13 and later bring SQLite along; before that the package stands in. */
const loadSqlite = async (): Promise<Sqlite> => {
  try {
    const name = 'node:sqlite';
    return isSqlite(await import(name));
  } catch {
    return isSqlite(await import('@photostructure/sqlite'));
  }
};

const isSqlite = (found: unknown): Sqlite => {
  if (typeof found === 'object' && found !== null && 'DatabaseSync' in found && isMaker(found)) return found;
  throw new Error('there is no SQLite here');
};
const isMaker = (found: object & { DatabaseSync: unknown }): found is Sqlite =>
  typeof found.DatabaseSync === 'function';

/** Another process has the folder. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

/** Milliseconds in which appends are gathered into one transaction: one wait for the disk for all of them. */
const GATHER = 3;

const SCHEMA = `
  create table if not exists rooms(room text primary key, series text, created integer not null) strict;
  create table if not exists events(
    room text not null, seq integer not null, cmd text, at integer not null, body text not null,
    primary key (room, seq)
  ) strict, without rowid;
  create unique index if not exists events_cmd on events(room, cmd) where cmd is not null;
`;

interface Waiting {
  /** Does the work; what it gives back answers whoever waits, once all is committed. */
  readonly work: () => () => void;
  readonly reject: (error: unknown) => void;
}

const text = (row: unknown, column: string): string => {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined;
  return typeof value === 'string' ? value : '';
};
const number = (row: unknown, column: string): number => {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined;
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : 0;
};

/** The body of an entry that this store has written itself. */
export const entryFrom = (row: unknown): Entry => {
  const body: Omit<Entry, 'seq'> = JSON.parse(text(row, 'body'));
  return { ...body, seq: number(row, 'seq') };
};

const headFrom = (row: unknown): Head => {
  const series = text(row, 'series');
  return {
    room: text(row, 'room'),
    ...(series === '' ? {} : { series }),
    created: number(row, 'created'),
  };
};

/**
 * The log in one file of a folder. One process has it to itself; every acknowledged entry is on the disk (`synchronous=FULL`), and
 * entries of the same few milliseconds share one wait for it.
 */
export const sqliteStore = async (folder: string, now: () => number = Date.now): Promise<Store> => {
  mkdirSync(folder, { recursive: true });
  const { DatabaseSync } = await loadSqlite();
  const db = openExclusively(DatabaseSync, join(folder, 'rooms.sqlite'));
  const insert = db.prepare('insert into events(room, seq, cmd, at, body) values (?, ?, ?, ?, ?)');
  const newer = db.prepare('select seq, body from events where room = ? and seq > ? order by seq');
  const last = db.prepare('select max(seq) as seq from events where room = ?');
  const known = db.prepare('select 1 as one from events where room = ? and cmd = ?');
  const found = db.prepare('select room, series, created from rooms where room = ?');
  const all = db.prepare('select room, series, created from rooms order by created, room');
  const add = db.prepare('insert into rooms(room, series, created) values (?, ?, ?)');

  const listeners: ((room: string, seq: number) => void)[] = [];
  const waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  const write = (room: string, seq: number, draft: Draft): void => {
    insert.run(room, seq, draft.cmd ?? null, draft.at, JSON.stringify(draft));
  };

  /** All that waits, in order, in one transaction. Whoever throws has written nothing and does not hold the others up. */
  const flush = (): void => {
    timer = undefined;
    const batch = waiting.splice(0);
    if (batch.length === 0) return;
    const answers: (() => void)[] = [];
    try {
      db.exec('begin immediate');
      for (const { work, reject } of batch) {
        db.exec('savepoint one');
        try {
          answers.push(work());
        } catch (error) {
          db.exec('rollback to one');
          answers.push(() => reject(error));
        }
        db.exec('release one');
      }
      db.exec('commit');
    } catch (error) {
      try {
        db.exec('rollback');
      } catch {
        // There was no transaction to take back.
      }
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const answer of answers) answer();
  };

  const gathered = <T>(work: () => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({
        work: () => {
          const done = work();
          return () => resolve(done);
        },
        reject,
      });
      timer ??= setTimeout(flush, GATHER);
    });

  const ring = (room: string, seq: number): void => {
    for (const heard of listeners) heard(room, seq);
  };
  const leases = new Map<string, { readonly holder: string; readonly until: number }>();

  return {
    create: async (head, first) => {
      const created = await gathered(() => {
        if (found.get(head.room) !== undefined) return false;
        add.run(head.room, head.series ?? null, head.created);
        write(head.room, 1, first);
        return true;
      });
      if (created) ring(head.room, 1);
      return created ? 'created' : 'taken';
    },
    write: async (room, after, judge) => {
      const written = await gathered((): Written => {
        const seq = number(last.get(room), 'seq');
        if (seq === 0) return { done: 'no-such-room' };
        const draft = judge(seq > after ? newer.all(room, after).map(entryFrom) : []);
        if (draft === undefined) return { done: 'nothing' };
        if (draft.cmd !== undefined && known.get(room, draft.cmd) !== undefined) return { done: 'duplicate' };
        write(room, seq + 1, draft);
        return { done: 'written', entry: { ...draft, seq: seq + 1 } };
      });
      if (written.done === 'written') ring(room, written.entry.seq);
      return written;
    },
    read: async (room, after) => newer.all(room, after).map(entryFrom),
    head: async (room) => {
      const row = found.get(room);
      return row === undefined ? undefined : headFrom(row);
    },
    heads: async () => all.all().map(headFrom),
    drop: (room) =>
      gathered(() => {
        leases.delete(room);
        db.prepare('delete from events where room = ?').run(room);
        return Number(db.prepare('delete from rooms where room = ?').run(room).changes) > 0;
      }),
    wipe: async () => {
      const count = await gathered(() => {
        leases.clear();
        db.exec('delete from events');
        return Number(db.prepare('delete from rooms').run().changes);
      });
      // What was deleted is to be gone from the file, too.
      db.exec('vacuum');
      db.exec('pragma wal_checkpoint(truncate)');
      return count;
    },
    listen: (heard) => {
      listeners.push(heard);
    },
    lease: async (room, holder, milliseconds) => {
      const held = leases.get(room);
      if (held !== undefined && held.holder !== holder && held.until > now()) return false;
      leases.set(room, { holder, until: now() + milliseconds });
      return true;
    },
    release: async (holder) => {
      for (const [room, lease] of leases) if (lease.holder === holder) leases.delete(room);
    },
    alive: async (holder) => new Set([holder]),
    ping: async () => {
      db.exec('select 1');
      return true;
    },
    close: async () => {
      clearTimeout(timer);
      flush();
      letGo(db);
      db.close();
    },
  };
};

/** Gives the file back at once: as long as a statement is not collected as garbage, a closed connection would keep its lock. */
const letGo = (db: Database): void => {
  db.exec('pragma journal_mode = delete');
  db.exec('pragma locking_mode = normal');
  db.exec('select count(*) from rooms');
};

const openExclusively = (make: Sqlite['DatabaseSync'], path: string): Database => {
  const db = new make(path);
  try {
    db.exec('pragma locking_mode = exclusive');
    db.exec('pragma journal_mode = wal');
    db.exec('pragma synchronous = full');
    db.exec('pragma fullfsync = on');
    db.exec('pragma secure_delete = on');
    // The lock is taken by the first write, and kept.
    db.exec('begin immediate');
    db.exec(SCHEMA);
    db.exec('commit');
    return db;
  } catch (error) {
    db.close();
    const message = error instanceof Error ? error.message : String(error);
    throw /locked|busy/iu.test(message)
      ? new FolderTaken(`Another server is using ${path}. End it, or set DATA_DIR to another folder.`)
      : error;
  }
};
