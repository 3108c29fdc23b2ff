import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../src/cli/command.ts';

/** The smallest scenario, as a path. */
export const TINY = 'test/fixtures/tiny.yaml';

/** What a command said, and its exit code. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a part of `nia` in this process and keeps what it writes. */
export const captured = async (run: (io: Io) => Promise<number>, terminal = false): Promise<Said> => {
  let out = '';
  let err = '';
  const code = await run({
    out: (text) => (out += text),
    err: (text) => (err += text),
    terminal,
  });
  return { code, out, err };
};

const folder = mkdtempSync(join(tmpdir(), 'nia-'));

/** A file of this content in a folder of this run's own; its path. */
export const fileOf = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

/** A path at which there is nothing yet. */
export const newFile = (name: string): string => join(folder, name);
