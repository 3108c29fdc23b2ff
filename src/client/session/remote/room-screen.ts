import { subscribeWithSelector } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeskSight, MineSight, RoomRefusal, RoomSight, Welcome } from '../../../protocol/index.ts';
import type { Scenario, SeatId } from '../../../engine/seat.ts';
import type { LinkState } from './link.ts';

/** What a screen in a room shows beside the game; one writer (the remote session), many readers. */
export interface RoomScreen {
  readonly link: LinkState;
  /** Things somebody did here that the server has not answered yet. */
  readonly pending: number;
  readonly welcome?: Welcome;
  readonly scenario?: Scenario;
  readonly room?: RoomSight;
  readonly mine?: MineSight;
  /** Facilitators only. */
  readonly desk?: DeskSight;
  /** The server's clock less this one's, milliseconds. */
  readonly ahead: number;
  /** Through whose eyes a facilitator looks; absent: the public view. */
  readonly through?: SeatId;
  /** What the server would not do, until it has been read. */
  readonly refusal?: RoomRefusal;
}

export type RoomStore = StoreApi<RoomScreen>;

export const createRoomScreen = (): RoomStore =>
  createStore<RoomScreen>()(
    subscribeWithSelector((): RoomScreen => ({ link: { link: 'connecting' }, pending: 0, ahead: 0 })),
  );

/** Milliseconds left on the room's clock at this moment of one's own clock; negative over time. */
export const leftOn = ({ room, ahead }: RoomScreen, now: number): number | undefined => {
  if (room === undefined) return undefined;
  const { until, left } = room.clock;
  if (until !== undefined) return until - (now + ahead);
  return left;
};
