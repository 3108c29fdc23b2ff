import { playMachines } from '../../../src/trial/machines.ts';
import { delegate, type Agent } from '../../../src/delegates/index.ts';
import { lay, type DelegationId, type SeatId, type State, type Table } from '../../../src/engine/index.ts';

/** Playing a table through beforehand, from where it is: all that is so as it is, all that is still to be drawn as it might be. */

/** A way to play a seat by somebody who sees all that is so. */
export type Way = (table: Table, now: () => State, id: DelegationId) => Agent;

/** How often each way is tried. */
const REHEARSALS = 4;

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
  truth: State,
  id: DelegationId,
  way: Way,
  round: number,
): number => {
  const table = lay(scenario, `${seed}/rehearsal/${round}`);
  let state = truth;
  const { last } = playMachines(
    table,
    new Map<SeatId, Agent>([
      ...scenario.delegations.map((one): [SeatId, Agent] => [one.id, delegate(scenario, one.id, 'hard')]),
      [id, way(table, () => state, id)],
    ]),
    (now) => {
      state = now;
    },
    truth,
  );
  const seat = last.outcome?.seats.find(({ delegation }) => delegation === id);
  if (seat === undefined) throw new Error(`${id} was not scored`);
  return seat.utility;
};
