/**
 * `npm run bench -- film [SCENARIO]`: how fast a film answers a jump to any move, and how many replays of a branch are played in a
 * second by one worker. Everything the page waits for but the message itself: folding, the view, and
 * the copy that crosses to the page. In milliseconds of processor time, so that other work of the machine does not count. Ends with 1
 * if one jump in twenty takes longer than the limit.
 */
import { readFileSync } from 'node:fs';
import { FilmDesk } from '../../src/client/session/film/desk.ts';
import type { FilmAnswers, FilmRequest } from '../../src/client/session/film/wire.ts';
import { recordOf } from '../../src/trial/record.ts';
import { agentNamed, playMachines } from '../../src/trial/machines.ts';
import { lay } from '../../src/engine/index.ts';
import { readScenario, writeGameFile } from '../../src/scenario/index.ts';

const LIMIT = 50;
const JUMPS = 100;
const RUNS = 6;

const name = process.argv[2] ?? 'oewg-2022';
const source = readFileSync(`scenarios/${name}.yaml`, 'utf8');
const { scenario } = readScenario(source);
if (scenario === undefined) throw new Error(`${name} does not read`);
const [first] = scenario.delegations;
if (first === undefined) throw new Error('nobody plays');
const played = playMachines(
  lay(scenario, 'film'),
  new Map(scenario.delegations.map(({ id }) => [id, agentNamed(scenario, 'seasoned', id)])),
);
const text = writeGameFile({ ...recordOf(played, source, 'seasoned'), seat: first.id });
const desk = new FilmDesk(() => {
  throw new Error('nothing is stored here');
});
const ask = async <R extends FilmRequest>(request: R): Promise<FilmAnswers[R['ask']]> =>
  (await desk.answer(request)) as FilmAnswers[R['ask']];
const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
  const before = process.cpuUsage();
  const found = await work();
  const { user, system } = process.cpuUsage(before);
  return [found, (user + system) / 1_000];
};

const [head, opening] = await timed(() => ask({ ask: 'open', source: { text } }));
if ('fault' in head) throw new Error(head.fault);
const [, turning] = await timed(() => ask({ ask: 'turning' }));
console.log(
  `${name}: ${String(scenario.delegations.length)} delegations, ${String(head.length)} moves, file of ${(text.length / 1e6).toFixed(1)} MB`,
);
console.log(`opened, every place folded           ${opening.toFixed(0)} ms`);
console.log(`turning points found                 ${turning.toFixed(0)} ms`);

let slow = false;
for (const eye of [first.id, 'truth'] as const) {
  const times: number[] = [];
  for (let jump = 0; jump < JUMPS; jump += 1) {
    // Jumps of a fixed, uneven stride reach all parts of the film.
    const position = (jump * 389) % (head.length + 1);
    const [, took] = await timed(async () => structuredClone(await ask({ ask: 'look', position, eye })));
    times.push(took);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  slow ||= (times[Math.floor((times.length - 1) * 0.95)] ?? 0) > LIMIT;
  console.log(
    `a jump, seen by ${eye.padEnd(8)}             median ${at(0.5)} ms, p95 ${at(0.95)} ms, slowest ${at(1)} ms (limit ${String(LIMIT)})`,
  );
}

const at = Math.floor(head.length / 2);
const [, branching] = await timed(async () => {
  for (let run = 0; run < RUNS; run += 1)
    await ask({ ask: 'run', point: { at, change: { kind: 'nothing' } }, run });
});
console.log(`a replay from the middle to its end  ${(branching / RUNS).toFixed(0)} ms, one worker`);
if (slow) {
  console.log('FALLS SHORT: scrubbing would stutter.');
  process.exitCode = 1;
}
