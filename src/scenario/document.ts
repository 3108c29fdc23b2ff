import { isMap, LineCounter, parseDocument, type Document, type YAMLParseError } from 'yaml';
import type { Fault, FaultCode, Finding, Path } from './fault.ts';
import { refuseMarks } from './marks.ts';
import { Tree, type FormFault } from './tree.ts';

/** What is read at most. A file past these is refused before it can take the machine's time. */
export interface Limits {
  /** Of the file in UTF-8. */
  readonly bytes: number;
  /** Words, marks and line ends in all. */
  readonly marks: number;
  /** Values that aliases may repeat in all. */
  readonly aliased: number;
  /** Collections within collections. */
  readonly depth: number;
  /** Faults that are listed; a last one says how many more there are. */
  readonly faults: number;
}

export const LIMITS: Limits = { bytes: 2_000_000, marks: 400_000, aliased: 20_000, depth: 40, faults: 500 };

/** A parsed file: its data, and where each part of it stands. */
export interface Located {
  readonly data: unknown;
  /** Faults of form that leave the rest readable: a key that stands twice, an alias of nothing. */
  readonly faults: Placed;
  /** Paths where nothing could be read; `faults` say why. */
  readonly holes: readonly Path[];
  /** Paths of unquoted texts that other readers of YAML take for true or false. */
  readonly traps: readonly Path[];
  /** The first findings in the order of the file, at their places. */
  readonly place: (findings: readonly Finding[]) => Placed;
}

/** Faults at their places, no more than the limit, and how many there are besides. */
export interface Placed {
  readonly shown: readonly Fault[];
  readonly hidden: number;
}

/** One slip of form makes the parser stumble over all that follows: the first faults are the ones to mend. */
const MOST_FORM = 20;

const refuse = (code: FaultCode, message: string, write: readonly string[]): readonly Fault[] => [
  { line: 1, column: 1, code, write, message },
];

/** Reads YAML; all faults of form at once. Never throws, whatever the text is. */
export const readDocument = (raw: string, limits: Limits): Located | readonly Fault[] => {
  const opened = openDocument(raw.startsWith('\uFEFF') ? raw.slice(1) : raw, limits);
  return 'document' in opened ? located(opened, limits) : opened;
};

/** A parsed document whose top is a map, and its tree. */
export interface OpenDocument {
  readonly document: Document.Parsed;
  readonly tree: Tree;
  readonly lines: LineCounter;
}

/** Parses within the limits. `tokens`: the marks of the text are kept with the nodes, for whoever edits it. */
export const openDocument = (
  text: string,
  limits: Limits,
  tokens = false,
): OpenDocument | readonly Fault[] => {
  const refused = refuseUnread(text, limits);
  if (refused !== undefined) return refused;
  const marks = refuseMarks(text, limits);
  if (marks !== undefined) return [unparsed(text, marks)];
  const lines = new LineCounter();
  const at = (fault: FormFault): Fault => placed(lines, fault.offset, fault, fault.write);
  try {
    // Duplicate keys are found by the tree: the parser compares each key with every other.
    const document = withoutStacks(() =>
      parseDocument(text, {
        lineCounter: lines,
        version: '1.2',
        uniqueKeys: false,
        keepSourceTokens: tokens,
        prettyErrors: false,
        logLevel: 'error',
      }),
    );
    const second = document.errors.filter((error) => error.code === 'MULTIPLE_DOCS');
    const errors = document.errors.filter((error) => error.code !== 'MULTIPLE_DOCS');
    const version = document.directives.yaml.version;
    const form = [
      ...onePerLine(errors, lines).map((error) => formFault(error.code, error.message, error.pos[0], text)),
      ...second.map((error) => anotherDocument(error.pos[0])),
      ...(version === '1.2' ? [] : [otherVersion(text, version)]),
    ];
    if (form.length > 0) {
      const shown = form.slice(0, MOST_FORM);
      return listed([{ shown: shown.map(at), hidden: form.length - shown.length }], limits);
    }
    if (document.contents === null)
      return refuse('not-yaml', 'The file is empty.', ['format: 2', 'id: my-scenario']);
    if (!isMap(document.contents))
      return refuse('not-yaml', 'This is no scenario: keys and values are expected at the top.', [
        'format: 2',
        'id: my-scenario',
      ]);
    return { document, tree: new Tree(document, limits), lines };
  } catch (error) {
    return thrown(error);
  }
};

/** One slip can make the parser tell of thousands of faults, each an `Error`: where they were thrown costs more than the parsing. */
const withoutStacks = <T>(work: () => T): T => {
  // A property of V8; elsewhere it is only carried along.
  const usual: unknown = Reflect.get(Error, 'stackTraceLimit');
  Reflect.set(Error, 'stackTraceLimit', 0);
  try {
    return work();
  } finally {
    Reflect.set(Error, 'stackTraceLimit', usual);
  }
};

const located = ({ document, tree, lines }: OpenDocument, limits: Limits): Located => {
  const place = (findings: readonly Finding[]): Placed => {
    const offsets = findings.map((finding) => ({
      finding,
      ...tree.placeOf(document.contents, finding.path, finding.at ?? 'value'),
    }));
    const shown = offsets.toSorted((a, b) => a.offset - b.offset).slice(0, limits.faults);
    const faults = shown.map(({ finding, offset, length }) => {
      const { write = [], exact } = finding;
      const fault = placed(lines, offset, finding, typeof write === 'function' ? write() : write);
      if (length === undefined) return fault;
      return { ...fault, length, ...(exact === undefined ? {} : { exact }) };
    });
    return { shown: faults, hidden: findings.length - faults.length };
  };
  const faults = tree.faults
    .slice(0, limits.faults)
    .map((fault) => placed(lines, fault.offset, fault, fault.write));
  return {
    data: tree.data,
    faults: { shown: faults, hidden: tree.faults.length - faults.length },
    holes: tree.holes,
    traps: tree.traps,
    place,
  };
};

/** All faults in the order of the file, no more than the limit, and a last one that says how many there are besides. */
export const listed = (parts: readonly Placed[], limits: Limits): readonly Fault[] => {
  const all = parts.flatMap((part) => part.shown).toSorted((a, b) => a.line - b.line || a.column - b.column);
  const shown = all.slice(0, limits.faults);
  const last = shown.at(-1);
  const hidden = all.length - shown.length + parts.reduce((sum, part) => sum + part.hidden, 0);
  if (hidden === 0 || last === undefined) return shown;
  const message = `There ${hidden === 1 ? 'is one more fault' : `are ${hidden} more faults`}; these come first.`;
  return [...shown, { line: last.line, column: last.column, code: 'too-many', write: [], message }];
};

const placed = (
  lines: LineCounter,
  offset: number,
  { code, message, wrong }: { readonly code: FaultCode; readonly message: string; readonly wrong?: string },
  write: readonly string[],
): Fault => {
  const { line, col } = lines.linePos(offset);
  return {
    line: Math.max(1, line),
    column: Math.max(1, col),
    code,
    ...(wrong === undefined ? {} : { wrong: wrong.slice(0, 80) }),
    write,
    message,
  };
};

const refuseUnread = (text: string, limits: Limits): readonly Fault[] | undefined => {
  if (text.length > limits.bytes || bytesOf(text) > limits.bytes)
    return refuse('too-large', `The file has more than ${limits.bytes / 1_000_000} million bytes.`, [
      'a shorter file',
    ]);
  // U+FFFD stands where bytes were no UTF-8, or where another program has already lost a letter.
  const foreign = text.search(/[\0\uFFFD]/u);
  if (foreign === -1) return undefined;
  return [
    unparsed(text, {
      offset: foreign,
      code: 'binary',
      message: 'This is not a text file in UTF-8.',
      write: ['a YAML file saved as plain text, UTF-8'],
    }),
  ];
};

/** A fault at its place in a text that was not parsed. */
const unparsed = (text: string, { offset, code, message, write }: FormFault): Fault => {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n'), code, write, message };
};

const bytesOf = (text: string): number => {
  let bytes = text.length;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    // Two units of a pair make four bytes: each counts for two.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
};

const thrown = (error: unknown): readonly Fault[] => {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof RangeError
    ? refuse('too-deep', 'The structure is nested too deeply.', ['a flatter structure'])
    : refuse('not-yaml', `Not readable as YAML: ${message.slice(0, 200)}`, ['keys and values']);
};

const anotherDocument = (offset: number): FormFault => ({
  offset,
  code: 'several-documents',
  message: 'A file holds one scenario; a second one begins here.',
  write: ['no line "---" between the two parts', 'a file of its own'],
});

const otherVersion = (text: string, version: string): FormFault => ({
  offset: Math.max(0, text.search(/^%YAML/mu)),
  code: 'yaml-trap',
  message: `A scenario is YAML 1.2, not ${version}: no and yes are words here.`,
  write: ['%YAML 1.2', 'no such line'],
});

/** One stumble makes the parser stumble again and again: the first of each line says enough, and tabs say all. */
const onePerLine = (errors: readonly YAMLParseError[], lines: LineCounter): readonly YAMLParseError[] => {
  const tabs = errors.filter((error) => error.code === 'TAB_AS_INDENT');
  const seen = new Set<number>();
  return (tabs.length > 0 ? tabs : errors).filter((error) => {
    const { line } = lines.linePos(error.pos[0]);
    if (seen.has(line)) return false;
    seen.add(line);
    return true;
  });
};

const formFault = (code: string, message: string, offset: number, text: string): FormFault => {
  const [first = message] = message.split('\n');
  if (/call stack/iu.test(message))
    return {
      offset,
      code: 'too-deep',
      message: 'Lists within lists, far too deep.',
      write: ['a flatter structure'],
    };
  if (code === 'TAB_AS_INDENT')
    return { offset, code: 'yaml-trap', message: 'A tab cannot indent in YAML.', write: ['spaces'] };
  return {
    offset,
    code: 'not-yaml',
    message: first.slice(0, 300),
    write: hints(code, text.slice(offset, offset + 40)),
  };
};

/** What mostly helps where the parser stumbles. */
const hints = (code: string, rest: string): readonly string[] => {
  switch (code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return ['quotes around a text that holds ": "', 'a line of its own for each key'];
    case 'MISSING_CHAR':
      return ['the missing quote, bracket, comma or colon'];
    case 'BAD_INDENT':
      return ['the same number of spaces before all keys of one part'];
    case 'BAD_SCALAR_START':
      return [`quotes around a text that begins with ${rest.slice(0, 1)}`];
    case 'BAD_ALIAS':
      return ['quotes around a text that begins with * or &'];
    case 'BAD_DQ_ESCAPE':
      return ['single quotes around a text with a backslash', '\\\\'];
    default:
      return ['quotes around a text with marks of YAML, and two spaces for each step inwards'];
  }
};
