import type { Draft, Entry } from '../room/fact.ts';
import type { Store, Written } from './store.ts';
import type { Way } from './sqlite-way.ts';

/**
 * The log in one file of a folder. One process has it to itself, so what is newest of a room is known here; the file is only told, and
 * says when it is on the disk.
 */
export const sqliteStore = (way: Way, now: () => number = Date.now): Store => {
  /** Length of each room's log, of rooms that were written or read here. */
  const lengths = new Map<string, number>();
  /** Writes of one room go one after the other. */
  const queues = new Map<string, Promise<unknown>>();
  const leases = new Map<string, { readonly holder: string; readonly until: number }>();
  const listeners: ((room: string, seq: number) => void)[] = [];

  const inTurn = <T>(room: string, work: () => Promise<T>): Promise<T> => {
    const done = (queues.get(room) ?? Promise.resolve()).then(work, work);
    const settled = done.catch(() => undefined);
    queues.set(room, settled);
    void settled.then(() => {
      if (queues.get(room) === settled) queues.delete(room);
    });
    return done;
  };
  const ring = (room: string, seq: number): void => {
    lengths.set(room, seq);
    for (const heard of listeners) heard(room, seq);
  };
  const read = async (room: string, after: number): Promise<readonly Entry[]> => {
    const entries = await way.ask({ do: 'read', room, after });
    const last = entries.at(-1);
    if (last !== undefined) lengths.set(room, Math.max(lengths.get(room) ?? 0, last.seq));
    return entries;
  };

  const write = async (
    room: string,
    after: number,
    judge: (newer: readonly Entry[]) => Draft | undefined,
  ): Promise<Written> => {
    const newer = lengths.get(room) === after && after > 0 ? [] : await read(room, after);
    const last = newer.at(-1)?.seq ?? after;
    // Nothing is newer: there is such a log, or there is no such room.
    if (newer.length === 0 && lengths.get(room) !== after && !(await exists(room, after)))
      return { done: 'no-such-room' };
    const draft = judge(newer);
    if (draft === undefined) return { done: 'nothing' };
    const seq = last + 1;
    const written = await way.ask({ do: 'write', room, seq, draft });
    if (written === 'duplicate') return { done: 'duplicate' };
    if (written === 'gap') {
      lengths.delete(room);
      return { done: 'no-such-room' };
    }
    ring(room, seq);
    return { done: 'written', entry: { ...draft, seq } };
  };
  const exists = async (room: string, after: number): Promise<boolean> => {
    const length = (await read(room, 0)).at(-1)?.seq;
    return length !== undefined && length === after;
  };

  return {
    create: async (head, first) => {
      const created = await way.ask({ do: 'create', head, first });
      if (created) ring(head.room, 1);
      return created ? 'created' : 'taken';
    },
    write: (room, after, judge) => inTurn(room, () => write(room, after, judge)),
    read,
    head: (room) => way.ask({ do: 'head', room }),
    heads: () => way.ask({ do: 'heads' }),
    drop: (room) =>
      inTurn(room, () => {
        lengths.delete(room);
        leases.delete(room);
        return way.ask({ do: 'drop', room });
      }),
    wipe: () => {
      lengths.clear();
      leases.clear();
      return way.ask({ do: 'wipe' });
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
      await way.ask({ do: 'head', room: '' });
      return true;
    },
    close: async () => {
      await Promise.all(queues.values());
      await way.close();
    },
  };
};
