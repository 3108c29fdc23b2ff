import { witnesses, type Event, type Scenario, type SeatId } from '../../engine/index.ts';
import type { Debrief } from './index.ts';
import type { Shift } from './moments.ts';
import { activityOf } from './table.ts';

const NOTHING: Shift = { text: 0, deal: 0, world: 0, reservation: 0, trust: 0 };

/**
 * The figures of a game as long as its cards lie covered: what everybody has seen, and of what a moment or the end was worth only
 * one's own. Built up from nothing, like a view; what is not written here stays secret.
 *
 * @param moves The game's moves, for what this seat has witnessed of them.
 * @param seat Whose eyes; of an observer and the Chair nothing is their own.
 */
export const covered = (
  scenario: Scenario,
  debrief: Debrief,
  moves: readonly { readonly events: readonly Event[] }[],
  seat: SeatId,
): Debrief => {
  const { outcome, left, standing } = debrief;
  const place = scenario.delegations.findIndex(({ id }) => id === seat);
  const seen = (event: Event): boolean => witnesses(event, seat);
  const own = <T>(values: readonly T[], none: T): readonly T[] =>
    values.map((value, other) => (other === place ? value : none));
  const { end, text, method, session, tension } = outcome;
  const none = { delegation: seat, bound: false, utility: 0, walkAway: 0, parts: NO_PARTS };
  return {
    outcome: {
      end,
      ...(text === undefined ? {} : { text }),
      ...(method === undefined ? {} : { method }),
      session,
      seats: outcome.seats.map((one, other) =>
        other === place ? one : { ...none, delegation: one.delegation },
      ),
      tension,
      damage: outcome.damage,
      promises: { made: 0, kept: 0, broken: 0, void: 0 },
    },
    left: {
      feasible: 0,
      gains: own(left.gains, 0),
      ...(left.more === undefined ? {} : { more: own(left.more, 0) }),
    },
    ...(standing === undefined
      ? {}
      : {
          standing: {
            text: standing.text,
            settled: standing.settled,
            worths: own(standing.worths, 0),
            reservations: own(standing.reservations, 0),
            livable: own(standing.livable, false),
            keeping: 0,
          },
        }),
    turning: {
      table: [],
      seats: debrief.turning.seats
        .filter(({ delegation }) => delegation === seat)
        .map((one) => ({
          ...one,
          points: one.points
            .filter(({ event }) => seen(event))
            .map((point) => ({ ...point, shifts: own(point.shifts, NOTHING) })),
        })),
    },
    path: { points: [] },
    named: [],
    reservations: [],
    concessions: [],
    balance: [],
    ledger: debrief.ledger.filter(({ open, by, to }) => open || by === seat || to === seat),
    activity: activityOf(
      scenario,
      moves.map(({ events }) => ({ events: events.filter(seen) })),
    ),
    tension: debrief.tension,
    trust: [],
    causes: { tension: debrief.causes.tension, trust: [], reservations: [] },
    landmarks: debrief.landmarks.filter(({ event }) => seen(event)),
    attribution: [],
    zones: undefined,
    blocking: [],
    delegations: debrief.delegations,
    whys: [],
  };
};

const NO_PARTS = { text: 0, tokens: 0, deeds: 0, rooms: 0, world: 0 };
