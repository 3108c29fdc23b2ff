import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { chair, conduct, delegate, type Agent } from '../../src/delegates/index.ts';
import { decide, dice, lay, open, view, type SeatId, type View } from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';

/**
 * npm run bench -- assembly: the largest game of the shelf, 193 delegations by machine on one core. Processor time of a whole
 * game; the longest time in which all 193 move once; what is held in memory. The games are played in a worker that is stopped if its
 * heap grows past the limit, so that they came to an end says that the limit was kept.
 */

const LIMIT = { game: 20, turn: 2, memory: 150 } as const;
const SEEDS = ['a', 'b', 'c'] as const;

interface Played {
  /** Seconds. */
  readonly game: number;
  /** Seconds. */
  readonly turn: number;
  readonly commands: number;
  /** Millions of bytes that were in use when nothing was left to throw away, the most of all phases. */
  readonly held: number;
}

const inUse = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_000_000;
};

const play = (seed: string): Played => {
  const { scenario } = readScenario(readFileSync('scenarios/general-assembly.yaml', 'utf8'));
  if (scenario === undefined) throw new Error('the scenario cannot be read');
  const agents = new Map<SeatId, Agent>([['chair', chair(scenario)]]);
  for (const { id } of scenario.delegations) agents.set(id, delegate(scenario, id, 'seasoned'));
  const table = lay(scenario, seed);
  // Processor time, not the clock on the wall: others may be using the machine.
  const spent = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  let idle = 0;
  const start = spent();
  const clock = (): number => spent() - start - idle;
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
  let held = 0;
  let phase = '';
  while (state.status === 'open') {
    const move = conductor.next();
    if (move === undefined) break;
    const decided = decide(table, state, move);
    if (decided.refusal !== undefined) conductor.refused(move);
    else state = decided.next;
    ends.push(clock());
    const now = `${state.session}/${state.phase}/${state.status}`;
    if (now !== phase) {
      phase = now;
      const before = spent();
      held = Math.max(held, inUse());
      idle += spent() - before;
    }
  }
  const turns = ends.slice(scenario.delegations.length).map((end, place) => end - (ends[place] ?? 0));
  return { game: (ends.at(-1) ?? 0) / 1000, turn: Math.max(...turns) / 1000, commands: ends.length, held };
};

const line = (what: string, found: number, unit: string, limit: number): void => {
  const share = (found / limit).toFixed(2);
  console.log(`${what.padEnd(44)} ${found.toFixed(2).padStart(8)} ${unit} limit ${limit}: ${share} of it`);
};

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: LIMIT.memory - 24, maxYoungGenerationSizeMb: 24 },
  });
  worker.on('message', (games: readonly Played[]) => {
    const most = (of: (played: Played) => number): number => Math.max(...games.map(of));
    line(
      `a whole game, longest of ${games.length}`,
      most(({ game }) => game),
      's ',
      LIMIT.game,
    );
    line(
      'all 193 move once, longest turn',
      most(({ turn }) => turn),
      's ',
      LIMIT.turn,
    );
    line(
      'memory in use, most of all phases',
      most(({ held }) => held),
      'MB',
      LIMIT.memory,
    );
    console.log(`the worker's heap was limited to ${LIMIT.memory} MB, and the games came to their end`);
    console.log(`commands a game: ${games.map(({ commands }) => commands).join(', ')}`);
  });
  worker.on('error', (error) => {
    console.error(`The games did not come to their end: ${error.message}`);
    process.exitCode = 1;
  });
} else parentPort?.postMessage(SEEDS.map(play));
