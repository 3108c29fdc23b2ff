import { stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Strength } from '../delegates/index.ts';
import { writeGameFile } from '../scenario/index.ts';
import { recordOf, type PlayedGame } from '../trial/index.ts';
import { UsageError, type Io } from './command.ts';

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};

/** Refuses a place where no file can be written, before a long run is lost on it. */
export const mustBeWritable = async (file: string): Promise<void> => {
  if (file === '') throw new UsageError('--out wants the name of a file.');
  if (!(await isFolder(dirname(file)))) throw new UsageError(`--out: there is no folder ${dirname(file)}.`);
  if (await isFolder(file)) throw new UsageError(`--out: ${file} is a folder; give a file's name.`);
};

/** Saves a game as a file; whether it could. */
export const keep = async (
  file: string,
  game: PlayedGame,
  text: string,
  strength: Strength,
  io: Io,
): Promise<boolean> => {
  try {
    await writeFile(file, writeGameFile(recordOf(game, text, strength)));
    return true;
  } catch (error) {
    io.err(`${file}: cannot be written: ${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
};
