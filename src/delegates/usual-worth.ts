import { placeOf, pointPlace, type Scenario, type Undertaking } from '../engine/seat.ts';
import type { Model } from './models.ts';
import { SWAY } from './promised-words.ts';

/** What single undertakings are believed to be worth to somebody, as words are usually reckoned. */

/** Share of others' words that they are believed to count on. */
export const FAITH = 0.65;
/** The same of a promise to join: share of what its provisions would change. */
const JOINING = 0.2;

/** Share of what its provisions would change that a word is believed to be worth to somebody, its own or another's. */
export const shareOf = (
  item: Extract<Undertaking, { readonly kind: 'position' | 'join' }>,
  mine: boolean,
): number => (item.kind === 'join' ? JOINING : SWAY[item.stance] * (mine ? 1 : FAITH));

/**
 * What an undertaking is worth to it, hundredths of a point; a promise to stand against a text is not one thing (`opposing.ts`).
 * @param due Chance, 0 to 1, that it comes due.
 * @param change What an option of an article would change for it.
 */
export const guessedItem = (
  scenario: Scenario,
  model: Pick<Model, 'tokenWorth' | 'gains' | 'costs' | 'points' | 'red' | 'reckons'>,
  item: Exclude<Undertaking, { kind: 'oppose' }>,
  mine: boolean,
  due: number,
  change: (article: number, option: number) => number,
): number => {
  const at = (article: string, option: number): number =>
    change(placeOf(scenario, 'article', article), option);
  switch (item.kind) {
    case 'tokens': {
      const unit = model.tokenWorth[placeOf(scenario, 'token', item.token)] ?? 0;
      return (mine ? -1 : 1) * unit * item.amount * due;
    }
    case 'deed':
    case 'later': {
      const place = placeOf(scenario, 'concession', item.concession);
      const spends = scenario.concessions[place]?.spends ?? [];
      const spent = spends.reduce(
        (sum, cost) => sum + (model.tokenWorth[placeOf(scenario, 'token', cost.token)] ?? 0) * cost.amount,
        0,
      );
      const sure = item.kind === 'later' ? FAITH : due;
      return mine
        ? -((model.costs[place] ?? 0) + spent) * (item.kind === 'later' ? 1 : sure)
        : (model.gains[place] ?? 0) * sure;
    }
    case 'position': {
      const red = mine
        ? (model.red[placeOf(scenario, 'article', item.provision.article)]?.[item.provision.option] ?? 0)
        : 0;
      return (
        at(item.provision.article, item.provision.option) * shareOf(item, mine) * model.reckons - red * 2_500
      );
    }
    case 'join': {
      const sum = item.containing.reduce(
        (total, provision) => total + at(provision.article, provision.option),
        0,
      );
      return (sum * shareOf(item, mine) + (mine ? -60 : 70)) * model.reckons;
    }
    case 'point':
      return model.points[pointPlace(scenario, item.track, item.point)] ?? 0;
    case 'intelligence':
      return (mine ? -35 : 50) * model.reckons;
    case 'restraint':
      return (mine ? -30 : 60) * model.reckons;
  }
};

/** What is said, not handed over. */
export const isWord = ({ kind }: Undertaking): boolean => {
  switch (kind) {
    case 'position':
    case 'join':
    case 'oppose':
    case 'intelligence':
    case 'restraint':
      return true;
    case 'tokens':
    case 'deed':
    case 'later':
    case 'point':
      return false;
  }
};
