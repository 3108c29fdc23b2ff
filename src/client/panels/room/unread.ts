import { useSyncExternalStore } from 'react';
import type { MineSight } from '../../session/remote/index.ts';

/** Which messages have been read here: by channel the latest one's number. Per device, as with any letter box. */
const PLACE = 'nia.read';
const listeners = new Set<() => void>();
let read: Readonly<Record<string, number>> | undefined;

const load = (): Readonly<Record<string, number>> => {
  if (read !== undefined) return read;
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? '{}');
    read = typeof found === 'object' && found !== null ? (found as Record<string, number>) : {};
  } catch {
    read = {};
  }
  return read;
};

/** By room and channel: two rooms of one browser do not meet. */
const nameOf = (mine: MineSight, room: string, channel: string): string =>
  `${room}/${mine.person}/${channel}`;

export const markRead = (mine: MineSight, room: string, channel: string): void => {
  const latest = mine.channels.find((one) => one.channel === channel)?.messages.at(-1)?.n;
  const name = nameOf(mine, room, channel);
  if (latest === undefined || load()[name] === latest) return;
  read = { ...load(), [name]: latest };
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(read));
  } catch {
    // It lasts as long as the page.
  }
  for (const heard of listeners) heard();
};

/** Messages of others since one last looked. */
export const unreadIn = (mine: MineSight, room: string, channel: string): number => {
  const last = load()[nameOf(mine, room, channel)] ?? -1;
  return (
    mine.channels
      .find((one) => one.channel === channel)
      ?.messages.filter(({ n, by }) => n > last && by !== mine.person).length ?? 0
  );
};

const subscribe = (heard: () => void): (() => void) => {
  listeners.add(heard);
  return () => listeners.delete(heard);
};

/** Draws anew when something has been read. */
export const useRead = (): Readonly<Record<string, number>> => useSyncExternalStore(subscribe, load);
