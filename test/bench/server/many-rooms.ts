import { readFileSync } from 'node:fs';
import { readScenario } from '../../../src/scenario/index.ts';
import { PROTOCOL, type Told } from '../../../src/protocol/index.ts';
import type { Child } from '../../server/child.ts';
import { newCommandId } from '../../server/screen.ts';
import { cleanBytes, cpuSeconds, inGroups, wait, type FanOut } from './figures.ts';
import { io, type Socket } from 'socket.io-client';

/** A socket that only looks when a move has come: clients of 5 000 seats share these cores with the server. */
interface Light {
  readonly socket: Socket;
  readonly ask: (wanted: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
  moved: (moves: number, at: number) => void;
  bytes: number;
}

const light = async (port: number): Promise<Light> => {
  const socket = io(`http://127.0.0.1:${port}`, {
    forceNew: true,
    transports: ['websocket'],
    reconnection: false,
  });
  const one: Light = {
    socket,
    ask: (wanted) =>
      new Promise((resolve) => {
        socket.emit('ask', { id: newCommandId(), ...wanted }, resolve);
      }),
    moved: () => undefined,
    bytes: 0,
  };
  socket.on('told', (told: Told) => {
    if (told.tell !== 'sight' || told.room === undefined || !('o' in told.room)) return;
    const moves = told.room.o['moves'];
    if (moves !== undefined && 'v' in moves && typeof moves.v === 'number')
      one.moved(moves.v, performance.now());
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return one;
};

interface Class {
  readonly teacher: Light;
  readonly seats: readonly Light[];
  readonly delegations: readonly { readonly light: Light; readonly id: string }[];
}

const SEATS = 25;

const makeClass = async (port: number): Promise<Class> => {
  const teacher = await light(port);
  const created = await teacher.ask({
    ask: 'create',
    version: PROTOCOL,
    scenario: { shelf: 'class-45' },
    preset: '45',
    name: 'Teacher',
    rooms: 1,
    settings: { clockEndsPhases: false, endWhenDone: false, teamSize: 4, pace: 'calm' },
  });
  if (created['ok'] !== true) throw new Error(`no room: ${JSON.stringify(created)}`);
  const seats: Light[] = [];
  const first = new Map<string, Light>();
  for (let n = 0; n < SEATS - 1; n += 1) {
    const seat = await light(port);
    const joined = await seat.ask({
      ask: 'join',
      version: PROTOCOL,
      room: created['room'],
      name: `Pupil ${n}`,
      role: 'member',
      have: created['print'],
    });
    if (joined['ok'] !== true) throw new Error(`cannot join: ${JSON.stringify(joined)}`);
    seats.push(seat);
    const id = ['US', 'RU', 'CN', 'EU', 'BR', 'KE'][n % 6];
    if (n < 6 && id !== undefined) first.set(id, seat);
  }
  await teacher.ask({ ask: 'start', despite: true });
  await teacher.ask({ ask: 'skip' });
  await teacher.ask({ ask: 'skip' });
  return {
    teacher,
    seats: [...seats, teacher],
    delegations: [...first].map(([id, one]) => ({ light: one, id })),
  };
};

export interface Scale {
  readonly found: FanOut;
  readonly memory: number;
  readonly rooms: number;
}

/** So many rooms of 25, one command a room every so often; from a command until every seat of its room has its view. */
export const manyRooms = async (
  child: Child,
  rooms: number,
  seconds: number,
  everyMs: number,
): Promise<Scale> => {
  const { scenario } = readScenario(readFileSync('scenarios/class-45.yaml', 'utf8'));
  if (scenario === undefined) throw new Error('the class scenario is right');
  const before = await cleanBytes(child.port, child.pid);
  const classes: Class[] = [];
  await inGroups(Array.from({ length: rooms }), 8, async () => {
    classes.push(await makeClass(child.port));
  });
  await wait(1_500);
  const memory = ((await cleanBytes(child.port, child.pid)) - before) / (rooms * SEATS);
  const cpu = await cpuSeconds(child.port);
  const seat: number[] = [];
  const room: number[] = [];
  let commands = 0;
  let missing = 0;
  const [article] = scenario.articles;
  const until = performance.now() + seconds * 1_000;
  const run = async (one: Class, number: number): Promise<void> => {
    await wait((everyMs * number) / rooms);
    for (let turn = 0; performance.now() < until; turn += 1) {
      const by = one.delegations[turn % one.delegations.length];
      const began = performance.now();
      let got = 0;
      let last = 0;
      const all = new Promise<void>((resolve) => {
        for (const listener of one.seats)
          listener.moved = (_moves, at) => {
            listener.moved = () => undefined;
            seat.push(at - began);
            last = at;
            got += 1;
            if (got === one.seats.length) resolve();
          };
      });
      const stance = turn % 2 === 0 ? 'support' : 'accept';
      const answer = await by?.light.ask({
        ask: 'move',
        command: { kind: 'position', positions: [{ article: article?.id, option: 1, stance }] },
      });
      if (answer?.['ok'] !== true) {
        await wait(everyMs);
        continue;
      }
      commands += 1;
      await Promise.race([all, wait(5_000)]);
      missing += one.seats.length - got;
      room.push(last - began);
      await wait(Math.max(0, everyMs - (performance.now() - began)));
    }
  };
  await Promise.all(classes.map(run));
  const used = (await cpuSeconds(child.port)) - cpu;
  for (const { seats } of classes) for (const { socket } of seats) socket.close();
  return { found: { commands, missing, seat, room, bytesPerSeat: 0, cpu: used }, memory, rooms };
};
