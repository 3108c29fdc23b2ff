import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft, Entry } from '../room/fact.ts';
import type { Head } from './store.ts';

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
    return checked(await import(name));
  } catch {
    return checked(await import('@photostructure/sqlite'));
  }
};

const checked = (found: unknown): Sqlite => {
  if (typeof found === 'object' && found !== null && 'DatabaseSync' in found && isMaker(found)) return found;
  throw new Error('there is no SQLite here');
};
const isMaker = (found: object & { DatabaseSync: unknown }): found is Sqlite =>
  typeof found.DatabaseSync === 'function';

/** Another process has the folder. */
export class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
}

const SCHEMA = `
  create table if not exists rooms(room text primary key, series text, created integer not null) strict;
  create table if not exists events(
    room text not null, seq integer not null, cmd text, at integer not null, body text not null,
    primary key (room, seq)
  ) strict, without rowid;
  create unique index if not exists events_cmd on events(room, cmd) where cmd is not null;
`;

/** What is asked of the file, and by whom it is answered: see `Asked`'s members. */
export type FileRequest =
  | { readonly do: 'create'; readonly head: Head; readonly first: Draft }
  | { readonly do: 'write'; readonly room: string; readonly seq: number; readonly draft: Draft }
  | { readonly do: 'read'; readonly room: string; readonly after: number }
  | { readonly do: 'head'; readonly room: string }
  | { readonly do: 'heads' }
  | { readonly do: 'drop'; readonly room: string }
  | { readonly do: 'wipe' };

export interface FileAnswers {
  readonly create: boolean;
  /** `duplicate`: the request's id is there already. `gap`: the log is not as long as whoever writes believes. */
  readonly write: 'written' | 'duplicate' | 'gap';
  readonly read: readonly Entry[];
  readonly head: Head | undefined;
  readonly heads: readonly Head[];
  readonly drop: boolean;
  readonly wipe: number;
}
export type FileAnswer = FileAnswers[FileRequest['do']];

const column = (row: unknown, name: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, name) : undefined;
const text = (row: unknown, name: string): string => {
  const value = column(row, name);
  return typeof value === 'string' ? value : '';
};
const number = (row: unknown, name: string): number => {
  const value = column(row, name);
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : 0;
};
/** The body of an entry that this file was given by us. */
const entryFrom = (row: unknown): Entry => {
  const body: Draft = JSON.parse(text(row, 'body'));
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
 * The file itself: synchronous, as SQLite is. Everything that is asked at once goes into one transaction with one wait for the disk
 * (`synchronous=FULL`); what fails by itself is taken back by itself.
 */
export class SqliteFile {
  readonly #db: Database;
  readonly #statements: {
    readonly [
      K in 'insert' | 'newer' | 'last' | 'known' | 'found' | 'all' | 'add' | 'forget' | 'remove'
    ]: Statement;
  };

  private constructor(db: Database) {
    this.#db = db;
    this.#statements = {
      insert: db.prepare('insert into events(room, seq, cmd, at, body) values (?, ?, ?, ?, ?)'),
      newer: db.prepare('select seq, body from events where room = ? and seq > ? order by seq'),
      last: db.prepare('select max(seq) as seq from events where room = ?'),
      known: db.prepare('select 1 as one from events where room = ? and cmd = ?'),
      found: db.prepare('select room, series, created from rooms where room = ?'),
      all: db.prepare('select room, series, created from rooms order by created, room'),
      add: db.prepare('insert into rooms(room, series, created) values (?, ?, ?)'),
      forget: db.prepare('delete from events where room = ?'),
      remove: db.prepare('delete from rooms where room = ?'),
    };
  }

  static async open(folder: string): Promise<SqliteFile> {
    mkdirSync(folder, { recursive: true });
    const { DatabaseSync } = await loadSqlite();
    return new SqliteFile(openExclusively(DatabaseSync, join(folder, 'rooms.sqlite')));
  }

  /** Answers all, in order, when all is committed; an error is one answer's alone, unless the commit itself fails. */
  answer(requests: readonly FileRequest[]): readonly (FileAnswer | Error)[] {
    const writes = requests.some((request) => !isReading(request));
    if (!writes) return requests.map((request) => this.#one(request));
    const answers: (FileAnswer | Error)[] = [];
    this.#db.exec('begin immediate');
    try {
      for (const request of requests) {
        this.#db.exec('savepoint one');
        try {
          answers.push(this.#one(request));
        } catch (error) {
          this.#db.exec('rollback to one');
          answers.push(asError(error));
        }
        this.#db.exec('release one');
      }
      this.#db.exec('commit');
    } catch (error) {
      try {
        this.#db.exec('rollback');
      } catch {
        // There is no transaction left to take back.
      }
      return requests.map(() => asError(error));
    }
    if (requests.some((request) => request.do === 'wipe')) {
      // What was deleted is to be gone from the file, too.
      this.#db.exec('vacuum');
      this.#db.exec('pragma wal_checkpoint(truncate)');
    }
    return answers;
  }

  #one(request: FileRequest): FileAnswer {
    const { insert, newer, last, known, found, all, add, forget, remove } = this.#statements;
    switch (request.do) {
      case 'create': {
        const { head, first } = request;
        if (found.get(head.room) !== undefined) return false;
        add.run(head.room, head.series ?? null, head.created);
        insert.run(head.room, 1, first.cmd ?? null, first.at, JSON.stringify(first));
        return true;
      }
      case 'write': {
        const { room, seq, draft } = request;
        if (number(last.get(room), 'seq') !== seq - 1) return 'gap';
        if (draft.cmd !== undefined && known.get(room, draft.cmd) !== undefined) return 'duplicate';
        insert.run(room, seq, draft.cmd ?? null, draft.at, JSON.stringify(draft));
        return 'written';
      }
      case 'read':
        return newer.all(request.room, request.after).map(entryFrom);
      case 'head': {
        const row = found.get(request.room);
        return row === undefined ? undefined : headFrom(row);
      }
      case 'heads':
        return all.all().map(headFrom);
      case 'drop':
        forget.run(request.room);
        return Number(remove.run(request.room).changes) > 0;
      case 'wipe': {
        this.#db.exec('delete from events');
        const count = number(this.#db.prepare('select count(*) as count from rooms').get(), 'count');
        this.#db.exec('delete from rooms');
        return count;
      }
    }
  }

  /** Gives the file back at once: as long as a statement is not collected as garbage, a closed connection would keep its lock. */
  close(): void {
    try {
      this.#db.exec('pragma journal_mode = delete');
      this.#db.exec('pragma locking_mode = normal');
      this.#db.exec('select count(*) from rooms');
    } catch {
      // The lock then goes with the process; everything that was acknowledged is on the disk already.
    }
    this.#db.close();
  }
}

const isReading = ({ do: what }: FileRequest): boolean =>
  what === 'read' || what === 'head' || what === 'heads';

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

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
