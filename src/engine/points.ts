import type { DelegationId, PointId, TrackId } from './ids.ts';
import type { Scenario } from './scenario.ts';
import type { TrackState } from './state.ts';

/** Place of a point among all points of all side tracks, in the scenario's order; -1 if there is none such. */
export const pointPlace = (scenario: Scenario, track: string, point: string): number => {
  let place = 0;
  for (const room of scenario.tracks) {
    const inside = room.points.findIndex((item) => item.id === point);
    if (room.id === track) return inside === -1 ? -1 : place + inside;
    place += room.points.length;
  }
  return -1;
};

/** The points a delegation is a party to. */
export const agreedPoints = (
  scenario: Scenario,
  state: { readonly tracks: readonly TrackState[] },
  me: DelegationId,
): readonly { readonly track: TrackId; readonly point: PointId }[] =>
  scenario.tracks.flatMap(({ id }, index) =>
    (state.tracks[index]?.agreed ?? [])
      .filter((item) => item.parties.includes(me))
      .map((item) => ({ track: id, point: item.point })),
  );
