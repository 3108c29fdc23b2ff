import type { Path } from '../fault.ts';

/** What can be written into a file: plain data, no `undefined`. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/**
 * One change of a file's data. All paths of several edits that are made together are those of the file as it was before. What lies
 * within something that is replaced or removed in the same run is not looked at.
 */
export type Edit =
  /** Replaces a value, or writes a field that is not there, with whatever is missing above it. */
  | { readonly edit: 'set'; readonly path: Path; readonly value: Plain }
  /** A field of a map, or an entry of a list. */
  | { readonly edit: 'remove'; readonly path: Path }
  /** A new entry of a list, before the one at `at`; at the end where there is none. */
  | { readonly edit: 'insert'; readonly path: Path; readonly at: number; readonly value: Plain }
  /** Two entries of a list change places. Stands alone among the edits of its list. */
  | { readonly edit: 'swap'; readonly path: Path; readonly one: number; readonly two: number };

/** A stretch of the text and what stands there instead. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Why nothing was changed. */
export type EditFault =
  /** `*name` repeats it elsewhere in the file, so that more would change than is meant. */
  | { readonly fault: 'shared'; readonly name: string }
  /** It is written in a way that only a person should change, or it is not there. */
  | { readonly fault: 'by-hand' };

export const sharedAs = (name: string): EditFault => ({ fault: 'shared', name });
export const BY_HAND: EditFault = { fault: 'by-hand' };
