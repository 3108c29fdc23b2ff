import { z } from 'zod';
import {
  chapters,
  evolve,
  fingerprint,
  hasHash,
  lay,
  ORIGINS,
  open,
  PHASES,
  type DelegationId,
  type Event,
  type Fate,
  type Move,
  type Phase,
  type Reason,
  type Scenario,
  type SeatId,
  type State,
  type Table,
} from '../engine/index.ts';
import { readScenario } from './read.ts';
import type { Fault } from './fault.ts';
import { reflectionShape } from './reflection-shape.ts';
import { MOST_REFLECTIONS, type Reflection } from './reflections.ts';

/** One accepted command, what came of it, and the fingerprint of the state after it. */
export interface RecordedMove {
  readonly move: Move;
  readonly events: readonly Event[];
  readonly because: readonly Reason[];
  readonly hash: string;
}

/** A phase that was taken back: a line in the game's history, so that nobody mistakes the second try for the first. */
export interface TakenBack {
  readonly session: number;
  readonly phase: Phase;
  /** How many moves of the game were left. */
  readonly after: number;
  /** How many were dropped. */
  readonly dropped: number;
}

/** A game as it is kept: everything that is needed to fold it again, on any machine, whatever becomes of the shelf. */
export interface GameRecord {
  /** The scenario's source text, so that old games open when the shelf has changed. */
  readonly scenario: { readonly id: string; readonly version: string; readonly text: string };
  readonly seed: string;
  /** The seat of the person who plays; of several, the first. */
  readonly seat: SeatId;
  /** Several people at one screen, in the order in which they sit; absent where one plays alone. */
  readonly people?: readonly Person[];
  readonly strength: 'gentle' | 'seasoned' | 'hard';
  readonly moves: readonly RecordedMove[];
  /** Phases that were taken back, in order; absent where none was. */
  readonly undone?: readonly TakenBack[];
  /** What people said before the game and after it; absent where nobody said anything. No state depends on it. */
  readonly reflections?: readonly Reflection[];
  /** Where this game leaves another one; absent where it is a game of its own. */
  readonly branch?: BranchMark;
}

/** Says that a game is what would have become of another one. */
export interface BranchMark {
  /** The moves that both have in common. */
  readonly at: number;
  /** Turns of the world that are given, not drawn. */
  readonly fates: readonly Fate[];
}

/** What a recorded game is played from. */
export const tableOf = (scenario: Scenario, { seed, branch }: Pick<GameRecord, 'seed' | 'branch'>): Table =>
  branch === undefined || branch.fates.length === 0
    ? lay(scenario, seed)
    : { ...lay(scenario, seed), fates: branch.fates };

/** Somebody at a screen that several share. */
export interface Person {
  readonly seat: DelegationId;
  /** What they call themselves; empty if they did not say. */
  readonly name: string;
}

/** People who can share one screen. */
export const MOST_PEOPLE = 12;

export const GAME_FORMAT = 'nothing-is-agreed';
export const GAME_VERSION = 1;
/** Bytes, and characters, that are read at most. A long game has some two million. */
export const GAME_BYTES = 40_000_000;
/** Moves that are read at most; a long game has some two thousand. */
export const GAME_MOVES = 10_000;
/** Events, and reasons, of one move that are read at most. At the end of a conference of 193 some two thousand come at once. */
const MOVE_ITEMS = 20_000;

/** Why a game file cannot be opened. */
export type GameFault =
  | { readonly fault: 'not-a-game-file' }
  | { readonly fault: 'truncated' }
  | { readonly fault: 'newer-version'; readonly version: number }
  /** `at`: the place of the first move whose state differs from the recorded one; -1 where only the checksum is wrong. */
  | { readonly fault: 'tampered'; readonly at: number }
  | { readonly fault: 'scenario-faults'; readonly faults: readonly Fault[] };

export interface OpenedGame {
  readonly fault?: undefined;
  readonly record: GameRecord;
  readonly scenario: Scenario;
  readonly state: State;
}

/** A record as it stands in a file, not yet folded. */
export interface FiledGame {
  readonly fault?: undefined;
  readonly record: GameRecord;
  /** Whether the file is, character by character, the one that was written. */
  readonly untouched: boolean;
}

/** A record folded to its end. */
export interface FoldedGame {
  readonly fault?: undefined;
  readonly scenario: Scenario;
  readonly state: State;
  /** Events in the log, those of the opening included. */
  readonly events: number;
  /**
   * Places of the moves after which the state is not the recorded one. Where an event cannot be applied at all the fold
   * ends, and the rest of the moves count as well.
   */
  readonly mismatches: readonly number[];
}

const SEAL = ',"checksum":"';

/** The game as the text of one file. The checksum is that of all that stands before it. */
export const writeGameFile = (record: GameRecord): string => {
  const body = JSON.stringify({ format: GAME_FORMAT, version: GAME_VERSION, ...record }).slice(0, -1);
  return `${body}${SEAL}${fingerprint(body)}"}\n`;
};

const untouched = (text: string): boolean => {
  const end = text.lastIndexOf(SEAL);
  return end !== -1 && text.slice(end).trimEnd() === `${SEAL}${fingerprint(text.slice(0, end))}"}`;
};

const fileShape = z.object({
  format: z.literal(GAME_FORMAT),
  version: z.literal(GAME_VERSION),
  scenario: z.object({ id: z.string(), version: z.string(), text: z.string() }),
  seed: z.string().max(1_000),
  seat: z.string().max(100),
  people: z
    .array(z.object({ seat: z.string().max(100), name: z.string().max(40) }))
    .min(2)
    .max(MOST_PEOPLE)
    .optional(),
  strength: z.enum(['gentle', 'seasoned', 'hard']),
  moves: z.array(
    z.object({
      move: z.object({ seat: z.string(), command: z.looseObject({ kind: z.string() }) }),
      events: z.array(z.looseObject({ kind: z.string() })).min(1),
      because: z.array(z.looseObject({ code: z.string() })),
      hash: z.string(),
    }),
  ),
  undone: z
    .array(
      z.object({
        session: z.int().min(0),
        phase: z.enum(PHASES),
        after: z.int().min(0),
        dropped: z.int().min(1),
      }),
    )
    .max(GAME_MOVES)
    .optional(),
  reflections: z.array(reflectionShape).max(MOST_REFLECTIONS).optional(),
  branch: z
    .object({
      at: z.int().min(0).max(GAME_MOVES),
      fates: z
        .array(
          z.discriminatedUnion('kind', [
            z.object({ kind: z.literal('spared'), incident: z.string(), session: z.int().min(0) }),
            z.object({
              kind: z.literal('origin'),
              incident: z.string(),
              origin: z.enum(ORIGINS),
              culprit: z.string().optional(),
            }),
          ]),
        )
        .max(20),
    })
    .optional(),
  checksum: z.string(),
});

const isObject = (data: unknown): data is object => typeof data === 'object' && data !== null;
const isShort = (data: unknown, most: number): boolean => Array.isArray(data) && data.length <= most;

/**
 * Whether it has at most as many moves as a game can have, and each as few parts. Looked at first, and by hand: a schema would
 * note every fault of a list of millions, which takes minutes.
 */
const isOfGameSize = (data: object): boolean =>
  'moves' in data &&
  Array.isArray(data.moves) &&
  data.moves.length <= GAME_MOVES &&
  data.moves.every(
    (move: unknown) =>
      isObject(move) &&
      'events' in move &&
      isShort(move.events, MOVE_ITEMS) &&
      'because' in move &&
      isShort(move.because, MOVE_ITEMS),
  ) &&
  (!('undone' in data) || isShort(data.undone, GAME_MOVES)) &&
  (!('reflections' in data) || isShort(data.reflections, MOST_REFLECTIONS));

/**
 * Whether this is a game record in form: moves, events and reasons by their kinds. It may say so of the whole type because
 * the rest is not taken on trust: `foldGame` applies the events one by one, answers for those it cannot apply, and compares
 * what they lead to with the recorded fingerprints.
 */
const isGameRecord = (data: unknown): data is GameRecord => fileShape.safeParse(data).success;

/** Reads a game file without folding it. Never throws, whatever the text is. */
export const parseGameFile = (text: string): FiledGame | GameFault => {
  if (text.length > GAME_BYTES) return { fault: 'not-a-game-file' };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return unparsed(text);
  }
  if (!isObject(data) || !('format' in data) || data.format !== GAME_FORMAT)
    return { fault: 'not-a-game-file' };
  if ('version' in data && typeof data.version === 'number' && data.version > GAME_VERSION)
    return { fault: 'newer-version', version: data.version };
  if (!isOfGameSize(data) || !isGameRecord(data)) return { fault: 'not-a-game-file' };
  const { scenario, seed, seat, people, strength, moves, undone, reflections, branch } = data;
  return {
    record: {
      scenario,
      seed,
      seat,
      ...(people === undefined ? {} : { people }),
      strength,
      moves,
      ...(undone === undefined ? {} : { undone }),
      ...(reflections === undefined ? {} : { reflections }),
      ...(branch === undefined ? {} : { branch }),
    },
    untouched: untouched(text),
  };
};

/** A game file that is no JSON has lost its end, or something in the middle. */
const unparsed = (text: string): GameFault => {
  if (!text.trimStart().startsWith(`{"format":"${GAME_FORMAT}"`)) return { fault: 'not-a-game-file' };
  return /"checksum":"[0-9a-f]{14}"\}/u.test(text.slice(-200))
    ? { fault: 'tampered', at: -1 }
    : { fault: 'truncated' };
};

/**
 * Reads the record's scenario and folds its moves, comparing every state with the recorded fingerprint. Never throws.
 * Ends after `most` states that differ; without it all moves are folded.
 */
export const foldGame = (record: GameRecord, most = Infinity): FoldedGame | GameFault => {
  const reading = readScenario(record.scenario.text);
  if (reading.scenario === undefined) return { fault: 'scenario-faults', faults: reading.faults };
  const { scenario } = reading;
  const sits = (seat: string): boolean => scenario.delegations.some((delegation) => delegation.id === seat);
  const isThere = (seat: string): boolean => seat === 'observer' || seat === 'chair' || sits(seat);
  const shared = (record.people ?? []).map(({ seat }) => seat);
  const culprits = (record.branch?.fates ?? []).flatMap((fate) =>
    fate.kind === 'origin' && fate.culprit !== undefined ? [fate.culprit] : [],
  );
  if (
    !isThere(record.seat) ||
    !(record.reflections ?? []).every(({ seat }) => isThere(seat)) ||
    !shared.every(sits) ||
    new Set(shared).size < shared.length ||
    !culprits.every(sits)
  )
    return { fault: 'not-a-game-file' };
  const table = tableOf(scenario, record);
  const mismatches: number[] = [];
  let state = open(table);
  for (const [at, { events, hash }] of record.moves.entries()) {
    if (mismatches.length >= most) break;
    try {
      const next = events.reduce((now, event) => evolve(table, now, event), state);
      if (!hasHash(next, hash)) mismatches.push(at);
      state = next;
    } catch {
      for (let place = at; place < record.moves.length; place += 1) mismatches.push(place);
      break;
    }
  }
  const events = chapters(state).reduce((sum, chapter) => sum + chapter.events.length, 0);
  return { scenario, state, events, mismatches };
};

/** Folds a record; a game that leads elsewhere than recorded is not opened, and its first such move is named. */
export const openGame = (record: GameRecord): OpenedGame | GameFault => {
  const folded = foldGame(record, 1);
  if (folded.fault !== undefined) return folded;
  const [at] = folded.mismatches;
  if (at !== undefined) return { fault: 'tampered', at };
  return { record, scenario: folded.scenario, state: folded.state };
};

/**
 * Opens a game file: never throws, whatever the text is. A changed file is told from a whole one by its checksum, a forged one
 * by the fingerprints of its moves.
 */
export const readGameFile = (text: string): OpenedGame | GameFault => {
  const filed = parseGameFile(text);
  if (filed.fault !== undefined) return filed;
  return filed.untouched ? openGame(filed.record) : { fault: 'tampered', at: -1 };
};
