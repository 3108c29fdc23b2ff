import { parseArgs } from 'node:util';
import type { Fault } from '../scenario/index.ts';
import { UsageError, type CliCommand, type Io } from './command.ts';
import type { Unread } from './file-text.ts';
import { readScenarioFile } from './load.ts';
import { counted, faultInWords, faultLine, printJson, Progress } from './print.ts';

const usage = `nia check FILE… [--json]

Reads scenario files and says everything that is wrong with them, each fault at its place:

  file:line:col: what is wrong; what to write instead

Warnings are advice on play; they do not fail the check. docs/scenario-format.md describes the format.

  --json      one JSON document on standard output: files[]: {file, ok, errors[], warnings[]},
              each error and warning {line, col, code, message}; lines and columns count from 1

Exit code: 0 if every file can be played, 1 if one cannot, 2 for wrong use.`;

type AnyFault = Fault | Unread;

interface Checked {
  readonly file: string;
  readonly ok: boolean;
  readonly errors: readonly AnyFault[];
  readonly warnings: readonly Fault[];
}

export const command: CliCommand = {
  name: 'check',
  summary: 'says everything that is wrong with scenario files, and what to write instead',
  usage,
  run: async (args, io) => {
    const { files, json } = asked(args);
    const checked: Checked[] = [];
    const progress = new Progress(io, 'files');
    for (const [place, file] of files.entries()) {
      progress.at(place, files.length);
      checked.push(await check(file));
    }
    progress.done();
    if (json) printJson(io, { files: checked.map(inJson) });
    else inWords(checked, io);
    return checked.every(({ ok }) => ok) ? 0 : 1;
  },
};

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

const check = async (file: string): Promise<Checked> => {
  const { faults = [], warnings } = await readScenarioFile(file);
  return { file, ok: faults.length === 0, errors: faults, warnings };
};

/** These fields are a contract. */
const inJson = ({ file, ok, errors, warnings }: Checked): object => ({
  file,
  ok,
  errors: errors.map(faultInJson),
  warnings: warnings.map(faultInJson),
});

const faultInJson = (fault: AnyFault): object => ({
  line: fault.line,
  col: fault.column,
  code: fault.code,
  message: faultInWords(fault),
});

const inWords = (checked: readonly Checked[], io: Io): void => {
  for (const { file, errors, warnings } of checked) {
    for (const fault of errors) io.out(`${faultLine(file, fault)}\n`);
    for (const fault of warnings) io.out(`${faultLine(file, fault, 'warning')}\n`);
    const found = [
      ...(errors.length > 0 ? [counted(errors.length, 'error')] : []),
      ...(warnings.length > 0 ? [counted(warnings.length, 'warning')] : []),
    ];
    io.err(`${file}: ${found.length > 0 ? found.join(', ') : 'all is well'}\n`);
  }
};
