import { writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readScenario } from '../scenario/index.ts';
import { COARSE, geniusOutcomes, geniusScenario, unplayable } from '../scenario/genius.ts';
import { counted } from '../trial/index.ts';
import { UsageError, type CliCommand } from './command.ts';
import { readGeniusFiles } from './genius-files.ts';
import { faultLine, printJson } from './print.ts';

const usage = `nia import genius DOMAIN.xml PROFILE.xml PROFILE.xml… --out FILE [--json]

Turns a GENIUS/NegMAS domain and two or more utility profiles into a scenario that can be played.

  --out FILE   the scenario to write (YAML)
  --json       one JSON document on standard output

Integer and real issues are cut into at most seven values; the step is said. The game has no discount and writes utilities in
whole points: what that changes is said on standard error and at the top of the file. See docs/import.md.`;

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, json: { type: 'boolean' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** What a domain is called: its file, or the folder where the file is only called "domain". */
const titleOf = (file: string): string => {
  const name = basename(file)
    .replace(/\.xml$/iu, '')
    .replaceAll(/[-_]+/gu, ' ')
    .trim();
  const plain = /^(?:domain)?$/iu.test(name) ? basename(dirname(resolve(file))) : name;
  return plain === '' ? 'Imported' : plain;
};

export const command: CliCommand = {
  name: 'import',
  summary: 'turns a GENIUS/NegMAS domain and its utility profiles into a scenario',
  usage,
  run: async (args, io) => {
    const { values, positionals } = parsed(args);
    const [format, domainFile, ...profileFiles] = positionals;
    if (format !== 'genius')
      throw new UsageError('The only format is "genius": nia import genius DOMAIN.xml …');
    if (domainFile === undefined) throw new UsageError('Which domain? Give its file.');
    if (profileFiles.length < 2) throw new UsageError('Give at least two utility profiles.');
    const { out } = values;
    if (out === undefined || out === '') throw new UsageError('Where to? Give --out FILE.');
    const files = await readGeniusFiles(domainFile, profileFiles, COARSE, io);
    if (files === undefined) return 1;
    const { domain, parties } = files;
    const refused = unplayable(domain, parties);
    if (refused !== undefined) {
      io.err(`${faultLine(domainFile, { line: 1, column: 1, message: refused, write: [] })}\n`);
      return 1;
    }
    const { yaml, notes } = geniusScenario(titleOf(domainFile), domain, parties);
    const { faults } = readScenario(yaml);
    for (const fault of faults ?? []) io.err(`${faultLine(out, fault)}\n`);
    if (faults !== undefined) return 1;
    try {
      await writeFile(out, yaml);
    } catch (error) {
      io.err(`${out}: it cannot be written: ${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    }
    for (const note of notes) io.err(`${note}\n`);
    const document = {
      out,
      issues: domain.issues.length,
      texts: geniusOutcomes(domain),
      profiles: parties.length,
    };
    if (values.json === true) printJson(io, document);
    else
      io.out(
        `${out}: ${counted(document.issues, 'issue')}, ${counted(document.texts, 'outcome')}, ${counted(document.profiles, 'profile')}\n`,
      );
    return 0;
  },
};
