import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Scalar,
  type Alias,
  type Document,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { FaultCode, Path } from './fault.ts';

/** A fault of form at an offset into the text. */
export interface FormFault {
  readonly offset: number;
  readonly code: FaultCode;
  readonly message: string;
  readonly write: readonly string[];
  readonly wrong?: string;
}

/** Unquoted words that other readers of YAML take for true or false. */
const NOT_TEXT_ELSEWHERE = /^(?:y|yes|n|no|on|off)$/iu;

/** A parsed document as plain data, and the way back from the data to offsets in the text. */
export class Tree {
  readonly data: unknown;
  readonly faults: FormFault[] = [];
  /** Paths where nothing could be read; each has its fault. */
  readonly holes: Path[] = [];
  /** Paths of texts that stand there without quotes and that other readers of YAML take for true or false. */
  readonly traps: Path[] = [];
  readonly #depth: number;
  /** Nodes that aliases may repeat in all. */
  readonly #aliased: number;
  #repeated = 0;
  #exploded = false;
  /** Nodes read so far, those that aliases repeat counted each time. */
  #size = 0;
  /** What `*name` stands for; an anchor is known once it is finished, so none can hold itself. */
  readonly #anchors = new Map<
    string,
    { readonly node: unknown; readonly data: unknown; readonly size: number }
  >();
  /** A million findings look for their places: keys are found by name, not one by one. */
  readonly #pairs = new WeakMap<YAMLMap, Map<string, Pair>>();

  constructor(document: Document.Parsed, limits: { readonly aliased: number; readonly depth: number }) {
    this.#depth = limits.depth;
    this.#aliased = limits.aliased;
    this.data = this.#read(document.contents, []);
  }

  #fault(offset: number, code: FaultCode, message: string, write: readonly string[], wrong?: string): void {
    this.faults.push({ offset, code, message, write, ...(wrong === undefined ? {} : { wrong }) });
  }

  #read(node: unknown, path: Path): unknown {
    const before = this.#size;
    this.#size += 1;
    const data = this.#readBare(node, path);
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)
      this.#anchors.set(node.anchor, { node, data, size: this.#size - before });
    return data;
  }

  #readBare(node: unknown, path: Path): unknown {
    if (isAlias(node)) return this.#readAlias(node, path);
    if (isScalar(node)) {
      const { type, value } = node;
      if (type === Scalar.PLAIN && typeof value === 'string' && NOT_TEXT_ELSEWHERE.test(value))
        this.traps.push(path);
      return value;
    }
    if (!isMap(node) && !isSeq(node)) return null;
    if (path.length >= this.#depth) {
      this.#fault(offsetIn(node), 'too-deep', `Lists within lists, more than ${this.#depth} deep.`, [
        'a flatter structure',
      ]);
      this.holes.push(path);
      return null;
    }
    if (isSeq(node)) return node.items.map((item, place) => this.#read(item, [...path, place]));
    return this.#readMap(node, path);
  }

  #readAlias(alias: Alias, path: Path): unknown {
    const source = this.#anchors.get(alias.source);
    if (source === undefined) {
      this.#fault(
        offsetIn(alias),
        'not-yaml',
        `"*${alias.source.slice(0, 40)}" repeats what is named nowhere above.`,
        ['quotes around a text that begins with *'],
        `*${alias.source}`,
      );
      this.holes.push(path);
      return null;
    }
    this.#size += source.size;
    this.#repeated += source.size;
    if (this.#repeated <= this.#aliased) return source.data;
    if (!this.#exploded)
      this.#fault(
        offsetIn(alias),
        'alias-explosion',
        'Aliases (*name) repeat so much of the file here that it explodes.',
        ['the text itself, without aliases'],
        `*${alias.source}`,
      );
    this.#exploded = true;
    this.holes.push(path);
    return null;
  }

  #readMap(map: YAMLMap, path: Path): unknown {
    const data: Record<string, unknown> = {};
    const pairs = new Map<string, Pair>();
    for (const pair of map.items) {
      const key = keyOf(pair);
      if (key === undefined || key === '__proto__') {
        this.#fault(offsetIn(pair.key) || offsetIn(map), 'not-yaml', 'A key is a single word here.', [
          'name: value',
        ]);
        continue;
      }
      if (pairs.has(key)) {
        this.#fault(
          offsetIn(pair.key),
          'duplicate-key',
          `"${key.slice(0, 60)}" stands twice in the same place.`,
          ['one of the two, or another name'],
          key,
        );
        continue;
      }
      pairs.set(key, pair);
      data[key] = this.#read(pair.value, [...path, key]);
    }
    this.#pairs.set(map, pairs);
    return data;
  }

  /**
   * Where what a path leads to stands, and how long it is there; without a length the place of the nearest thing above it that
   * exists.
   */
  placeOf(
    root: unknown,
    path: Path,
    at: 'key' | 'value',
  ): { readonly offset: number; readonly length?: number } {
    let node = root;
    let found = root;
    for (const [step, key] of path.entries()) {
      if (isAlias(node)) node = this.#anchors.get(node.source)?.node;
      if (isMap(node)) {
        const pair = this.#pairs.get(node)?.get(String(key));
        if (pair === undefined) return { offset: offsetIn(found) };
        const last = step === path.length - 1;
        const onKey = (last && at === 'key') || !last || isBlank(pair.value);
        found = onKey ? pair.key : pair.value;
        node = pair.value;
      } else if (isSeq(node)) {
        const item = node.items[Number(key)];
        if (item === undefined) return { offset: offsetIn(found) };
        found = item;
        node = item;
      } else return { offset: offsetIn(found) };
    }
    const offset = offsetIn(found);
    const length = endIn(found) - offset;
    return length > 0 ? { offset, length } : { offset };
  }
}

/** The name of an entry; `undefined` for a key that is no single word. */
export const keyOf = (pair: Pair): string | undefined => {
  if (!isScalar(pair.key)) return undefined;
  const { value, source } = pair.key;
  return typeof value === 'string' ? value : (source ?? String(value));
};

const isBlank = (node: unknown): boolean =>
  node === null || (isScalar(node) && node.value === null && (node.source ?? '') === '');

const endIn = (node: unknown): number =>
  ((isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && node.range?.[1]) || 0;

const offsetIn = (node: unknown): number =>
  ((isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && node.range?.[0]) || 0;
