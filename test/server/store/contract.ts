import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/server/room/fact.ts';
import type { Store } from '../../../src/server/store/store.ts';

const draft = (n: number, cmd?: string): Draft => ({
  at: n,
  by: 'p1',
  ...(cmd === undefined ? {} : { cmd }),
  facts: [{ fact: 'readied', person: `p${n}`, ready: true }],
  answer: { n },
});

/** One contract, many kinds: what every store of rooms must do. */
export const storeContract = (kind: string, open: () => Promise<Store>, here = true): void => {
  describe.skipIf(!here)(`a store of rooms: ${kind}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
      await store.wipe();
    });
    afterEach(async () => {
      await store.close();
    });
    const make = async (room: string, created = 1, series?: string): Promise<void> => {
      const head = { room, created, ...(series === undefined ? {} : { series }) };
      expect(await store.create(head, draft(0, 'made'))).toBe('created');
    };

    it('gives back what was written, in order, as it was', async () => {
      await make('AAAAAA');
      for (let n = 1; n <= 5; n += 1) {
        const written = await store.write('AAAAAA', n, () => draft(n, `cmd-${n}`));
        expect(written).toEqual({ done: 'written', entry: { ...draft(n, `cmd-${n}`), seq: n + 1 } });
      }
      const entries = await store.read('AAAAAA', 0);
      expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(entries[3]).toEqual({ ...draft(3, 'cmd-3'), seq: 4 });
      expect((await store.read('AAAAAA', 4)).map(({ seq }) => seq)).toEqual([5, 6]);
      expect(await store.read('NONE', 0)).toEqual([]);
    });

    it('a code is taken once', async () => {
      await make('AAAAAA');
      expect(await store.create({ room: 'AAAAAA', created: 2 }, draft(9))).toBe('taken');
      expect(await store.read('AAAAAA', 0)).toHaveLength(1);
    });

    it('whoever writes is told first what others have written', async () => {
      await make('AAAAAA');
      await store.write('AAAAAA', 1, () => draft(1));
      await store.write('AAAAAA', 2, () => draft(2));
      const heard: number[] = [];
      const written = await store.write('AAAAAA', 1, (newer) => {
        heard.push(...newer.map(({ seq }) => seq));
        return draft(3);
      });
      expect(heard).toEqual([2, 3]);
      expect(written).toMatchObject({ done: 'written', entry: { seq: 4 } });
    });

    it('the same request is written once', async () => {
      await make('AAAAAA');
      await make('BBBBBB');
      expect((await store.write('AAAAAA', 1, () => draft(1, 'same'))).done).toBe('written');
      expect((await store.write('AAAAAA', 2, () => draft(2, 'same'))).done).toBe('duplicate');
      expect((await store.write('BBBBBB', 1, () => draft(3, 'same'))).done).toBe('written');
      expect(await store.read('AAAAAA', 0)).toHaveLength(2);
    });

    it('nothing is written where nothing is wanted, where there is no room, or where judging fails', async () => {
      await make('AAAAAA');
      expect(await store.write('AAAAAA', 1, () => undefined)).toEqual({ done: 'nothing' });
      let asked = false;
      const none = await store.write('NONE', 0, () => {
        asked = true;
        return draft(1);
      });
      expect([none.done, asked]).toEqual(['no-such-room', false]);
      const failing = store.write('AAAAAA', 1, () => {
        throw new Error('a fault of ours');
      });
      const next = store.write('AAAAAA', 1, () => draft(1));
      await expect(failing).rejects.toThrow('a fault of ours');
      expect((await next).done).toBe('written');
      expect(await store.read('AAAAAA', 0)).toHaveLength(2);
    });

    it('many writers of many rooms at once: every entry has its own place', async () => {
      const rooms = ['AAAAAA', 'BBBBBB', 'CCCCCC'];
      for (const room of rooms) await make(room);
      const last = new Map(rooms.map((room) => [room, 1]));
      const written = await Promise.all(
        Array.from({ length: 90 }, (_, n) => {
          const room = rooms[n % 3] ?? '';
          return store.write(room, last.get(room) ?? 1, (newer) => {
            last.set(room, Math.max(last.get(room) ?? 1, newer.at(-1)?.seq ?? 1));
            return draft(n, `cmd-${n}`);
          });
        }),
      );
      expect(written.every(({ done }) => done === 'written')).toBe(true);
      for (const room of rooms)
        expect((await store.read(room, 0)).map(({ seq }) => seq)).toEqual(
          Array.from({ length: 31 }, (_, n) => n + 1),
        );
    });

    it('rings for every new entry', async () => {
      const rung: string[] = [];
      store.listen((room, seq) => rung.push(`${room} ${seq}`));
      await make('AAAAAA');
      await store.write('AAAAAA', 1, () => draft(1));
      expect(rung).toEqual(['AAAAAA 1', 'AAAAAA 2']);
    });

    it('lists rooms, oldest first, and deletes one or all without a trace', async () => {
      await make('BBBBBB', 2, 'series');
      await make('AAAAAA', 1);
      expect(await store.heads()).toEqual([
        { room: 'AAAAAA', created: 1 },
        { room: 'BBBBBB', created: 2, series: 'series' },
      ]);
      expect(await store.head('BBBBBB')).toEqual({ room: 'BBBBBB', created: 2, series: 'series' });
      expect(await store.drop('AAAAAA')).toBe(true);
      expect(await store.drop('AAAAAA')).toBe(false);
      expect(await store.read('AAAAAA', 0)).toEqual([]);
      expect((await store.write('AAAAAA', 1, () => draft(1))).done).toBe('no-such-room');
      expect(await store.wipe()).toBe(1);
      expect(await store.heads()).toEqual([]);
    });

    it('lends a room to one holder at a time, until it is given back or forgotten', async () => {
      await make('AAAAAA');
      expect(await store.lease('AAAAAA', 'one', 60_000)).toBe(true);
      expect(await store.lease('AAAAAA', 'two', 60_000)).toBe(false);
      expect(await store.lease('AAAAAA', 'one', 60_000)).toBe(true);
      await store.release('one');
      expect(await store.lease('AAAAAA', 'two', 5)).toBe(true);
      await new Promise((resolve) => {
        setTimeout(resolve, 30);
      });
      expect(await store.lease('AAAAAA', 'three', 60_000)).toBe(true);
    });

    it('knows who is alive', async () => {
      expect([...(await store.alive('one', 60_000))]).toContain('one');
      expect(await store.ping()).toBe(true);
    });
  });
};
