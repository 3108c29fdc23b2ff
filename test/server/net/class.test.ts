import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/engine/index.ts';
import { PROTOCOL } from '../../../src/protocol/index.ts';
import { readGameFile } from '../../../src/scenario/index.ts';
import type { Running } from '../../../src/server/server.ts';
import { tiny, TINY_TEXT } from '../../fixtures/index.ts';
import { host, join, newCommandId, Screen, type Hosted } from '../screen.ts';
import { serve, upload } from '../serving.ts';

let server: Running;
let port = 0;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await serve();
  port = server.port;
});
afterAll(async () => {
  for (const screen of screens) screen.close();
  await server.close();
});

const [a, b, c] = tiny.delegations.map(({ id }) => id);
if (a === undefined || b === undefined || c === undefined) throw new Error('the fixture has three');
const done = { ask: 'move', command: { kind: 'done' } } as const;
const SETTINGS = {
  pace: 'instant',
  grace: 1,
  open: ['member', 'adviser', 'press', 'observer', 'chair'],
  teamSize: 3,
} as const;

const opened = async (
  settings: Parameters<typeof host>[2] = {},
): Promise<Hosted & { readonly rooms: readonly string[] }> => {
  const found = await host(port, { upload: await upload(port, TINY_TEXT) }, { ...SETTINGS, ...settings });
  screens.push(found.screen);
  return found;
};
const joined = async (...of: Parameters<typeof join> extends [number, ...infer R] ? R : never) => {
  const found = await join(port, ...of);
  screens.push(found.screen);
  return found;
};

describe('a class with sockets', () => {
  it('six join, play a phase, one drops and is back on another device; AI stands in meanwhile', async () => {
    const { screen: teacher, code } = await opened();
    const names = ['Ann', 'Bob', 'Cem', 'Dot', 'Eve', 'Flo'];
    const pupils = [];
    for (const [place, name] of names.entries())
      pupils.push(
        await joined(code, name, {
          seat: [a, b, c][place % 3] ?? a,
          transports: place === 5 ? ['polling'] : ['polling', 'websocket'],
        }),
      );
    const [ann, bob, cem, dot] = pupils;
    if (ann === undefined || bob === undefined || cem === undefined || dot === undefined)
      throw new Error('six');
    await teacher.until(() => teacher.room?.people.filter(({ here }) => here).length === 7);
    expect(ann.screen.mine).toMatchObject({ name: 'Ann', seat: a, head: true, commands: 'at-once' });
    expect(ann.screen.game?.own?.delegation).toBe(a);
    expect(teacher.game?.own).toBeUndefined();
    await teacher.does({ ask: 'start', despite: false });

    for (const { screen } of [ann, bob, cem]) await screen.does(done);
    await ann.screen.until(() => ann.screen.game?.phase === 'floor');
    await teacher.until(() => teacher.game?.phase === 'floor');
    expect(ann.screen.news.map(({ kind }) => kind)).toContain('phase-opened');
    await dot.screen.does({ ask: 'help', help: true });
    await teacher.until(
      () => teacher.desk?.people.find(({ person }) => person === dot.person)?.help === true,
    );

    // Bob is the only one of his seat here: Eve leaves for good, Bob's battery dies.
    const eve = pupils[4];
    await eve?.screen.does({ ask: 'leave' });
    expect(eve?.screen.gone).toBe('removed');
    bob.screen.close();
    await teacher.until(() => teacher.room?.seats.find(({ seat }) => seat === b)?.why === 'left');
    await teacher.until(() => teacher.game?.done.includes(b) === true || teacher.game?.phase !== 'floor');

    const back = await new Screen(port, { keep: true }).connected();
    screens.push(back);
    const again = await back.does({ ask: 'enter', version: PROTOCOL, room: code, key: bob.key });
    expect(again['person']).toBe(bob.person);
    await back.until(() => back.mine?.commands === 'at-once');
    await back.until(() => back.room?.seats.find(({ seat }) => seat === b)?.by === 'people');
    await teacher.until(() => teacher.room?.notices.some(({ what }) => what.kind === 'handed-back') === true);
    expect(teacher.room?.notices.map(({ what }) => what.kind)).toContain('ai-took-over');
    // The exact state: what the seat sees now is what a screen that was there all the time would see.
    const twin = await new Screen(port).connected();
    screens.push(twin);
    await twin.does({ ask: 'enter', version: PROTOCOL, room: code, key: bob.key });
    await twin.until(() => twin.game !== undefined);
    await back.until(() => isDeepStrictEqual(back.game, twin.game));
    await teacher.until(
      () => teacher.desk?.people.find(({ person }) => person === bob.person)?.devices === 2,
    );
    for (const { screen } of [ann, cem, dot]) expect(screen.gaps).toBe(0);
  });

  it('what is asked twice under one id is done once and answered alike; a key that was lost on the way comes anew', async () => {
    const { screen: teacher, code } = await opened();
    const ann = await joined(code, 'Ann', { seat: a });
    await teacher.does({ ask: 'start', despite: false });
    const id = newCommandId();
    const first = await ann.screen.ask({ ...done, id });
    const second = await ann.screen.ask({ ...done, id });
    expect([first, second]).toEqual([
      { ok: true, proposed: false },
      { ok: true, proposed: false },
    ]);
    expect(await ann.screen.ask(done)).toMatchObject({ refused: 'rules' });

    const wanted = {
      ask: 'join',
      version: PROTOCOL,
      room: code,
      name: 'Zoe',
      role: 'member',
      id: newCommandId(),
    } as const;
    const one = await new Screen(port).connected();
    const other = await new Screen(port).connected();
    screens.push(one, other);
    const lost = await one.does(wanted);
    const found = await other.does(wanted);
    expect(found['person']).toBe(lost['person']);
    expect(found['key']).not.toBe(lost['key']);
    await teacher.until(() => teacher.room?.people.filter(({ name }) => name === 'Zoe').length === 1);
  });

  it('a facilitator injects, pauses, looks through a seat’s eyes, rewinds; the debrief begins and ends', async () => {
    const { screen: teacher, code } = await opened();
    const ann = await joined(code, 'Ann', { seat: a });
    const oli = await joined(code, 'Oli', { role: 'observer' });
    await teacher.does({ ask: 'start', despite: false });
    await teacher.does({ ask: 'pause', because: { code: 'explain' } });
    await ann.screen.until(() => ann.screen.room?.clock.paused?.code === 'explain');
    expect(await ann.screen.ask(done)).toEqual({ refused: 'paused' });
    await teacher.does({
      ask: 'intervene',
      intervention: { kind: 'instruction', to: a, message: 'Hold the line', reservation: 100 },
    });
    await ann.screen.until(() => ann.screen.news.some(({ kind }) => kind === 'instruction-given'));
    await oli.screen.until(() => oli.screen.news.some(({ kind }) => kind === 'facilitated'));
    expect(JSON.stringify(oli.screen.told)).not.toContain('Hold the line');

    await teacher.does({ ask: 'look', seat: a });
    await teacher.until(() => teacher.game?.own?.delegation === a);
    await teacher.does({ ask: 'look' });
    await teacher.until(() => teacher.game?.own === undefined);
    await teacher.does({ ask: 'go-on' });
    await ann.screen.does(done);
    const { entries } = await teacher.does({ ask: 'timeline', after: 0 });
    expect(entries).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'started' })]));
    await teacher.does({ ask: 'pause', because: { code: 'question' } });
    await teacher.does({ ask: 'rewind', moves: 0 });
    await ann.screen.until(() => ann.screen.room?.moves === 0);
    expect(ann.screen.game?.phase).toBe('briefing');

    expect(await ann.screen.ask({ ask: 'file', which: 'game' })).toEqual({ refused: 'not-your-right' });
    await teacher.does({ ask: 'debrief' });
    await ann.screen.until(() => ann.screen.room?.stage === 'debrief');
    // A game file holds everybody's secrets: it waits until the cards are turned over.
    expect(await ann.screen.ask({ ask: 'file', which: 'game' })).toEqual({ refused: 'not-your-right' });
    await teacher.does({ ask: 'reveal' });
    const { address } = await ann.screen.does({ ask: 'file', which: 'game' });
    const file = await (await fetch(`http://127.0.0.1:${port}${String(address)}`)).text();
    const game = readGameFile(file);
    expect(game.fault).toBeUndefined();
    const live = (await server.hall.room(code))?.room;
    expect(game.fault === undefined && hashOf(game.state)).toBe(live === undefined ? '' : hashOf(live.game));
    await teacher.does({ ask: 'end' });
    await teacher.does({ ask: 'delete' });
    await ann.screen.until(() => ann.screen.gone === 'room-deleted');
    expect(await server.hall.store.heads()).not.toContainEqual(expect.objectContaining({ room: code }));
  });

  it('rooms side by side have one seed and one key, and are compared by whoever has it', async () => {
    const {
      screen: teacher,
      rooms,
      key,
    } = await host(port, { shelf: 'class-45' }, SETTINGS, { rooms: 2, seed: 'same' });
    screens.push(teacher);
    expect(rooms).toHaveLength(2);
    const { rooms: compared } = await teacher.does({ ask: 'compare' });
    expect(compared).toMatchObject(rooms.map((room) => ({ room, stage: 'lobby' })));
    const second = await new Screen(port).connected();
    screens.push(second);
    await second.does({ ask: 'enter', version: PROTOCOL, room: rooms[1] ?? '', key });
    await second.until(() => second.desk !== undefined);
    const seeds = await Promise.all(
      rooms.map(async (room) => (await server.hall.room(room))?.room.table.seed),
    );
    expect(seeds).toEqual(['same', 'same']);
    expect(JSON.stringify(second.told)).not.toContain('"same"');
  });

  it('the door says why it stays shut', async () => {
    const { code } = await opened({ teamSize: 1 });
    await joined(code, 'Ann', { seat: a });
    const late = await new Screen(port).connected();
    screens.push(late);
    const knock = { ask: 'join', version: PROTOCOL, room: code, name: 'Ann', role: 'member' } as const;
    expect(await late.ask(knock)).toEqual({ refused: 'name-taken' });
    expect(await late.ask({ ...knock, name: 'Bea', seat: a })).toEqual({ refused: 'seat-full', most: 1 });
    expect(await late.ask({ ...knock, name: 'Bea', version: 99 })).toEqual({
      refused: 'other-version',
      ours: PROTOCOL,
    });
    expect(await late.ask({ ...knock, room: 'AAAAAA' })).toEqual({ refused: 'no-such-room' });
    expect(await late.ask({ ask: 'enter', version: PROTOCOL, room: code, key: 'x'.repeat(32) })).toEqual({
      refused: 'wrong-key',
    });
    expect(await late.ask(done)).toEqual({ refused: 'not-in-a-room' });
    expect(await late.ask({ ask: 'knock', room: code })).toMatchObject({
      ok: true,
      card: { room: code, delegations: [{ id: a, people: 1, free: 0 }, { id: b }, { id: c }] },
    });
  });
});
