import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type YAMLMap } from 'yaml';
import { readDocument, LIMITS } from './document.ts';
import type { Finding } from './fault.ts';

/**
 * Versions of the file format. Only the newest is known to the rest of the reader: files of older ones are read as they were meant.
 *
 * - 1 counted the sessions in `contexts` and `tracks` from 0.
 * - 2 counts them from 1, as people do.
 */
export const FORMAT = 2;

/** Where format 1 counted sessions from 0: the list, and the fields of its items. */
const COUNTED = ['contexts', 'tracks'] as const;
const FIELDS = ['from', 'to'] as const;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (data: unknown): data is Fields =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** The data of a file in today's format. What is not of the old format, or of none, is left as it is. */
export const upcast = (data: unknown): unknown => {
  if (!isFields(data) || data['format'] !== 1) return data;
  const lists = COUNTED.flatMap((list) => (Array.isArray(data[list]) ? [[list, data[list].map(later)]] : []));
  return { ...data, ...Object.fromEntries(lists), format: FORMAT };
};

/** A card or a room with its sessions counted from 1. Copied: an alias may share it with others. */
const later = (item: unknown): unknown =>
  isFields(item)
    ? {
        ...item,
        ...Object.fromEntries(
          FIELDS.flatMap((field) => {
            const session = item[field];
            return typeof session === 'number' ? [[field, session + 1]] : [];
          }),
        ),
      }
    : item;

/** What to tell the author of an old file. */
export const oldFormat = (data: unknown): readonly Finding[] =>
  isFields(data) && data['format'] === 1
    ? [
        {
          path: ['format'],
          code: 'old-format',
          wrong: '1',
          message:
            'This file is in format 1, which counted sessions from 0. It is read as it was meant; what is said of it counts from 1.',
          write: ['format: 2, and from and to one higher', 'nia upgrade, which does that'],
        },
      ]
    : [];

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The text of an old file in today's format, its comments and layout as they were. The same text if it is in today's format already,
 * or cannot be read at all.
 */
export const upgraded = (text: string): string => {
  const located = readDocument(text, LIMITS);
  if (!('place' in located) || located.faults.shown.length > 0) return text;
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const bare = text.slice(mark.length);
  const document = parseDocument(bare, { version: '1.2' });
  if (document.get('format') !== 1) return text;
  const changes = new Map<number, Change>();
  const change = (node: unknown, written: string): void => {
    const range = isScalar(node) || isAlias(node) ? node.range : undefined;
    if (range !== undefined && range !== null)
      changes.set(range[0], { start: range[0], end: range[1], text: written });
  };
  change(document.get('format', true), String(FORMAT));
  for (const item of COUNTED.flatMap((list) => itemsOf(document, list)))
    for (const field of FIELDS) {
      const node = item.get(field, true);
      const session = isAlias(node)
        ? node.resolve(document)?.toJSON()
        : isScalar(node)
          ? node.value
          : undefined;
      if (typeof session === 'number') change(node, String(session + 1));
    }
  return `${mark}${[...changes.values()]
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: written }) => now.slice(0, start) + written + now.slice(end), bare)}`;
};

const itemsOf = (document: Document, list: string): readonly YAMLMap[] => {
  const items = document.get(list, true);
  if (!isSeq(items)) return [];
  return items.items.flatMap((item) => {
    const whole = isAlias(item) ? item.resolve(document) : item;
    return isMap(whole) ? [whole] : [];
  });
};
