import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PastGame } from '../analysis/branches/index.ts';
import { believedOf, debriefOf } from '../analysis/debrief/index.ts';
import { believe, suspicions } from '../delegates/index.ts';
import { places, type DelegationId, type Scenario } from '../engine/index.ts';
import {
  csvOf,
  HOME,
  materialOf,
  pageOf,
  statementsOf,
  whatIfs,
  type Material,
  type Reader,
} from '../report/index.ts';
import { tableOf } from '../scenario/index.ts';
import { branchPlayers } from './branch-players.ts';
import { UsageError, type CliCommand, type Io } from './command.ts';
import { mustBeWritable } from './keep.ts';
import { Progress, printJson } from './print.ts';
import { replay, type Replayed } from './replay.ts';

const BRANCHES = 8;
/** With more delegations than this a branch takes so long that it is played only if asked for. */
const MANY = 40;

const usage = `nia report GAME [--out FILE] [--for ID | --anonymous] [--csv DIR] [--xapi FILE] [--branches N] [--json]

The after-action report of a saved game: one HTML page that needs nothing else and prints well.

  --out FILE    where the page goes; without it, to standard output
  --for ID      for one delegation: its own figures, and what all have seen
  --anonymous   without names: letters stand for the delegations, in an order mixed by the game's seed
  --csv DIR     the figures as sheets, in a folder that is made if need be; with the names of the page
  --xapi FILE   what each delegation did and came to, as statements of the Experience API
  --home URL    address that stands for this installation in those statements; ${HOME} if not given
  --branches N  how often the game is played on from each of at most three turns that went otherwise; if not given ${BRANCHES}, or
                none where there are more than ${MANY} delegations. Not in the report of one delegation
  --json        one JSON document on standard output: out, csv, xapi, statements, turningPoints, nashShare, paretoDistance

In sheets worths are hundredths of a point, on the page points. --csv and --xapi hold everybody's figures and do not go with --for.

Exit code: 0 if all is well, 1 if the file is broken or changed, 2 for wrong use.`;

export const command: CliCommand = {
  name: 'report',
  summary: 'the after-action report of a saved game, as one page, sheets and xAPI statements',
  usage,
  run: async (args, io) => {
    const wanted = asked(args);
    for (const file of [wanted.out, wanted.xapi]) if (file !== undefined) await mustBeWritable(file);
    const replayed = await replay(wanted.file);
    if (replayed.folded === undefined) {
      for (const line of replayed.lines) io.err(`${line}\n`);
      return 1;
    }
    const { folded, untouched } = replayed;
    if (folded.mismatches.length > 0 || !untouched) {
      io.err(`${wanted.file}: this game was changed after it was written; nia replay --verify says where\n`);
      return 1;
    }
    await write(wanted, folded.scenario, replayed, io);
    return 0;
  },
};

interface Asked {
  readonly file: string;
  readonly out: string | undefined;
  readonly seat: string | undefined;
  readonly anonymous: boolean;
  readonly csv: string | undefined;
  readonly xapi: string | undefined;
  readonly home: string;
  readonly branches: number | undefined;
  readonly json: boolean;
}

const asked = (args: readonly string[]): Asked => {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('Which game? Give its file.');
  if (more.length > 0) throw new UsageError(`One game at a time: what is "${more[0]}"?`);
  const anonymous = values.anonymous ?? false;
  if (anonymous && values.for !== undefined)
    throw new UsageError('--for and --anonymous: one or the other, please.');
  if (values.for !== undefined && (values.csv !== undefined || values.xapi !== undefined))
    throw new UsageError('--csv and --xapi hold everybody’s figures: not with --for.');
  const branches = values.branches === undefined ? undefined : Number(values.branches);
  if (branches !== undefined && (!Number.isInteger(branches) || branches < 0 || branches > 1_000))
    throw new UsageError('--branches wants a whole number from 0 to 1000.');
  return {
    file,
    out: values.out,
    seat: values.for,
    anonymous,
    csv: values.csv,
    xapi: values.xapi,
    home: homeOf(values.home ?? HOME),
    branches,
    json: values.json ?? false,
  };
};

const homeOf = (address: string): string => {
  if (!URL.canParse(address) || !/^https?:/u.test(address))
    throw new UsageError(`--home wants an address that begins with https://, not "${address}".`);
  return address.replace(/\/+$/u, '');
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        for: { type: 'string' },
        anonymous: { type: 'boolean' },
        csv: { type: 'string' },
        xapi: { type: 'string' },
        home: { type: 'string' },
        branches: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const seatNamed = (scenario: Scenario, seat: string): DelegationId => {
  const place = places(scenario).delegation.get(seat);
  const found = place === undefined ? undefined : scenario.delegations[place];
  if (found === undefined) {
    const known = scenario.delegations.map(({ id }) => id).join(', ');
    throw new UsageError(`There is no delegation "${seat}" in this game: ${known}.`);
  }
  return found.id;
};

type Folded = Extract<Replayed, { readonly folded: object }>;

const write = async (wanted: Asked, scenario: Scenario, { record }: Folded, io: Io): Promise<void> => {
  const reader: Reader =
    wanted.seat === undefined
      ? { kind: wanted.anonymous ? 'anonymous' : 'teacher' }
      : { kind: 'delegation', me: seatNamed(scenario, wanted.seat) };
  const game: PastGame = { table: tableOf(scenario, record), moves: record.moves };
  const material = gathered(wanted, game, reader, record, io);
  const { debrief } = material;
  const page = pageOf(material);
  const sheets = wanted.csv === undefined ? undefined : csvOf(material);
  const statements = wanted.xapi === undefined ? [] : statementsOf(game, material, wanted.home);
  if (wanted.out !== undefined) await writeFile(wanted.out, page);
  if (wanted.csv !== undefined && sheets !== undefined) {
    await mkdir(wanted.csv, { recursive: true });
    for (const [name, text] of sheets) await writeFile(join(wanted.csv, name), text);
  }
  if (wanted.xapi !== undefined)
    await writeFile(wanted.xapi, `${JSON.stringify(statements, undefined, 2)}\n`);
  if (wanted.json)
    printJson(io, {
      out: wanted.out ?? null,
      csv: sheets === undefined ? [] : [...sheets.keys()],
      xapi: wanted.xapi ?? null,
      statements: statements.length,
      turningPoints: debrief.turning.table.map(({ at }) => at),
      nashShare: debrief.left.nashShare ?? null,
      paretoDistance: debrief.left.paretoDistance ?? null,
    });
  else if (wanted.out === undefined) io.out(page);
};

const gathered = (
  wanted: Asked,
  game: PastGame,
  reader: Reader,
  { strength, reflections = [] }: Folded['record'],
  io: Io,
): Material => {
  const debrief = debriefOf(game, suspicions);
  const progress = new Progress(io, 'branches');
  const finished = { ...game, outcome: debrief.outcome, struck: debrief.attribution };
  const many = game.table.scenario.delegations.length > MANY;
  const runs = reader.kind === 'delegation' ? 0 : (wanted.branches ?? (many ? 0 : BRANCHES));
  if (many && reader.kind !== 'delegation' && wanted.branches === undefined)
    io.err(`With so many delegations no branches are played unless --branches says how many.\n`);
  const found = whatIfs(finished, branchPlayers(game.table.scenario, strength), runs, (played, of) => {
    progress.at(played, of);
  });
  progress.done();
  // Nobody reads of one delegation what others held of the rest.
  const believed = reader.kind === 'delegation' ? {} : { believed: believedOf(game, believe) };
  return materialOf(game.table, debrief, reader, { reflections, ...believed }, { runs, found });
};
