import { z } from 'zod';
import {
  evolve,
  fingerprint,
  hashOf,
  lay,
  open,
  type Event,
  type Move,
  type Reason,
  type Scenario,
  type SeatId,
  type State,
} from '../engine/index.ts';
import { readScenario } from './read.ts';
import type { Fault } from './fault.ts';

/** One accepted command, what came of it, and the fingerprint of the state after it. */
export interface RecordedMove {
  readonly move: Move;
  readonly events: readonly Event[];
  readonly because: readonly Reason[];
  readonly hash: string;
}

/** A game as it is kept: everything that is needed to fold it again, on any machine, whatever becomes of the shelf. */
export interface GameRecord {
  /** The scenario's source text, so that old games open when the shelf has changed. */
  readonly scenario: { readonly id: string; readonly version: string; readonly text: string };
  readonly seed: string;
  /** The seat of the person who plays. */
  readonly seat: SeatId;
  readonly strength: 'gentle' | 'seasoned' | 'hard';
  readonly moves: readonly RecordedMove[];
  /** How often a phase was taken back. */
  readonly undone?: number;
}

export const GAME_FORMAT = 'nothing-is-agreed';
export const GAME_VERSION = 1;
/** Characters. A long game has some two million. */
const MOST = 40_000_000;

/** Why a game file cannot be opened. */
export type GameFault =
  | { readonly fault: 'not-a-game-file' }
  | { readonly fault: 'truncated' }
  | { readonly fault: 'newer-version'; readonly version: number }
  /** `at`: the first move whose state differs from the recorded one; -1 where the file's checksum is wrong. */
  | { readonly fault: 'tampered'; readonly at: number }
  | { readonly fault: 'scenario-faults'; readonly faults: readonly Fault[] };

export interface OpenedGame {
  readonly fault?: undefined;
  readonly record: GameRecord;
  readonly scenario: Scenario;
  readonly state: State;
}

/** The game as the text of one file. */
export const writeGameFile = (record: GameRecord): string => {
  const body = JSON.stringify({ format: GAME_FORMAT, version: GAME_VERSION, ...record });
  return `${body.slice(0, -1)},"checksum":"${fingerprint(body)}"}\n`;
};

const shape = z.object({
  format: z.literal(GAME_FORMAT),
  version: z.literal(GAME_VERSION),
  scenario: z.object({ id: z.string(), version: z.string(), text: z.string() }),
  seed: z.string().max(1_000),
  seat: z.string().max(100),
  strength: z.enum(['gentle', 'seasoned', 'hard']),
  moves: z.array(
    z.object({
      move: z.object({ seat: z.string(), command: z.looseObject({ kind: z.string() }) }),
      events: z.array(z.looseObject({ kind: z.string() })),
      because: z.array(z.looseObject({ code: z.string() })),
      hash: z.string(),
    }),
  ),
  undone: z.number().int().min(0).optional(),
  checksum: z.string(),
});

/**
 * Opens a game file: never throws, whatever the text is. Every move is folded again and its state compared with the recorded
 * fingerprint, so a changed file is told from a whole one.
 */
export const readGameFile = (text: string): OpenedGame | GameFault => {
  if (text.length > MOST) return { fault: 'not-a-game-file' };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return text.trimStart().startsWith(`{"format":"${GAME_FORMAT}"`)
      ? { fault: 'truncated' }
      : { fault: 'not-a-game-file' };
  }
  if (typeof data !== 'object' || data === null || !('format' in data) || data.format !== GAME_FORMAT)
    return { fault: 'not-a-game-file' };
  if ('version' in data && typeof data.version === 'number' && data.version > GAME_VERSION)
    return { fault: 'newer-version', version: data.version };
  const parsed = shape.safeParse(data);
  if (!parsed.success) return { fault: 'not-a-game-file' };
  const { checksum, ...rest } = parsed.data;
  if (fingerprint(JSON.stringify(rest)) !== checksum) return { fault: 'tampered', at: -1 };
  const record = asRecord(rest);
  return openGame(record);
};

/** Reads the record's scenario and folds its moves; the first that leads elsewhere is named. */
export const openGame = (record: GameRecord): OpenedGame | GameFault => {
  const reading = readScenario(record.scenario.text);
  if (reading.scenario === undefined) return { fault: 'scenario-faults', faults: reading.faults };
  const { scenario } = reading;
  if (record.seat !== 'observer' && !scenario.delegations.some((delegation) => delegation.id === record.seat))
    return { fault: 'not-a-game-file' };
  const table = lay(scenario, record.seed);
  let state = open(table);
  for (const [at, { events, hash }] of record.moves.entries()) {
    try {
      state = events.reduce((now, event) => evolve(table, now, event), state);
    } catch {
      return { fault: 'tampered', at };
    }
    if (hashOf(state) !== hash) return { fault: 'tampered', at };
  }
  return { record, scenario, state };
};

/**
 * The shape says that these are moves and events by kind; that they are the very ones the rules gave is said by the
 * fingerprints, which `openGame` compares one by one.
 */
const asRecord = (parsed: Omit<z.infer<typeof shape>, 'checksum'>): GameRecord => {
  const { format: _format, version: _version, ...rest } = parsed;
  return rest as unknown as GameRecord;
};
