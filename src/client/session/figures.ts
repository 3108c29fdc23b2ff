import { judge, problemOf } from '../../analysis/index.ts';
import {
  appraisePackage,
  appraiseText,
  believe,
  believedOfMe,
  type Strength,
} from '../../delegates/index.ts';
import {
  appraise,
  breaches,
  standingText,
  worthOfText,
  placeOf,
  type DelegationId,
  type Mandate,
  type Reason,
  type Scenario,
  type State,
  type Text,
  type Undertaking,
  type View,
} from '../../engine/index.ts';
import type { GameRecord } from '../../scenario/index.ts';
import type { Belief, PackageAppraisal, TableAnalysis, TextAppraisal } from './contract.ts';

/** What whoever sees this view believes of the others; in its own place what they believe of it, if the scenario shows that. */
export const beliefsIn = (scenario: Scenario, seen: View): readonly (Belief | null)[] => {
  const held = believe(scenario, seen);
  return seen.own === undefined || !scenario.procedure.revealBeliefs
    ? held
    : held.with(seen.own.index, believedOfMe(scenario, seen));
};

/** How strong whoever answers is: of machines it is on record, a person is taken for a seasoned delegate. */
export const strengthsIn =
  ({ seat, people = [], strength }: Pick<GameRecord, 'seat' | 'people' | 'strength'>) =>
  (delegation: DelegationId): Strength =>
    delegation === seat || people.some((person) => person.seat === delegation) ? 'seasoned' : strength;

/**
 * What a package does to whoever sees this view, exactly, and to the others as far as one can tell.
 * @param strengthOf Of those who are played by machines, where that is known.
 */
export const packageFigures = (
  scenario: Scenario,
  seen: View,
  undertakings: readonly Undertaking[],
  parties: readonly DelegationId[],
  open: boolean,
  strengthOf?: (delegation: DelegationId) => Strength,
): PackageAppraisal => {
  const others = appraisePackage(scenario, seen, undertakings, parties, open, strengthOf);
  if (seen.own === undefined) return { own: { now: 0, onAdoption: 0, ifKept: 0 }, others, because: [] };
  const { mandate, delegation } = seen.own;
  return {
    own: appraise(scenario, mandate, delegation, undertakings),
    others,
    because: undertakings.flatMap((item) => whatStands(scenario, seen, mandate, item)),
  };
};

/**
 * A word for a provision is worth nothing by itself; what it would be worth to oneself if the provision came to stand instead
 * of what stands now, hundredths of a point, is said as a reason.
 */
const whatStands = (
  scenario: Scenario,
  seen: View,
  mandate: Mandate,
  item: Undertaking,
): readonly Reason[] => {
  if (item.kind !== 'position') return [];
  const { article, option } = item.provision;
  const standing = standingText(seen.articles);
  const changed = standing.with(placeOf(scenario, 'article', article), option);
  if (breaches(scenario, mandate, changed).some((line) => line.article === article))
    return [{ code: 'red-line', article }];
  const gain = worthOfText(scenario, mandate, changed) - worthOfText(scenario, mandate, standing);
  if (gain === 0) return [];
  return gain > 0
    ? [{ code: 'article-helps', article, gain }]
    : [{ code: 'article-hurts', article, loss: -gain }];
};

/** What a text is worth to whoever sees this view, exactly, and to the others as far as one can tell. */
export const textFigures = (scenario: Scenario, seen: View, text: Text): TextAppraisal => {
  const mandate = seen.own?.mandate;
  return {
    own: {
      worth: mandate === undefined ? 0 : worthOfText(scenario, mandate, text),
      reservation: mandate?.reservation ?? 0,
      crosses: mandate === undefined ? [] : breaches(scenario, mandate, text).map((line) => line.article),
    },
    others: appraiseText(scenario, seen, text),
  };
};

/** Exact figures of the table, once the game has closed and may be revealed. */
export const tableFigures = (
  scenario: Scenario,
  { outcome, mandates }: Pick<State, 'outcome' | 'mandates'>,
): TableAnalysis | undefined => {
  if (outcome === undefined || !scenario.procedure.revealAtEnd) return undefined;
  const reservations = mandates.map((mandate) => mandate.reservation);
  const utilities = outcome.seats.map(
    (seat, place) => seat.utility - seat.walkAway + (reservations[place] ?? 0),
  );
  const { feasible, nashShare, paretoDistance, nash, better } = judge(
    problemOf(scenario, mandates),
    utilities,
  );
  return {
    feasible,
    utilities,
    reservations,
    ...(nashShare === undefined ? {} : { nashShare }),
    ...(paretoDistance === undefined ? {} : { paretoDistance }),
    ...(nash === undefined ? {} : { nash: { text: nash.text, utilities: nash.utilities } }),
    ...(better === undefined ? {} : { better: { text: better.text, utilities: better.utilities } }),
  };
};
