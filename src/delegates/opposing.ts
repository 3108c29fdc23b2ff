import { below, ln } from '../analysis/index.ts';
import {
  asDeal,
  asPromise,
  placeOf,
  standingText,
  type Pledge,
  type Provision,
  type Scenario,
  type Text,
  type Undertaking,
  type View,
} from '../engine/seat.ts';
import { decisionsLeft } from './calendar.ts';
import { chairsText } from './chair.ts';
import { textInSight, withAll } from './in-sight.ts';
import { canVote, chanceOfAll, chanceOfMajority } from './mediation.ts';
import { bears, doubtOf, guessedGain, joins, modelsOf, type Model } from './models.ts';
import { bearable, conditionalOn, gainOf, selfOf, type Self } from './own.ts';
import { LITTLE } from './verdicts.ts';

/** What a promise to oppose a text is worth: to whoever gives it, and to whom it helps. */

type Opposing = Extract<Undertaking, { kind: 'oppose' }>;

/** What it costs to be bound, hundredths of a point. */
const BIND = 20;

/** Decisions to come, the one of this session included if it is not over. */
export const decisionsAhead = (scenario: Scenario, view: View): number => {
  const phases = scenario.sessions[view.session]?.phases ?? [];
  const here = phases.indexOf('decision') >= Math.max(0, phases.indexOf(view.phase));
  return decisionsLeft(scenario, view) + Number(here && phases.includes('decision'));
};

/** Chance, 0 to 1, that a text is adopted if each joins it with such a chance: by the vote, where the procedure has one. */
export const chanceToPass = (scenario: Scenario, chances: readonly number[]): number =>
  canVote(scenario) ? chanceOfMajority(chances, scenario.procedure.threshold) : chanceOfAll(chances);

/** A text with these provisions, and all that differ from it on one other article: what such a promise may be called for. */
export const inReach = (
  scenario: Scenario,
  from: Text,
  containing: readonly Provision[],
): readonly Text[] => {
  const text = withAll(scenario, from, containing);
  const named = new Set(containing.map(({ article }) => placeOf(scenario, 'article', article)));
  return [
    text,
    ...scenario.articles.flatMap(({ options }, place) =>
      named.has(place)
        ? []
        : options.flatMap((_, option) => (option === text[place] ? [] : [text.with(place, option)])),
    ),
  ];
};

/** Whether one would gladly join a text that one would have promised to oppose. */
export const wouldJoinGladly = (self: Self, containing: readonly Provision[]): boolean =>
  inReach(self.scenario, textInSight(self.view), containing).some(
    (text) => bearable(self, text) && gainOf(self, text) > LITTLE,
  );

/** Chance, 0 to 1, that somebody else would. */
export const gladly = (
  scenario: Scenario,
  view: View,
  model: Model,
  containing: readonly Provision[],
): number =>
  Math.max(
    ...inReach(scenario, textInSight(view), containing).map(
      (text) => bears(model, text) * below((guessedGain(model, text) - LITTLE) / doubtOf(model, text)),
    ),
  );

/** Chance that each joins a text, by what one believes; of oneself one knows it. */
export const votesOn = (scenario: Scenario, view: View, text: Text, self?: Self): readonly number[] =>
  modelsOf(scenario, view).map((model, place) =>
    self !== undefined && place === self.own.index
      ? Number(bearable(self, text) && gainOf(self, text) >= 0)
      : joins(model, text),
  );

/** What the adoption of a text brings somebody, hundredths of a point over no agreement: a vote binds nobody against its will. */
type Brings = (text: Text) => number;

/** What a seat expects once these promises are known: the text that the Chair would put, and the chance that each joins it. */
interface Expected {
  readonly text: Text;
  readonly passes: number;
}

const expectations = new WeakMap<View, Map<string, Expected>>();

/**
 * The text that the Chair would put now, and its chance to pass, if these promises were given too. A promise in the open works in two ways: the
 * Chair, who looks for a text that all can join, steers around it, and if it does not, the text is likelier to fail. Of a secret one the
 * Chair knows nothing: it can only fail a text.
 */
const expectedWith = (
  scenario: Scenario,
  view: View,
  promises: readonly Opposing[],
  open: boolean,
): Expected => {
  const known = expectations.get(view) ?? new Map<string, Expected>();
  expectations.set(view, known);
  const key = JSON.stringify([open, promises]);
  const found = known.get(key);
  if (found !== undefined) return found;
  const then: View = {
    ...view,
    pledges: [
      ...view.pledges,
      ...promises.map((undertaking, place): Pledge => ({
        id: asPromise(`imagined-${place}`),
        deal: asDeal('imagined'),
        undertaking,
        state: 'open',
        open,
      })),
    ],
  };
  const { own: _secrets, ...seen } = then;
  const heard: View = {
    ...seen,
    pledges: then.pledges.filter((pledge) => pledge.open),
    deals: then.deals.filter((deal) => deal.open),
  };
  const text = chairsText(scenario, heard) ?? standingText(view.articles);
  const made = {
    text,
    passes: chanceToPass(scenario, votesOn(scenario, then, text, selfOf(scenario, then))),
  };
  known.set(key, made);
  return made;
};

/** How far the promise at this place of a package, after those before it, changes what somebody can expect, hundredths of a point. */
const steers = (
  scenario: Scenario,
  view: View,
  undertakings: readonly Undertaking[],
  place: number,
  open: boolean,
  brings: Brings,
): number => {
  if (decisionsAhead(scenario, view) === 0) return 0;
  const upTo = (end: number): readonly Opposing[] =>
    undertakings.slice(0, end).filter((item) => item.kind === 'oppose');
  const worth = (promises: readonly Opposing[]): number => {
    const { text, passes } = expectedWith(scenario, view, promises, open);
    return brings(text) * passes;
  };
  return worth(upTo(place + 1)) - worth(upTo(place));
};

/**
 * What a promise to oppose, at this place of a package, is worth to oneself. One's own binds, and is heard like another's.
 * @param open Whether all would hear of it.
 */
export const partOfOpposing = (
  self: Self,
  undertakings: readonly Undertaking[],
  place: number,
  open: boolean,
  keeps: (by: string) => number,
): number => {
  const { scenario, view, own } = self;
  const by = undertakings[place]?.by;
  if (by === undefined) return 0;
  const change = steers(scenario, view, undertakings, place, open, (text) =>
    Math.max(conditionalOn(self, text), bearable(self, text) ? gainOf(self, text) : -Infinity),
  );
  return by === own.delegation ? change - BIND : change * keeps(by);
};

/** Chance that others are believed to keep such a promise, for whoever reckons for them. */
const TRUSTED = 0.65;
/**
 * Hundredths of a point by which an e-th of the chance to be taken is left of a package: who may be unable to give the promise refuses with
 * that chance, whatever else is in it.
 */
const FOLD = 90;
/** So much chance is always left. */
const LEFT = 0.02;

/** The same as it seems to be worth to somebody else. */
export const guessedOpposing = (
  scenario: Scenario,
  view: View,
  model: Model,
  undertakings: readonly Undertaking[],
  place: number,
  open: boolean,
): number => {
  const item = undertakings[place];
  if (item?.kind !== 'oppose') return 0;
  const change = steers(
    scenario,
    view,
    undertakings,
    place,
    open,
    (text) => Math.max(0, guessedGain(model, text)) * bears(model, text),
  );
  return item.by === model.delegation
    ? change - BIND + FOLD * ln(Math.max(LEFT, 1 - gladly(scenario, view, model, item.containing)))
    : change * TRUSTED;
};
