import { standingText, worthOfText, type Scenario, type State, type Text } from '../../engine/index.ts';
import { feasibleTexts } from '../feasible.ts';
import { nash } from '../nash.ts';
import { crosses, type Problem } from '../problem.ts';

/** What lay on the table when a game ended without a text. Lists by delegation are in the scenario's order. */
export interface Standing {
  readonly text: Text;
  /** By article: whether it was settled. */
  readonly settled: readonly boolean[];
  /** By delegation: what the rolling text was worth, and no agreement; hundredths of a point. */
  readonly worths: readonly number[];
  readonly reservations: readonly number[];
  /** By delegation: whether it could have lived with that text: no red line, and worth no agreement or more. */
  readonly livable: readonly boolean[];
  /** Texts that all could have lived with and that keep every settled article. */
  readonly keeping: number;
  /** The best of those by Nash; absent where there is none. */
  readonly best?: { readonly text: Text; readonly utilities: readonly number[] };
}

/**
 * The rolling text at the end, who could have lived with it, and what could still have been adopted without opening what was settled.
 *
 * @param problem With the mandates of that moment.
 */
export const standingOf = (scenario: Scenario, problem: Problem, last: State): Standing => {
  const text = standingText(last.articles);
  const settled = last.articles.map((article) => article.settled);
  const worths = last.mandates.map((mandate) => worthOfText(scenario, mandate, text));
  const reservations = problem.parties.map(({ reservation }) => reservation);
  const kept = keeping(problem, text, settled);
  const best = nash(kept);
  return {
    text,
    settled,
    worths,
    reservations,
    livable: problem.parties.map(
      (party, place) => !crosses(party, text) && (worths[place] ?? 0) >= party.reservation,
    ),
    keeping: best === undefined ? 0 : feasibleTexts(kept, 0).count,
    ...(best === undefined ? {} : { best: { text: best.text, utilities: best.utilities } }),
  };
};

/** The same problem in which nobody may open what is settled. */
const keeping = (problem: Problem, text: Text, settled: readonly boolean[]): Problem => {
  const shut = problem.options.flatMap((count, article) =>
    settled[article] === true
      ? Array.from({ length: count }, (_, option) => ({ article, option })).filter(
          ({ option }) => option !== text[article],
        )
      : [],
  );
  return {
    ...problem,
    parties: problem.parties.map((party, place) =>
      place === 0 ? { ...party, forbidden: [...party.forbidden, ...shut] } : party,
    ),
  };
};
