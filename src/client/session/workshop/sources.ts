import { edited, openSource, upgraded } from '../../../scenario/editing/index.ts';
import { shelfText } from '../shelf.ts';
import type { Draft } from './drafts.ts';
import { stringAt } from './look.ts';
import template from './template.yaml?raw';

/** Where a scenario comes from when it is put on the workbench. */

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A text as a new draft, in today's format. Line ends are those of the editor; a mark at the start of the file goes. */
export const asDraft = (name: string, text: string): Draft => ({
  id: newId(),
  name: name.trim() === '' ? 'scenario' : name.trim(),
  text: upgraded(text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n')),
  at: Date.now(),
});

export const newText = (): Draft => asDraft('my-scenario', template);

/** The name of a file without its ending. */
export const nameOfFile = (file: string): string => file.replace(/\.(?:ya?ml|txt|json)$/iu, '');

/** A copy has an id of its own: saved games tell scenarios apart by it. */
export const copyOf = (text: string, id: string): Draft => {
  const name = `${id}-copy`;
  const source = openSource(text);
  if (!('data' in source) || stringAt(source.data, ['id']) === undefined) return asDraft(name, text);
  const made = edited(source, [{ edit: 'set', path: ['id'], value: name.slice(0, 60) }]);
  return asDraft(name, made.fault === undefined ? made.source.text : text);
};

/** A copy of a scenario that comes with the game; `undefined` for one that is not there. */
export const shelfCopy = async (id: string): Promise<Draft | undefined> => {
  const text = await shelfText(id);
  return text === undefined ? undefined : copyOf(text, id);
};
