import type { Debrief, TurningPoint } from '../analysis/debrief/index.ts';
import type { Distribution } from '../analysis/branches/index.ts';
import type { DelegationId } from '../engine/index.ts';

/** Reorders lists by delegation: the scenario's order would give letters away. */
export const mixed = (debrief: Debrief, order: readonly DelegationId[]): Debrief => {
  const from = order.map((id) => debrief.delegations.indexOf(id));
  const by = <T>(values: readonly T[]): readonly T[] =>
    from.flatMap((place) => values.slice(place, place + 1));
  const matrix = (rows: readonly (readonly number[])[]): readonly (readonly number[])[] => by(rows.map(by));
  const parties = (places: readonly number[]): readonly number[] =>
    places.map((place) => from.indexOf(place)).toSorted((a, b) => a - b);
  const point = (turned: TurningPoint): TurningPoint => ({ ...turned, shifts: by(turned.shifts) });
  const { outcome, left, standing, turning, path, zones } = debrief;
  return {
    ...debrief,
    delegations: order,
    outcome: { ...outcome, seats: by(outcome.seats) },
    left: {
      ...left,
      gains: by(left.gains),
      ...(left.more === undefined ? {} : { more: by(left.more) }),
    },
    ...(standing === undefined
      ? {}
      : {
          standing: {
            ...standing,
            worths: by(standing.worths),
            reservations: by(standing.reservations),
            livable: by(standing.livable),
            ...(standing.best === undefined
              ? {}
              : { best: { ...standing.best, utilities: by(standing.best.utilities) } }),
          },
        }),
    turning: {
      table: turning.table.map(point),
      seats: by(turning.seats).map((seat) => ({ ...seat, points: seat.points.map(point) })),
    },
    path: {
      points: path.points.map((at) => ({ ...at, worths: by(at.worths), reservations: by(at.reservations) })),
      ...(path.nash === undefined ? {} : { nash: { ...path.nash, worths: by(path.nash.worths) } }),
    },
    named: debrief.named.map((spot) => ({ ...spot, worths: by(spot.worths) })),
    reservations: debrief.reservations.map((at) => ({ ...at, reservations: by(at.reservations) })),
    concessions: debrief.concessions.map((concession) =>
      concession.kind === 'deal'
        ? { ...concession, worths: by(concession.worths), onAdoption: by(concession.onAdoption) }
        : { ...concession, worths: by(concession.worths) },
    ),
    balance: by(debrief.balance),
    activity: by(debrief.activity),
    trust: debrief.trust.map((at) => ({ ...at, trust: matrix(at.trust) })),
    attribution: debrief.attribution.map((record) => ({ ...record, beliefs: by(record.beliefs) })),
    zones:
      zones === undefined
        ? undefined
        : {
            ...zones,
            pairs: matrix(zones.pairs),
            largest: {
              ...zones.largest,
              coalitions: zones.largest.coalitions.map((coalition) => ({
                ...coalition,
                parties: parties(coalition.parties),
              })),
            },
          },
    blocking: debrief.blocking.map((options) =>
      options.map((found) => ({
        ...found,
        byRedLine: parties(found.byRedLine),
        coalitions: found.coalitions.map(parties),
      })),
    ),
  };
};

/** The same for the spread of a branch. */
export const mixedSpread = (
  found: Distribution,
  before: readonly DelegationId[],
  order: readonly DelegationId[],
): Distribution => {
  const by = <T>(values: readonly T[]): readonly T[] =>
    order.flatMap((id) => values.slice(before.indexOf(id), before.indexOf(id) + 1));
  return { ...found, utilities: by(found.utilities), gains: by(found.gains), bound: by(found.bound) };
};
