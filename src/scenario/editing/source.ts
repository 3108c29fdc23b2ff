import {
  type CST,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  visit,
  type Document,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { LIMITS, openDocument, type Limits } from '../document.ts';
import type { Fault } from '../fault.ts';
import { keyOf } from '../tree.ts';

/** A file that can be edited: its text, and what it says. */
export interface Source {
  readonly text: string;
  readonly data: unknown;
  readonly document: Document.Parsed;
  /** Names of anchors that `*name` repeats somewhere. */
  readonly repeated: ReadonlySet<string>;
}

/** The text as something to edit, or the faults of form that stand in the way. Never throws. */
export const openSource = (text: string, limits: Limits = LIMITS): Source | readonly Fault[] => {
  const opened = openDocument(text, limits, true);
  if (!('document' in opened)) return opened;
  const { document, tree, lines } = opened;
  const [first] = tree.faults;
  if (first !== undefined) {
    const { line, col } = lines.linePos(first.offset);
    return [
      {
        line: Math.max(1, line),
        column: Math.max(1, col),
        code: first.code,
        write: first.write,
        message: first.message,
      },
    ];
  }
  const repeated = new Set<string>();
  visit(document, {
    Alias: (_, { source }) => {
      repeated.add(source);
    },
  });
  return { text, data: tree.data, document, repeated };
};

/** Where a value stands: what holds it, and whether that is between brackets. */
export interface Spot {
  readonly node: unknown;
  /** Between brackets. */
  readonly inFlow: boolean;
  /** Offset after the `:` or the `-` before it; absent between brackets and at the top. */
  readonly mark?: number;
  /** Column where lines below it begin. */
  readonly indent: number;
}

/** The spot of the top of the file. */
export const topOf = (source: Source): Spot => ({ node: source.document.contents, inFlow: false, indent: 0 });

export const startOf = (node: unknown): number | undefined =>
  (isScalar(node) || isCollection(node) || isAlias(node)) && node.range ? node.range[0] : undefined;

/** Where a node ends, without the line end that belongs to some. */
export const endOf = (text: string, node: unknown): number | undefined => {
  if (!(isScalar(node) || isCollection(node) || isAlias(node)) || !node.range) return undefined;
  let end = node.range[1];
  while (end > node.range[0] && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  return end;
};

/** Nothing stands there. */
export const isBlank = (node: unknown): boolean => {
  if (node === null || node === undefined) return true;
  return isScalar(node) && node.value === null && (node.source ?? '') === '';
};

export const columnOf = (text: string, offset: number): number =>
  offset - (text.lastIndexOf('\n', offset - 1) + 1);
export const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
/** The end of a line, before its line end. */
export const lineEnd = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
};

export const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => keyOf(pair) === key);

/** The mark before the value of an entry: `:` in a map, `-` in a list. */
const markOf = (
  tokens: readonly CST.SourceToken[] | undefined,
  type: 'map-value-ind' | 'seq-item-ind',
): number | undefined => tokens?.find((token) => token.type === type)?.offset;

/** Offset of the `-` of an entry of a list in lines. */
export const dashOf = (seq: YAMLSeq, place: number): number | undefined => {
  const token = seq.srcToken;
  return token?.type === 'block-seq' ? markOf(token.items[place]?.start, 'seq-item-ind') : undefined;
};

/** One step down. `undefined` where nothing is. */
export const below = (source: Source, spot: Spot, step: string | number): Spot | undefined => {
  const { node } = spot;
  if (isMap(node)) {
    const pair = pairOf(node, String(step));
    const key = startOf(pair?.key);
    if (pair === undefined || key === undefined) return undefined;
    if (spot.inFlow || node.flow === true) return { node: pair.value, inFlow: true, indent: spot.indent };
    const place = node.items.indexOf(pair);
    const token = node.srcToken;
    const mark = token?.type === 'block-map' ? markOf(token.items[place]?.sep, 'map-value-ind') : undefined;
    const indent = columnOf(source.text, key) + 2;
    return { node: pair.value, inFlow: false, indent, ...(mark === undefined ? {} : { mark: mark + 1 }) };
  }
  if (!isSeq(node)) return undefined;
  const place = Number(step);
  if (!Number.isInteger(place) || place < 0 || place >= node.items.length) return undefined;
  const item = node.items[place];
  if (spot.inFlow || node.flow === true) return { node: item, inFlow: true, indent: spot.indent };
  const dash = dashOf(node, place);
  if (dash === undefined) return undefined;
  return { node: item, inFlow: false, indent: columnOf(source.text, dash) + 2, mark: dash + 1 };
};

export const anchorOf = (node: unknown): string | undefined =>
  isScalar(node) || isCollection(node) ? node.anchor : undefined;

/** A name by which something in a node, or the node itself, is repeated elsewhere. */
export const repeatedIn = (source: Source, node: unknown): string | undefined => {
  if (source.repeated.size === 0) return undefined;
  if (isPair(node)) return repeatedIn(source, node.key) ?? repeatedIn(source, node.value);
  if (!isScalar(node) && !isCollection(node)) return undefined;
  let found: string | undefined;
  visit(node, {
    Node: (_, part) => {
      const anchor = anchorOf(part);
      if (anchor === undefined || !source.repeated.has(anchor)) return undefined;
      found = anchor;
      return visit.BREAK;
    },
  });
  return found;
};
