import {
  blockingByArticle,
  egalitarian,
  enumerate,
  feasibleTexts,
  ideals,
  judge,
  kalaiSmorodinsky,
  nash,
  utilitarian,
  zopas,
  type Problem,
} from '../../src/analysis/index.ts';
import { FAMILIES, instance, type Family } from './families/instances.ts';

/**
 * npm run bench -- analysis [--seeds N] [--enumerate] [--family NAME]: milliseconds of each exact search by family of problem,
 * median (worst), and the most memory the process has had by then; with --enumerate beside the look at every text, whose answers
 * must be the same, and the zones of all coalitions. One thread; NAME is the beginning of a family's name.
 */
const args = process.argv.slice(2);
const seeds = Number(args[args.indexOf('--seeds') + 1] ?? 5) || 5;
const beside = args.includes('--enumerate');
const wanted = args.includes('--family') ? (args[args.indexOf('--family') + 1] ?? '') : '';
const families = FAMILIES.filter(({ name }) => name.startsWith(wanted));

const timed = <T>(run: () => T): { readonly ms: number; readonly value: T } => {
  const start = performance.now();
  const value = run();
  return { ms: performance.now() - start, value };
};

const cell = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b);
  const say = (ms: number): string => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0));
  return `${say(sorted[sorted.length >> 1] ?? 0)} (${say(sorted.at(-1) ?? 0)})`;
};

const columns = [
  'texts',
  'feasible',
  'Nash',
  'utilitarian',
  'egalitarian',
  'KS',
  'ideals',
  'count',
  'debrief',
  'blocking',
  'all texts',
  'zones',
];
/** Columns of times start here. */
const FIRST = 2;
const widths = [10, 16, 12, 12, 14, 12, 12, 12, 12, 14, 16, 16];
const row = (name: string, cells: readonly string[]): string =>
  name.padEnd(14) + cells.map((text, k) => text.padStart(widths[k] ?? 12)).join('');

const measure = (family: Family): { line: string; wrong: string[] } => {
  const times: number[][] = columns.map(() => []);
  const feasible: number[] = [];
  const wrong: string[] = [];
  const problems: Problem[] = Array.from({ length: seeds }, (_, k) => instance(family, k + 1));
  for (const [k, problem] of problems.entries()) {
    const found = {
      nash: timed(() => nash(problem)),
      utilitarian: timed(() => utilitarian(problem)),
      egalitarian: timed(() => egalitarian(problem)),
      kalaiSmorodinsky: timed(() => kalaiSmorodinsky(problem)),
    };
    const best = timed(() => ideals(problem));
    const count = timed(() => feasibleTexts(problem, 0).count);
    const none = problem.parties.map((party) => party.reservation);
    const debrief = timed(() => judge(problem, none));
    const blockers = timed(() => blockingByArticle(problem));
    feasible.push(count.value);
    [...Object.values(found), best, count, debrief, blockers].forEach(({ ms }, at) =>
      times[FIRST + at]?.push(ms),
    );
    if (!beside) continue;
    const all = timed(() => enumerate(problem));
    const zones = timed(() => zopas(problem)?.sizes.at(-1));
    times[FIRST + 8]?.push(all.ms);
    times[FIRST + 9]?.push(zones.ms);
    const say = (what: string): number => wrong.push(`${family.name}, seed ${k + 1}: ${what}`);
    if (all.value.feasible !== count.value || zones.value !== count.value) say('feasible');
    for (const name of ['nash', 'utilitarian', 'egalitarian', 'kalaiSmorodinsky'] as const) {
      if (String(all.value[name]?.text) !== String(found[name].value?.text)) say(name);
    }
  }
  const texts = family.options.reduce((product, n) => product * n, 1);
  const span = `${Math.min(...feasible)}-${Math.max(...feasible)}`;
  const cells = [
    String(texts),
    span,
    ...times.slice(FIRST).map((list) => (list.length === 0 ? '' : cell(list))),
  ];
  return { line: row(family.name, cells), wrong };
};

console.log(`Milliseconds, median (worst) of ${seeds} seeds.`);
console.log(row('', columns));
// Once unmeasured: the compiler warms up.
FAMILIES.slice(0, 2).forEach((family) => nash(instance(family, 99)));
const wrong = families.flatMap((family) => {
  const { line, wrong: found } = measure(family);
  console.log(`${line}${String(Math.round(process.resourceUsage().maxRSS / 1024)).padStart(8)} MB`);
  return found;
});
if (beside)
  console.log(wrong.length === 0 ? 'All answers equal those of the look at every text.' : wrong.join('\n'));
process.exitCode = wrong.length === 0 ? 0 : 1;
