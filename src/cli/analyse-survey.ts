import { countTexts, problemOf, quantile, surveyed, type Draw } from '../analysis/index.ts';
import { inWords, lay, open, type Scenario } from '../engine/index.ts';
import { columns, points } from './analyse-words.ts';
import type { Io } from './command.ts';

/** What many draws of one scenario's mandates make possible. */
export interface Survey {
  readonly scenario: string;
  readonly seed: string;
  readonly seeds: number;
  readonly texts: number;
  /** Share of seeds with a feasible text, 0 to 1. */
  readonly withFeasible: number;
  /** Number of feasible texts over all seeds. */
  readonly feasible: {
    readonly min: number;
    readonly p10: number;
    readonly median: number;
    readonly p90: number;
    readonly max: number;
  };
  /** Seeds without any. */
  readonly without: readonly string[];
  /** Seeds in which one text is the best acceptable one for everybody. */
  readonly commonFirstChoice: readonly string[];
  /** Ranking article by article, over the seeds with a feasible text: how often all could live with it, and its Nash share. */
  readonly articleByArticle: { readonly acceptable: number; readonly nashShare: number };
  /** By delegation: mean reservation value and, where a text is feasible, mean gain at the Nash text, in hundredths of a point. */
  readonly delegations: Readonly<
    Record<
      string,
      { readonly meanReservation: number; readonly meanNashGain: number; readonly blocks: number }
    >
  >;
  readonly milliseconds: number;
}

export const survey = (scenario: Scenario, seed: string, seeds: number, io: Io): Survey => {
  const start = performance.now();
  const names = Array.from({ length: seeds }, (_, k) => `${seed}/${k + 1}`);
  const reservations = scenario.delegations.map(() => 0);
  const draws: (Draw & { readonly name: string })[] = [];
  let drawn = false;
  for (const [k, name] of names.entries()) {
    const problem = problemOf(scenario, open(lay(scenario, name)).mandates);
    problem.parties.forEach(
      ({ reservation }, i) => (reservations[i] = (reservations[i] ?? 0) + reservation / seeds),
    );
    draws.push({ name, ...surveyed(problem) });
    if (io.terminal && performance.now() - start > 2000) {
      io.err(`\r${bar((k + 1) / seeds)} ${k + 1} of ${seeds} seeds`);
      drawn = true;
    }
  }
  if (drawn) io.err('\r\u001B[K');
  const counts = draws.map(({ feasible }) => feasible).toSorted((a, b) => a - b);
  const agreeable = draws.filter(({ feasible }) => feasible > 0);
  const byArticle = agreeable.map((draw) => draw.articleByArticle ?? 0);
  return {
    scenario: scenario.id,
    seed,
    seeds,
    texts: countTexts(scenario.articles.map((article) => article.options.length)),
    withFeasible: agreeable.length / seeds,
    feasible: {
      min: counts[0] ?? 0,
      p10: quantile(counts, 0.1),
      median: quantile(counts, 0.5),
      p90: quantile(counts, 0.9),
      max: counts.at(-1) ?? 0,
    },
    without: draws.filter(({ feasible }) => feasible === 0).map(({ name }) => name),
    commonFirstChoice: draws.filter((draw) => draw.commonFirstChoice).map(({ name }) => name),
    articleByArticle: {
      acceptable: mean(byArticle.map((share) => (share > 0 ? 1 : 0))),
      nashShare: mean(byArticle),
    },
    delegations: Object.fromEntries(
      scenario.delegations.map(({ id }, i) => [
        id,
        {
          meanReservation: Math.round(reservations[i] ?? 0),
          meanNashGain: Math.round(mean(agreeable.map((draw) => draw.nashGains?.[i] ?? 0))),
          blocks: draws.filter(({ blockers }) => blockers.includes(i)).length,
        },
      ]),
    ),
    milliseconds: Math.round(performance.now() - start),
  };
};

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

const bar = (share: number): string => {
  const full = Math.floor(share * 30);
  return `[${'#'.repeat(full)}${'.'.repeat(30 - full)}]`;
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export const surveyInWords = (scenario: Scenario, found: Survey): string => {
  const { feasible, without, commonFirstChoice, articleByArticle, seeds } = found;
  const few = (list: readonly string[]): string =>
    `${list.length} of ${seeds}${list.length > 0 ? `: ${list.slice(0, 12).join(', ')}${list.length > 12 ? ', …' : ''}` : ''}`;
  return [
    `${inWords(scenario, scenario.title, scenario.language)}, ${seeds} seeds, ${found.texts} texts`,
    `with a feasible text     ${percent(found.withFeasible)}`,
    `feasible texts           min ${feasible.min}, 10 % ${feasible.p10}, median ${feasible.median}, 90 % ${feasible.p90}, max ${feasible.max}`,
    `without any              ${few(without)}`,
    `common first choice      ${few(commonFirstChoice)}`,
    `ranked article by article: acceptable to all in ${percent(articleByArticle.acceptable)} of the seeds with a feasible text, mean Nash share ${articleByArticle.nashShare.toFixed(2)}`,
    '',
    columns([
      ['delegation', 'no agreement', 'gain at Nash text', 'alone in the way'],
      ...scenario.delegations.map((delegation) => {
        const own = found.delegations[delegation.id];
        return [
          inWords(scenario, delegation.placard, scenario.language),
          points(own?.meanReservation ?? 0),
          points(own?.meanNashGain ?? 0),
          String(own?.blocks ?? 0),
        ];
      }),
    ]),
    '',
    `"Alone in the way": seeds without a feasible text in which there would be one without this delegation. ${found.milliseconds} ms.`,
    '',
  ].join('\n');
};
