/** Something wrong in a scenario file, at its place, with what to write instead. */
export interface Fault {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly code: FaultCode;
  /** What stands there, shortened. */
  readonly wrong?: string;
  /** What could stand there. */
  readonly write: readonly string[];
  /** Each of `write` can stand there, letter by letter, in place of the `length` characters from the place on. */
  readonly exact?: true;
  /** Characters, from the place on, of what it is about; absent where something is missing. */
  readonly length?: number;
  /** What is wrong, in a sentence. */
  readonly message: string;
}

export const FAULT_CODES = [
  // the file
  'too-large',
  'binary',
  'not-yaml',
  'several-documents',
  'alias-explosion',
  'too-deep',
  'duplicate-key',
  'yaml-trap',
  'too-many',
  'old-format',
  // its shape
  'missing',
  'unknown-key',
  'wrong-type',
  'wrong-value',
  'out-of-range',
  // what refers to what
  'unknown-id',
  'duplicate-id',
  // sense
  'bad-sum',
  'too-long',
  'no-culprit',
  'no-victim',
  'bad-order',
  'no-decision',
  'goal-without-question',
  // play: mostly warnings
  'nobody-prefers',
  'always-agreed',
  'dead-article',
  'dead-card',
  'goal-without-decision',
  'long-reading',
  'half-translated',
  'no-agreement',
  'one-first-choice',
  'weak-linkages',
  'cannot-win',
  'cannot-lose',
  'hardly-adopted',
  'unfinished',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** A path of keys and indices into the document. */
export type Path = readonly (string | number)[];

/** A fault whose place is still a path. `at: 'key'` points to the key itself, else to the value. */
export interface Finding {
  readonly path: Path;
  readonly at?: 'key' | 'value';
  readonly code: FaultCode;
  readonly wrong?: string;
  /** Worked out only for findings that are shown: a hostile file has a million of them. */
  readonly write?: readonly string[] | (() => readonly string[]);
  /** Each of `write` can stand there letter by letter. */
  readonly exact?: true;
  readonly message: string;
}
