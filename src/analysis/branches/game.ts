import {
  decide,
  dice,
  evolve,
  open,
  view,
  type Command,
  type Dice,
  type Event,
  type Fate,
  type IncidentId,
  type Move,
  type Reason,
  type Refusal,
  type SeatId,
  type State,
  type Table,
  type View,
} from '../../engine/index.ts';

/** A move that was made, and what came of it. */
export interface MadeMove {
  readonly move: Move;
  readonly events: readonly Event[];
  readonly because: readonly Reason[];
}

/** A game to branch from: what it is played from, and its moves. */
export interface PastGame {
  readonly table: Table;
  readonly moves: readonly MadeMove[];
}

/** Whoever leads the AI players: the conductor of the delegates' room, which this room may not know. */
export interface Lead {
  /** The next move by machine; `undefined` if there is none to make. */
  readonly next: () => (Move & { readonly because: readonly Reason[] }) | undefined;
  readonly refused: (move: Move) => void;
}

/** Makes a lead for AI players in all seats of a game. It is made anew at the start of a phase. */
export type Players = (company: {
  readonly viewOf: (seat: SeatId) => View;
  readonly diceOf: (seat: SeatId) => Dice;
}) => Lead;

/** What is done otherwise at one move of the game. */
export type Change =
  /** Nothing: AI players take over before this move. */
  | { readonly kind: 'nothing' }
  /** Whoever made the move gives this command instead: another answer to an offer, another vote, another statement. */
  | { readonly kind: 'instead'; readonly command: Command }
  /** The world turns otherwise with this move: an incident that struck does not come, or somebody else was behind it. */
  | { readonly kind: 'fate'; readonly fate: Fate };

export interface Branch {
  readonly refusal?: undefined;
  /** The moves from the change on. */
  readonly moves: readonly MadeMove[];
  readonly last: State;
}

/** The changed command is against the rules at that moment. */
export interface RefusedBranch {
  readonly refusal: Refusal | { readonly refused: 'no-such-move'; readonly moves: number };
}

/** No game needs more moves, and no phase so many refusals: a scenario that does has phases that never end. */
const MOST = 50_000;

/** Keys the AI players' own chances. The world's stay those of the game; run 0 keeps the players' own as well. */
const keyOf = (seed: string, run: number): string => (run === 0 ? seed : `${seed}/branch/${run}`);

const folded = (table: Table, state: State, moves: readonly MadeMove[]): State =>
  moves.reduce((now, { events }) => events.reduce((then, event) => evolve(table, then, event), now), state);

/** Where the phase begins in which this move was made. */
const startOfPhase = (moves: readonly MadeMove[], at: number): number =>
  moves.slice(0, at).findLastIndex(({ events }) => events.some(({ kind }) => kind === 'phase-opened')) + 1;

/**
 * A game from one of its moves on, with one thing done otherwise. Up to the move it is the game as it was; then AI players hold
 * all seats. The players are led from the start of the phase, so that they go on as they would have: in a game that only such
 * players have played, run 0 of a branch in which nothing is changed is the game itself.
 *
 * The move of a `fate` is that with which the incident struck (see {@link struckAt}).
 *
 * @param at Index of the move; the number of moves for the end of what was played.
 * @param run Which chances the AI players have; the world's are always the game's.
 */
export const branch = (
  game: PastGame,
  at: number,
  change: Change,
  players: Players,
  run: number,
): Branch | RefusedBranch => {
  const { table, moves } = game;
  const made = moves[at];
  const beyond = !Number.isInteger(at) || at < 0 || at > moves.length;
  if (beyond || (change.kind !== 'nothing' && made === undefined))
    return { refusal: { refused: 'no-such-move', moves: moves.length } };
  const start = startOfPhase(moves, at);
  const otherwise =
    change.kind === 'fate' ? { ...table, fates: [change.fate, ...(table.fates ?? [])] } : table;
  // What comes with the opening itself turns otherwise from the first move on.
  let state = folded(table, open(at === 0 ? otherwise : table), moves.slice(0, start));
  const lead = players({
    viewOf: viewsOf(otherwise, () => state),
    diceOf: (seat) => dice(keyOf(table.seed, run), seat),
  });
  /** The players' next move that the rules allow, not yet made. */
  const propose = (): (MadeMove & { readonly next: State }) | undefined => {
    for (let count = 0; count < MOST; count += 1) {
      const asked = lead.next();
      if (asked === undefined) return undefined;
      const move: Move = { seat: asked.seat, command: asked.command };
      const decided = decide(otherwise, state, move);
      if (decided.refusal === undefined)
        return { move, events: decided.events, because: asked.because, next: decided.next };
      lead.refused(move);
    }
    return undefined;
  };
  // The players follow what was done; where somebody else moved they are told by the view.
  for (const past of moves.slice(start, at)) {
    propose();
    state = folded(table, state, [past]);
  }
  const played: MadeMove[] = [];
  const command = commandAt(at, change, made);
  if (command !== undefined && made !== undefined) {
    propose();
    const move: Move = { seat: made.move.seat, command };
    const decided = decide(otherwise, state, move);
    if (decided.refusal !== undefined) return { refusal: decided.refusal };
    const because = change.kind === 'fate' ? made.because : [];
    played.push({ move, events: decided.events, because });
    state = decided.next;
  }
  for (let count = 0; count < MOST && state.status === 'open'; count += 1) {
    const next = propose();
    if (next === undefined) break;
    played.push({ move: next.move, events: next.events, because: next.because });
    state = next.next;
  }
  return { moves: played, last: state };
};

/** What is done at the move itself: another command, or the same in a world that turns otherwise. */
const commandAt = (at: number, change: Change, made: MadeMove | undefined): Command | undefined => {
  switch (change.kind) {
    case 'nothing':
      return undefined;
    case 'instead':
      return change.command;
    case 'fate':
      return at === 0 ? undefined : made?.move.command;
  }
};

/** Where the world turned: the move with which an incident struck; 0 for the opening, `undefined` if it never did. */
export const struckAt = ({ table, moves }: PastGame, incident: IncidentId): number | undefined => {
  const at = moves.findIndex(({ events }) =>
    events.some((event) => event.kind === 'incident-struck' && event.incident === incident),
  );
  if (at >= 0) return at;
  return open(table).incidents.some(({ id }) => id === incident) ? 0 : undefined;
};

/** Views of the present state, each made once. */
const viewsOf = (table: Table, now: () => State): ((seat: SeatId) => View) => {
  const views = new Map<SeatId, { readonly of: State; readonly seen: View }>();
  return (seat) => {
    const state = now();
    const known = views.get(seat);
    if (known?.of === state) return known.seen;
    const seen = view(table, state, seat);
    views.set(seat, { of: state, seen });
    return seen;
  };
};
