import { logistic } from '../analysis/index.ts';
import type { Strength } from './agent.ts';
import type { Model } from './models.ts';
import { PLAY } from './strength.ts';

/** How likely somebody is to take a package that a person has put together, by what it seems worth to them and how doubtful that is. */

/** Hundredths of a point, and so much more for each of the doubt about what a package is worth. */
interface Line {
  readonly least: number;
  readonly perDoubt: number;
}

/**
 * What a package must seem worth to be as likely taken as not, and how gradually it becomes likely. Fitted (logistic regression) to the
 * answers of delegates of each strength to packages put together as a person would, the best of ten by chance; `npm run bench --
 * delegates answers` asks of other games (docs/delegates.md). The hard ask for more even of what they would take.
 *
 * Not `TAKES`, by which delegates search: of all packages a search picks those that it thinks too well of, and reckons with that.
 */
const ANSWERED: { readonly [S in Strength]: { readonly half: Line; readonly width: Line } } = {
  gentle: { half: { least: 0, perDoubt: 0.3 }, width: { least: 1, perDoubt: 0.4 } },
  seasoned: { half: { least: 0, perDoubt: 0.3 }, width: { least: 1, perDoubt: 0.4 } },
  hard: { half: { least: 100, perDoubt: 0 }, width: { least: 40, perDoubt: 0 } },
};

/** Nobody is surer than this of what another will say. */
const LEAST = 0.02;
const MOST = 0.98;

const at = ({ least, perDoubt }: Line, doubt: number): number => least + perDoubt * doubt;

/**
 * Chance, 0 to 1, that it is taken as it is.
 * @param worth What it seems worth to them, hundredths of a point.
 * @param doubt Of that worth, hundredths of a point: 68 % lie no farther off.
 * @param strength Of whoever answers.
 */
export const acceptance = (worth: number, doubt: number, strength: Strength): number => {
  const { half, width } = ANSWERED[strength];
  return Math.min(MOST, Math.max(LEAST, logistic((worth - at(half, doubt)) / at(width, doubt))));
};

/** What is believed of somebody who is known to be hard: such ones reckon less for words. How much others do is learnt as it shows. */
export const knownAs = (model: Model, strength: Strength): Model =>
  strength === 'hard' ? { ...model, reckons: PLAY.hard.words } : model;

/** Whether it asks for more even of what it would take. */
export const haggles = (strength: Strength): boolean => PLAY[strength].bargains === 'always';
