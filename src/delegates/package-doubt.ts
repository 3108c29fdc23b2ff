import { standingText, type Scenario, type Undertaking, type View } from '../engine/seat.ts';
import { dueOn, guessedWord, leftOf } from './guessed-package.ts';
import type { Model } from './models.ts';
import { sumOf } from './normal-belief.ts';
import { partsOfPackage } from './package-parts.ts';
import { isRepeat } from './repeats.ts';

/**
 * How far somebody else may reckon a word apart from what is guessed, as a share of it: one trusts more than another, and a gentle delegation
 * reckons two and a half times what is usual, a hard one two fifths. Fitted, as docs/delegates.md says.
 */
const WORDS = 0.7;

/**
 * Standard deviation of what a package seems worth to another party, hundredths of a point: how surely its worths of options are known by
 * now, its worths of tokens, deeds and points by the scenario's ranges, and how it may reckon words.
 */
export const packageDoubt = (
  scenario: Scenario,
  view: View,
  model: Model,
  undertakings: readonly Undertaking[],
  open: boolean,
): number => {
  let words = 0;
  const counted = undertakings.map((item, place) => {
    const mine = item.by === model.delegation;
    if (isRepeat(view, undertakings, place)) return false;
    if (!mine && item.to !== model.delegation && item.kind !== 'position' && item.kind !== 'oppose')
      return false;
    words += Math.abs(guessedWord(scenario, view, model, undertakings, place, open));
    return true;
  });
  const { shares, variance } = partsOfPackage(
    scenario,
    {
      standing: standingText(view.articles),
      due: (item) => dueOn(scenario, view, item),
      left: (place) => leftOf(view, model, undertakings, place),
    },
    model,
    undertakings,
    (place) => counted[place] === true,
  );
  return Math.sqrt(
    sumOf(model.belief, { weights: shares }).variance + variance + WORDS * WORDS * words * words,
  );
};
