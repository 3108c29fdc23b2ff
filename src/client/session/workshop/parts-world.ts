import { PHASES } from '../../../engine/seat.ts';
import type { Edit, Plain } from '../../../scenario/editing/index.ts';
import {
  articlesOf,
  at,
  contextsOf,
  delegationsOf,
  firstSession,
  freshId,
  incidentsOf,
  linkagesOf,
  listAt,
  numberAt,
  optionsOf,
  stringAt,
  stringsAt,
  type Place,
} from './look.ts';

/** Sessions, linkages, red lines and cards: what comes and goes as a whole. */

const set = (path: Place, value: Plain): Edit => ({ edit: 'set', path, value });
const append = (data: unknown, path: Place, value: Plain): Edit =>
  Array.isArray(at(data, path))
    ? { edit: 'insert', path, at: listAt(data, path).length, value }
    : set(path, [value]);

/** Phases, or ways to decide, in the order the rules want, with one of them in or out. */
export const inOrder = (
  all: readonly string[],
  chosen: readonly string[],
  one: string,
  wanted: boolean,
): Plain => all.filter((item) => (item === one ? wanted : chosen.includes(item)));

/** A day before the last one, which decides. */
export const addSession = (data: unknown, title: string): readonly Edit[] => {
  const count = listAt(data, ['sessions']).length;
  const last = Math.max(0, count - 1);
  const date = stringAt(data, ['sessions', last, 'date']) ?? '2030-01-01';
  const phases: string[] = ['briefing', 'floor', 'corridor', 'drafting', 'capital'];
  const value = { title, date, phases, incidents: [50], contexts: 0 };
  return [{ edit: 'insert', path: ['sessions'], at: last, value }, ...shifted(data, last, 1, count)];
};

export const removeSession = (data: unknown, place: number): readonly Edit[] => {
  const count = listAt(data, ['sessions']).length;
  if (count < 2) return [];
  const last = place === count - 1 ? count - 2 : count - 1;
  const phases = stringsAt(data, ['sessions', last, 'phases']);
  return [
    { edit: 'remove', path: ['sessions', place] },
    // Whatever session is the last now must decide.
    ...(phases.includes('decision')
      ? []
      : [set(['sessions', last, 'phases'], inOrder(PHASES, phases, 'decision', true))]),
    ...shifted(data, place + 1, -1, count),
  ];
};

/** Cards and rooms name sessions by their number: those from `first` (a place in the list) on are called otherwise now. */
const shifted = (data: unknown, first: number, by: 1 | -1, count: number): readonly Edit[] =>
  ['contexts', 'tracks'].flatMap((list) =>
    listAt(data, [list]).flatMap((_, place) =>
      ['from', 'to'].flatMap((key) => {
        const path = [list, place, key];
        const now = numberAt(data, path);
        if (now === undefined) return [];
        const session = now - firstSession(data);
        const moved = Math.max(0, Math.min(count + by - 1, session >= first ? session + by : session));
        return moved === session ? [] : [set(path, moved + firstSession(data))];
      }),
    ),
  );

/** Between the strongest options of two articles, worth something to one and costing another. */
export const addLinkage = (data: unknown, one: number, two: number): readonly Edit[] => {
  const [a, b] = [one, two].map((place) => articlesOf(data)[place]);
  const [gains, pays] = delegationsOf(data);
  if (a === undefined || b === undefined || a.place === b.place || gains === undefined) return [];
  const side = (place: number, id: string): Plain => ({
    article: id,
    options: [optionsOf(data, place).at(-1)?.id ?? 'none'],
  });
  const id = freshId(
    `${a.id} ${b.id}`,
    linkagesOf(data).map((item) => item.id),
    'linkage',
  );
  return [
    append(data, ['linkages'], {
      id,
      about: `${a.name} + ${b.name} …`,
      between: [side(a.place, a.id), side(b.place, b.id)],
      worth: { [gains.id]: [8, 16], ...(pays === undefined ? {} : { [pays.id]: [-10, -4] }) },
    }),
  ];
};

/** On the option it likes least. */
export const addRedLine = (data: unknown, delegation: number, article: string): readonly Edit[] => {
  const found = articlesOf(data).find((item) => item.id === article);
  if (found === undefined) return [];
  const option = optionsOf(data, found.place).at(-1)?.id ?? 'none';
  return [append(data, ['delegations', delegation, 'redLines'], { article, options: [option], chance: 30 })];
};

export const addIncident = (data: unknown, title: string): readonly Edit[] => {
  const all = delegationsOf(data);
  const id = freshId(
    title,
    incidentsOf(data).map((item) => item.id),
    'incident',
  );
  const victims = Object.fromEntries(all.map((item) => [item.id, 1]));
  return [
    append(data, ['incidents'], {
      id,
      title,
      story: 'In {victim} … Nobody knows for sure who was behind it.',
      sector: 'health',
      severity: 3,
      weight: 10,
      victims,
      origins: { accident: 20, criminals: 40, proxy: 15, state: 20, 'false-flag': 5 },
      culprits: victims,
      clues: [
        { about: 'What the log says', reliability: 70 },
        { about: 'What a witness heard', reliability: 50 },
      ],
      tension: [3, 6],
      damage: [3, 6],
      reservation: -100,
      precedent: 'Invented.',
    }),
  ];
};

export const addContext = (data: unknown, title: string): readonly Edit[] => {
  const id = freshId(
    title,
    contextsOf(data).map((item) => item.id),
    'card',
  );
  const from = firstSession(data);
  const last = from + Math.max(0, listAt(data, ['sessions']).length - 1);
  return [
    append(data, ['contexts'], {
      id,
      title,
      story: '…',
      weight: 10,
      from,
      to: last,
      effects: [{ kind: 'tension', by: 3 }],
    }),
  ];
};

/** How often a card comes if it is switched on again. */
const USUAL_WEIGHT = 10;
export const switchCard = (list: 'incidents' | 'contexts', place: number, on: boolean): Edit =>
  set([list, place, 'weight'], on ? USUAL_WEIGHT : 0);

/** A card that may not come: nobody draws it. */
export const isOff = (data: unknown, list: 'incidents' | 'contexts', place: number): boolean =>
  numberAt(data, [list, place, 'weight']) === 0;
