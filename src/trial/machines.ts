import {
  chair,
  blocker,
  conduct,
  delegate,
  passive,
  random,
  type Agent,
  type Strength,
} from '../delegates/index.ts';
import {
  decide,
  dice,
  evolve,
  hashOf,
  keptViews,
  open,
  type Event,
  type Move,
  type Reason,
  type Refusal,
  type Scenario,
  type SeatId,
  type State,
  type Table,
} from '../engine/index.ts';

export const AGENTS = ['gentle', 'seasoned', 'hard', 'passive', 'random', 'blocker'] as const;
export type AgentName = (typeof AGENTS)[number];

/** An agent for a delegation, by its name on the command line. */
export const agentNamed = (
  scenario: Scenario,
  name: AgentName,
  seat: Scenario['delegations'][number]['id'],
): Agent => {
  switch (name) {
    case 'gentle':
    case 'seasoned':
    case 'hard':
      return delegate(scenario, seat, name satisfies Strength);
    case 'passive':
      return passive;
    case 'random':
      return random(scenario);
    case 'blocker':
      return blocker;
  }
};

export interface PlayedMove {
  readonly move: Move;
  readonly events: readonly Event[];
  readonly because: readonly Reason[];
}

/** A whole game played by machines. */
export interface PlayedGame {
  readonly table: Table;
  readonly moves: readonly PlayedMove[];
  readonly refusals: readonly { readonly move: Move; readonly refusal: Refusal }[];
  readonly last: State;
  /** Fingerprints at the opening of each phase and at the end. */
  readonly hashes: readonly string[];
}

/** No game needs more: a scenario that does has phases that never end. */
const MOST_MOVES = 50_000;

/**
 * Plays one game to its end, machines in all seats.
 *
 * @param watched Told every state as it comes to be: for measurements by somebody who sees everything.
 * @param from Where it begins, if not at the start. What is still to be drawn the table's seed draws. Such a game is not one that
 *   `replayMismatches` can fold again: it begins at the start.
 */
export const playMachines = (
  table: Table,
  agents: ReadonlyMap<SeatId, Agent>,
  watched: (state: State) => void = () => undefined,
  from: State = open(table),
): PlayedGame => {
  const { scenario, seed } = table;
  let state = from;
  watched(state);
  const conductor = conduct({
    scenario,
    seats: new Map<SeatId, Agent>([['chair', chair(scenario)], ...agents]),
    people: [],
    viewOf: keptViews(table, () => state),
    diceOf: (seat) => dice(seed, seat),
  });
  const moves: PlayedMove[] = [];
  const refusals: { move: Move; refusal: Refusal }[] = [];
  const hashes = [hashOf(state)];
  for (let count = 0; count < MOST_MOVES && state.status === 'open'; count += 1) {
    const next = conductor.next();
    if (next === undefined) break;
    const move: Move = { seat: next.seat, command: next.command };
    const decided = decide(table, state, move);
    if (decided.refusal !== undefined) {
      refusals.push({ move, refusal: decided.refusal });
      conductor.refused(move);
      continue;
    }
    state = decided.next;
    watched(state);
    moves.push({ move, events: decided.events, because: next.because });
    if (decided.events.some((event) => event.kind === 'phase-opened' || event.kind === 'closed'))
      hashes.push(hashOf(state));
  }
  return { table, moves, refusals, last: state, hashes };
};

/** How often folding the recorded events again leads elsewhere. */
export const replayMismatches = (game: PlayedGame): number => {
  let state = open(game.table);
  const found = [hashOf(state)];
  for (const { events } of game.moves) {
    for (const event of events) state = evolve(game.table, state, event);
    if (events.some((event) => event.kind === 'phase-opened' || event.kind === 'closed'))
      found.push(hashOf(state));
  }
  return (
    Math.abs(found.length - game.hashes.length) +
    found.filter((hash, place) => hash !== game.hashes[place]).length
  );
};
