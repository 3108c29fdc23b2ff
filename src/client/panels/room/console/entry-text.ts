import { r, type RoomKey } from '../../../i18n/room.ts';
import { words } from '../../../i18n/room-words.ts';
import type { PersonSight, TimelineEntry } from '../../../session/remote/index.ts';

const isKnown = (key: string): key is RoomKey => Object.hasOwn(words, key);

/** What an entry of the timeline was. Kinds that have no sentence are named by their code: nothing is left out. */
export const entryText = (entry: TimelineEntry, people: readonly PersonSight[]): string => {
  const key = `entry_${entry.kind}`;
  const what = isKnown(key) ? r(key) : entry.kind.replaceAll('-', ' ');
  const by = people.find(({ id }) => id === entry.by)?.name;
  return by === undefined ? what : `${what} (${by})`;
};
