import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Scenario } from '../engine/index.ts';
import { FORMAT, readScenario, upgraded } from '../scenario/index.ts';
import { UsageError, type CliCommand } from './command.ts';
import { readScenarioFile } from './load.ts';
import { faultLine, printJson } from './print.ts';

const usage = `nia upgrade FILE… [--json]

Writes scenario files of an older format anew in today's (${FORMAT}), in place. Nothing but what the format changed is touched: comments
and layout stay. Old files can be played as they are; this is for whoever goes on writing them. docs/scenario-format.md says what
changed between formats.

  --json   one JSON document on standard output: files[]: {file, ok, changed}

Exit code: 0 if every file is in today's format now, 1 if one is not, 2 for wrong use.`;

interface Upgraded {
  readonly file: string;
  readonly ok: boolean;
  readonly changed: boolean;
}

export const command: CliCommand = {
  name: 'upgrade',
  summary: 'writes scenario files of an older format anew in today’s',
  usage,
  run: async (args, io) => {
    const { files, json } = asked(args);
    const done: Upgraded[] = [];
    for (const file of files) {
      const read = await readScenarioFile(file);
      if (read.scenario === undefined) {
        for (const fault of read.faults) io.err(`${faultLine(file, fault)}\n`);
        done.push({ file, ok: false, changed: false });
        continue;
      }
      const text = upgraded(read.text);
      const changed = text !== read.text;
      if (!sameScenario(read.scenario, readScenario(text).scenario)) {
        io.err(`${file}: it is written in a way that has to be changed by hand; it was left as it is\n`);
        done.push({ file, ok: false, changed: false });
        continue;
      }
      try {
        if (changed) await writeFile(file, text);
        done.push({ file, ok: true, changed });
      } catch (error) {
        io.err(`${file}: it cannot be written: ${error instanceof Error ? error.message : String(error)}\n`);
        done.push({ file, ok: false, changed: false });
      }
    }
    if (json) printJson(io, { files: done });
    else
      for (const { file, ok, changed } of done)
        if (ok) io.out(`${file}: ${changed ? `now in format ${FORMAT}` : 'as it was'}\n`);
    return done.every(({ ok }) => ok) ? 0 : 1;
  },
};

/** An anchor that serves two purposes could mean something else afterwards. */
const sameScenario = (before: Scenario, after: Scenario | undefined): boolean =>
  after !== undefined &&
  after.format === FORMAT &&
  JSON.stringify({ ...before, format: FORMAT }) === JSON.stringify(after);

const asked = (args: readonly string[]): { readonly files: readonly string[]; readonly json: boolean } => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' } },
    });
    if (positionals.length > 0) return { files: positionals, json: values.json ?? false };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  throw new UsageError('Which scenario? Give one file or more.');
};
