import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { answersPart } from './delegates/answers.ts';
import { beliefsPart } from './delegates/beliefs.ts';
import { headroomPart } from './delegates/headroom.ts';
import { liesPart } from './delegates/lies.ts';
import { originsPart } from './delegates/origins.ts';
import { prospectsPart } from './delegates/prospects.ts';
import { shelfPart } from './delegates/shelf.ts';
import { speedPart } from './delegates/speed.ts';
import { strengthsPart } from './delegates/strengths.ts';
import { stylesPart } from './delegates/styles.ts';
import { wordsPart } from './delegates/words.ts';
import { familiesPart } from './families/measure.ts';

/** A bench of its own, run from here. */
const bench = (name: string): void => {
  console.log('');
  const { status } = spawnSync(process.execPath, ['scripts/bench.mjs', name], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
};

/** Decisions are measured where a game takes them: in a worker. */
const speedInWorker = async (games: number): Promise<void> => {
  await once(new Worker(new URL(import.meta.url), { workerData: games }), 'exit');
};

/**
 * npm run bench -- delegates [PART [COUNT [SCENARIO [SEAT]]]]: what docs/delegates.md says of the AI delegates, each figure beside what is asked of
 * it. Without a part all of them, which takes hours. Arena, votes and the hall of 193 have benches of their own, which are run from here.
 */
const PARTS: readonly {
  readonly name: string;
  readonly usual: number;
  readonly run: (count: number, only?: string, seat?: string) => void | Promise<void>;
}[] = [
  { name: 'shelf', usual: 200, run: shelfPart },
  { name: 'size', usual: 10, run: (count, only) => familiesPart(count, 1, only) },
  { name: 'strengths', usual: 200, run: strengthsPart },
  { name: 'headroom', usual: 60, run: headroomPart },
  { name: 'speed', usual: 3, run: speedInWorker },
  { name: 'origins', usual: 5_000, run: originsPart },
  { name: 'beliefs', usual: 40, run: beliefsPart },
  { name: 'answers', usual: 4, run: answersPart },
  { name: 'prospects', usual: 30, run: prospectsPart },
  { name: 'lies', usual: 100, run: liesPart },
  { name: 'words', usual: 150, run: wordsPart },
  { name: 'styles', usual: 120, run: stylesPart },
  { name: 'arena', usual: 1, run: () => bench('arena') },
  { name: 'votes', usual: 1, run: () => bench('vote') },
  { name: 'assembly', usual: 1, run: () => bench('assembly') },
];

const main = async ([wanted, count, only, seat]: readonly string[]): Promise<void> => {
  const parts = PARTS.filter(({ name }) => wanted === undefined || name === wanted);
  if (parts.length === 0) {
    console.error(`There is no part "${wanted ?? ''}": ${PARTS.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 2;
  }
  // One after the other: each has the machine to itself.
  for (const { run, usual } of parts) await run(count === undefined ? usual : Number(count), only, seat);
};

if (isMainThread) await main(process.argv.slice(2));
else speedPart(Number(workerData));
