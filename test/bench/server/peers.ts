import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { io, type Socket } from 'socket.io-client';
import { freePort } from '../../server/child.ts';
import { cleanBytes, COLLECTING, cpuSeconds, inGroups, wait, type FanOut } from './figures.ts';
import { gameOf } from './game.ts';

const SEATS = 25;

interface Peer {
  readonly port: number;
  /** Where it tells its memory and its time of processor. */
  readonly metrics: number;
  readonly pid: number;
  readonly stop: () => void;
}

/** Bundles one of the peers and runs it in a process of its own. */
const start = async (
  name: string,
  apart: boolean,
  env: Readonly<Record<string, string>> = {},
): Promise<Peer> => {
  const outfile = `node_modules/.cache/nothing-is-agreed/peer-${process.pid}-${name}.mjs`;
  await build({
    entryPoints: [`test/bench/server/${name}.ts`],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  // With thousands of sockets about, a port that was free may be taken when the peer wants it: then another.
  for (let tries = 0; tries < 3; tries += 1) {
    const port = await freePort();
    const metrics = apart ? await freePort() : port;
    const child: ChildProcess = spawn(process.execPath, [...COLLECTING, outfile], {
      env: { ...process.env, PORT: String(port), METRICS: String(metrics), ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    for (let count = 0; count < 200 && child.exitCode === null; count += 1) {
      const answer = await fetch(`http://127.0.0.1:${metrics}/metrics`).catch(() => undefined);
      if (answer?.ok === true)
        return { port, metrics, pid: child.pid ?? 0, stop: () => child.kill('SIGKILL') };
      await wait(50);
    }
    child.kill('SIGKILL');
  }
  throw new Error(`${name} does not start`);
};

export interface PeerFigures {
  readonly found: FanOut;
  readonly memory: number;
}

/** The same fan-out over a bare Socket.IO server: 25 texts of the size of our messages for each message. */
export const bareEcho = async (
  rooms: number,
  seconds: number,
  everyMs: number,
  bytes: number,
): Promise<PeerFigures> => {
  const peer = await start('echo', false);
  try {
    const before = await cleanBytes(peer.port, peer.pid);
    const sockets: Socket[][] = [];
    await inGroups(
      Array.from({ length: rooms }, (_, n) => n),
      8,
      async (n) => {
        const room: Socket[] = [];
        for (let seat = 0; seat < SEATS; seat += 1) {
          const socket = io(`http://127.0.0.1:${peer.port}`, {
            forceNew: true,
            transports: ['websocket'],
            reconnection: false,
            query: { room: `room-${n}`, bytes: String(bytes) },
          });
          await new Promise<void>((resolve) => {
            socket.once('connect', resolve);
          });
          room.push(socket);
        }
        sockets.push(room);
      },
    );
    await wait(1_500);
    const memory = ((await cleanBytes(peer.port, peer.pid)) - before) / (rooms * SEATS);
    const found = await measure(
      sockets.map((room) => ({
        listen: (heard) => {
          for (const socket of room) {
            socket.removeAllListeners('heard');
            socket.once('heard', () => heard());
          }
        },
        say: async (turn) => {
          const socket = room[turn % room.length];
          await new Promise<void>((resolve) => {
            socket?.emit('say', turn, () => resolve());
          });
        },
      })),
      seconds,
      everyMs,
      bytes,
      peer.port,
    );
    for (const room of sockets) for (const socket of room) socket.close();
    return { found, memory };
  } finally {
    peer.stop();
  }
};

interface BoardgameClient {
  readonly start: () => void;
  readonly stop: () => void;
  readonly subscribe: (
    heard: (state: { readonly G: { readonly table: number } } | null) => void,
  ) => () => void;
  readonly moves: { readonly say: () => void };
}

/** boardgame.io's server and clients with a game of the same shape. */
export const boardgame = async (
  rooms: number,
  seconds: number,
  everyMs: number,
  bytes: number,
): Promise<PeerFigures> => {
  const need = createRequire(import.meta.url);
  const { Client } = need('boardgame.io/client') as {
    Client: (options: Readonly<Record<string, unknown>>) => BoardgameClient;
  };
  const { SocketIO } = need('boardgame.io/multiplayer') as {
    SocketIO: (options: Readonly<Record<string, unknown>>) => unknown;
  };
  const peer = await start('bgio', true, { BYTES: String(bytes) });
  try {
    const before = await cleanBytes(peer.metrics, peer.pid);
    const all: { readonly clients: readonly BoardgameClient[]; readonly table: number[] }[] = [];
    await inGroups(
      Array.from({ length: rooms }, (_, n) => n),
      2,
      async (n) => {
        const table: number[] = [];
        const clients: BoardgameClient[] = [];
        for (let seat = 0; seat < SEATS; seat += 1) {
          const client = Client({
            game: gameOf(bytes),
            numPlayers: SEATS,
            matchID: `match-${n}`,
            playerID: String(seat),
            multiplayer: SocketIO({
              server: `http://127.0.0.1:${peer.port}`,
              socketOpts: { transports: ['websocket'], forceNew: true },
            }),
            debug: false,
          });
          client.subscribe((state) => {
            table[seat] = state?.G.table ?? -1;
          });
          client.start();
          clients.push(client);
          for (let count = 0; count < 100 && (table[seat] ?? -1) < 0; count += 1) await wait(20);
          if ((table[seat] ?? -1) < 0) throw new Error('its clients are not let in');
        }
        all.push({ clients, table });
      },
    );
    await wait(1_500);
    const memory = ((await cleanBytes(peer.metrics, peer.pid)) - before) / (rooms * SEATS);
    const found = await measure(
      all.map(({ clients }) => {
        const offs: (() => void)[] = [];
        return {
          listen: (heard) => {
            for (const off of offs.splice(0)) off();
            for (const client of clients) {
              let known: number | undefined;
              let done = false;
              offs.push(
                client.subscribe((state) => {
                  const now = state?.G.table;
                  known ??= now;
                  if (done || now === undefined || now === known) return;
                  done = true;
                  heard();
                }),
              );
            }
          },
          say: async (turn) => {
            clients[turn % clients.length]?.moves.say();
          },
        };
      }),
      seconds,
      everyMs,
      bytes,
      peer.metrics,
    );
    for (const { clients } of all) for (const client of clients) client.stop();
    return { found, memory };
  } finally {
    peer.stop();
  }
};

interface Talking {
  readonly listen: (heard: () => void) => void;
  readonly say: (turn: number) => Promise<void>;
}

const measure = async (
  rooms: readonly Talking[],
  seconds: number,
  everyMs: number,
  bytes: number,
  metrics: number,
): Promise<FanOut> => {
  const cpu = await cpuSeconds(metrics);
  const seat: number[] = [];
  const room: number[] = [];
  let commands = 0;
  let missing = 0;
  const until = performance.now() + seconds * 1_000;
  const run = async (one: Talking, number: number): Promise<void> => {
    await wait((everyMs * number) / rooms.length);
    for (let turn = 0; performance.now() < until; turn += 1) {
      let got = 0;
      let last = 0;
      let began = performance.now();
      const all = new Promise<void>((resolve) => {
        one.listen(() => {
          last = performance.now();
          seat.push(last - began);
          got += 1;
          if (got === SEATS) resolve();
        });
      });
      began = performance.now();
      await one.say(turn);
      commands += 1;
      await Promise.race([all, wait(5_000)]);
      missing += SEATS - got;
      room.push(last - began);
      await wait(Math.max(0, everyMs - (performance.now() - began)));
    }
  };
  await Promise.all(rooms.map(run));
  return { commands, missing, seat, room, bytesPerSeat: bytes, cpu: (await cpuSeconds(metrics)) - cpu };
};
