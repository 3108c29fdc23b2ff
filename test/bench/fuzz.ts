import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { lintSpace } from '../../src/trial/index.ts';
import { FAULT_CODES, readScenario } from '../../src/scenario/index.ts';
import { slipOf } from '../scenario/slips.ts';

/**
 * npm run bench -- fuzz [--runs N] [--seed S]: one to four slips of an editor's hand in a scenario of the shelf or the tiny one, N times
 * (10 000 if not said otherwise). Asked: always a report with places in the file, never an exception, at most a second of the
 * processor's time a file. Files of a few kB that can still be played are also analysed, as `nia check --quick` does.
 */
const args = process.argv.slice(2);
const valueOf = (name: string, usual: number): number => {
  const at = args.indexOf(name);
  return at < 0 ? usual : Number(args[at + 1]) || usual;
};
const runs = valueOf('--runs', 10_000);
const seed = valueOf('--seed', 1);
/** Milliseconds. */
const MOST = 1_000;
/** Characters up to which a file is analysed as well. */
const SMALL = 20_000;

const files = [
  'test/fixtures/tiny.yaml',
  ...readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `scenarios/${name}`),
].map((name) => ({ name, lines: readFileSync(name, 'utf8').split('\n') }));
/** A short file is read more often than a long one, so that each takes about as much of the time. */
const shares = files.map(({ lines }) => 1 / lines.length);
const whole = shares.reduce((sum, share) => sum + share, 0);

/** Milliseconds of the processor. */
const now = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const codes = new Map<string, number>();
let played = 0;
let analysed = 0;
let thrown = 0;
let lost = 0;
let late = 0;
let slowest = { file: '', ms: 0 };
let total = 0;
let done = 0;

for (const [place, { name, lines }] of files.entries()) {
  const share = shares.slice(0, place + 1).reduce((sum, part) => sum + part, 0);
  const count = Math.round((runs * share) / whole) - done;
  done += count;
  const slips = fc.sample(fc.array(slipOf(lines), { minLength: 1, maxLength: 4 }), {
    numRuns: count,
    seed: seed + place,
  });
  for (const made of slips) {
    const text = made.reduce<readonly string[]>((now_, slip) => slip(now_), lines).join('\n');
    const start = now();
    try {
      const { scenario, faults = [], warnings } = readScenario(text);
      const ms = now() - start;
      total += ms;
      if (ms > slowest.ms) slowest = { file: name, ms };
      if (ms > MOST) late += 1;
      const last = text.split(/\r\n|\r|\n/u).length;
      const placed = [...faults, ...warnings].every(
        ({ line, column, code, message }) =>
          line >= 1 && line <= last && column >= 1 && FAULT_CODES.includes(code) && message !== '',
      );
      if (!placed || (scenario === undefined) === (faults.length === 0)) lost += 1;
      for (const { code } of faults) codes.set(code, (codes.get(code) ?? 0) + 1);
      if (scenario !== undefined) {
        played += 1;
        if (text.length <= SMALL) {
          lintSpace(scenario);
          analysed += 1;
        }
      }
    } catch (error) {
      thrown += 1;
      console.log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
}

console.log(`${runs} broken files of ${files.length} good ones, seed ${seed}`);
console.log(`  exceptions                ${thrown} (limit 0)`);
console.log(`  reports without a place   ${lost} (limit 0)`);
console.log(`  over a second             ${late} (limit 0)`);
console.log(`  slowest                   ${slowest.ms.toFixed(0)} ms, ${slowest.file} (limit ${MOST} ms)`);
console.log(`  mean                      ${(total / runs).toFixed(1)} ms`);
console.log(`  still a scenario          ${played}, of which ${analysed} analysed`);
const told = [...codes].toSorted(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
console.log(`  faults told               ${told.join(', ')}`);
process.exitCode = thrown + lost + late > 0 ? 1 : 0;
