import { PARETO_LIMIT, type Problem, type Solution, type SpaceReport } from '../analysis/index.ts';
import { inWords, type Scenario } from '../engine/index.ts';

/** Points with one decimal, from hundredths. */
export const points = (hundredths: number): string => (hundredths / 100).toFixed(1);

/** Columns, the first flush left, the others flush right. */
export const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const POINTS = [
  ['nash', 'Nash'],
  ['kalaiSmorodinsky', 'K.-Smor.'],
  ['egalitarian', 'egalit.'],
  ['utilitarian', 'utilit.'],
] as const;

/** A report for people: the counts, what each solution point gives to each delegation, and its text. */
export const spaceInWords = (
  scenario: Scenario,
  title: string,
  problem: Problem,
  report: SpaceReport,
  milliseconds: number,
): string => {
  const { parties, articles, texts, feasible, ideals } = report;
  const lines = [
    title,
    `${parties} delegations, ${articles} articles, ${texts} texts, ${feasible} of them feasible ` +
      `(${((100 * feasible) / texts).toFixed(3)} %), ${frontier(report)}. ${milliseconds} ms.`,
  ];
  if (feasible === 0 || ideals === undefined) {
    return `${lines.join('\n')}\nNo text is worth its reservation value to every delegation: nothing can be agreed as things stand.\n`;
  }
  const solutions = POINTS.map(([key, name]) => ({ name, solution: report[key] }));
  const worths = [
    ['utility, points', 'no agreement', 'ideal', ...solutions.map(({ name }) => name)],
    ...scenario.delegations.map((delegation, i) => [
      inWords(scenario, delegation.placard, scenario.language),
      points(problem.parties[i]?.reservation ?? 0),
      points(ideals[i] ?? 0),
      ...solutions.map(({ solution }) => points(solution?.utilities[i] ?? 0)),
    ]),
    ['least gain', '', '', ...solutions.map(({ solution }) => points(Math.min(...(solution?.gains ?? [0]))))],
    ['sum', '', '', ...solutions.map(({ solution }) => points(total(solution)))],
  ];
  const choices = scenario.articles.map((article, k) => [
    inWords(scenario, article.short, scenario.language),
    ...solutions.map(({ solution }) => article.options[solution?.text[k] ?? 0]?.id ?? ''),
  ]);
  const most = report.greatestWelfare.sum;
  return [
    ...lines,
    '',
    columns(worths),
    '',
    columns([['option', ...solutions.map(({ name }) => name)], ...choices]),
    '',
    `If nobody could say no, ${points(most)} points in all were possible; the utilitarian text reaches ` +
      `${((100 * total(report.utilitarian)) / most).toFixed(1)} % of that.`,
    '',
  ].join('\n');
};

const frontier = ({ feasible, paretoSize }: SpaceReport): string =>
  paretoSize === undefined
    ? `frontier not counted above ${PARETO_LIMIT} feasible texts`
    : `${paretoSize} of ${feasible === paretoSize ? 'these' : 'those'} Pareto-optimal`;

const total = (solution: Solution | undefined): number =>
  (solution?.utilities ?? []).reduce((sum, u) => sum + u, 0);
