import type { DelegationId, Event, Phase, Scenario, SeatId } from '../../engine/index.ts';
import type { Moment, Shift } from './moments.ts';

/**
 * What trust is counted at, hundredths of a point for each point of trust, so that moments can be compared: an exchange rate of
 * this project, of the size of what a point of tension costs a delegation. Everything else is measured in its own worths.
 */
export const TRUST_COUNTS = 25;

/** Moments chosen for the table, and for each delegation. */
export const TURNING_POINTS = 3;

/** A moment at which a game turned. */
export interface TurningPoint {
  /** Index of the move, to look at it again. */
  readonly at: number;
  readonly session: number;
  readonly phase: Phase;
  readonly seat: SeatId | undefined;
  readonly event: Event;
  readonly tension: number;
  readonly shifts: readonly Shift[];
  /** What it was chosen by: hundredths of a point moved, up or down; for the table, the mean over all delegations. */
  readonly weight: number;
}

/** How much a moment moved one delegation: the sum of all changes, up or down, hundredths of a point. */
export const weightOf = (shift: Shift): number =>
  Math.abs(shift.text) +
  Math.abs(shift.deal) +
  Math.abs(shift.world) +
  Math.abs(shift.reservation) +
  TRUST_COUNTS * Math.abs(shift.trust);

const chosen = (moments: readonly Moment[], weigh: (moment: Moment) => number): readonly TurningPoint[] => {
  const weighed = moments
    .filter(({ head }) => head.kind !== 'closed' && head.kind !== 'phase-opened')
    .map((moment) => ({ moment, weight: weigh(moment) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.moment.at - b.moment.at);
  const found: typeof weighed = [];
  // One of a kind in each phase first, so that three drafts of one morning are not the whole story.
  for (const strict of [true, false])
    for (const item of weighed) {
      if (found.length === TURNING_POINTS || found.includes(item)) continue;
      const same = found.some(
        ({ moment }) =>
          moment.session === item.moment.session &&
          moment.phase === item.moment.phase &&
          moment.head.kind === item.moment.head.kind,
      );
      if (!(strict && same)) found.push(item);
    }
  return found
    .map(({ moment, weight }) => ({
      at: moment.at,
      session: moment.session,
      phase: moment.phase,
      seat: moment.seat,
      event: moment.head,
      tension: moment.tension,
      shifts: moment.shifts,
      weight,
    }))
    .toSorted((a, b) => a.at - b.at);
};

export interface TurningPoints {
  readonly table: readonly TurningPoint[];
  /** In the scenario's order: each delegation's three moments. */
  readonly seats: readonly { readonly delegation: DelegationId; readonly points: readonly TurningPoint[] }[];
}

/** The moments at which most changed, in order of time: at most three for the table and for each delegation. */
export const turningPoints = (scenario: Scenario, moments: readonly Moment[]): TurningPoints => ({
  table: chosen(
    moments,
    ({ shifts }) => shifts.reduce((sum, shift) => sum + weightOf(shift), 0) / Math.max(1, shifts.length),
  ),
  seats: scenario.delegations.map(({ id }, place) => ({
    delegation: id,
    points: chosen(moments, ({ shifts }) => {
      const shift = shifts[place];
      return shift === undefined ? 0 : weightOf(shift);
    }),
  })),
});
