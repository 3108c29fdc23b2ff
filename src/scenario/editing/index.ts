import { LIMITS, type Limits } from '../document.ts';
import { changesOf } from './changes.ts';
import { BY_HAND, type Change, type Edit, type EditFault } from './edit.ts';
import { applied, planned, same } from './plan.ts';
import { openSource, type Source } from './source.ts';

/** Editing a file's text through what it says, so that everything else in it stays letter by letter. */
export type { Change, Edit, EditFault, Plain } from './edit.ts';
export { openSource, type Source } from './source.ts';

export type Edited =
  | { readonly changes: readonly Change[]; readonly source: Source; readonly fault?: undefined }
  | EditFault;

/**
 * The stretches of the text that change, in their order and apart from one another, and the file that comes of it. The new text has
 * been read again and says what was asked for, or there is a fault and nothing changes. Never throws.
 */
export const edited = (source: Source, edits: readonly Edit[], limits: Limits = LIMITS): Edited => {
  const plan = planned(edits);
  const changes = changesOf(source, plan);
  if ('fault' in changes) return changes;
  const text = withChanges(source.text, changes);
  if (text === undefined) return BY_HAND;
  const next = openSource(text, limits);
  if (!('data' in next) || !same(next.data, applied(source.data, plan))) return BY_HAND;
  return { changes, source: next };
};

/** The text after changes in their order; `undefined` where they overlap. */
export const withChanges = (text: string, changes: readonly Change[]): string | undefined => {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, insert } of changes) {
    if (from < at) return undefined;
    parts.push(text.slice(at, from), insert);
    at = to;
  }
  return [...parts, text.slice(at)].join('');
};
export { upgraded } from '../format.ts';
