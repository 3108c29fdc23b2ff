import type { Draft, Entry } from '../room/fact.ts';
import type { Head, Store, Written } from './store.ts';

/** Rooms that live as long as the process: for tests, and for trying the game out. */
export const memoryStore = (now: () => number = Date.now): Store => {
  const rooms = new Map<
    string,
    { readonly head: Head; readonly entries: Entry[]; readonly cmds: Set<string> }
  >();
  const leases = new Map<string, { readonly holder: string; readonly until: number }>();
  const signs = new Map<string, number>();
  const listeners: ((room: string, seq: number) => void)[] = [];
  const ring = (room: string, seq: number): void => {
    for (const heard of listeners) heard(room, seq);
  };
  return {
    create: async (head: Head, first: Draft) => {
      if (rooms.has(head.room)) return 'taken';
      const entry: Entry = { ...first, seq: 1 };
      rooms.set(head.room, {
        head,
        entries: [entry],
        cmds: new Set(first.cmd === undefined ? [] : [first.cmd]),
      });
      ring(head.room, 1);
      return 'created';
    },
    write: async (room, after, judge): Promise<Written> => {
      const kept = rooms.get(room);
      if (kept === undefined) return { done: 'no-such-room' };
      const draft = judge(kept.entries.slice(after));
      if (draft === undefined) return { done: 'nothing' };
      if (draft.cmd !== undefined && kept.cmds.has(draft.cmd)) return { done: 'duplicate' };
      const entry: Entry = { ...draft, seq: kept.entries.length + 1 };
      kept.entries.push(entry);
      if (draft.cmd !== undefined) kept.cmds.add(draft.cmd);
      ring(room, entry.seq);
      return { done: 'written', entry };
    },
    read: async (room, after) => rooms.get(room)?.entries.slice(after) ?? [],
    head: async (room) => rooms.get(room)?.head,
    heads: async () => [...rooms.values()].map(({ head }) => head).toSorted((a, b) => a.created - b.created),
    drop: async (room) => {
      leases.delete(room);
      return rooms.delete(room);
    },
    wipe: async () => {
      const { size } = rooms;
      rooms.clear();
      leases.clear();
      return size;
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
      signs.delete(holder);
      for (const [room, lease] of leases) if (lease.holder === holder) leases.delete(room);
    },
    alive: async (holder, milliseconds) => {
      signs.set(holder, now() + milliseconds);
      return new Set([...signs].filter(([, until]) => until > now()).map(([who]) => who));
    },
    ping: async () => true,
    close: async () => undefined,
  };
};
