import { open, stat } from 'node:fs/promises';

/** A file's text, or why there is none, at its place. */
export type FileText =
  | { readonly text: string; readonly unread?: undefined }
  | { readonly unread: Unread; readonly text?: undefined };

export interface Unread {
  readonly line: number;
  readonly column: number;
  readonly code: 'unreadable' | 'too-large' | 'binary';
  readonly message: string;
  readonly write: readonly string[];
}

const unread = (
  code: Unread['code'],
  message: string,
  write: readonly string[],
  line = 1,
  column = 1,
): FileText => ({ unread: { line, column, code, message, write } });

/**
 * Reads a file of at most `most` bytes as UTF-8. Never throws. Never reads more than it may keep, so that a device without
 * an end is refused like any other file that is too large.
 */
export const readFileText = async (file: string, most: number): Promise<FileText> => {
  try {
    if ((await stat(file)).isDirectory())
      return unread('unreadable', 'This is a folder, not a file', ['the name of a scenario file in it']);
    const bytes = await readAtMost(file, most);
    if (bytes === undefined)
      return unread('too-large', `The file has more than ${most.toLocaleString('en')} bytes`, [
        'a shorter file',
      ]);
    return inUtf8(bytes);
  } catch (error) {
    return unread('unreadable', `The file cannot be read: ${reasonOf(error)}`, [
      'the name of a file that exists and may be read',
    ]);
  }
};

const readAtMost = async (file: string, most: number): Promise<Buffer | undefined> => {
  const handle = await open(file, 'r');
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      const part = Buffer.alloc(65_536);
      const { bytesRead } = await handle.read(part, 0, part.length, null);
      if (bytesRead === 0) return Buffer.concat(parts);
      size += bytesRead;
      if (size > most) return undefined;
      parts.push(part.subarray(0, bytesRead));
    }
  } finally {
    await handle.close();
  }
};

const inUtf8 = (bytes: Buffer): FileText => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // The first place that UTF-8 cannot read is the first that a forgiving reader marks.
    const forgiving = new TextDecoder('utf-8').decode(bytes);
    const before = forgiving.slice(0, Math.max(0, forgiving.indexOf('\uFFFD')));
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    const wide = bytes[0] === 0xff || bytes[0] === 0xfe;
    return unread(
      'binary',
      wide ? 'This file is in UTF-16, not in UTF-8' : 'This is not text in UTF-8',
      ['a YAML file saved as plain text, UTF-8'],
      line,
      column,
    );
  }
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is none of this name',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'part of its path is no folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  ENXIO: 'it is a device that cannot be read',
};

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
};
