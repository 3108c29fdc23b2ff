import { parseXml, XmlElement, XmlError } from '@rgrove/parse-xml';

/** Something wrong in a GENIUS file, at its place, with what to write instead. */
export interface GeniusFault {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
  readonly write: readonly string[];
}

/** What a reader of GENIUS files made of one, or everything that is wrong in it. */
export type GeniusReading<T> =
  | { readonly value: T; readonly faults?: undefined }
  | { readonly faults: readonly GeniusFault[]; readonly value?: undefined };

/** Largest file read, in bytes; the largest known domain files have some 50 kB. */
export const GENIUS_BYTES = 4_000_000;
/** Elements within elements; GENIUS files have four. Deeper files are refused before they cost a stack. */
const DEEPEST = 100;

/** An element of a GENIUS file, with what is needed to say where it stands. */
export interface Element {
  readonly name: string;
  readonly start: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

/** Collects what is wrong in one file. */
export class GeniusFaults {
  readonly faults: GeniusFault[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** At an element; no more than a hundred are kept. */
  at(element: Element, message: string, ...write: readonly string[]): void {
    if (this.faults.length >= 100) return;
    const before = this.#text.slice(0, element.start);
    const line = before.split('\n').length;
    this.faults.push({ line, column: before.length - before.lastIndexOf('\n'), message, write });
  }

  /** The number in an attribute; a fault and 0 where there is none. `least` is refused below. */
  number(element: Element, attribute: string, least = -Infinity): number {
    const written = element.attributes[attribute];
    const value = written === undefined || written.trim() === '' ? Number.NaN : Number(written);
    if (Number.isFinite(value) && value >= least) return value;
    const range = least === -Infinity ? 'a number' : `a number from ${least}`;
    this.at(
      element,
      written === undefined
        ? `<${element.name}> has no ${attribute}`
        : `The ${attribute} "${written.slice(0, 40)}" of <${element.name}> is not ${range}`,
      `${attribute}="…" with ${range}`,
    );
    return 0;
  }
}

const elementOf = (node: XmlElement): Element => ({
  name: node.name,
  start: node.start,
  attributes: node.attributes,
  children: node.children.filter((child) => child instanceof XmlElement).map(elementOf),
});

/** Children of an element that have this name. */
export const named = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.name === name);

const tooDeep = (text: string): number | undefined => {
  let depth = 0;
  for (const { 0: tag, index } of text.matchAll(/<\/?[A-Za-z_:][^<>]*>/gu)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > DEEPEST) return index;
  }
  return undefined;
};

/**
 * The root element of a file. Never throws. Entities of the file's own are not known to the parser and are refused, so none can
 * explode; external ones are never fetched.
 */
export const readXml = (
  text: string,
  roots: readonly string[],
): GeniusReading<{ readonly root: Element; readonly faults: GeniusFaults }> => {
  const faults = new GeniusFaults(text);
  const wrong = (element: Pick<Element, 'start'>, message: string, ...write: readonly string[]) => {
    faults.at({ name: '', attributes: {}, children: [], ...element }, message, ...write);
    return { faults: faults.faults };
  };
  const entities = text.search(/<!ENTITY/u);
  if (entities >= 0)
    return wrong({ start: entities }, 'Entities are not read in GENIUS files', 'the text itself');
  const deep = tooDeep(text);
  if (deep !== undefined)
    return wrong({ start: deep }, `More than ${DEEPEST} elements within each other`, 'a GENIUS file');
  try {
    const { root } = parseXml(text, { includeOffsets: true });
    if (root === null) return wrong({ start: 0 }, 'There is no element in this file', `<${roots[0] ?? ''}>`);
    const element = elementOf(root);
    if (roots.includes(element.name)) return { value: { root: element, faults } };
    return wrong(
      element,
      `The root element is <${element.name.slice(0, 40)}>`,
      ...roots.map((name) => `<${name}>`),
    );
  } catch (error) {
    const { line, column, message } =
      error instanceof XmlError
        ? { line: error.line, column: error.column, message: error.message.split('\n')[0] ?? '' }
        : { line: 1, column: 1, message: 'it cannot be taken apart' };
    const reason = message.replace(/ \(line \d+, column \d+\)$/u, '');
    return {
      faults: [
        {
          line,
          column,
          message: `This is not well-formed XML: ${reason}`,
          write: ['XML as GENIUS saves it'],
        },
      ],
    };
  }
};
