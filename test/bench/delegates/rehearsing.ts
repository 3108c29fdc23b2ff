import { chair, conduct, delegate, type Agent } from '../../../src/delegates/index.ts';
import {
  decide,
  dice,
  lay,
  open,
  view,
  type DelegationId,
  type SeatId,
  type State,
  type Table,
} from '../../../src/engine/index.ts';

/** Playing a table through beforehand: mandates and purses as they are, incidents and all other chance as they might be. */

/** A way to play a seat by somebody who sees all that is so. */
export type Way = (table: Table, now: () => State, id: DelegationId) => Agent;

/** How often each way is tried. */
const REHEARSALS = 4;
const MOST_MOVES = 50_000;

/** Plays the way that brings most on average in rehearsals. */
export const bestRehearsed = (
  table: Table,
  now: () => State,
  id: DelegationId,
  ways: readonly Way[],
): Agent => {
  let chosen: Agent | undefined;
  return {
    act: (seen, chance) => {
      chosen ??= bestOf(table, now(), id, ways)(table, now, id);
      return chosen.act(seen, chance);
    },
  };
};

const bestOf = (table: Table, truth: State, id: DelegationId, ways: readonly Way[]): Way => {
  const tried = ways.map((way) => {
    let sum = 0;
    for (let round = 0; round < REHEARSALS; round += 1) sum += rehearsal(table, truth, id, way, round);
    return { way, sum };
  });
  const [best] = tried.toSorted((a, b) => b.sum - a.sum);
  if (best === undefined) throw new RangeError('no way to play');
  return best.way;
};

/** What the seat ends with, hundredths of a point. */
const rehearsal = (
  { scenario, seed }: Table,
  { mandates, tokens, startTokens }: State,
  id: DelegationId,
  way: Way,
  round: number,
): number => {
  const table = lay(scenario, `${seed}/rehearsal/${round}`);
  let state: State = { ...open(table), mandates, tokens, startTokens };
  const seats = new Map<SeatId, Agent>([
    ['chair', chair(scenario)],
    ...scenario.delegations.map((one): [SeatId, Agent] => [one.id, delegate(scenario, one.id, 'hard')]),
    [id, way(table, () => state, id)],
  ]);
  const conductor = conduct({
    scenario,
    seats,
    people: [],
    viewOf: (seat) => view(table, state, seat),
    diceOf: (seat) => dice(table.seed, seat),
  });
  for (let count = 0; count < MOST_MOVES && state.status === 'open'; count += 1) {
    const next = conductor.next();
    if (next === undefined) break;
    const move = { seat: next.seat, command: next.command };
    const decided = decide(table, state, move);
    if (decided.refusal === undefined) state = decided.next;
    else conductor.refused(move);
  }
  const seat = state.outcome?.seats.find(({ delegation }) => delegation === id);
  if (seat === undefined) throw new Error(`${id} was not scored`);
  return seat.utility;
};
