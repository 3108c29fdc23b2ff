import { afterEach, describe, expect, it } from 'vitest';
import { companyHere } from '../../../src/server/ai/company.ts';
import { hashOfKey } from '../../../src/server/hall/keys.ts';
import { LiveRoom } from '../../../src/server/hall/live-room.ts';
import { Readings } from '../../../src/server/hall/readings.ts';
import type { Surroundings } from '../../../src/server/hall/surroundings.ts';
import { leftAt } from '../../../src/server/room/clock.ts';
import { planFor } from '../../../src/server/room/plan.ts';
import { memoryStore } from '../../../src/server/store/memory.ts';
import type { Store } from '../../../src/server/store/store.ts';
import type { SightTold, Told } from '../../../src/protocol/index.ts';
import { tiny, TINY_TEXT } from '../../fixtures/index.ts';
import { USUAL } from '../room/given.ts';
import { newCommandId } from '../screen.ts';

const readings = new Readings();
const FRESH = { keyHash: 'k', seed: 's' };
const open: LiveRoom[] = [];
afterEach(() => {
  for (const live of open.splice(0)) live.close('server-stops');
});

/** A process with a clock of its own that a test turns. */
const processNamed = (name: string, clock: { now: number }, living: ReadonlySet<string>): Surroundings => ({
  process: name,
  now: () => clock.now,
  read: readings.room,
  company: companyHere(readings),
  living: async () => living,
  report: (what, error) => {
    throw new Error(what, { cause: error });
  },
  counted: () => undefined,
});

const founded = async (store: Store, clock: { now: number }): Promise<void> => {
  await store.create(
    { room: 'ABCDEF', created: clock.now },
    {
      at: clock.now,
      by: 'door',
      facts: [
        {
          fact: 'created',
          room: 'ABCDEF',
          preset: '45',
          text: TINY_TEXT,
          seed: 'river',
          settings: USUAL,
          plan: planFor(tiny, '45'),
        },
        { fact: 'came', person: 'p1', name: 'Teacher', role: 'facilitator', keyHash: hashOfKey('host') },
        {
          fact: 'came',
          person: 'p2',
          name: 'Ann',
          role: 'member',
          seat: tiny.delegations[0]?.id ?? 'chair',
          keyHash: 'ann',
        },
      ],
    },
  );
};

const loaded = async (store: Store, around: Surroundings): Promise<LiveRoom> => {
  const live = await LiveRoom.load(store, around, 'ABCDEF');
  if (live === undefined) throw new Error('there is a room');
  open.push(live);
  return live;
};

const screen = (person: string) => {
  const told: Told[] = [];
  return { person, told, tell: (one: Told) => void told.push(one) };
};
const sights = (told: readonly Told[]): readonly SightTold[] => told.filter((one) => one.tell === 'sight');

describe('a room that is held', () => {
  it('left running and taken up another day stands still, with the time it had, and nobody in it', async () => {
    const clock = { now: 1_000_000 };
    const store = memoryStore();
    await founded(store, clock);
    const first = await loaded(store, processNamed('one', clock, new Set(['one'])));
    first.lead(true);
    await first.sit(screen('p2'));
    await first.act('p1', { ask: 'start', id: newCommandId(), despite: true }, FRESH);
    clock.now += 10_000;
    await first.act('p1', { ask: 'ready', id: newCommandId(), ready: true }, FRESH);
    const left = leftAt(first.room.clock, clock.now);
    // The process is killed: nothing of its end is written. The next day another one takes the room up.
    clock.now += 86_400_000;
    const second = await loaded(store, processNamed('two', clock, new Set(['two'])));
    expect(second.room.clock.paused).toEqual({ code: 'to-be-continued' });
    expect(second.room.clock.left).toBe(left);
    expect(second.room.stage).toBe('play');
    expect(second.room.people.find(({ id }) => id === 'p2')?.at).toEqual([]);
    expect(second.personWithKey(hashOfKey('host'))?.id).toBe('p1');
    expect(second.personWithKey('host')).toBeUndefined();
  });

  it('taken up at once goes on as if nothing had been', async () => {
    const clock = { now: 1_000_000 };
    const store = memoryStore();
    await founded(store, clock);
    const first = await loaded(store, processNamed('one', clock, new Set(['one'])));
    await first.act('p1', { ask: 'start', id: newCommandId(), despite: true }, FRESH);
    clock.now += 2_000;
    const second = await loaded(store, processNamed('two', clock, new Set(['two'])));
    expect(second.room.clock.paused).toBeUndefined();
    expect(second.room.clock).toEqual(first.room.clock);
  });

  it('two processes hold it in step: each tells its own screens what the other has written', async () => {
    const clock = { now: 1_000_000 };
    const store = memoryStore();
    await founded(store, clock);
    const both = new Set(['one', 'two']);
    const one = await loaded(store, processNamed('one', clock, both));
    const two = await loaded(store, processNamed('two', clock, both));
    store.listen((_room, seq) => {
      one.hear(seq);
      two.hear(seq);
    });
    const far = screen('p2');
    await two.sit(far);
    expect(sights(far.told)[0]?.whole).toBe(true);
    await one.act('p1', { ask: 'start', id: newCommandId(), despite: true }, FRESH);
    await expect
      .poll(() => sights(far.told).some(({ room }) => JSON.stringify(room).includes('"play"')))
      .toBe(true);
    await Promise.all([one.catchUp(), two.catchUp()]);
    expect(two.room.seq).toBe(one.room.seq);
    expect(JSON.stringify(two.room)).toBe(JSON.stringify(one.room));
    // Both judge at once: one is told of the other's entry first.
    const answers = await Promise.all([
      one.act('p1', { ask: 'pause', id: newCommandId(), because: { code: 'break' } }, FRESH),
      two.act('p1', { ask: 'ready', id: newCommandId(), ready: true }, FRESH),
    ]);
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    await Promise.all([one.catchUp(), two.catchUp()]);
    expect(JSON.stringify(two.room)).toBe(JSON.stringify(one.room));
  });

  it('a person who moves to another seat is shown that seat whole, and somebody who is removed hears of it', async () => {
    const clock = { now: 1_000_000 };
    const store = memoryStore();
    await founded(store, clock);
    const live = await loaded(store, processNamed('one', clock, new Set(['one'])));
    const ann = screen('p2');
    await live.sit(ann);
    const other = tiny.delegations[1]?.id ?? 'chair';
    await live.act(
      'p1',
      { ask: 'seat', id: newCommandId(), person: 'p2', role: 'member', seat: other },
      FRESH,
    );
    await expect.poll(() => sights(ann.told).length).toBe(2);
    expect(sights(ann.told)[1]?.game).toMatchObject({ v: { seat: other } });
    await live.act('p1', { ask: 'remove', id: newCommandId(), person: 'p2' }, FRESH);
    expect(ann.told.at(-1)).toEqual({ tell: 'gone', why: 'removed' });
    expect(live.screens).toBe(0);
  });

  it('where the store does not answer says so, and does it when asked again', async () => {
    const clock = { now: 1_000_000 };
    const store = memoryStore();
    await founded(store, clock);
    const broken = { now: false };
    const failing: Store = {
      ...store,
      write: async (...of) => {
        if (broken.now) throw new Error('no disk');
        return store.write(...of);
      },
    };
    const around = { ...processNamed('one', clock, new Set(['one'])), report: () => undefined };
    const live = await loaded(failing, around);
    const id = newCommandId();
    broken.now = true;
    expect(await live.act('p1', { ask: 'start', id, despite: true }, FRESH)).toEqual({ refused: 'not-now' });
    expect(live.room.stage).toBe('lobby');
    broken.now = false;
    expect(await live.act('p1', { ask: 'start', id, despite: true }, FRESH)).toEqual({ ok: true });
    expect(await live.act('p1', { ask: 'start', id, despite: true }, FRESH)).toEqual({ ok: true });
  });
});
