import { readdirSync, readFileSync } from 'node:fs';
import { recordOf } from '../../src/trial/record.ts';
import { agentNamed, playMachines } from '../../src/trial/machines.ts';
import { DebriefWork } from '../../src/client/session/debrief/work.ts';
import type { Making } from '../../src/client/session/debrief/contract.ts';
import { lay } from '../../src/engine/index.ts';
import { readScenario, writeGameFile } from '../../src/scenario/index.ts';

/**
 * npm run bench -- debrief [--seeds N] [--scenario ID]: for each scenario of the shelf the time from a game file's text to everything
 * a debrief shows, as its worker does it, milliseconds, median (worst) of the seeds, by step; beside it the 5 s that issue 6 allows.
 * "CPU" is the time the processor worked for it: on a busy machine the clock says more. Then one plane of two delegations, and the report for whoever led the game. One thread.
 */
const args = process.argv.slice(2);
const valueOf = (name: string): string | undefined =>
  args.includes(name) ? args[args.indexOf(name) + 1] : undefined;
const seeds = Number(valueOf('--seeds') ?? 3) || 3;
const only = valueOf('--scenario');
const LIMIT = 5_000;

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
const ms = (time: number): string => time.toFixed(0).padStart(7);

const STEPS = ['reading', 'moments', 'text', 'space', 'zones', 'blocking', 'cloud'] as const;
const HEADS = ['moves', ...STEPS, 'all', 'worst', 'of 5 s', 'CPU', 'plane', 'report'];
console.log(`Milliseconds, median of ${String(seeds)} games; "worst" is the slowest of them.`);
console.log(''.padEnd(22) + HEADS.map((head) => head.padStart(9)).join(''));

for (const file of readdirSync('scenarios').filter((name) => name.endsWith('.yaml'))) {
  const id = file.replace(/\.yaml$/u, '');
  if (only !== undefined && only !== id) continue;
  const text = readFileSync(`scenarios/${file}`, 'utf8');
  const { scenario } = readScenario(text);
  if (scenario === undefined) throw new Error(`${file} cannot be read`);
  const all: number[] = [];
  const cpu: number[] = [];
  const planes: number[] = [];
  const reports: number[] = [];
  const steps = new Map<string, number[]>();
  let moves = 0;
  for (let seed = 0; seed < seeds; seed += 1) {
    const seats = new Map(
      scenario.delegations.map((seat) => [seat.id, agentNamed(scenario, 'seasoned', seat.id)]),
    );
    const game = playMachines(lay(scenario, `bench/${String(seed)}`), seats);
    moves = Math.max(moves, game.moves.length);
    const filed = writeGameFile(recordOf(game, text, 'seasoned'));
    const work = new DebriefWork(() => performance.now());
    const began: { readonly step: Making['step']; readonly at: number }[] = [];
    const busy = process.cpuUsage();
    const figures = work.figures(filed, ({ step }) => began.push({ step, at: performance.now() }));
    const ended = performance.now();
    if (figures === undefined) throw new Error(`${id}: no figures`);
    all.push(figures.took);
    cpu.push(process.cpuUsage(busy).user / 1_000);
    began.forEach(({ step, at }, place) =>
      steps.set(step, [...(steps.get(step) ?? []), (began[place + 1]?.at ?? ended) - at]),
    );
    const [first, second] = scenario.delegations;
    let start = performance.now();
    if (first !== undefined && second !== undefined) work.plane(first.id, second.id);
    planes.push(performance.now() - start);
    start = performance.now();
    work.keep({ kind: 'report', reader: { kind: 'teacher' } }, { reflections: [] });
    reports.push(performance.now() - start);
  }
  const worst = Math.max(...all);
  const cells = [
    String(moves).padStart(7),
    ...STEPS.map((step) => ms(median(steps.get(step) ?? []))),
    ms(median(all)),
    ms(worst),
    `${String(Math.round((worst / LIMIT) * 100))} %`,
    ms(median(cpu)),
    ms(median(planes)),
    ms(median(reports)),
  ];
  console.log(id.padEnd(22) + cells.map((cell) => cell.padStart(9)).join(''));
}
