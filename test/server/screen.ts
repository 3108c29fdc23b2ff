import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { Event, View } from '../../src/engine/index.ts';
import {
  patched,
  PROTOCOL,
  type Answer,
  type DeskSight,
  type MineSight,
  type Patch,
  type Request,
  type RoomSight,
  type Told,
} from '../../src/protocol/index.ts';

export const newCommandId = (): string => randomBytes(12).toString('hex');

type Without<T> = T extends { id: string } ? Omit<T, 'id'> & { readonly id?: string } : T;
export type Wanted = Without<Request>;

/** Needed of what is asked with an id: `ask` makes one where there is none. */
const withId = (wanted: Wanted): unknown => ({ id: newCommandId(), ...wanted });
const UNNUMBERED = new Set([
  'shelf',
  'knock',
  'enter',
  'again',
  'group',
  'file',
  'look',
  'timeline',
  'compare',
]);

/** A screen as the client builds it: what it is told put together, and everything it has received, byte for byte. */
export class Screen {
  readonly socket: Socket;
  room: RoomSight | undefined;
  game: View | undefined;
  mine: MineSight | undefined;
  desk: DeskSight | undefined;
  readonly news: Event[] = [];
  readonly told: Told[] = [];
  gone: string | undefined;
  received = '';
  /** How many messages came out of order. */
  gaps = 0;
  #n = 0;
  #heard: (() => void)[] = [];

  constructor(
    port: number,
    options: { readonly transports?: ('polling' | 'websocket')[]; readonly keep?: boolean } = {},
  ) {
    this.socket = io(`http://127.0.0.1:${port}`, {
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
      ...(options.transports === undefined ? {} : { transports: options.transports }),
    });
    if (options.keep === true)
      this.socket.io.on('open', () => {
        this.socket.io.engine.on('packet', ({ data }) => {
          this.received += String(data ?? '');
        });
      });
    this.socket.on('told', (told: Told) => {
      this.#hear(told);
    });
  }

  #hear(told: Told): void {
    this.told.push(told);
    if (told.tell === 'gone') this.gone = told.why;
    else {
      if (!told.whole && told.n !== this.#n + 1) this.gaps += 1;
      this.#n = told.n;
      const part = <T>(now: T | undefined, patch: Patch | undefined): T | undefined =>
        patch === undefined ? now : (patched(now, patch) as T);
      this.room = part(this.room, told.room);
      this.game = part(this.game, told.game);
      this.mine = part(this.mine, told.mine);
      this.desk = part(this.desk, told.desk);
      this.news.push(...(told.news ?? []));
    }
    const heard = this.#heard;
    this.#heard = [];
    for (const tell of heard) tell();
  }

  async connected(): Promise<this> {
    if (!this.socket.connected)
      await new Promise<void>((resolve) => {
        this.socket.once('connect', resolve);
      });
    return this;
  }

  ask(wanted: Wanted): Promise<Answer> {
    return new Promise((resolve) => {
      this.socket.emit('ask', UNNUMBERED.has(wanted.ask) ? wanted : withId(wanted), resolve);
    });
  }

  /** Whatever is emitted, in form or not. */
  raw(words: unknown, milliseconds = 5_000): Promise<unknown> {
    return new Promise((resolve) => {
      this.socket.timeout(milliseconds).emit('ask', words, (error: unknown, answer: unknown) => {
        resolve(error === null ? answer : error);
      });
    });
  }

  /** What must be possible. */
  async does(wanted: Wanted): Promise<Record<string, unknown>> {
    const answer = await this.ask(wanted);
    if (answer.ok !== true) throw new Error(`${wanted.ask}: ${JSON.stringify(answer)}`);
    return { ...answer };
  }

  /** Until something holds of what has been built so far. */
  async until(holds: () => boolean, milliseconds = 20_000): Promise<void> {
    const end = Date.now() + milliseconds;
    while (!holds()) {
      if (Date.now() > end) throw new Error('it did not come to hold');
      await Promise.race([
        new Promise<void>((resolve) => {
          this.#heard.push(resolve);
        }),
        new Promise<void>((resolve) => {
          setTimeout(resolve, 100);
        }),
      ]);
    }
  }

  close(): void {
    this.socket.close();
  }
}

export interface Hosted {
  readonly screen: Screen;
  readonly code: string;
  readonly key: string;
}

/** Opens a room and sits at its facilitator's screen. */
export const host = async (
  port: number,
  scenario: Extract<Request, { ask: 'create' }>['scenario'],
  settings: Extract<Request, { ask: 'create' }>['settings'] = {},
  more: { readonly seed?: string; readonly rooms?: number } = {},
): Promise<Hosted & { readonly rooms: readonly string[] }> => {
  const screen = await new Screen(port, { keep: true }).connected();
  const answer = await screen.does({
    ask: 'create',
    version: PROTOCOL,
    scenario,
    preset: '45',
    settings,
    name: 'Teacher',
    rooms: more.rooms ?? 1,
    ...(more.seed === undefined ? {} : { seed: more.seed }),
  });
  await screen.until(() => screen.desk !== undefined);
  return {
    screen,
    code: String(answer['room']),
    key: String(answer['key']),
    rooms: answer['rooms'] as readonly string[],
  };
};

/** Joins a room by its code. */
export const join = async (
  port: number,
  room: string,
  name: string,
  how: {
    readonly role?: Extract<Request, { ask: 'join' }>['role'];
    readonly seat?: string;
    readonly transports?: ('polling' | 'websocket')[];
  } = {},
): Promise<{ readonly screen: Screen; readonly key: string; readonly person: string }> => {
  const screen = await new Screen(port, {
    keep: true,
    ...(how.transports === undefined ? {} : { transports: how.transports }),
  }).connected();
  const answer = await screen.does({
    ask: 'join',
    version: PROTOCOL,
    room,
    name,
    role: how.role ?? 'member',
    ...(how.seat === undefined ? {} : { seat: how.seat as never }),
  });
  await screen.until(() => screen.mine !== undefined);
  return { screen, key: String(answer['key']), person: String(answer['person']) };
};
