import { moveAmendment } from './amendments.ts';
import type { Command } from './command.ts';
import type { Undertaking } from './deal.ts';
import { draw } from './draw.ts';
import { takeEffect } from './effects.ts';
import type { DelegationId, IncidentId, PointId, TrackId } from './ids.ts';
import { withReservation } from './instructions.ts';
import { judgePosition } from './ledger.ts';
import { placeOf } from './lookup.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';
import type { Scenario } from './scenario.ts';
import type { Track, TrackPoint } from './scenario-world.ts';
import { pay } from './spend.ts';
import type { State, TrackState } from './state.ts';
import { TRACK_STEPS } from './vocabulary.ts';

/** Side tracks: smaller rooms, in which a few agree what the plenary has not. */

/** Members who must call for a suspended track before it meets again. */
const CALLS = 2;
/** Trust that the other members lose in whoever suspends a track. */
const SUSPENDED = -6;

export const trackNamed = (scenario: Scenario, id: string): Track | undefined =>
  scenario.tracks.find((track) => track.id === id);

export const trackState = (state: Pick<State, 'tracks'>, id: TrackId): TrackState | undefined =>
  state.tracks.find((track) => track.id === id);

/** Whether a track meets in a session at all. */
export const meets = (track: Track, session: number): boolean => track.from <= session && session <= track.to;

/** A member goes in, leaves, suspends the room or calls for its resumption. */
export const stepTrack = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'track' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const track = trackNamed(scenario, command.track);
  const now = track === undefined ? undefined : trackState(minutes.state, track.id);
  if (track === undefined || now === undefined)
    return { refused: 'no-such-track', track: String(command.track) };
  if (!TRACK_STEPS.includes(command.step)) return { refused: 'malformed', field: 'step' };
  if (!track.members.includes(by)) return { refused: 'not-a-member', track: track.id, delegation: by };
  if (!meets(track, minutes.state.session))
    return { refused: 'track-not-meeting', track: track.id, from: track.from, to: track.to };
  return took(minutes, by, track, now, command.step);
};

const took = (
  minutes: Minutes,
  by: DelegationId,
  track: Track,
  now: TrackState,
  step: Extract<Command, { kind: 'track' }>['step'],
): Refusal | undefined => {
  switch (step) {
    case 'enter': {
      if (!now.open) return { refused: 'track-closed', track: track.id };
      if (now.present.includes(by)) return { refused: 'no-change' };
      const refusal = pay(minutes, by, track.cost);
      if (refusal !== undefined) return refusal;
      minutes.note({ kind: 'track-step', track: track.id, by, step, open: true });
      return undefined;
    }
    case 'leave':
      if (!now.present.includes(by)) return { refused: 'not-in-the-room', track: track.id, delegation: by };
      minutes.note({ kind: 'track-step', track: track.id, by, step, open: true });
      return undefined;
    case 'suspend':
      if (!now.open) return { refused: 'track-closed', track: track.id };
      if (track.kind === 'parallel') return { refused: 'track-goes-on', track: track.id };
      minutes.note({ kind: 'track-step', track: track.id, by, step, open: false });
      for (const other of track.members)
        moveTrust(minutes, other, by, SUSPENDED, { code: 'suspended', track: track.id });
      return undefined;
    case 'resume':
      if (now.open || now.calls.includes(by)) return { refused: 'no-change' };
      minutes.note({
        kind: 'track-step',
        track: track.id,
        by,
        step,
        open: now.calls.length + 1 >= Math.min(CALLS, track.members.length),
      });
      return undefined;
  }
};

type PointItem = Extract<Undertaking, { kind: 'point' }>;

/** Whether a package can say of a point what it says. */
export const checkPoint = (
  minutes: Minutes,
  item: PointItem,
  undertakings: readonly Undertaking[],
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const track = trackNamed(scenario, item.track);
  const now = track === undefined ? undefined : trackState(minutes.state, track.id);
  if (track === undefined || now === undefined || track.kind === 'parallel')
    return { refused: 'no-such-track', track: String(item.track) };
  const point = track.points.find((other) => other.id === item.point);
  if (point === undefined) return { refused: 'no-such-point', point: String(item.point) };
  if (!meets(track, minutes.state.session))
    return { refused: 'track-not-meeting', track: track.id, from: track.from, to: track.to };
  if (!now.open) return { refused: 'track-closed', track: track.id };
  for (const side of [item.by, item.to]) {
    if (!track.members.includes(side)) return { refused: 'not-a-member', track: track.id, delegation: side };
    if (!now.present.includes(side)) return { refused: 'not-in-the-room', track: track.id, delegation: side };
  }
  const before = agreedOn(minutes.state, track.id, point.id);
  if (before.includes(item.by) && before.includes(item.to))
    return { refused: 'already-agreed', point: point.id };
  const parties = new Set([...before, ...namedOn(undertakings, point)]);
  return parties.size < point.needs
    ? { refused: 'too-few-parties', point: point.id, needs: point.needs }
    : undefined;
};

/** Who is a party to a point already. */
export const agreedOn = (
  state: Pick<State, 'tracks'>,
  track: TrackId,
  point: PointId,
): readonly DelegationId[] =>
  trackState(state, track)?.agreed.find((item) => item.point === point)?.parties ?? [];

const namedOn = (undertakings: readonly Undertaking[], point: TrackPoint): readonly DelegationId[] => [
  ...new Set(
    undertakings.flatMap((item) =>
      item.kind === 'point' && item.point === point.id ? [item.by, item.to] : [],
    ),
  ),
];

/** A package has been agreed: so are the points it names, each among all whom its items name. */
export const agreePoints = (minutes: Minutes, undertakings: readonly Undertaking[]): void => {
  for (const track of minutes.table.scenario.tracks)
    for (const point of track.points) {
      const named = namedOn(
        undertakings.filter((item) => item.kind === 'point' && item.track === track.id),
        point,
      );
      if (named.length > 0) agree(minutes, track, point, named);
    }
};

const agree = (minutes: Minutes, track: Track, point: TrackPoint, named: readonly DelegationId[]): void => {
  const before = agreedOn(minutes.state, track.id, point.id);
  const parties = [...new Set([...before, ...named])];
  minutes.note({ kind: 'point-agreed', track: track.id, point: point.id, parties });
  if (before.length === 0)
    for (const effect of point.effects)
      takeEffect(minutes, effect, { code: 'point', track: track.id, point: point.id });
  if (point.writes !== null)
    bring(
      minutes,
      point.writes,
      named.filter((party) => !before.includes(party)),
    );
};

/** What a few have agreed is brought to the plenary: bracketed if it is not on the table, and supported by them. */
const bring = (
  minutes: Minutes,
  { article, option }: NonNullable<TrackPoint['writes']>,
  parties: readonly DelegationId[],
): void => {
  const place = placeOf(minutes.table.scenario, 'article', article);
  for (const party of parties) {
    const rolling = minutes.state.articles[place];
    if (rolling === undefined) continue;
    const onTable = rolling.option === option || rolling.brackets.includes(option);
    const waiting = minutes.state.amendments.find(
      (item) => item.article === article && item.option === option && item.state === 'waiting',
    );
    if (waiting !== undefined) {
      if (!waiting.sponsors.includes(party))
        minutes.note({ kind: 'sponsored', amendment: waiting.id, by: party });
    } else if (!onTable && !rolling.settled) moveAmendment(minutes, party, article, option);
    else {
      const position = { article, option, stance: 'support' } as const;
      minutes.note({ kind: 'position-taken', by: party, position });
      judgePosition(minutes, party, position);
    }
  }
};

/** At the end of a session a parallel negotiation may have reached its next point, the sooner the more work there. */
export const reachPoints = (minutes: Minutes): void => {
  const { scenario, seed } = minutes.table;
  const { session } = minutes.state;
  for (const [index, track] of scenario.tracks.entries()) {
    const now = minutes.state.tracks[index];
    if (track.kind !== 'parallel' || now === undefined || !meets(track, session)) continue;
    const next = track.points.find((point) => !now.agreed.some((item) => item.point === point.id));
    const chance = track.advance.chance + track.advance.each * now.present.length;
    if (next === undefined || draw(seed, 'parallel', session, index) * 100 >= chance) continue;
    const why = { code: 'point', track: track.id, point: next.id } as const;
    minutes.note({ kind: 'point-agreed', track: track.id, point: next.id, parties: now.present });
    for (const effect of next.effects) takeEffect(minutes, effect, why);
  }
};

/** What remains of damage and tension for a victim that is a party to points of rooms that still meet. Percent. */
export const softenedByPoints = (
  minutes: Minutes,
  victim: DelegationId,
): { readonly damage: number; readonly tension: number } => {
  let damage = 100;
  let tension = 100;
  for (const [index, track] of minutes.table.scenario.tracks.entries()) {
    const now = minutes.state.tracks[index];
    if (now === undefined || !now.open) continue;
    for (const { point, parties } of now.agreed) {
      const found = parties.includes(victim) ? track.points.find((item) => item.id === point) : undefined;
      damage = Math.min(damage, found?.softens.damage ?? 100);
      tension = Math.min(tension, found?.softens.tension ?? 100);
    }
  }
  return { damage, tension };
};

/** An incident while a channel is cut: nobody answers the phone, and every member is worse off without an agreement. */
export const feelRupture = (minutes: Minutes, victim: DelegationId, incident: IncidentId): void => {
  const { scenario } = minutes.table;
  for (const [index, track] of scenario.tracks.entries()) {
    const now = minutes.state.tracks[index];
    if (now === undefined || now.open || !track.members.includes(victim)) continue;
    if (!meets(track, minutes.state.session)) continue;
    const why = { code: 'rupture', track: track.id, incident } as const;
    if (track.rupture.reservation !== 0)
      for (const member of track.members) {
        const mandate = minutes.state.mandates[placeOf(scenario, 'delegation', member)];
        if (mandate !== undefined)
          minutes.note({
            kind: 'instructed',
            delegation: member,
            mandate: withReservation(mandate, -track.rupture.reservation),
            why,
          });
      }
    moveTension(minutes, track.rupture.tension, why);
  }
};
