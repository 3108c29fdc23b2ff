import { readFileSync } from 'node:fs';
import { chair, conduct, delegate, type Agent } from '../../src/delegates/index.ts';
import { decide, dice, lay, open, view, type SeatId, type View } from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';

/**
 * The largest game of the shelf: a whole game of 193 delegations by machine, and the longest turn of all of them. Prints
 * what was measured beside the limit.
 */

const LIMIT = { game: 20, turn: 2, memory: 150 } as const;

const { scenario } = readScenario(readFileSync('scenarios/general-assembly.yaml', 'utf8'));
if (scenario === undefined) throw new Error('the scenario cannot be read');

const agents = new Map<SeatId, Agent>([['chair', chair(scenario)]]);
for (const { id } of scenario.delegations) agents.set(id, delegate(scenario, id, 'seasoned'));

/** One game; how long it took, and the longest time in which every delegation had moved once, in seconds. */
const play = (seed: string): { readonly game: number; readonly turn: number; readonly commands: number } => {
  const table = lay(scenario, seed);
  const start = performance.now();
  let state = open(table);
  let seen: { readonly of: typeof state; readonly views: Map<SeatId, View> } = {
    of: state,
    views: new Map(),
  };
  const viewOf = (seat: SeatId): View => {
    if (seen.of !== state) seen = { of: state, views: new Map() };
    const known = seen.views.get(seat) ?? view(table, state, seat);
    seen.views.set(seat, known);
    return known;
  };
  const conductor = conduct({
    scenario,
    seats: agents,
    people: [],
    viewOf,
    diceOf: (seat) => dice(seed, seat),
  });
  const ends: number[] = [];
  while (state.status === 'open') {
    const move = conductor.next();
    if (move === undefined) break;
    const decided = decide(table, state, move);
    if (decided.refusal !== undefined) conductor.refused(move);
    else state = decided.next;
    ends.push(performance.now() - start);
  }
  const turns = ends.slice(scenario.delegations.length).map((end, place) => end - (ends[place] ?? 0));
  return { game: (ends.at(-1) ?? 0) / 1000, turn: Math.max(...turns) / 1000, commands: ends.length };
};

const line = (what: string, found: number, unit: string, limit: number): void => {
  console.log(
    `${what.padEnd(44)} ${found.toFixed(2).padStart(8)} ${unit.padEnd(3)} limit ${String(limit).padStart(4)}   ${(found / limit).toFixed(2)} of it`,
  );
};

const games = ['a', 'b', 'c'].map(play);
line('a whole game of 193, longest of three', Math.max(...games.map(({ game }) => game)), 's', LIMIT.game);
line('all 193 move once, longest turn', Math.max(...games.map(({ turn }) => turn)), 's', LIMIT.turn);
line('memory of the process', process.memoryUsage().rss / 1_048_576, 'MB', LIMIT.memory);
console.log(`commands a game: ${games.map(({ commands }) => commands).join(', ')}`);
