import { readdirSync, readFileSync } from 'node:fs';
import { agentNames, simulate } from '../../src/cli/sim.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { LESSON, lessonOf } from '../cli/lesson.ts';

/**
 * npm run bench -- shelf [--games N] [--seed S] [ID …]: whether each scenario of the shelf is worth a lesson, by whole games with AI
 * delegates in all seats (100 of seed 1 if not said otherwise). Printed: share of games with an adopted text; what the seat that gains
 * least by one has above no agreement, in points; how often the unluckiest and the luckiest seat met their mandate, and by three points.
 */
const args = process.argv.slice(2);
const valueOf = (name: string, usual: string): string => {
  const at = args.indexOf(name);
  return at < 0 ? usual : (args[at + 1] ?? usual);
};
const games = Math.max(1, Number(valueOf('--games', '100')) || 1);
const seed = valueOf('--seed', '1');
const wanted = args.filter((arg, at) => !arg.startsWith('--') && !(args[at - 1] ?? '').startsWith('--'));
const files = readdirSync('scenarios')
  .filter((name) => name.endsWith('.yaml'))
  .filter((name) => wanted.length === 0 || wanted.includes(name.replace('.yaml', '')));

const percent = (share: number): string => `${Math.round(share * 100)} %`.padStart(5);
const span = ({ least, most }: { readonly least: number; readonly most: number }): string =>
  `${percent(least).trim()} to ${percent(most).trim()}`;

console.log(
  `${games} games each, seed ${seed}. Asked: all end, adopted ${span(LESSON.adopted)}, every seat gains, mandates met ${span(LESSON.met)}`,
);
console.log(
  [
    'scenario'.padEnd(18),
    'seats',
    'adopted',
    'no text',
    'ended',
    'least gain'.padEnd(13),
    'mandate met: least, most'.padEnd(27),
    'by 3 pts'.padEnd(12),
    's/game',
    'verdict',
  ].join('  '),
);
let short = false;
for (const name of files) {
  const { scenario } = readScenario(readFileSync(`scenarios/${name}`, 'utf8'));
  if (scenario === undefined) {
    console.log(`${name}: cannot be read`);
    short = true;
    continue;
  }
  const { result } = simulate(scenario, agentNames(scenario, '', 'seasoned'), games, seed);
  const { adopted, leastGain, leastMet, mostMet, shorts } = lessonOf(result);
  const margins = Object.values(result.seats).map(({ metByMargin }) => metByMargin);
  short ||= shorts.length > 0;
  console.log(
    [
      scenario.id.padEnd(18),
      String(scenario.delegations.length).padStart(5),
      percent(adopted).padStart(7),
      percent(result.infeasible / result.games).padStart(7),
      percent(result.finished / result.games).padStart(5),
      `${(leastGain.gain / 100).toFixed(1)} ${leastGain.seat}`.padEnd(13),
      `${percent(leastMet.share)} ${leastMet.seat}, ${percent(mostMet.share)} ${mostMet.seat}`.padEnd(27),
      `${percent(Math.min(...margins))}-${percent(Math.max(...margins)).trim()}`.padEnd(12),
      (1 / result.gamesPerSecond).toFixed(1).padStart(6),
      shorts.length === 0 ? 'pass' : `FAIL: ${shorts.join('; ')}`,
    ].join('  '),
  );
}
process.exitCode = short ? 1 : 0;
