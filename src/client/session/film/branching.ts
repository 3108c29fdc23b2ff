import { aiEverywhere } from '../../../delegates/index.ts';
import { branch, resultOf, type MadeMove, type PastGame } from '../../../analysis/branches/index.ts';
import {
  decide,
  evolve,
  hashOf,
  open,
  type Fate,
  type SeatId,
  type State,
  type Table,
} from '../../../engine/index.ts';
import { tableOf, type GameRecord, type RecordedMove } from '../../../scenario/index.ts';
import type { Scenario } from '../../../engine/seat.ts';
import type { BranchPoint } from './contract.ts';
import type { FilmAnswers } from './wire.ts';

/** A recorded game with the scenario it was played from. */
export interface Filmed {
  readonly scenario: Scenario;
  readonly record: GameRecord;
}

export const pastOf = ({ scenario, record }: Filmed): PastGame => ({
  table: tableOf(scenario, record),
  moves: record.moves,
});

/** A table of a branch whose world turns otherwise keeps the turns of the game it leaves. */
const fatesOf = ({ record }: Filmed, { change }: BranchPoint): readonly Fate[] => [
  ...(change.kind === 'fate' ? [change.fate] : []),
  ...(record.branch?.fates ?? []),
];

const folded = (table: Table, moves: readonly MadeMove[]): State =>
  moves.reduce(
    (now, { events }) => events.reduce((then, event) => evolve(table, then, event), now),
    open(table),
  );

/** Each move with the fingerprint of the state after it. */
const recorded = (table: Table, start: State, moves: readonly MadeMove[]): readonly RecordedMove[] => {
  let state = start;
  return moves.map(({ move, events, because }) => {
    state = events.reduce((now, event) => evolve(table, now, event), state);
    return { move, events, because, hash: hashOf(state) };
  });
};

const branched = (
  film: Filmed,
  point: BranchPoint,
  seat: SeatId,
  moves: readonly RecordedMove[],
): GameRecord => {
  const { people: _people, undone: _undone, reflections: _said, ...record } = film.record;
  return { ...record, seat, moves, branch: { at: point.at, fates: fatesOf(film, point) } };
};

/** One run of a branch: what it came to, or why the rules do not allow it. */
export const runOf = (film: Filmed, { at, change }: BranchPoint, run: number): FilmAnswers['run'] => {
  const game = pastOf(film);
  const players = aiEverywhere(film.scenario, film.record.strength);
  const played = branch(game, at, change, players, run);
  if (played.refusal !== undefined)
    return played.refusal.refused === 'no-such-move' ? {} : { refusal: played.refusal };
  const result = resultOf(game.table, played.last);
  return result === undefined ? {} : { result };
};

/** One run of a branch as a game of its own; `undefined` if the rules do not allow it. */
export const branchRecord = (film: Filmed, point: BranchPoint, run: number): GameRecord | undefined => {
  const game = pastOf(film);
  const players = aiEverywhere(film.scenario, film.record.strength);
  const played = branch(game, point.at, point.change, players, run);
  if (played.refusal !== undefined) return undefined;
  const table = { ...game.table, fates: fatesOf(film, point) };
  const before = film.record.moves.slice(0, point.at);
  const after = recorded(table, folded(table, before), played.moves);
  return branched(film, point, film.record.seat, [...before, ...after]);
};

/**
 * The game up to where a branch leaves it, with the move that is done otherwise: to be played on by a person in this seat. The
 * others are AI players. `undefined` if the rules do not allow it, or the game has ended by then.
 */
export const takenOver = (film: Filmed, point: BranchPoint, seat: SeatId): GameRecord | undefined => {
  const { at, change } = point;
  const before = film.record.moves.slice(0, at);
  const table = { ...tableOf(film.scenario, film.record), fates: fatesOf(film, point) };
  const state = folded(table, before);
  const made = film.record.moves[at];
  const command =
    change.kind === 'instead'
      ? change.command
      : change.kind === 'fate' && at > 0
        ? made?.move.command
        : undefined;
  if (state.status === 'closed' || before.length < at) return undefined;
  if (command === undefined || made === undefined) return branched(film, point, seat, before);
  const move = { seat: made.move.seat, command };
  const decided = decide(table, state, move);
  if (decided.refusal !== undefined || decided.next.status === 'closed') return undefined;
  const entry = { move, events: decided.events, because: [], hash: hashOf(decided.next) };
  return branched(film, point, seat, [...before, entry]);
};
