import { chair, conduct, delegate, type Agent } from '../../../src/delegates/index.ts';
import {
  decide,
  dice,
  lay,
  open,
  view,
  type SeatId,
  type State,
  type View,
} from '../../../src/engine/index.ts';
import { smallScenario } from '../../engine/small.ts';
import { row } from './common.ts';

/** How long an AI delegation thinks, where 24 of them negotiate 12 articles of 4 options with all that surrounds the plenary. */

const ASKED = 100;

export const speedPart = (games: number): void => {
  const scenario = smallScenario({
    delegations: 24,
    articles: 12,
    options: 4,
    sessions: 4,
    incidents: 90,
    world: true,
  });
  const taken = new Map<string, number[]>();
  const turns: number[] = [];
  for (let count = 1; count <= games; count += 1) {
    const seed = `speed/${count}`;
    const table = lay(scenario, seed);
    let state: State = open(table);
    const seen = new Map<SeatId, { readonly of: State; readonly view: View }>();
    const viewOf = (seat: SeatId): View => {
      const known = seen.get(seat);
      if (known?.of === state) return known.view;
      const fresh = view(table, state, seat);
      seen.set(seat, { of: state, view: fresh });
      return fresh;
    };
    const timed = (agent: Agent, seat: SeatId): Agent => ({
      act: (now, chance) => {
        const start = performance.now();
        const act = agent.act(now, chance);
        const spent = performance.now() - start;
        if (seat !== 'chair') turns.push(spent);
        const key = seat === 'chair' ? 'the Chair' : now.phase;
        taken.set(key, [...(taken.get(key) ?? []), spent]);
        return act;
      },
    });
    const conductor = conduct({
      scenario,
      seats: new Map<SeatId, Agent>([
        ['chair', timed(chair(scenario), 'chair')],
        ...scenario.delegations.map(({ id }): [SeatId, Agent] => [
          id,
          timed(delegate(scenario, id, 'hard'), id),
        ]),
      ]),
      people: [],
      viewOf,
      diceOf: (seat) => dice(seed, seat),
    });
    for (let moves = 0; moves < 20_000 && state.status === 'open'; moves += 1) {
      const move = conductor.next();
      if (move === undefined) break;
      const decided = decide(table, state, move);
      if (decided.refusal === undefined) state = decided.next;
      else conductor.refused(move);
    }
  }
  const at = (all: readonly number[], share: number): number =>
    all.toSorted((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
  console.log(
    `\nSpeed: 24 hard delegations, 12 articles of 4 options, ${games} games; milliseconds a decision`,
  );
  row(['who', 'decisions', 'median', '95 % below', 'longest']);
  for (const [who, all] of taken)
    row([who, all.length, at(all, 0.5).toFixed(2), at(all, 0.95).toFixed(2), Math.max(...all).toFixed(0)]);
  const most = at(turns, 0.95);
  console.log(
    `delegations: 95 % below ${most.toFixed(2)} ms, asked ${ASKED} ms, ratio ${(ASKED / most).toFixed(1)}`,
  );
};
