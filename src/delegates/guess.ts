import { logistic } from '../analysis/index.ts';
import {
  placeOf,
  pointPlace,
  standingText,
  type DelegationId,
  type Scenario,
  type Text,
  type Undertaking,
  type View,
} from '../engine/seat.ts';
import { doubtOf, guessedWorth, joins, modelsOf, type Model } from './models.ts';
import { guessedOpposing } from './opposing.ts';
import { isRepeat } from './repeats.ts';
import { reservationRange, type Range } from './reservation.ts';

/**
 * What somebody believes of others, in the numbers it reckons with itself. The same code serves AI delegates and the
 * player's own estimates; it is honest and may be wrong.
 */
export interface Belief {
  readonly delegation: DelegationId;
  /** `[article][option]` 0 to 100. */
  readonly likes: readonly (readonly number[])[];
  /** By article, percent of its interest. */
  readonly weights: readonly number[];
  /** `[article][option]` percent. */
  readonly redLines: readonly (readonly number[])[];
  /** Value of no agreement, hundredths of a point: 68 % lie within. */
  readonly reservation: Range;
  /** Percent. */
  readonly joins: number;
}

export const believe = (scenario: Scenario, view: View): readonly (Belief | null)[] => {
  const standing = standingText(view.articles);
  return modelsOf(scenario, view).map((model, place) =>
    place === view.own?.index ? null : beliefOf(scenario, place, model, standing),
  );
};

const beliefOf = (scenario: Scenario, place: number, model: Model, standing: Text): Belief => {
  const ranges = model.table.map((row) => Math.max(...row) - Math.min(...row));
  const total = Math.max(
    1,
    ranges.reduce((sum, range) => sum + range, 0),
  );
  return {
    delegation: model.delegation,
    likes: model.table.map((row, article) => {
      const least = Math.min(...row);
      return row.map((worth) => Math.round(((worth - least) * 100) / Math.max(1, ranges[article] ?? 1)));
    }),
    weights: ranges.map((range) => Math.round((range * 100) / total)),
    redLines: model.red.map((row) => row.map((chance) => Math.round(chance * 100))),
    reservation: reservationRange(scenario, place, model),
    joins: Math.round(joins(model, standing) * 100),
  };
};

/** How much of an option's worth a word for it moves, as others are believed to reckon. */
const SWAY = { support: 0.12, accept: 0.08 } as const;

/** What a package seems worth to another party, hundredths of a point. */
export const guessedPackage = (
  scenario: Scenario,
  view: View,
  model: Model,
  undertakings: readonly Undertaking[],
): number => {
  const standing = standingText(view.articles);
  const now = guessedWorth(model, standing);
  let sum = 0;
  for (const [place, item] of undertakings.entries()) {
    if (isRepeat(view, undertakings, place)) continue;
    if (item.kind === 'oppose') {
      sum += guessedOpposing(scenario, view, model, undertakings, place);
      continue;
    }
    const mine = item.by === model.delegation;
    if (!mine && item.to !== model.delegation && item.kind !== 'position') continue;
    sum += guessedItem(
      scenario,
      model,
      item,
      mine,
      (article, option) => guessedWorth(model, standing.with(article, option)) - now,
    );
  }
  return Math.round(sum);
};

const guessedItem = (
  scenario: Scenario,
  model: Model,
  item: Exclude<Undertaking, { kind: 'oppose' }>,
  mine: boolean,
  change: (article: number, option: number) => number,
): number => {
  const at = (article: string, option: number): number =>
    change(placeOf(scenario, 'article', article), option);
  switch (item.kind) {
    case 'tokens': {
      const unit = model.tokenWorth[placeOf(scenario, 'token', item.token)] ?? 0;
      return (mine ? -1 : 1) * unit * item.amount * (item.when.on === 'now' ? 1 : 0.5);
    }
    case 'deed':
    case 'later': {
      const place = placeOf(scenario, 'concession', item.concession);
      const spends = scenario.concessions[place]?.spends ?? [];
      const spent = spends.reduce(
        (sum, cost) => sum + (model.tokenWorth[placeOf(scenario, 'token', cost.token)] ?? 0) * cost.amount,
        0,
      );
      const sure = item.kind === 'later' ? 0.65 : item.when.on === 'now' ? 1 : 0.5;
      return mine
        ? -((model.costs[place] ?? 0) + spent) * (item.kind === 'later' ? 1 : sure)
        : (model.gains[place] ?? 0) * sure;
    }
    case 'position': {
      const red = mine
        ? (model.red[placeOf(scenario, 'article', item.provision.article)]?.[item.provision.option] ?? 0)
        : 0;
      return (
        at(item.provision.article, item.provision.option) * SWAY[item.stance] * (mine ? 1 : 0.65) -
        red * 2_500
      );
    }
    case 'join': {
      const sum = item.containing.reduce(
        (total, provision) => total + at(provision.article, provision.option),
        0,
      );
      return mine ? sum * 0.2 - 60 : sum * 0.2 + 70;
    }
    case 'point':
      return model.points[pointPlace(scenario, item.track, item.point)] ?? 0;
    case 'intelligence':
      return mine ? -35 : 50;
    case 'restraint':
      return mine ? -30 : 60;
  }
};

/** Hundredths of a point: how far what a package seems worth to somebody is to be taken with doubt. */
const PACKAGE = 90;

/** Chance, 0 to 1, that a party takes a package that seems worth so much to it. */
export const takes = (worth: number): number => logistic((worth - 20) / PACKAGE);

export interface PackageGuess {
  readonly delegation: DelegationId;
  readonly low: number;
  readonly high: number;
  /** Percent. */
  readonly accepts: number;
}

/** What a package seems to do to each other party, with a range. */
export const appraisePackage = (
  scenario: Scenario,
  view: View,
  undertakings: readonly Undertaking[],
  parties: readonly DelegationId[],
): readonly PackageGuess[] =>
  modelsOf(scenario, view)
    .filter((model) => parties.includes(model.delegation) && model.delegation !== view.own?.delegation)
    .map((model) => {
      const worth = guessedPackage(scenario, view, model, undertakings);
      const range = Math.round(60 + Math.abs(worth) * 0.35);
      return {
        delegation: model.delegation,
        low: worth - range,
        high: worth + range,
        accepts: Math.round(takes(worth) * 100),
      };
    });

export interface TextGuess {
  readonly delegation: DelegationId;
  readonly low: number;
  readonly high: number;
  /** Percent. */
  readonly joins: number;
}

/** What a text seems worth to each other delegation, with a range. */
export const appraiseText = (scenario: Scenario, view: View, text: Text): readonly TextGuess[] =>
  modelsOf(scenario, view)
    .filter((_, place) => place !== view.own?.index)
    .map((model) => {
      const worth = guessedWorth(model, text);
      return {
        delegation: model.delegation,
        low: Math.round(worth - doubtOf(model, text)),
        high: Math.round(worth + doubtOf(model, text)),
        joins: Math.round(joins(model, text) * 100),
      };
    });
