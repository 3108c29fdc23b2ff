import { logistic } from '../analysis/index.ts';
import { placeOf, standingText, type Scenario, type Undertaking, type View } from '../engine/seat.ts';
import { guessedWorth, type Model } from './models.ts';
import { guessedOpposing } from './opposing.ts';
import { wordsBefore, wordsKnown } from './promised-words.ts';
import { chanceOf, publicProspects } from './prospects.ts';
import { isRepeat } from './repeats.ts';
import { guessedItem, shareOf } from './usual-worth.ts';

/** What a package is believed to be worth to somebody else: as `weigh.ts`, by what is believed instead of what is known. */

/** Share that is left of another's word: of many from one hand each is reckoned less than those before. */
export const leftOf = (
  view: View,
  model: Model,
  undertakings: readonly Undertaking[],
  place: number,
): number => {
  const item = undertakings[place];
  return item?.kind === 'position' && item.by !== model.delegation
    ? 1 / (1 + wordsBefore(undertakings, place) + wordsKnown(view, item.by, model.delegation))
    : 1;
};

/** What a package, in the open or not, seems worth to another party, hundredths of a point. */
export const guessedPackage = (
  scenario: Scenario,
  view: View,
  model: Model,
  undertakings: readonly Undertaking[],
  open = true,
): number => {
  const standing = standingText(view.articles);
  const now = guessedWorth(model, standing);
  let sum = 0;
  for (const [place, item] of undertakings.entries()) {
    if (isRepeat(view, undertakings, place)) continue;
    if (item.kind === 'oppose') {
      sum += guessedOpposing(scenario, view, model, undertakings, place, open) * model.reckons;
      continue;
    }
    const mine = item.by === model.delegation;
    if (!mine && item.to !== model.delegation && item.kind !== 'position') continue;
    const part = guessedItem(
      scenario,
      model,
      item,
      mine,
      dueOn(scenario, view, item),
      (article, option) => guessedWorth(model, standing.with(article, option)) - now,
    );
    sum += part * leftOf(view, model, undertakings, place);
  }
  return Math.round(sum);
};

/** Chance, 0 to 1, that tokens or a deed come due, by what everybody can reckon with. */
export const dueOn = (scenario: Scenario, view: View, item: Undertaking): number =>
  (item.kind === 'tokens' || item.kind === 'deed') && item.when.on === 'adoption'
    ? chanceOf(publicProspects(scenario, view, [item.by, item.to]), item.when.containing)
    : 1;

/**
 * What a package's word, at this place, seems worth to somebody, hundredths of a point: what one gives or gets by a position, a promise or a
 * confidence, but for red lines; 0 for what is handed over.
 */
export const guessedWord = (
  scenario: Scenario,
  view: View,
  model: Model,
  undertakings: readonly Undertaking[],
  place: number,
  open: boolean,
): number => {
  const item = undertakings[place];
  if (item === undefined) return 0;
  const mine = item.by === model.delegation;
  const standing = standingText(view.articles);
  const change = (article: number, option: number): number =>
    guessedWorth(model, standing.with(article, option)) - guessedWorth(model, standing);
  switch (item.kind) {
    case 'tokens':
    case 'deed':
    case 'point':
      return 0;
    case 'position':
      return (
        change(placeOf(scenario, 'article', item.provision.article), item.provision.option) *
        shareOf(item, mine) *
        model.reckons *
        leftOf(view, model, undertakings, place)
      );
    case 'later':
      return mine ? 0 : guessedItem(scenario, model, item, mine, 1, change);
    case 'join':
    case 'intelligence':
    case 'restraint':
      return guessedItem(scenario, model, item, mine, 1, change);
    case 'oppose':
      return guessedOpposing(scenario, view, model, undertakings, place, open) * model.reckons;
  }
};

/** Hundredths of a point: what a package must seem worth to be as likely taken as not, and how far that is to be taken with doubt. */
export const TAKES = { half: 20, doubt: 90 } as const;

/** Chance, 0 to 1, that a party takes a package that seems worth so much to it. */
export const takes = (worth: number): number => logistic((worth - TAKES.half) / TAKES.doubt);
