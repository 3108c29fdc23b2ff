import { createScreen } from '../../../../src/client/session/screen.ts';
import { estimate } from '../../../../src/client/session/remote/estimates.ts';
import type { Estimator } from '../../../../src/client/session/remote/estimator.ts';
import { remoteRoom } from '../../../../src/client/session/remote/remote.ts';
import { createRoomScreen } from '../../../../src/client/session/remote/room-screen.ts';
import type { Scenario } from '../../../../src/engine/seat.ts';
import { Peer, KEY, ROOM } from './peer.ts';

/** Timers that a test lets go off. */
export class Timers {
  #due: { at: number; run: () => void }[] = [];
  now = 1_000;

  readonly after = (milliseconds: number, then: () => void): (() => void) => {
    const one = { at: this.now + milliseconds, run: then };
    this.#due.push(one);
    return () => {
      this.#due = this.#due.filter((other) => other !== one);
    };
  };

  /** Lets time pass. */
  pass(milliseconds: number): void {
    const until = this.now + milliseconds;
    for (let guard = 0; guard < 1_000; guard += 1) {
      const [next] = this.#due.toSorted((a, b) => a.at - b.at);
      if (next === undefined || next.at > until) break;
      this.#due = this.#due.filter((other) => other !== next);
      this.now = next.at;
      next.run();
    }
    this.now = until;
  }
}

/** The estimator without its worker. */
export const here = (): Estimator => {
  let scenario: Scenario | undefined;
  const ready = (): Scenario => {
    if (scenario === undefined) throw new Error('no scenario yet');
    return scenario;
  };
  return {
    take: (taken) => {
      scenario = taken;
    },
    believe: async (view) => estimate({ ask: 'believe', scenario: ready(), view }) as never,
    appraise: async (view, undertakings, parties, open) =>
      estimate({ ask: 'appraise', scenario: ready(), view, undertakings, parties, open }) as never,
    appraiseText: async (view, text) =>
      estimate({ ask: 'appraise-text', scenario: ready(), view, text }) as never,
    analyse: async (view) => estimate({ ask: 'analyse', scenario: ready(), view }) as never,
    close: () => undefined,
  };
};

/** A remote room and the peer it speaks to. */
export const ground = (seed?: string) => {
  const peer = new Peer(seed);
  const timers = new Timers();
  const store = createScreen();
  const roomStore = createRoomScreen();
  let ids = 0;
  const room = remoteRoom(peer.wire(), store, roomStore, {
    now: () => timers.now,
    newId: () => `id-${String((ids += 1)).padStart(16, '0')}`,
    after: timers.after,
    estimator: here(),
    fetchText: () => Promise.resolve('{}'),
  });
  return { peer, timers, store, roomStore, room, enter: () => room.enter({ room: ROOM, key: KEY }) };
};
