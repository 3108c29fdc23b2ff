import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { problemOf } from '../analysis/index.ts';
import type { ArenaDomain } from '../delegates/arena/index.ts';
import { lay, open } from '../engine/index.ts';
import { FINE, GENIUS_BYTES } from '../scenario/genius.ts';
import type { Io } from './command.ts';
import { readFileText } from './file-text.ts';
import { readGeniusFiles, type GeniusFiles } from './genius-files.ts';
import { loadScenario } from './load.ts';

/** Utilities of imported domains are kept to the hundred-millionth: sums of whole numbers have no rounding to break ties by. */
const UNIT = 100_000_000;

/** The problem of an imported domain: its own outcomes, without the game's "no text". */
export const arenaDomain = (name: string, { domain, parties }: GeniusFiles): ArenaDomain => ({
  name,
  unit: UNIT,
  problem: {
    options: domain.issues.map((issue) => issue.values.length),
    parties: parties.map(({ profile }) => ({
      table: profile.table.map((row) => row.map((worth) => Math.round(worth * UNIT))),
      pairs: [],
      base: 0,
      forbidden: [],
      reservation: Math.round(profile.reservation * UNIT),
    })),
  },
});

interface Entry {
  readonly name: string;
  readonly read: () => Promise<ArenaDomain | undefined>;
}

const isXml = (file: string): boolean => /\.xml$/iu.test(file);
const isYaml = (file: string): boolean => /\.ya?ml$/iu.test(file);

/** Whether a file is a domain by itself, not a profile of one: by its first two kilobytes. */
const isDomain = async (file: string): Promise<boolean> =>
  readFileText(file, GENIUS_BYTES).then(
    ({ text = '' }) => isXml(file) && text.slice(0, 2_048).includes('<negotiation_template'),
  );

const scenarioEntry = (file: string, seed: string, io: Io): Entry => ({
  name: basename(file).replace(/\.ya?ml$/iu, ''),
  read: async () => {
    const { scenario } = (await loadScenario(file, io)) ?? {};
    if (scenario === undefined) return undefined;
    const { mandates } = open(lay(scenario, seed));
    return { name: scenario.id, unit: 10_000, problem: problemOf(scenario, mandates) };
  },
});

/** A domain file and its profiles. A profile repeats its domain, so the first stands in for a domain file that is not there. */
const geniusEntry = (
  name: string,
  domain: string | undefined,
  profiles: readonly string[],
  io: Io,
): Entry => ({
  name,
  read: async () => {
    const source = domain ?? profiles[0];
    if (source === undefined || profiles.length < 2) {
      io.err(`${domain ?? name}: a domain needs two utility profiles or more, not ${profiles.length}\n`);
      return undefined;
    }
    const files = await readGeniusFiles(source, profiles, FINE, io);
    return files === undefined ? undefined : arenaDomain(name, files);
  },
});

const entriesOfFiles = async (files: readonly string[], seed: string, io: Io): Promise<Entry[]> => {
  const entries = files.filter(isYaml).map((file) => scenarioEntry(file, seed, io));
  const groups: { domain: string | undefined; profiles: string[] }[] = [];
  const xml = files.filter(isXml);
  const kinds = await Promise.all(xml.map(isDomain));
  xml.forEach((file, place) => {
    const last = groups.at(-1);
    if (kinds[place] === true) groups.push({ domain: file, profiles: [] });
    else if (last === undefined) groups.push({ domain: undefined, profiles: [file] });
    else last.profiles.push(file);
  });
  for (const { domain, profiles } of groups) {
    const folder = basename(dirname(resolve(domain ?? profiles[0] ?? '.')));
    entries.push(geniusEntry(folder, domain, profiles, io));
  }
  return entries;
};

/** In a folder the domain comes first, whatever it is called, and the profiles by name. */
const entriesOfFolder = async (folder: string, seed: string, io: Io): Promise<Entry[]> => {
  const found = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const files = found.filter((one) => one.isFile()).map((one) => join(folder, one.name));
  const kinds = await Promise.all(files.map((file) => isDomain(file)));
  const here = await entriesOfFiles(
    [
      ...files.filter((_, place) => kinds[place] === true),
      ...files.filter((_, place) => kinds[place] !== true),
    ],
    seed,
    io,
  );
  const below: Entry[] = [];
  for (const one of found.filter((item) => item.isDirectory()))
    below.push(...(await entriesOfFolder(join(folder, one.name), seed, io)));
  return [...here, ...below];
};

/**
 * Every domain of these paths: scenarios (YAML), folders of GENIUS files at any depth (one domain a folder), or GENIUS files by
 * name, each domain before its profiles. What is wrong goes to `err`; `undefined` if anything is.
 */
export const arenaDomains = async (
  paths: readonly string[],
  seed: string,
  io: Io,
): Promise<readonly ArenaDomain[] | undefined> => {
  const entries: Entry[] = [];
  const files: string[] = [];
  let fine = true;
  for (const path of paths) {
    const kind = await stat(path).catch(() => undefined);
    if (kind?.isDirectory() === true) entries.push(...(await entriesOfFolder(path, seed, io)));
    else if (kind === undefined || !(isXml(path) || isYaml(path))) {
      io.err(`${path}: ${kind === undefined ? 'there is no such file' : 'this is neither XML nor YAML'}\n`);
      fine = false;
    } else files.push(path);
  }
  entries.unshift(...(await entriesOfFiles(files, seed, io)));
  const domains: ArenaDomain[] = [];
  for (const entry of entries) {
    const domain = await entry.read();
    if (domain === undefined) fine = false;
    else domains.push(domain);
  }
  if (fine && domains.length === 0) io.err('There is no domain and no scenario here.\n');
  return fine && domains.length > 0 ? domains : undefined;
};
