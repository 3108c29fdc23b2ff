import {
  agreedPoints,
  placeOf,
  pointPlace,
  type DelegationId,
  type Track,
  type TrackPoint,
  type Undertaking,
} from '../engine/seat.ts';
import type { Act } from './agent.ts';
import { wrongsTo } from './memory.ts';
import type { Self } from './own.ts';
import { priorsOf } from './prior.ts';
import { affordable, worthOfCost } from './purse.ts';

/** Side tracks as an AI delegation sees them: what could be agreed there, with whom, and whether the door is worth its price. */

/** Share of a point's worth one reckons with before anybody has agreed to it. */
const HOPE = 0.5;
/** Hundredths of a point below which a room is not worth a walk. */
const LEAST = 40;

const mineOf = (self: Self, track: Track, point: TrackPoint): number =>
  self.mandate.points[pointPlace(self.scenario, track.id, point.id)] ?? 0;

/** What another seems to gain by a point, hundredths of a point. */
const theirsOf = (self: Self, other: DelegationId, track: Track, point: TrackPoint): number =>
  priorsOf(self.scenario)[placeOf(self.scenario, 'delegation', other)]?.mandate.points[
    pointPlace(self.scenario, track.id, point.id)
  ] ?? 0;

const open = (self: Self, track: Track, point: TrackPoint): boolean =>
  !agreedPoints(self.scenario, self.view, self.own.delegation).some(
    (item) => item.track === track.id && item.point === point.id,
  );

/** Points there that one would like to agree, and that as many others seem to want as are needed. */
const pointsLeft = (self: Self, track: Track): readonly TrackPoint[] => {
  const others = track.members.filter((member) => member !== self.own.delegation);
  return track.points.filter((point) => {
    if (mineOf(self, track, point) <= 0 || !open(self, track, point)) return false;
    return others.filter((other) => theirsOf(self, other, track, point) > 0).length + 1 >= point.needs;
  });
};

/** What a room may still bring, hundredths of a point: such points, as far as one can hope for them. */
export const promiseOf = (self: Self, track: Track): number =>
  pointsLeft(self, track).reduce((sum, point) => sum + mineOf(self, track, point) * HOPE, 0);

/** Of these the one that one would most like to agree. */
const bestPoint = (self: Self, track: Track): TrackPoint | undefined =>
  pointsLeft(self, track).toSorted((a, b) => mineOf(self, track, b) - mineOf(self, track, a))[0];

/** A step to or from a side track, if one is worth its price now. Doors are for the floor and before: the corridor is for talking. */
export const stepNow = (self: Self): Act | undefined => {
  const { view, scenario, own } = self;
  for (const [place, track] of scenario.tracks.entries()) {
    const now = view.tracks[place];
    if (now === undefined || !track.members.includes(own.delegation)) continue;
    if (view.session < track.from || view.session > track.to) continue;
    const reasonFor = (point: TrackPoint) =>
      [{ code: 'prepares-point', track: track.id, point: point.id }] as const;
    if (track.kind === 'parallel') {
      const next = track.points.find((point) => !now.agreed.some((item) => item.point === point.id));
      if (next === undefined) continue;
      const worth = (mineOf(self, track, next) * track.advance.each) / 100;
      if (now.present.includes(own.delegation) || worth <= worthOfCost(self, track.cost)) continue;
      if (affordable(self, track.cost, 1))
        return { command: { kind: 'track', track: track.id, step: 'enter' }, because: reasonFor(next) };
      continue;
    }
    const best = bestPoint(self, track);
    if (best === undefined) continue;
    const because = reasonFor(best);
    const hope = promiseOf(self, track);
    if (!now.open) {
      if (hope >= LEAST && !now.calls.includes(own.delegation))
        return { command: { kind: 'track', track: track.id, step: 'resume' }, because };
      continue;
    }
    if (now.present.includes(own.delegation)) continue;
    if (hope >= LEAST + worthOfCost(self, track.cost) && affordable(self, track.cost, 1))
      return { command: { kind: 'track', track: track.id, step: 'enter' }, because };
  }
  return undefined;
};

/** A member that was found out against one, or has broken its word to one, and with whom nothing is left to agree, is left alone. */
export const suspendNow = (self: Self): Act | undefined => {
  const { view, scenario, own } = self;
  if (self.delegation.style !== 'principled' && self.delegation.style !== 'reciprocal') return undefined;
  const today = wrongsTo(self).filter(({ session }) => session === view.session);
  for (const [place, track] of scenario.tracks.entries()) {
    // By the first member that has, as the scenario names them.
    const [wrong] = track.members.flatMap((member) => today.find(({ by }) => by === member) ?? []);
    const now = view.tracks[place];
    if (wrong === undefined || track.kind === 'parallel' || now?.open !== true) continue;
    if (track.members.length > 2 || !track.members.includes(own.delegation)) continue;
    if (view.session < track.from || view.session > track.to || promiseOf(self, track) >= LEAST) continue;
    return {
      command: { kind: 'track', track: track.id, step: 'suspend' },
      because: [wrong.because],
    };
  }
  return undefined;
};

/** Proposes a point to those in the room who seem to gain by it. */
export const proposePoint = (self: Self): Act | undefined => {
  const { view, scenario, own } = self;
  if (view.offersLeft === 0) return undefined;
  for (const [place, track] of scenario.tracks.entries()) {
    const now = view.tracks[place];
    if (now === undefined || track.kind === 'parallel' || !now.open) continue;
    if (!now.present.includes(own.delegation)) continue;
    for (const point of track.points) {
      const mine = mineOf(self, track, point);
      if (mine <= 0 || !open(self, track, point)) continue;
      const parties = now.agreed.find((item) => item.point === point.id)?.parties ?? [];
      const to = now.present.filter(
        (other) =>
          other !== own.delegation &&
          (parties.includes(other) || theirsOf(self, other, track, point) > 0) &&
          !asked(self, other, point),
      );
      if (to.length === 0 || new Set([...parties, ...to, own.delegation]).size < point.needs) continue;
      const undertakings = to.map((other): Undertaking => ({
        kind: 'point',
        by: own.delegation,
        to: other,
        track: track.id,
        point: point.id,
      }));
      return {
        command: {
          kind: 'offer',
          to,
          undertakings,
          open: true,
          expires: view.session,
          because: [{ code: 'prepares-point', track: track.id, point: point.id }],
        },
        because: [{ code: 'gains', gain: mine }],
      };
    }
  }
  return undefined;
};

/** Whether the two have talked of it today: an offer stands, or was declined. */
const asked = (self: Self, other: DelegationId, point: TrackPoint): boolean => {
  const about = (undertakings: readonly Undertaking[]): boolean =>
    undertakings.some(
      (item) => item.kind === 'point' && item.point === point.id && (item.by === other || item.to === other),
    );
  return (
    self.view.offers.some((offer) => about(offer.undertakings)) ||
    self.view.log.some(
      (chapter) =>
        chapter.session === self.view.session &&
        chapter.events.some((event) => event.kind === 'offered' && about(event.offer.undertakings)),
    )
  );
};
