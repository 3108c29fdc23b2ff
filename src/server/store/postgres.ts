import { Client, Pool, type PoolClient } from 'pg';
import type { Draft, Entry } from '../room/fact.ts';
import type { Head, Store, Written } from './store.ts';

const CHANNEL = 'nia_rooms';
/** Connections of one process, the one that listens not counted. */
const CONNECTIONS = 12;
/** Milliseconds before the listener tries again, and between looks at the log where no doorbell may have been heard. */
const AGAIN = 300;
const LOOK_EVERY = 2_000;
/** One number under which every process that sets up the tables waits for the others. */
const SETUP_LOCK = 7_203_455;

const SCHEMA = `
  create table if not exists nia_rooms(
    room text primary key, series text, created bigint not null,
    holder text, leased_until timestamptz
  );
  create table if not exists nia_events(
    room text not null references nia_rooms(room) on delete cascade,
    seq bigint not null, cmd text, at bigint not null, body text not null,
    primary key (room, seq), unique (room, cmd)
  );
  create table if not exists nia_processes(process text primary key, alive_until timestamptz not null);
`;

interface RoomRow {
  readonly room: string;
  readonly series: string | null;
  readonly created: string;
}
interface EventRow {
  readonly seq: string;
  readonly body: string;
}

const headFrom = ({ room, series, created }: RoomRow): Head => ({
  room,
  ...(series === null ? {} : { series }),
  created: Number(created),
});
const entryFrom = ({ seq, body }: EventRow): Entry => {
  const parsed: Draft = JSON.parse(body);
  return { ...parsed, seq: Number(seq) };
};

/**
 * The log in PostgreSQL, for several processes side by side. A room's lock is taken before its log is read, so nobody has to try
 * twice; the unique keys are the safety net. Others hear of new entries by `NOTIFY`, and look by themselves in case it was not heard.
 */
export const postgresStore = async (
  url: string,
  report: (what: string, error: unknown) => void,
): Promise<Store> => {
  const pool = new Pool({ connectionString: url, max: CONNECTIONS, connectionTimeoutMillis: 5_000 });
  // Without these a database that restarts would end the process.
  pool.on('error', (error) => report('a database connection was lost', error));
  pool.on('connect', (client) => {
    client.on('error', (error) => report('a database connection was lost', error));
  });
  await setUp(pool);

  const listeners: ((room: string, seq: number) => void)[] = [];
  /** What is known to have been heard of, by room. */
  const heard = new Map<string, number>();
  const ring = (room: string, seq: number): void => {
    if (seq <= (heard.get(room) ?? 0)) return;
    heard.set(room, seq);
    for (const listener of listeners) listener(room, seq);
  };

  const ears = listenFor(url, ring, report);
  /** Doorbells can be missed: while the listener was away, or the database restarted. */
  const look = setInterval(() => {
    const known = [...heard.keys()];
    if (known.length === 0) return;
    pool
      .query<{ room: string; seq: string }>(
        'select room, max(seq) as seq from nia_events where room = any($1) group by room',
        [known],
      )
      .then(({ rows }) => {
        for (const { room, seq } of rows) ring(room, Number(seq));
      })
      .catch((error: unknown) => report('the log could not be looked at', error));
  }, LOOK_EVERY);
  look.unref();

  return {
    create: async (head, first) => {
      const { rowCount } = await pool.query(
        `with fresh as (
           insert into nia_rooms(room, series, created) values ($1, $2, $3) on conflict do nothing returning room
         )
         insert into nia_events(room, seq, cmd, at, body) select room, 1, $4, $5, $6 from fresh`,
        [head.room, head.series ?? null, head.created, first.cmd ?? null, first.at, JSON.stringify(first)],
      );
      if (rowCount !== 1) return 'taken';
      ring(head.room, 1);
      return 'created';
    },
    write: async (room, after, judge) => {
      const written = await inTransaction(pool, (client) => writeOne(client, room, after, judge));
      if (written.done === 'written') ring(room, written.entry.seq);
      return written;
    },
    read: async (room, after) => {
      const { rows } = await pool.query<EventRow>(
        'select seq, body from nia_events where room = $1 and seq > $2 order by seq',
        [room, after],
      );
      const last = rows.at(-1);
      // From now on this process wants to hear of this room.
      if (last !== undefined) heard.set(room, Math.max(heard.get(room) ?? 0, Number(last.seq)));
      return rows.map(entryFrom);
    },
    head: async (room) => {
      const { rows } = await pool.query<RoomRow>(
        'select room, series, created from nia_rooms where room = $1',
        [room],
      );
      const [row] = rows;
      return row === undefined ? undefined : headFrom(row);
    },
    heads: async () => {
      const { rows } = await pool.query<RoomRow>(
        'select room, series, created from nia_rooms order by created, room',
      );
      return rows.map(headFrom);
    },
    drop: async (room) => {
      heard.delete(room);
      const { rowCount } = await pool.query('delete from nia_rooms where room = $1', [room]);
      return (rowCount ?? 0) > 0;
    },
    wipe: async () => {
      heard.clear();
      const { rowCount } = await pool.query('delete from nia_rooms');
      return rowCount ?? 0;
    },
    listen: (listener) => {
      listeners.push(listener);
    },
    lease: async (room, holder, milliseconds) => {
      const { rowCount } = await pool.query(
        `update nia_rooms set holder = $2, leased_until = now() + $3 * interval '1 millisecond'
         where room = $1 and (holder is null or holder = $2 or leased_until < now())`,
        [room, holder, milliseconds],
      );
      return rowCount === 1;
    },
    release: async (holder) => {
      await pool.query('update nia_rooms set holder = null, leased_until = null where holder = $1', [holder]);
      await pool.query('delete from nia_processes where process = $1', [holder]);
    },
    alive: async (holder, milliseconds) => {
      await pool.query(
        `insert into nia_processes(process, alive_until) values ($1, now() + $2 * interval '1 millisecond')
         on conflict (process) do update set alive_until = excluded.alive_until`,
        [holder, milliseconds],
      );
      await pool.query("delete from nia_processes where alive_until < now() - interval '1 day'");
      const { rows } = await pool.query<{ process: string }>(
        'select process from nia_processes where alive_until > now()',
      );
      return new Set(rows.map(({ process }) => process));
    },
    ping: async () => {
      await pool.query('select 1');
      return true;
    },
    close: async () => {
      clearInterval(look);
      await ears.close();
      await pool.end();
    },
  };
};

const setUp = async (pool: Pool): Promise<void> => {
  await inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [SETUP_LOCK]);
    await client.query(SCHEMA);
  });
};

/** A transaction; a connection on which anything went wrong is not used again. */
const inTransaction = async <T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const done = await work(client);
    await client.query('commit');
    client.release();
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    client.release(true);
    throw error;
  }
};

const writeOne = async (
  client: PoolClient,
  room: string,
  after: number,
  judge: (newer: readonly Entry[]) => Draft | undefined,
): Promise<Written> => {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [room]);
  const { rows } = await client.query<EventRow>(
    'select seq, body from nia_events where room = $1 and seq > $2 order by seq',
    [room, after],
  );
  const last = rows.at(-1);
  if (last === undefined) {
    // Nothing newer: is the log as long as whoever asks believes?
    const { rows: here } = await client.query('select 1 from nia_events where room = $1 and seq = $2', [
      room,
      after,
    ]);
    if (here.length === 0) return { done: 'no-such-room' };
  }
  const draft = judge(rows.map(entryFrom));
  if (draft === undefined) return { done: 'nothing' };
  const seq = (last === undefined ? after : Number(last.seq)) + 1;
  const { rowCount } = await client.query(
    `insert into nia_events(room, seq, cmd, at, body) values ($1, $2, $3, $4, $5)
     on conflict (room, cmd) do nothing`,
    [room, seq, draft.cmd ?? null, draft.at, JSON.stringify(draft)],
  );
  if (rowCount !== 1) return { done: 'duplicate' };
  // Only which room and how far: nothing of what is in it leaves the table.
  await client.query('select pg_notify($1, $2)', [CHANNEL, `${room} ${seq}`]);
  return { done: 'written', entry: { ...draft, seq } };
};

/** A connection of its own that listens, and listens again whenever it was lost. */
const listenFor = (
  url: string,
  ring: (room: string, seq: number) => void,
  report: (what: string, error: unknown) => void,
): { readonly close: () => Promise<void> } => {
  let closed = false;
  let present: Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const again = (client: Client): void => {
    if (closed || client !== present) return;
    present = undefined;
    client.end().catch(() => undefined);
    retry = setTimeout(open, AGAIN);
  };
  const open = (): void => {
    if (closed) return;
    const client = new Client({ connectionString: url, keepAlive: true });
    present = client;
    client.on('error', (error) => {
      report('the doorbell was lost', error);
      again(client);
    });
    client.on('end', () => again(client));
    client.on('notification', ({ payload = '' }) => {
      const [room, seq] = payload.split(' ');
      if (room !== undefined && seq !== undefined) ring(room, Number(seq));
    });
    client
      .connect()
      .then(() => client.query(`listen ${CHANNEL}`))
      .catch((error: unknown) => {
        report('the doorbell cannot be heard', error);
        again(client);
      });
  };
  open();
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await present?.end().catch(() => undefined);
    },
  };
};
