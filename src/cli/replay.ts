import { parseArgs } from 'node:util';
import { hashOf, inWords } from '../engine/index.ts';
import {
  foldGame,
  GAME_BYTES,
  GAME_VERSION,
  parseGameFile,
  type FoldedGame,
  type GameFault,
  type GameRecord,
} from '../scenario/index.ts';
import { counted } from '../trial/index.ts';
import { UsageError, type CliCommand } from './command.ts';
import { readFileText } from './file-text.ts';
import { faultInWords, faultLine, printJson } from './print.ts';

const usage = `nia replay GAME [--verify] [--json]

Folds a saved game: deals its scenario with its seed and applies its recorded events in order.

  --verify    compares the fingerprint of the state after every move with the recorded one
  --json      one JSON document on standard output: events, mismatches, finalHash

events counts the events of the game's log, those of the opening included. mismatches counts the moves after which the
state is not the recorded one (0 without --verify); where an event cannot be applied at all, that move and all after it
count. finalHash is the fingerprint of the last state, or null where the file cannot be folded; fault then says why.

Exit code: 0 if all is well, 1 if the file is broken or changed, or with --verify if a state differs, 2 for wrong use.`;

export const command: CliCommand = {
  name: 'replay',
  summary: 'folds a saved game again, and with --verify compares every state',
  usage,
  run: async (args, io) => {
    const { file, verify, json } = asked(args);
    const replayed = await replay(file);
    if (replayed.folded === undefined) {
      if (json) printJson(io, { events: 0, mismatches: 0, finalHash: null, fault: replayed.code });
      for (const line of replayed.lines) io.err(`${line}\n`);
      return 1;
    }
    const { folded, untouched, moves } = replayed;
    const mismatches = verify ? folded.mismatches.length : 0;
    const finalHash = hashOf(folded.state);
    if (json) printJson(io, { events: folded.events, mismatches, finalHash });
    else io.out(inSentences(folded, moves, verify, finalHash));
    const [first] = folded.mismatches;
    if (verify && first !== undefined)
      io.err(
        `${file}: states that differ from what was recorded: ${mismatches} of ${moves}, the first after move ${first + 1}\n`,
      );
    if (!untouched) io.err(`${file}: ${IN_WORDS.tampered}\n`);
    return mismatches === 0 && untouched ? 0 : 1;
  },
};

const asked = (
  args: readonly string[],
): { readonly file: string; readonly verify: boolean; readonly json: boolean } => {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('Which game? Give its file.');
  if (more.length > 0) throw new UsageError(`One game at a time: what is "${more[0]}"?`);
  return { file, verify: values.verify ?? false, json: values.json ?? false };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { verify: { type: 'boolean' }, json: { type: 'boolean' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

/** A saved game folded again, or why it cannot be, in words. */
export type Replayed =
  | {
      readonly folded: FoldedGame;
      readonly record: GameRecord;
      readonly untouched: boolean;
      readonly moves: number;
    }
  | { readonly folded?: undefined; readonly code: string; readonly lines: readonly string[] };

/** Reads and folds a game file; never throws, whatever is in it. */
export const replay = async (file: string): Promise<Replayed> => {
  const { text, unread } = await readFileText(file, GAME_BYTES);
  if (unread !== undefined)
    return { code: unread.code, lines: [`${file}: ${faultInWords({ ...unread, write: [] })}`] };
  const filed = parseGameFile(text);
  if (filed.fault !== undefined) return { code: filed.fault, lines: faultLines(file, filed) };
  const folded = foldGame(filed.record);
  if (folded.fault !== undefined) return { code: folded.fault, lines: faultLines(file, folded) };
  return { folded, record: filed.record, untouched: filed.untouched, moves: filed.record.moves.length };
};

const IN_WORDS = {
  'not-a-game-file': 'this is not a game file of Nothing Is Agreed',
  truncated: 'the end of this game file is missing; save or copy the game again',
  tampered: 'this file was changed after it was written: its checksum is another',
} as const;

const faultLines = (file: string, fault: GameFault): readonly string[] => {
  switch (fault.fault) {
    case 'not-a-game-file':
    case 'truncated':
    case 'tampered':
      return [`${file}: ${IN_WORDS[fault.fault]}`];
    case 'newer-version':
      return [
        `${file}: this game was saved by a newer version (format ${fault.version}; this one reads up to ${GAME_VERSION}); update and try again`,
      ];
    case 'scenario-faults':
      return [
        `${file}: the scenario inside this game file cannot be read:`,
        ...fault.faults.map((item) => faultLine('scenario', item)),
      ];
  }
};

const inSentences = (folded: FoldedGame, moves: number, verify: boolean, finalHash: string): string => {
  const { scenario, state, events } = folded;
  const title = inWords(scenario, scenario.title, scenario.language);
  const end =
    state.outcome === undefined
      ? `session ${state.session + 1} of ${scenario.sessions.length}, ${state.phase}`
      : state.outcome.end;
  const same = verify && folded.mismatches.length === 0 ? ', every state as recorded' : '';
  return `${title}: ${counted(moves, 'move')}, ${counted(events, 'event')}, ${end}${same}\nfinal fingerprint ${finalHash}\n`;
};
