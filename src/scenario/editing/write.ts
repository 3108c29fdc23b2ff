import { parse, Scalar, stringify } from 'yaml';
import type { Plain } from './edit.ts';

/** Lines are kept shorter than this where there is a choice. */
const WIDTH = 120;

type Entries = { readonly [key: string]: Plain };
const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);
const isMap = (value: Plain): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const STYLE = {
  lineWidth: 0,
  singleQuote: true,
  blockQuote: false,
  doubleQuotedMinMultiLineLength: 1_000_000,
  // What other readers of YAML take for true or false is put in quotes.
  compat: 'yaml-1.1',
} as const;

type Scalars = string | number | boolean | null;

/** A single value on one line. Between brackets more marks need quotes. */
const onOneLine = (value: Scalars, inFlow: boolean): string => {
  // Letter by letter, as YAML reads the strings of JSON, too.
  if (typeof value === 'string' && /[\n\r]/u.test(value)) return JSON.stringify(value);
  if (!inFlow) return stringify({ k: value }, STYLE).slice(3).trimEnd();
  return stringify([value], { ...STYLE, collectionStyle: 'flow', flowCollectionPadding: false })
    .trim()
    .slice(1, -1);
};

/** A long text over several lines that are read as one, as `>-` begins it. A lone tab is none: what would be lost is put in quotes. */
const folded = (value: string, indent: number): string => {
  const scalar = new Scalar(value);
  scalar.type = Scalar.BLOCK_FOLDED;
  const written = stringify(
    { k: scalar },
    { singleQuote: true, compat: 'yaml-1.1', lineWidth: Math.max(40, WIDTH - indent + 2) },
  ).trimEnd();
  const { k: read }: { readonly k?: unknown } = parse(written);
  if (read !== value) return onOneLine(value, false);
  const [first = '', ...rest] = written.slice(3).split('\n');
  const pad = ' '.repeat(indent - 2);
  return [first, ...rest.map((line) => (line === '' ? line : pad + line))].join('\n');
};

/** A value between brackets, on one line. */
export const inFlow = (value: Plain): string => {
  if (isList(value)) return `[${value.map(inFlow).join(', ')}]`;
  if (!isMap(value)) return onOneLine(value, true);
  const entries = Object.entries(value).map(([key, item]) => `${onOneLine(key, true)}: ${inFlow(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
};

/** Collections that are written on one line: those that fit, and do not go deep. */
const fits = (value: Plain, column: number): boolean => {
  if (!isList(value) && !isMap(value)) return true;
  if (depth(value) > 2 || tooLong(value)) return false;
  return column + inFlow(value).length <= WIDTH;
};
const depth = (value: Plain): number =>
  isList(value) || isMap(value) ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;
/** Long sentences are not hidden between brackets. */
const tooLong = (value: Plain): boolean =>
  isList(value) || isMap(value)
    ? Object.values(value).some(tooLong)
    : typeof value === 'string' && value.length > 70;

/** What follows `key:` or `-`, with the space or the line end before it. `indent`: where lines below it begin. */
export const afterMark = (value: Plain, indent: number, column: number, fold = false): string => {
  if (isList(value) || isMap(value))
    return fits(value, column + 1) ? ` ${inFlow(value)}` : `\n${inBlock(value, indent)}`;
  if (typeof value === 'string' && (fold || value.includes('\n') || column + value.length > WIDTH))
    return ` ${folded(value, indent)}`;
  return ` ${onOneLine(value, false)}`;
};

/** `- value`, its further lines two columns further in. */
export const asItem = (value: Plain, indent: number): string =>
  fits(value, indent + 2) || Object.keys(Object(value)).length === 0
    ? `-${afterMark(value, indent + 2, indent + 1)}`
    : `- ${inBlock(value, indent + 2).trimStart()}`;

/** `key: value` at a column. */
export const asEntry = (key: string, value: Plain, indent: number): string => {
  const mark = `${onOneLine(key, false)}:`;
  return `${mark}${afterMark(value, indent + 2, indent + mark.length)}`;
};

/** The lines of a collection, each at its column. */
export const inBlock = (value: Plain, indent: number): string => {
  const pad = ' '.repeat(indent);
  if (isList(value)) return value.map((item) => `${pad}${asItem(item, indent)}`).join('\n');
  if (isMap(value))
    return Object.entries(value)
      .map(([key, item]) => `${pad}${asEntry(key, item, indent)}`)
      .join('\n');
  return `${pad}${onOneLine(value, false)}`;
};
