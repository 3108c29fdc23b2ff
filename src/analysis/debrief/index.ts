import { open, outcomeNow, type DelegationId, type Outcome, type State } from '../../engine/index.ts';
import type { PastGame } from '../branches/index.ts';
import { blockingByArticle, type Blocking } from '../blocking.ts';
import { problemOf, type Problem } from '../problem.ts';
import { judge, type Judgement } from '../report.ts';
import { largestCoalitions, pairZopas, zopas, type Largest } from '../zopa.ts';
import {
  balanceOf,
  concessionsOf,
  ledgerOf,
  type Concession,
  type ConcessionBalance,
  type LedgerLine,
} from './concessions.ts';
import { causesOf, landmarksOf, type Causes, type Landmark } from './causes.ts';
import { momentsOf } from './moments.ts';
import { reservationPath, textPath, type ReservationPoint, type TextPath } from './path.ts';
import { standingOf, type Standing } from './standing.ts';
import { namedSpots, type NamedSpot } from './plane.ts';
import {
  activityOf,
  attributionOf,
  tensionPath,
  trustPath,
  type AttributionRecord,
  type SeatActivity,
  type Suspect,
  type TensionPoint,
  type TrustSnapshot,
} from './table.ts';
import { turningPoints, type TurningPoints } from './turning.ts';
import { whysOf, type Why } from './whys.ts';

/** Figures of a finished game: codes and values, no sentences. Lists by delegation are in the scenario's order. */
export * from './believed.ts';
export * from './causes.ts';
export * from './concessions.ts';
export * from './feared.ts';
export * from './judged.ts';
export * from './moments.ts';
export * from './path.ts';
export * from './plane.ts';
export * from './standing.ts';
export { covered } from './covered.ts';
export * from './table.ts';
export * from './turning.ts';
export * from './why-at.ts';
export * from './whys.ts';

/** What was there to agree on at the end, and what was made of it. */
export interface Left extends Judgement {
  /** By delegation: over its value of no agreement. */
  readonly gains: readonly number[];
  /** By delegation: what the better text would have brought it more; absent on the frontier. */
  readonly more?: readonly number[];
}

/** Who could agree with whom on anything at all; `undefined` where the space is too large to be looked at. */
export interface Zones {
  readonly texts: number;
  /** `[i][j]`: texts both can live with. */
  readonly pairs: readonly (readonly number[])[];
  readonly largest: Largest;
}

export interface Debrief {
  readonly outcome: Outcome;
  readonly left: Left;
  /** What lay on the table at the end; absent where a text was adopted. */
  readonly standing?: Standing;
  readonly turning: TurningPoints;
  readonly path: TextPath;
  /** Texts that have a name, at the end; none where no text was feasible. */
  readonly named: readonly NamedSpot[];
  readonly reservations: readonly ReservationPoint[];
  readonly concessions: readonly Concession[];
  readonly balance: readonly ConcessionBalance[];
  readonly ledger: readonly LedgerLine[];
  readonly activity: readonly SeatActivity[];
  readonly tension: readonly TensionPoint[];
  readonly trust: readonly TrustSnapshot[];
  readonly causes: Causes;
  readonly landmarks: readonly Landmark[];
  readonly attribution: readonly AttributionRecord[];
  readonly zones: Zones | undefined;
  /** `[article][option]`, with the mandates at the end. */
  readonly blocking: readonly (readonly Blocking[])[];
  readonly delegations: readonly DelegationId[];
  /** What AI players did, with the reasons they kept to themselves: nobody else's to see before the cards lie open. */
  readonly whys: readonly Why[];
}

/** How many coalitions are named at most, where there are more. */
const NAMED = 5;

/** What the figures are made of, one after the other, for whoever says how far they are. */
export const DEBRIEF_STEPS = ['moments', 'text', 'space', 'zones', 'blocking'] as const;
export type DebriefStep = (typeof DEBRIEF_STEPS)[number];

/** The figures, and the problem they were made of at the end, for questions that are asked later. */
export interface Debriefed {
  readonly debrief: Debrief;
  readonly problem: Problem;
}

/**
 * All figures of a game, finished or stopped early; each step is named before it is made.
 *
 * @param suspect What a seat can hold of an incident by its clues.
 */
export function* debriefing(game: PastGame, suspect: Suspect): Generator<DebriefStep, Debriefed> {
  const { table } = game;
  const { scenario } = table;
  yield 'moments';
  const opening = open(table);
  const moments = momentsOf(game);
  const last: State = moments.at(-1)?.after ?? opening;
  const outcome = last.outcome ?? outcomeNow(table, last);
  const problem = problemOf(scenario, last.mandates);
  const concessions = concessionsOf(scenario, moments);
  yield 'text';
  const path = textPath(table, opening, moments);
  yield 'space';
  const left = leftOf(problem, outcome);
  const named = namedSpots(problem);
  yield 'zones';
  const found = zopas(problem);
  yield 'blocking';
  const debrief: Debrief = {
    outcome,
    left,
    ...(outcome.end === 'adopted' ? {} : { standing: standingOf(scenario, problem, last) }),
    turning: turningPoints(scenario, moments),
    path,
    named,
    reservations: reservationPath(opening, moments),
    concessions,
    balance: balanceOf(scenario, concessions),
    ledger: ledgerOf(moments),
    activity: activityOf(scenario, moments),
    tension: tensionPath(opening, moments),
    trust: trustPath(opening, moments),
    causes: causesOf(scenario, opening, moments),
    landmarks: landmarksOf(opening, moments),
    attribution: attributionOf(table, last, moments, suspect),
    zones:
      found === undefined
        ? undefined
        : { texts: found.texts, pairs: pairZopas(found), largest: largestCoalitions(found, NAMED) },
    blocking: blockingByArticle(problem, NAMED),
    delegations: scenario.delegations.map(({ id }) => id),
    whys: whysOf(game),
  };
  return { debrief, problem };
}

/** As {@link debriefing}, at one go. A game of twelve delegations takes about a second. */
export const debriefOf = (game: PastGame, suspect: Suspect): Debrief => {
  const making = debriefing(game, suspect);
  for (;;) {
    const step = making.next();
    if (step.done === true) return step.value.debrief;
  }
};

/** Gains are set on the reservation values, so that what was traded beside the text counts (see docs/analysis.md). */
const leftOf = (problem: ReturnType<typeof problemOf>, { seats }: Outcome): Left => {
  const gains = seats.map(({ utility, walkAway }) => utility - walkAway);
  const utilities = problem.parties.map(({ reservation }, place) => reservation + (gains[place] ?? 0));
  const judged = judge(problem, utilities);
  const { better } = judged;
  return {
    ...judged,
    gains,
    ...(better === undefined
      ? {}
      : { more: better.utilities.map((worth, place) => worth - (utilities[place] ?? 0)) }),
  };
};
