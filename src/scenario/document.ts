import { isCollection, isMap, isNode, isScalar, LineCounter, parseAllDocuments, type Document } from 'yaml';
import type { Fault, FaultCode, Finding, Path } from './fault.ts';

/** What is read at most. A file past these is refused before it can take the machine's time. */
export interface Limits {
  readonly bytes: number;
  /** Aliases resolved. */
  readonly aliases: number;
  /** Collections within collections. */
  readonly depth: number;
}

export const LIMITS: Limits = { bytes: 2_000_000, aliases: 200, depth: 40 };

/** A parsed file: its data, and where each part of it stands. */
export interface Located {
  readonly data: unknown;
  readonly place: (finding: Finding) => Fault;
}

const refuse = (
  code: FaultCode,
  message: string,
  write: readonly string[] = [],
  line = 1,
  column = 1,
): Fault => ({
  line,
  column,
  code,
  write,
  message,
});

/** Reads YAML; all faults of form at once. Never throws, whatever the text is. */
export const readDocument = (raw: string, limits: Limits): Located | readonly Fault[] => {
  const refused = refuseUnread(raw, limits);
  if (refused !== undefined) return [refused];
  const lines = new LineCounter();
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  try {
    const documents = parseAllDocuments(text, { lineCounter: lines, version: '1.2', prettyErrors: false });
    if (!Array.isArray(documents) || documents.length === 0)
      return [
        refuse('not-yaml', 'The file is empty; a scenario starts with its id and title.', ['format: 1']),
      ];
    const [document, second] = documents;
    if (document === undefined) return [refuse('not-yaml', 'The file is empty.', ['format: 1'])];
    const faults = document.errors.map((error) =>
      formFault(error.code, error.message, lines.linePos(error.pos[0])),
    );
    if (second !== undefined) {
      const { line, col } = lines.linePos(second.range?.[0] ?? 0);
      faults.push(
        refuse(
          'several-documents',
          'A file holds one scenario; a second one begins here.',
          ['remove the line "---"'],
          line,
          col,
        ),
      );
    }
    if (faults.length > 0) return faults;
    if (!isMap(document.contents))
      return [
        refuse('not-yaml', 'This is no scenario: expected keys and values at the top.', [
          'format: 1',
          'id: my-scenario',
        ]),
      ];
    const data: unknown = document.toJS({ maxAliasCount: limits.aliases });
    return { data, place: (finding) => placed(document, lines, finding) };
  } catch (error) {
    return [thrown(error)];
  }
};

const refuseUnread = (raw: string, limits: Limits): Fault | undefined => {
  if (raw.length > limits.bytes)
    return refuse('too-large', `The file has more than ${limits.bytes / 1_000_000} million characters.`, [
      'a shorter file',
    ]);
  const zero = raw.indexOf('\0');
  if (zero !== -1 || raw.startsWith('PK\u0003\u0004') || raw.startsWith('%PDF'))
    return refuse('binary', 'This is not a text file.', ['a YAML file saved as plain text, UTF-8']);
  let depth = 0;
  let deepest = 0;
  for (const unit of raw) {
    if (unit === '[' || unit === '{') depth += 1;
    if (unit === ']' || unit === '}') depth = Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  const indent = /^[ ]*(?:- )*/gmu;
  for (const [found] of raw.matchAll(indent)) deepest = Math.max(deepest, found.match(/- /gu)?.length ?? 0);
  return deepest > limits.depth
    ? refuse('too-deep', `Lists within lists, ${deepest} deep.`, ['a flatter structure'])
    : undefined;
};

const thrown = (error: unknown): Fault => {
  const message = error instanceof Error ? error.message : String(error);
  if (/alias/iu.test(message))
    return refuse('alias-explosion', 'Aliases (*name) repeat so much text that the file explodes.', [
      'the text itself, without aliases',
    ]);
  if (error instanceof RangeError)
    return refuse('too-deep', 'The structure is nested too deeply.', ['a flatter structure']);
  return refuse('not-yaml', `Not readable as YAML: ${message.slice(0, 200)}`);
};

const formFault = (
  code: string,
  message: string,
  at: { readonly line: number; readonly col: number },
): Fault => {
  const [first = message] = message.split('\n');
  if (code === 'DUPLICATE_KEY')
    return refuse(
      'duplicate-key',
      'This key stands twice in the same place.',
      ['one of the two, or another name'],
      at.line,
      at.col,
    );
  if (code === 'TAB_AS_INDENT')
    return refuse('yaml-trap', 'A tab cannot indent in YAML.', ['spaces'], at.line, at.col);
  return refuse('not-yaml', first.slice(0, 300), [], Math.max(1, at.line), Math.max(1, at.col));
};

/** The line and column of what a path leads to, or of the nearest thing above it that exists. */
const placed = (document: Document.Parsed, lines: LineCounter, finding: Finding): Fault => {
  const at = offsetOf(document, finding.path, finding.at ?? 'value') ?? 0;
  const { line, col } = lines.linePos(at);
  return {
    line: Math.max(1, line),
    column: Math.max(1, col),
    code: finding.code,
    ...(finding.wrong === undefined ? {} : { wrong: finding.wrong.slice(0, 80) }),
    write: finding.write ?? [],
    message: finding.message,
  };
};

const offsetOf = (document: Document.Parsed, path: Path, at: 'key' | 'value'): number | undefined => {
  const key = path.at(-1);
  const parentPath = path.slice(0, -1);
  if (key !== undefined) {
    const parent = parentPath.length === 0 ? document.contents : document.getIn(parentPath, true);
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => String(isScalar(item.key) ? item.key.value : item.key) === String(key),
      );
      const node = at === 'key' ? pair?.key : (pair?.value ?? pair?.key);
      if (isNode(node) && node.range) return node.range[0];
    } else if (isCollection(parent)) {
      const node: unknown = parent.get(key, true);
      if (isNode(node) && node.range) return node.range[0];
    }
    return offsetOf(document, parentPath, 'key');
  }
  return isNode(document.contents) ? document.contents.range?.[0] : undefined;
};
