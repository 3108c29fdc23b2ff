import { basename } from 'node:path';
import {
  GENIUS_BYTES,
  readGeniusDomain,
  readGeniusProfile,
  type GeniusDomain,
  type GeniusParty,
  type GeniusReading,
  type Levels,
} from '../scenario/genius.ts';
import type { Io } from './command.ts';
import { readFileText } from './file-text.ts';
import { faultLine } from './print.ts';

/** A domain and its profiles as files on a disk. */
export interface GeniusFiles {
  readonly domain: GeniusDomain;
  readonly parties: readonly GeniusParty[];
}

const readOne = async <T>(
  file: string,
  io: Io,
  read: (text: string) => GeniusReading<T>,
): Promise<T | undefined> => {
  const { text, unread } = await readFileText(file, GENIUS_BYTES);
  if (unread !== undefined) {
    const write = unread.code === 'unreadable' ? unread.write : ['a GENIUS file: XML in UTF-8'];
    io.err(`${faultLine(file, { ...unread, write })}\n`);
    return undefined;
  }
  const { value, faults } = read(text);
  for (const fault of faults ?? []) io.err(`${faultLine(file, fault)}\n`);
  return value;
};

/** Reads a domain and its profiles; what is wrong goes to `err`, each at its place, and there is none. Never throws. */
export const readGeniusFiles = async (
  domainFile: string,
  profileFiles: readonly string[],
  levels: Levels,
  io: Io,
): Promise<GeniusFiles | undefined> => {
  const domain = await readOne(domainFile, io, (text) => readGeniusDomain(text, levels));
  if (domain === undefined) return undefined;
  const parties: GeniusParty[] = [];
  for (const file of profileFiles) {
    // One after the other: faults come in the order of the files.
    const profile = await readOne(file, io, (text) => readGeniusProfile(text, domain));
    if (profile !== undefined) parties.push({ name: basename(file).replace(/\.xml$/iu, ''), profile });
  }
  return parties.length === profileFiles.length ? { domain, parties } : undefined;
};
