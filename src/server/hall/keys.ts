import { createHash, randomBytes, randomInt } from 'node:crypto';
import { CODE_LENGTH, CODE_LETTERS, type RoomCode } from '../../protocol/index.ts';

/** A key that opens a seat or a room: 192 bits. It is handed out once and never kept. */
export const newKey = (): string => randomBytes(24).toString('base64url');

/** What is kept of a key. It is random enough that nothing slower than one hash is needed. */
export const hashOfKey = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** 23 letters, 6 places: 148 million rooms. */
export const newCode = (): RoomCode =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');

export const newSeed = (): string => randomBytes(9).toString('base64url');
export const newId = (): string => randomBytes(9).toString('hex');
