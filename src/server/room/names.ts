import { NAME_LENGTH, type RoomRefusal } from '../../protocol/index.ts';
import { isUnfitEnglish } from '../words/english.ts';
import { isListed } from '../words/sieve.ts';
import { present, type Room } from './room.ts';

/** Whether a text has words that do not belong in a classroom. */
export const isUnfit = (text: string): boolean =>
  [...new Set([text, joined(text)])].some((one) => isUnfitEnglish(one) || isListed(one));

/** Letters that are spelled one by one, put together: `a.b c` is `abc`. Words stay apart, or names would make words by chance. */
const joined = (text: string): string =>
  text.replaceAll(/(?<![\p{L}\p{N}])([\p{L}\p{N}])[^\p{L}\p{N}]+(?=[\p{L}\p{N}](?![\p{L}\p{N}]))/gu, '$1');

/** Invisible and direction-changing signs: with them two names can look the same, or a line run backwards. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
const STACKED = /\p{M}{3,}/gu;

/** One line as everybody can read it: one kind of spaces, nothing invisible, no towers of accents. */
export const plainLine = (raw: string): string =>
  raw.normalize('NFKC').replaceAll(UNSEEN, '').replaceAll(STACKED, '').replaceAll(/\s+/gu, ' ').trim();

/** What two names have in common that cannot be told apart when read out. */
export const alike = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

export type Named = { readonly name: string; readonly refused?: undefined } | RoomRefusal;

/** A nickname as it will be shown, or why not. Unique among those in the room but for `except`, who may keep theirs. */
export const nameIn = (room: Room | undefined, raw: string, except?: string): Named => {
  const name = plainLine(raw);
  if (alike(name) === '') return { refused: 'name-empty' };
  if (name.length > NAME_LENGTH) return { refused: 'name-too-long', most: NAME_LENGTH };
  if (isUnfit(name)) return { refused: 'name-unfit' };
  const taken =
    room !== undefined &&
    present(room).some((person) => person.id !== except && alike(person.name) === alike(name));
  return taken ? { refused: 'name-taken' } : { name };
};
