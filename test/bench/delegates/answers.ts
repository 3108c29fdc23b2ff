import { STRENGTHS } from '../../../src/delegates/index.ts';
import { askedIn } from '../../delegates/asking.ts';
import { mean, row, SHELF, shelf } from './common.ts';

/** Packages that a person puts together, as it is shown how likely they are to be taken, against what delegates of each strength answer. */

const STEPS = [0, 0.2, 0.4, 0.6, 0.8] as const;
const WIDTH = 0.2;

/** @param games Of each scenario and each strength. */
export const answersPart = (games: number, only?: string): void => {
  console.log(
    `\nAnswers: packages that a person puts together, the best of ten by what they bring times the chance shown, ${games} games of each scenario; said / taken as it is / answered with another offer (packages)`,
  );
  row([
    'strength',
    'packages',
    ...STEPS.map((from) => `said ${from * 100} to ${Math.round((from + WIDTH) * 100)} %`),
    'mean square off',
    'if how often they take one were said of all',
  ]);
  for (const strength of STRENGTHS) {
    const asked = SHELF.filter((name) => only === undefined || name === only).flatMap((name) =>
      Array.from({ length: games }, (_, k) => askedIn(shelf(name), strength, `answers/${k + 1}`)).flat(),
    );
    const taken = asked.map(({ said, answer }) => ({ said, answer, yes: answer === 'accept' ? 1 : 0 }));
    const base = mean(taken.map(({ yes }) => yes));
    row([
      strength,
      asked.length,
      ...STEPS.map((from, step) => {
        const here = taken.filter(
          ({ said }) => said >= from && (step === STEPS.length - 1 || said < from + WIDTH),
        );
        const figures = [
          mean(here.map(({ said }) => said)),
          mean(here.map(({ yes }) => yes)),
          mean(here.map(({ answer }) => (answer === 'offer' ? 1 : 0))),
        ];
        return `${figures.map((figure) => figure.toFixed(2)).join(' / ')} (${here.length})`;
      }),
      mean(taken.map(({ said, yes }) => (said - yes) ** 2)).toFixed(3),
      mean(taken.map(({ yes }) => (base - yes) ** 2)).toFixed(3),
    ]);
  }
};
