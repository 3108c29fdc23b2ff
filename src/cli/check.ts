import { parseArgs } from 'node:util';
import { placedIn, readingOf, type Fault, type ReadingLoad } from '../scenario/index.ts';
import { counted, lintPlay, lintSpace } from '../trial/index.ts';
import { UsageError, type CliCommand, type Io } from './command.ts';
import type { Unread } from './file-text.ts';
import { readScenarioFile } from './load.ts';
import { faultInWords, faultLine, printJson, Progress } from './print.ts';

const usage = `nia check FILE… [--quick] [--json]

Reads scenario files and says everything that is wrong with them, each fault at its place:

  file:line:col: what is wrong; what to write instead

Warnings are advice on play; they do not fail the check. A file without errors is also analysed (many draws of its mandates)
and played (some games with AI delegates in all seats). docs/scenario-format.md describes the format.

  --quick     no games
  --json      one JSON document on standard output: files[]: {file, ok, errors[], warnings[], reading},
              each error and warning {line, col, code, message}; lines and columns count from 1;
              reading: {ID: {sheet, all}} in minutes, for the role sheet and for all there is to read before play

Exit code: 0 if every file can be played, 1 if one cannot, 2 for wrong use.`;

type AnyFault = Fault | Unread;

interface Checked {
  readonly file: string;
  readonly ok: boolean;
  readonly errors: readonly AnyFault[];
  readonly warnings: readonly Fault[];
  readonly reading: readonly ReadingLoad[];
}

export const command: CliCommand = {
  name: 'check',
  summary: 'says everything that is wrong with scenario files, and what to write instead',
  usage,
  run: async (args, io) => {
    const { files, json, quick } = asked(args);
    const checked: Checked[] = [];
    for (const file of files) checked.push(await check(file, quick, io));
    if (json) printJson(io, { files: checked.map(inJson) });
    else inWords(checked, io);
    return checked.every(({ ok }) => ok) ? 0 : 1;
  },
};

interface Asked {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly quick: boolean;
}

const asked = (args: readonly string[]): Asked => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, quick: { type: 'boolean' } },
    });
    if (positionals.length > 0)
      return { files: positionals, json: values.json ?? false, quick: values.quick ?? false };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
  throw new UsageError('Which scenario? Give one file or more.');
};

const check = async (file: string, quick: boolean, io: Io): Promise<Checked> => {
  const read = await readScenarioFile(file);
  if (read.scenario === undefined)
    return { file, ok: false, errors: read.faults, warnings: read.warnings, reading: [] };
  const { scenario, text } = read;
  const progress = new Progress(io, `games of ${file}`);
  const found = [
    ...lintSpace(scenario),
    ...(quick ? [] : lintPlay(scenario, (game, games) => progress.at(game, games))),
  ];
  progress.done();
  const warnings = [...read.warnings, ...placedIn(text, found)].toSorted(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  return { file, ok: true, errors: [], warnings, reading: readingOf(scenario) };
};

/** These fields are a contract. */
const inJson = ({ file, ok, errors, warnings, reading }: Checked): object => ({
  file,
  ok,
  errors: errors.map(faultInJson),
  warnings: warnings.map(faultInJson),
  reading: Object.fromEntries(
    reading.map(({ delegation, sheet, all }) => [delegation, { sheet: tenths(sheet), all: tenths(all) }]),
  ),
});

const tenths = (value: number): number => Math.round(value * 10) / 10;

const faultInJson = (fault: AnyFault): object => ({
  line: fault.line,
  col: fault.column,
  code: fault.code,
  message: faultInWords(fault),
});

const inWords = (checked: readonly Checked[], io: Io): void => {
  for (const { file, errors, warnings, reading } of checked) {
    for (const fault of errors) io.out(`${faultLine(file, fault)}\n`);
    for (const fault of warnings) io.out(`${faultLine(file, fault, 'warning')}\n`);
    const found = [
      ...(errors.length > 0 ? [counted(errors.length, 'error')] : []),
      ...(warnings.length > 0 ? [counted(warnings.length, 'warning')] : []),
    ];
    io.err(`${file}: ${found.length > 0 ? found.join(', ') : 'all is well'}${readingInWords(reading)}\n`);
  }
};

const readingInWords = (reading: readonly ReadingLoad[]): string => {
  if (reading.length === 0) return '';
  const all = reading.map((load) => tenths(load.all));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return `; ${least === most ? '' : `${least} to `}${most} minutes of reading a seat`;
};
