import type { Debrief } from '../../analysis/debrief/index.ts';
import { fingerprint, type SeatId } from '../../engine/index.ts';
import type { Readings } from '../hall/readings.ts';
import { Players, type Cast, type FromPlayers, type Shares, type ToPlayers } from './players.ts';

/** Who plays the AI seats of all rooms of this process. */
export interface Company {
  /** `room` is given the same player each time, so that what it is told comes in order. */
  readonly tell: (told: Exclude<ToPlayers, { to: 'ask' | 'play' | 'weigh' | 'go-through' }>) => void;
  /** Who would move next. `unknown`: the game has to be laid first. */
  readonly turn: (room: string, cast: Cast) => Promise<SeatId | undefined | 'unknown'>;
  readonly play: (
    room: string,
    cast: Cast,
  ) => Promise<Extract<FromPlayers, { from: 'move' }>['move'] | 'unknown'>;
  /** `undefined` where the players died over it. */
  readonly weigh: (of: Omit<Extract<ToPlayers, { to: 'weigh' }>, 'to' | 'n'>) => Promise<Shares | undefined>;
  /** All figures of a game that is over; `undefined` where they could not be made. */
  readonly goThrough: (
    of: Omit<Extract<ToPlayers, { to: 'go-through' }>, 'to' | 'n'>,
  ) => Promise<Debrief | undefined>;
  readonly close: () => Promise<void>;
}

/** A way to one set of players and back. */
export interface Way {
  readonly send: (told: ToPlayers) => void;
  readonly close: () => Promise<void>;
}

type Waiting = (said: FromPlayers) => void;

/** Requests under numbers, answers as promises, over one or more ways; each room keeps to one of them. */
export const companyOver = (
  open: ((heard: (said: FromPlayers) => void, died: () => void) => Way)[],
  stumbled: (room: string, message: string) => void,
): Company => {
  const waiting = new Map<number, { readonly room: string; readonly heard: Waiting }>();
  let number = 0;
  const heard = (said: FromPlayers): void => {
    if (said.from === 'stumbled') {
      stumbled(said.room, said.message);
      return;
    }
    const waiter = waiting.get(said.n);
    waiting.delete(said.n);
    waiter?.heard(said);
  };
  /** Players that died know no room any more: whoever waits lays its game again. */
  const died = (): void => {
    for (const [n, { room, heard: answer }] of waiting) {
      waiting.delete(n);
      answer({ from: 'unknown', room, n });
    }
  };
  const ways = open.map((make) => make(heard, died));
  const wayOf = (room: string): Way | undefined =>
    ways[Number.parseInt(fingerprint(room).slice(0, 8), 16) % ways.length];
  const asked = (room: string, make: (n: number) => ToPlayers): Promise<FromPlayers> =>
    new Promise((resolve) => {
      number += 1;
      waiting.set(number, { room, heard: resolve });
      wayOf(room)?.send(make(number));
    });
  return {
    tell: (told) => wayOf(told.room)?.send(told),
    turn: async (room, cast) => {
      const said = await asked(room, (n) => ({ to: 'ask', room, n, cast }));
      return said.from === 'turn' ? said.seat : 'unknown';
    },
    play: async (room, cast) => {
      const said = await asked(room, (n) => ({ to: 'play', room, n, cast }));
      return said.from === 'move' ? said.move : 'unknown';
    },
    weigh: async (of) => {
      const said = await asked(of.room, (n) => ({ to: 'weigh', n, ...of }));
      return said.from === 'weighed' ? said.shares : undefined;
    },
    goThrough: async (of) => {
      const said = await asked(of.room, (n) => ({ to: 'go-through', n, ...of }));
      return said.from === 'gone-through' ? said.debrief : undefined;
    },
    close: async () => {
      await Promise.all(ways.map((way) => way.close()));
    },
  };
};

/** Players in this very thread, a turn of the event loop away: for tests, and where there are no threads. */
export const companyHere = (
  readings: Readings,
  stumbled: (room: string, message: string) => void = () => undefined,
): Company =>
  companyOver(
    [
      (heard) => {
        const players = new Players((text) => readings.room(text).scenario, heard);
        return {
          send: (told) => {
            setImmediate(() => {
              players.hear(told);
            });
          },
          close: async () => undefined,
        };
      },
    ],
    stumbled,
  );
