import type { Edit, Plain } from '../../../scenario/editing/index.ts';

/** Looking into what a file says, whatever it says: nothing here expects it to be right. */
export type Place = Edit['path'];

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const step = (data: unknown, key: string | number): unknown => {
  if (Array.isArray(data)) return typeof key === 'number' ? (data[key] as unknown) : undefined;
  return isRecord(data) && Object.hasOwn(data, key) ? data[key] : undefined;
};

/** What a path leads to; `undefined` where nothing is. */
export const at = (data: unknown, path: Place): unknown => path.reduce(step, data);

export const listAt = (data: unknown, path: Place): readonly unknown[] => {
  const found = at(data, path);
  return Array.isArray(found) ? found : [];
};

export const entriesAt = (data: unknown, path: Place): readonly (readonly [string, unknown])[] => {
  const found = at(data, path);
  return isRecord(found) ? Object.entries(found) : [];
};

export const stringAt = (data: unknown, path: Place): string | undefined => {
  const found = at(data, path);
  return typeof found === 'string' ? found : undefined;
};

export const numberAt = (data: unknown, path: Place): number | undefined => {
  const found = at(data, path);
  return typeof found === 'number' ? found : undefined;
};

export const booleanAt = (data: unknown, path: Place): boolean | undefined => {
  const found = at(data, path);
  return typeof found === 'boolean' ? found : undefined;
};

export const stringsAt = (data: unknown, path: Place): readonly string[] =>
  listAt(data, path).filter((item) => typeof item === 'string');

/** A span as its ends; a number alone is both. */
export const spanAt = (data: unknown, path: Place): readonly [number, number] | undefined => {
  const found = at(data, path);
  if (typeof found === 'number') return [found, found];
  if (!Array.isArray(found) || found.length !== 2) return undefined;
  const [least, most] = found as readonly unknown[];
  return typeof least === 'number' && typeof most === 'number' ? [least, most] : undefined;
};

export const languageOf = (data: unknown): string => stringAt(data, ['language']) ?? 'en';

/** The number that the file gives to its first session: files of format 1 counted from 0. */
export const firstSession = (data: unknown): number => (numberAt(data, ['format']) === 1 ? 0 : 1);

/** A text in the scenario's own language; empty for what is no text. */
export const wordsAt = (data: unknown, path: Place): string => {
  const found = at(data, path);
  if (typeof found === 'string') return found;
  const own = isRecord(found) ? step(found, languageOf(data)) : undefined;
  return typeof own === 'string' ? own : '';
};

/** Writes a text in the scenario's own language; translations beside it stay. */
export const wordsEdit = (data: unknown, path: Place, value: string): Edit => ({
  edit: 'set',
  path: isRecord(at(data, path)) ? [...path, languageOf(data)] : path,
  value,
});

/** A span as it is written: one number where both ends are the same. */
export const spanValue = ([least, most]: readonly [number, number]): Plain =>
  least === most ? least : [least, most];

/** Something of a list that has an id: where it stands and what it is called. */
export interface Named {
  readonly id: string;
  readonly place: number;
  readonly name: string;
}

const named =
  (list: string, key: string) =>
  (data: unknown): readonly Named[] =>
    listAt(data, [list]).map((_, place) => {
      const id = stringAt(data, [list, place, 'id']) ?? '';
      const name = wordsAt(data, [list, place, key]);
      return { id, place, name: name === '' ? id : name };
    });

export const delegationsOf = named('delegations', 'name');
export const articlesOf = named('articles', 'title');
export const tokensOf = named('tokens', 'name');
export const incidentsOf = named('incidents', 'title');
export const contextsOf = named('contexts', 'title');
export const linkagesOf = named('linkages', 'about');
export const goalsOf = named('goals', 'goal');

/** The field at the top of a text under which a line, counted from 1, stands; empty before the first. */
export const partOf = (text: string, line: number): string => {
  const lines = text.split('\n');
  for (let row = Math.min(line, lines.length) - 1; row >= 0; row -= 1) {
    const found = /^([A-Za-z]\w*):/u.exec(lines[row] ?? '');
    if (found !== null) return found[1] ?? '';
  }
  return '';
};

/** Options of an article in their order. */
export const optionsOf = (data: unknown, article: number): readonly Named[] =>
  listAt(data, ['articles', article, 'options']).map((_, place) => {
    const path = ['articles', article, 'options', place];
    const id = stringAt(data, [...path, 'id']) ?? '';
    const label = wordsAt(data, [...path, 'label']);
    return { id, place, name: label === '' ? id : label };
  });

/** Groups that delegations name, each once. */
export const groupsOf = (data: unknown): readonly string[] => [
  ...new Set(
    listAt(data, ['delegations']).flatMap((_, place) => stringsAt(data, ['delegations', place, 'groups'])),
  ),
];

/** An id that is not taken, made of the letters of a name. */
export const freshId = (name: string, taken: readonly string[], fallback: string, large = false): string => {
  const letters = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9]+/gu, '-')
    .replaceAll(/^[^A-Za-z]+|-+$/gu, '')
    .slice(0, 24)
    .replaceAll(/-+$/gu, '');
  const stem = letters === '' ? fallback : letters;
  const wanted = large ? stem.toUpperCase() : stem.toLowerCase();
  if (!taken.includes(wanted)) return wanted;
  for (let count = 2; ; count += 1) if (!taken.includes(`${wanted}-${count}`)) return `${wanted}-${count}`;
};
