/** A game in a room on a server: the same interface as one that runs here, and the room around it. */
import { createScreen, type ScreenStore } from '../screen.ts';
import { openEstimator } from './estimator.ts';
import { remoteRoom, type Room } from './remote.ts';
import { createRoomScreen, type RoomStore } from './room-screen.ts';
import { socketWire } from './socket-wire.ts';

export {
  CODE_LENGTH,
  CODE_LETTERS,
  DECIDING,
  FREE_TEXT,
  NAME_LENGTH,
  OPEN_ROLES,
  pairChannel,
  PAUSES,
  PHRASE_CODES,
  PRESETS,
  SPOTLIGHTS,
  TAGS,
  teamChannel,
  TEXT_LENGTH,
} from '../../../protocol/index.ts';
export type * from '../../../protocol/index.ts';
export { handover, type Handover } from '../../../delegates/index.ts';
export { dropKey, heldKey, heldKeys, holdKey, type HeldKey, type Holding } from './keys.ts';
export type { Key, LinkState, Wanted } from './link.ts';
export type { Room } from './remote.ts';
export { leftOn, type RoomScreen, type RoomStore } from './room-screen.ts';
export { uploadScenario } from './upload.ts';

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export interface OpenRoom {
  readonly room: Room;
  readonly store: ScreenStore;
  readonly roomStore: RoomStore;
}

/** Connects to the server that this page came from; `code` is the room it is for, if that is known already. */
export const openRoom = (code: string): OpenRoom => {
  const store = createScreen();
  const roomStore = createRoomScreen();
  const room = remoteRoom(socketWire(code), store, roomStore, {
    now: () => Date.now(),
    newId,
    after: (milliseconds, then) => {
      const timer = window.setTimeout(then, milliseconds);
      return () => window.clearTimeout(timer);
    },
    fetchText: async (address) => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`the server answered ${String(response.status)}`);
      return response.text();
    },
    estimator: openEstimator(
      () => new Worker(new URL('./estimates-worker.ts', import.meta.url), { type: 'module' }),
    ),
  });
  return { room, store, roomStore };
};
