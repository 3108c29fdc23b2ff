import {
  placeOf,
  standingText,
  type Provision,
  type Scenario,
  type Span,
  type Undertaking,
  type View,
} from '../engine/seat.ts';
import { dueOn, FAITH, guessedWord, leftOf, shareOf } from './guessed-package.ts';
import { partsOf } from './layout.ts';
import type { Model } from './models.ts';
import { isRepeat } from './repeats.ts';

/**
 * How far somebody else may reckon a word apart from what is guessed, as a share of it: one trusts more than another, and a gentle delegation
 * reckons two and a half times what is usual, a hard one two fifths. Fitted, as docs/delegates.md says.
 */
const WORDS = 0.7;

/** What one has heard of the numbers on which a package depends, added up. */
interface Unsure {
  /** By place in the layout: how often it counts. */
  readonly shares: Float64Array;
  /** By token: units that come, less those that go. */
  readonly units: number[];
  /** Of what is drawn by itself; square hundredths of a point. */
  variance: number;
}

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
  const unsure: Unsure = {
    shares: new Float64Array(model.layout.size),
    units: scenario.tokens.map(() => 0),
    variance: 0,
  };
  let words = 0;
  for (const [place, item] of undertakings.entries()) {
    const mine = item.by === model.delegation;
    if (isRepeat(view, undertakings, place)) continue;
    if (!mine && item.to !== model.delegation && item.kind !== 'position' && item.kind !== 'oppose') continue;
    words += Math.abs(guessedWord(scenario, view, model, undertakings, place, open));
    add(scenario, view, model, unsure, undertakings, place);
  }
  const delegation = scenario.delegations[placeOf(scenario, 'delegation', model.delegation)];
  const tokens = unsure.units.reduce(
    (sum, units, token) => sum + units * units * varianceOf(delegation?.tokenWorth[token]),
    0,
  );
  return Math.sqrt(
    varianceIn(model, unsure.shares) + unsure.variance + tokens + WORDS * WORDS * words * words,
  );
};

const add = (
  scenario: Scenario,
  view: View,
  model: Model,
  unsure: Unsure,
  undertakings: readonly Undertaking[],
  at: number,
): void => {
  const item = undertakings[at];
  if (item === undefined) return;
  const mine = item.by === model.delegation;
  const pay = (token: string, amount: number): void => {
    const place = placeOf(scenario, 'token', token);
    unsure.units[place] = (unsure.units[place] ?? 0) + amount;
  };
  switch (item.kind) {
    case 'tokens':
      pay(item.token, (mine ? -1 : 1) * item.amount * dueOn(scenario, view, item));
      return;
    case 'deed':
    case 'later': {
      const concession = scenario.concessions[placeOf(scenario, 'concession', item.concession)];
      const sure = item.kind === 'deed' ? dueOn(scenario, view, item) : mine ? 1 : FAITH;
      const span = mine
        ? concession?.givers.find(({ delegation }) => delegation === model.delegation)?.cost
        : concession?.receivers.find(({ delegation }) => delegation === model.delegation)?.worth;
      unsure.variance += sure * sure * varianceOf(span);
      if (mine) for (const { token, amount } of concession?.spends ?? []) pay(token, -amount * sure);
      return;
    }
    case 'point': {
      const points = scenario.tracks.find(({ id }) => id === item.track)?.points;
      const worth = points?.find(({ id }) => id === item.point)?.worth;
      unsure.variance += varianceOf(worth?.find(({ delegation }) => delegation === model.delegation)?.worth);
      return;
    }
    case 'position':
      addChange(
        scenario,
        view,
        model,
        unsure,
        item.provision,
        shareOf(item, mine) * leftOf(view, model, undertakings, at),
      );
      return;
    case 'join':
      for (const provision of item.containing)
        addChange(scenario, view, model, unsure, provision, shareOf(item, mine));
      return;
    case 'oppose':
    case 'intelligence':
    case 'restraint':
      return;
  }
};

/** What putting a provision into the draft would change, so many times. */
const addChange = (
  scenario: Scenario,
  view: View,
  { layout }: Model,
  { shares }: Unsure,
  { article, option }: Provision,
  times: number,
): void => {
  const standing = standingText(view.articles);
  const changed = standing.with(placeOf(scenario, 'article', article), option);
  for (const at of partsOf(layout, changed)) shares[at] = (shares[at] ?? 0) + times;
  for (const at of partsOf(layout, standing)) shares[at] = (shares[at] ?? 0) - times;
};

const varianceIn = ({ belief }: Model, shares: Float64Array): number => {
  const size = shares.length;
  let variance = 0;
  for (let i = 0; i < size; i += 1) {
    if (shares[i] === 0) continue;
    for (let j = 0; j < size; j += 1)
      variance += (shares[i] ?? 0) * (shares[j] ?? 0) * (belief.covariance[i * size + j] ?? 0);
  }
  return Math.max(0, variance);
};

/** Of a whole number that is alike likely from one end of a range to the other. */
const varianceOf = (span: Span | undefined): number => {
  const count = span === undefined ? 1 : span.max - span.min + 1;
  return (count * count - 1) / 12;
};
