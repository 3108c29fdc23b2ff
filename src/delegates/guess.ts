import {
  standingText,
  type DelegationId,
  type Scenario,
  type Text,
  type Undertaking,
  type View,
} from '../engine/seat.ts';
import { acceptance, haggles, knownAs } from './acceptance.ts';
import type { Strength } from './agent.ts';
import { guessedPackage } from './guessed-package.ts';
import { heardIn } from './heard.ts';
import { doubtOf, guessedWorth, joins, modelsFrom, modelsOf, publicModels, type Model } from './models.ts';
import { packageDoubt } from './package-doubt.ts';
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

/**
 * What the others think this seat's own delegation wants, as far as everybody could hear it: what an AI delegate believes but for what
 * it alone has found out. Nothing that only this seat knows is in it, its mandate least of all. `null` for whoever sits nowhere.
 */
export const believedOfMe = (scenario: Scenario, view: View): Belief | null => {
  const place = view.own?.index;
  const model =
    place === undefined
      ? undefined
      : publicModels(scenario, view, modelsFrom(scenario, heardIn(scenario, view)))[place];
  return place === undefined || model === undefined
    ? null
    : beliefOf(scenario, place, model, standingText(view.articles));
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

export interface PackageGuess {
  readonly delegation: DelegationId;
  /** Hundredths of a point: 68 % lie within. */
  readonly low: number;
  readonly high: number;
  /** Percent: chance that it is taken as it is. */
  readonly accepts: number;
  /** Whether the other asks for more even of what it would take. */
  readonly haggles: boolean;
}

/**
 * What a package seems to do to each other party: 68 % lie within the range.
 * @param open Whether all would hear of it: a promise that nobody hears of moves no Chair.
 * @param strengthOf Of whoever answers. A person, or whoever is not known, is taken for a seasoned delegate.
 */
export const appraisePackage = (
  scenario: Scenario,
  view: View,
  undertakings: readonly Undertaking[],
  parties: readonly DelegationId[],
  open: boolean,
  strengthOf: (delegation: DelegationId) => Strength = () => 'seasoned',
): readonly PackageGuess[] =>
  modelsOf(scenario, view)
    .filter((model) => parties.includes(model.delegation) && model.delegation !== view.own?.delegation)
    .map((usual) => {
      const strength = strengthOf(usual.delegation);
      const model = knownAs(usual, strength);
      const worth = guessedPackage(scenario, view, model, undertakings, open);
      const range = Math.round(packageDoubt(scenario, view, model, undertakings, open));
      return {
        delegation: model.delegation,
        low: worth - range,
        high: worth + range,
        accepts: Math.round(acceptance(worth, range, strength) * 100),
        haggles: haggles(strength),
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
