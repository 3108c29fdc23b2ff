import { parseArgs } from 'node:util';
import {
  enumerate,
  PARETO_LIMIT,
  problemOf,
  reportOn,
  type Enumerated,
  type Problem,
  type Solution,
  type SpaceReport,
} from '../analysis/index.ts';
import { inWords, lay, open, type Scenario } from '../engine/index.ts';
import { spaceInWords } from './analyse-words.ts';
import { survey, surveyInWords } from './analyse-survey.ts';
import { UsageError, type CliCommand } from './command.ts';
import { loadScenario } from './load.ts';

const usage = `nia analyse FILE [--seed S] [--verify] [--json]
nia analyse FILE --seeds N [--seed S] [--json]

Exact properties of a scenario's text space at the start of play, for the mandates the seed draws.

  --seed S    the seed of the game, any text; 1 if not given
  --seeds N   looks at N seeds instead (S/1 to S/N): how often there is a feasible text, how many, who stands in the way
  --verify    looks at every single text too and compares; exit code 1 if anything differs. Slow: a million texts a second
  --json      one JSON document on standard output

A text is feasible if it is worth its reservation value (no agreement) or more to every delegation and crosses nobody's red
line; only feasible texts are candidates for the solution points. Ties go to the first text in article order.
  nash              largest product of gains over the reservation values
  kalaiSmorodinsky  largest least gain as a share of one's own ideal gain (disagreement: reservation value; ideal: one's best
                    feasible text)
  egalitarian       largest least gain
  utilitarian       largest sum of utilities

Units: utilities, sums and reservation values are whole hundredths of a point (0 worst text, 10000 best). product is the
product of the gains in that unit as a number, so rounded to some 16 digits; productExact has all digits, as a string. Where no text is feasible: feasible 0, paretoSize 0 and the solution points null. paretoSize is null
if more than ${PARETO_LIMIT} texts are feasible (paretoLimit).`;

export const command: CliCommand = {
  name: 'analyse',
  summary: 'exact properties of a scenario’s text space at the start of play',
  usage,
  run: async (args, io) => {
    const { file, seed, seeds, verify, json } = asked(args);
    const { scenario } = (await loadScenario(file, io)) ?? {};
    if (scenario === undefined) return 1;
    if (seeds !== undefined) {
      const found = survey(scenario, seed, seeds, io);
      io.out(json ? `${JSON.stringify(found, undefined, 2)}\n` : surveyInWords(scenario, found));
      return 0;
    }
    const start = performance.now();
    const problem = problemOf(scenario, open(lay(scenario, seed)).mandates);
    const report = reportOn(problem);
    const milliseconds = Math.round((performance.now() - start) * 10) / 10;
    const truth = verify ? enumerate(problem) : undefined;
    const differences = truth === undefined ? [] : differing(report, truth);
    const title = inWords(scenario, scenario.title, scenario.language);
    io.out(
      json
        ? `${JSON.stringify(document(scenario, seed, problem, report, milliseconds, truth, differences), undefined, 2)}\n`
        : spaceInWords(scenario, `${title}, seed ${seed}`, problem, report, milliseconds),
    );
    if (truth !== undefined && !json) {
      io.out(differences.length === 0 ? '\nThe look at every text found the same.\n' : '');
    }
    for (const name of differences) io.err(`The look at every text found another ${name}.\n`);
    return differences.length === 0 ? 0 : 1;
  },
};

interface Asked {
  readonly file: string;
  readonly seed: string;
  readonly seeds?: number;
  readonly verify: boolean;
  readonly json: boolean;
}

const asked = (args: readonly string[]): Asked => {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('Which scenario? Give its file.');
  if (more.length > 0) throw new UsageError(`One file at a time: what is "${more[0]}"?`);
  const seeds = values.seeds === undefined ? undefined : Number(values.seeds);
  if (seeds !== undefined && !(Number.isInteger(seeds) && seeds > 0)) {
    throw new UsageError(`--seeds takes a whole number from 1, not "${values.seeds}".`);
  }
  if (seeds !== undefined && values.verify === true) throw new UsageError('--verify is for one seed.');
  return {
    file,
    seed: values.seed ?? '1',
    ...(seeds === undefined ? {} : { seeds }),
    verify: values.verify ?? false,
    json: values.json ?? false,
  };
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seed: { type: 'string' },
        seeds: { type: 'string' },
        verify: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
};

const POINTS = ['nash', 'kalaiSmorodinsky', 'egalitarian', 'utilitarian'] as const;

const differing = (report: SpaceReport, truth: Enumerated): string[] => [
  ...(report.feasible === truth.feasible ? [] : ['number of feasible texts']),
  ...POINTS.filter((name) => String(report[name]?.text) !== String(truth[name]?.text)),
];

/** The JSON document; its fields are a contract. */
const document = (
  scenario: Scenario,
  seed: string,
  problem: Problem,
  report: SpaceReport,
  milliseconds: number,
  truth: Enumerated | undefined,
  differences: readonly string[],
): object => {
  const byDelegation = (numbers: readonly number[]): Record<string, number> =>
    Object.fromEntries(scenario.delegations.map(({ id }, i) => [id, numbers[i] ?? 0]));
  const point = (solution: Solution | undefined, more: object = {}): object | null =>
    solution === undefined
      ? null
      : {
          text: Object.fromEntries(
            scenario.articles.map(({ id, options }, k) => [id, options[solution.text[k] ?? 0]?.id ?? '']),
          ),
          utilities: byDelegation(solution.utilities),
          ...more,
        };
  const { nash, utilitarian, greatestWelfare } = report;
  return {
    scenario: scenario.id,
    seed,
    unit: 'hundredths of a point',
    parties: report.parties,
    articles: report.articles,
    texts: report.texts,
    feasible: report.feasible,
    paretoSize: report.paretoSize ?? null,
    paretoLimit: PARETO_LIMIT,
    reservations: byDelegation(problem.parties.map((party) => party.reservation)),
    ideals: report.ideals === undefined ? null : byDelegation(report.ideals),
    nash: point(nash, {
      product: Number(nash?.product ?? 0n),
      productExact: String(nash?.product ?? 0n),
    }),
    kalaiSmorodinsky: point(report.kalaiSmorodinsky),
    egalitarian: point(report.egalitarian),
    utilitarian: point(utilitarian, { sum: utilitarian?.sum ?? 0 }),
    greatestWelfare: point(greatestWelfare, { sum: greatestWelfare.sum }),
    milliseconds,
    ...(truth === undefined
      ? {}
      : { verified: differences.length === 0, differences, acceptors: truth.acceptors }),
  };
};
