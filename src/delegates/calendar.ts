import type { Phase, Scenario, Style, View } from '../engine/seat.ts';
import type { Strength } from './agent.ts';

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

/** Whether a text that fails now can still be tried in a later session. */
export const anotherDecision = (scenario: Scenario, view: View): boolean =>
  scenario.sessions.some((session, place) => place > view.session && session.phases.includes('decision'));

/** How long a style holds out: 1 concedes in proportion to time, less concedes early, more late. */
const PATIENCE: { readonly [S in Style]: number } = {
  principled: 1.5,
  trader: 0.9,
  'bridge-builder': 0.7,
  patient: 1.7,
  reciprocal: 1,
  quiet: 1.1,
};

const FIRMNESS: { readonly [S in Strength]: number } = { gentle: 0.75, seasoned: 1, hard: 1.2 };

/**
 * Hundredths of a point that a delegation is ready to give away on one article to get a text, by the calendar:
 * `least` at the opening, `most` at the end (time-dependent concession, Faratin, Sierra and Jennings 1998).
 */
export const readiness = (scenario: Scenario, view: Moment, style: Style, strength: Strength): number => {
  const time = elapsed(scenario, view);
  const patience = PATIENCE[style] * FIRMNESS[strength];
  // Whole and half powers of time by multiplication: the same on every machine.
  const curve = patience >= 1.4 ? time * time : patience <= 0.8 ? time * (2 - time) : time;
  return Math.round(LEAST + (MOST - LEAST) * curve);
};

const LEAST = 150;
const MOST = 900;

/** Hundredths of a point within which two options are as good as each other: one supports both. */
export const CLOSE = 60;
/** Beyond so many times what one is ready to give, one objects. */
export const FAR = 1.9;
