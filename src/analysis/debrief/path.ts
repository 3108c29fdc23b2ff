import {
  standingText,
  worthOfText,
  type Mandate,
  type Phase,
  type State,
  type Table,
  type Text,
} from '../../engine/index.ts';
import { nash, type NashSolution } from '../nash.ts';
import { isFeasible, problemOf } from '../problem.ts';
import { nashShare } from '../share.ts';
import type { Moment } from './moments.ts';

/** The rolling text at one moment, as everybody's mandates were then. */
export interface Waypoint {
  /** Index of the move; -1 for the zero draft. */
  readonly at: number;
  readonly session: number;
  readonly phase: Phase;
  readonly text: Text;
  /** By delegation, hundredths of a point. */
  readonly worths: readonly number[];
  readonly reservations: readonly number[];
  /** Σ worths. */
  readonly sum: number;
  /** The least of worth less reservation value. */
  readonly leastGain: number;
  /** Whether everybody could have lived with it. */
  readonly feasible: boolean;
  /** Of the best text by Nash at that moment; absent where no text was feasible. */
  readonly nashShare?: number;
}

/** Where the best text by Nash lay, for comparison. */
export interface Goal {
  readonly text: Text;
  readonly worths: readonly number[];
  readonly sum: number;
  readonly leastGain: number;
}

export interface TextPath {
  readonly points: readonly Waypoint[];
  /** At the end, with the mandates everybody had by then; absent where no text was feasible. */
  readonly nash?: Goal;
}

/** The path of the rolling text through the space of utilities: a point whenever the text or somebody's mandate has changed. */
export const textPath = (table: Table, opening: State, moments: readonly Moment[]): TextPath => {
  const solve = solver(table);
  const points: Waypoint[] = [];
  let text = '';
  let mandates: readonly Mandate[] = [];
  const look = (at: number, session: number, phase: Phase, state: State): void => {
    // The text put to the room is the one that counts once it is adopted.
    const stands = state.adopted?.text ?? standingText(state.articles);
    if (stands.join() === text && state.mandates === mandates) return;
    text = stands.join();
    mandates = state.mandates;
    points.push({ at, session, phase, text: stands, ...measured(table, state.mandates, stands, solve) });
  };
  look(-1, opening.session, opening.phase, opening);
  for (const { at, session, phase, after } of moments) look(at, session, phase, after);
  const best = solve(mandates);
  if (best === undefined) return { points };
  const goal = {
    text: best.text,
    worths: best.utilities,
    sum: best.utilities.reduce((sum, worth) => sum + worth, 0),
    leastGain: Math.min(...best.gains),
  };
  return { points, nash: goal };
};

type Solve = (mandates: readonly Mandate[]) => NashSolution | undefined;

/** Mandates change seldom: each set is solved once. */
const solver = ({ scenario }: Table): Solve => {
  const known = new Map<readonly Mandate[], NashSolution | undefined>();
  return (mandates) => {
    if (!known.has(mandates)) known.set(mandates, nash(problemOf(scenario, mandates)));
    return known.get(mandates);
  };
};

const measured = (
  { scenario }: Table,
  mandates: readonly Mandate[],
  text: Text,
  solve: Solve,
): Pick<Waypoint, 'worths' | 'reservations' | 'sum' | 'leastGain' | 'feasible' | 'nashShare'> => {
  const worths = mandates.map((mandate) => worthOfText(scenario, mandate, text));
  const reservations = mandates.map(({ reservation }) => reservation);
  const gains = worths.map((worth, place) => worth - (reservations[place] ?? 0));
  const best = solve(mandates);
  return {
    worths,
    reservations,
    sum: worths.reduce((sum, worth) => sum + worth, 0),
    leastGain: Math.min(...gains),
    feasible: isFeasible(problemOf(scenario, mandates), text),
    ...(best === undefined ? {} : { nashShare: nashShare(gains, best.gains) }),
  };
};

/** A delegation's value of no agreement at one moment. */
export interface ReservationPoint {
  readonly at: number;
  readonly session: number;
  readonly phase: Phase;
  /** By delegation, hundredths of a point. */
  readonly reservations: readonly number[];
}

const reservationsOf = (state: State): readonly number[] =>
  state.mandates.map(({ reservation }) => reservation);

/** Everybody's value of no agreement over time: at the opening, and whenever one has changed. */
export const reservationPath = (opening: State, moments: readonly Moment[]): readonly ReservationPoint[] => {
  const points: ReservationPoint[] = [
    { at: -1, session: opening.session, phase: opening.phase, reservations: reservationsOf(opening) },
  ];
  for (const { at, session, phase, after } of moments) {
    const reservations = reservationsOf(after);
    if (reservations.join() !== points.at(-1)?.reservations.join())
      points.push({ at, session, phase, reservations });
  }
  return points;
};
