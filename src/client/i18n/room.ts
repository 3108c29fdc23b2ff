import { catalogOf } from './index.ts';
import { words } from './room-words.ts';

/** The words of sessions with several people; they come with the screens that need them. */
export const r = catalogOf('room', words);
export type RoomKey = Parameters<typeof r>[0];
