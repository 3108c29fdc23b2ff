import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { namesOf, type Names } from '../../i18n/names.ts';
import {
  leftOn,
  type MineSight,
  type OpenRoom,
  type RoomScreen,
  type RoomSight,
} from '../../session/remote/index.ts';
import { DeskProvider, type Desk } from '../context.tsx';
import type { Place } from '../place.ts';

/** What every page of a session reaches: the room it is in, and how to get to other pages. */
export interface Company extends OpenRoom {
  readonly go: (place: Place) => void;
}

const CompanyContext = createContext<Company | undefined>(undefined);

/** Throws outside of a session's pages: a fault of ours. */
export const useCompany = (): Company => {
  const company = useContext(CompanyContext);
  if (company === undefined) throw new Error('this stands inside a session');
  return company;
};

/** A selection of the room's store; it must return what is in the store, not a new object. */
export const useRoom = <T,>(select: (screen: RoomScreen) => T): T => useStore(useCompany().roomStore, select);

/** The room, once it has been seen; pages are shown only then. */
export const useRoomSight = (): RoomSight => {
  const room = useRoom((screen) => screen.room);
  if (room === undefined) throw new Error('the room has not been seen yet');
  return room;
};

export const useMine = (): MineSight => {
  const mine = useRoom((screen) => screen.mine);
  if (mine === undefined) throw new Error('nobody is in the room yet');
  return mine;
};

/** Names of the room's scenario. */
export const useNames = (): Names | undefined => {
  const scenario = useRoom((screen) => screen.scenario);
  return scenario === undefined ? undefined : namesOf(scenario);
};

/** Milliseconds left on the room's clock, told anew every second. */
export const useLeft = (): number | undefined => {
  const { roomStore } = useCompany();
  const [left, setLeft] = useState(() => leftOn(roomStore.getState(), Date.now()));
  useEffect(() => {
    const look = (): void => setLeft(leftOn(roomStore.getState(), Date.now()));
    look();
    const timer = window.setInterval(look, 500);
    const stop = roomStore.subscribe(look);
    return () => {
      window.clearInterval(timer);
      stop();
    };
  }, [roomStore]);
  return left;
};

/** The server's time, told anew every so many milliseconds. */
export const useServerNow = (every: number): number => {
  const ahead = useRoom((screen) => screen.ahead);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), every);
    return () => window.clearInterval(timer);
  }, [every]);
  return now + ahead;
};

/** A room for everything inside; its session and store are those that panels and table read. */
export const CompanyProvider = ({
  company,
  desk,
  children,
}: {
  readonly company: Company;
  readonly desk: Desk;
  readonly children: ReactNode;
}): ReactNode => (
  <CompanyContext value={company}>
    <DeskProvider value={desk}>{children}</DeskProvider>
  </CompanyContext>
);
