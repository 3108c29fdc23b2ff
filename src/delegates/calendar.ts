import type { Phase, Scenario, Style } from '../engine/seat.ts';
import type { Strength } from './agent.ts';
import { CHARACTER } from './character.ts';
import { PLAY } from './strength.ts';

/** When something is said. A view is at one, too. */
export interface Moment {
  readonly session: number;
  readonly phase: Phase;
}

/** Share of the conference that is over, 0 to 1: sessions, and phases within the present one. */
export const elapsed = (scenario: Scenario, view: Moment): number => {
  const total = Math.max(1, scenario.sessions.length);
  const phases = scenario.sessions[view.session]?.phases ?? [];
  const within = phases.length === 0 ? 0 : Math.max(0, phases.indexOf(view.phase)) / phases.length;
  return Math.min(1, (view.session + within) / total);
};

/** In how many later sessions a text that fails now can still be tried. */
export const decisionsLeft = (scenario: Scenario, view: Moment): number =>
  scenario.sessions.filter((session, place) => place > view.session && session.phases.includes('decision'))
    .length;

/** By how much more than usual one can ask for while decisions are still to come: 0 at the last, at most 8. */
export const holdingOut = (scenario: Scenario, view: Moment): number =>
  Math.min(8, decisionsLeft(scenario, view));

/**
 * Hundredths of a point over no agreement below which a text put by silence is "too early" for a delegation: a share of what there
 * is to gain for it, for each decision still to come; half of it once a text has failed in the same decision.
 * @param most What the best of all texts would bring it over no agreement, hundredths of a point.
 * @param tried Texts that were put before in this decision.
 * @param times See {@link holdingOut}.
 */
export const heldOutFor = (most: number, tried: number, times: number, strength: Strength): number => {
  const early = (Math.max(0, most) * PLAY[strength].holdsOut * times) / 100;
  return Math.round(tried === 0 ? early : early / 2);
};

/**
 * Hundredths of a point that a delegation is ready to give away on one article to get a text, by the calendar:
 * `least` at the opening, `most` at the end (time-dependent concession, Faratin, Sierra and Jennings 1998).
 * @param candour Share of it that words admit; what is usual for the style where one reckons with somebody else's.
 */
export const readiness = (
  scenario: Scenario,
  view: Moment,
  style: Style,
  strength: Strength,
  candour: number = CHARACTER[style].candour,
): number => {
  const character = CHARACTER[style];
  const time = elapsed(scenario, view);
  const patience = character.patience * PLAY[strength].firm;
  // Whole and half powers of time by multiplication: the same on every machine.
  const curve = patience >= 1.4 ? time * time : patience <= 0.8 ? time * (2 - time) : time;
  return Math.round((LEAST + (MOST - LEAST) * curve) * candour * PLAY[strength].admits);
};

const LEAST = 150;
const MOST = 900;

/** Hundredths of a point within which two options are as good as each other: one supports both. */
export const CLOSE = 60;
/** Beyond so many times what one is ready to give, one objects. */
export const FAR = 1.9;
