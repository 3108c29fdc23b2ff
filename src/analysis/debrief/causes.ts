import {
  chapters,
  placeOf,
  type DelegationId,
  type Event,
  type EventKind,
  type InstructionCause,
  type Phase,
  type Scenario,
  type State,
  type TensionCause,
  type TrustCause,
} from '../../engine/index.ts';
import type { Moment } from './moments.ts';

/** When something moved. */
interface When {
  /** Index of the move. */
  readonly at: number;
  readonly session: number;
  readonly phase: Phase;
}

/** One movement of tension, and why. */
export interface TensionMove extends When {
  readonly by: number;
  readonly to: number;
  readonly why: TensionCause;
}

/** One movement of trust, and why. */
export interface TrustMove extends When {
  readonly from: DelegationId;
  readonly to: DelegationId;
  readonly by: number;
  readonly why: TrustCause;
}

/** One movement of a delegation's value of no agreement, hundredths of a point, and why. */
export interface ReservationMove extends When {
  readonly delegation: DelegationId;
  readonly by: number;
  readonly to: number;
  readonly why: InstructionCause;
}

/** What the curves of tension, trust and no agreement are made of, in order of time. */
export interface Causes {
  readonly tension: readonly TensionMove[];
  readonly trust: readonly TrustMove[];
  readonly reservations: readonly ReservationMove[];
}

/** What happened at one time: a moment, or the opening, at which cards are drawn before anybody has moved. */
type Times = When & { readonly events: readonly Event[] };

const timesOf = (opening: State, moments: readonly Moment[]): readonly Times[] => [
  {
    at: -1,
    session: opening.session,
    phase: opening.phase,
    events: chapters(opening).flatMap(({ events }) => events),
  },
  ...moments,
];

/** Tension is followed from before the opening's cards; trust and no agreement from after them. */
export const causesOf = (scenario: Scenario, opening: State, moments: readonly Moment[]): Causes => ({
  tension: timesOf(opening, moments).flatMap(({ at, session, phase, events }) =>
    events.flatMap((event) =>
      event.kind === 'tension-moved'
        ? [{ at, session, phase, by: event.by, to: event.to, why: event.why }]
        : [],
    ),
  ),
  trust: moments.flatMap(({ at, session, phase, events }) =>
    events.flatMap((event) =>
      event.kind === 'trust-moved' && event.by !== 0
        ? [{ at, session, phase, from: event.from, to: event.to, by: event.by, why: event.why }]
        : [],
    ),
  ),
  reservations: moments.flatMap((moment) => reservationMoves(scenario, moment)),
});

/** New instructions of one moment; a delegation can get several at once. */
const reservationMoves = (
  scenario: Scenario,
  { at, session, phase, events, before }: Moment,
): readonly ReservationMove[] => {
  const known = before.mandates.map(({ reservation }) => reservation);
  return events.flatMap((event) => {
    if (event.kind !== 'instructed') return [];
    const { delegation, mandate, why } = event;
    const place = placeOf(scenario, 'delegation', delegation);
    const to = mandate.reservation;
    const by = to - (known[place] ?? to);
    known[place] = to;
    return by === 0 ? [] : [{ at, session, phase, delegation, by, to, why }];
  });
};

/** What a game's story is told by. */
export interface Landmark extends When {
  readonly event: Event;
}

const LANDMARKS: ReadonlySet<EventKind> = new Set<EventKind>([
  'context-drawn',
  'incident-struck',
  'truth-out',
  'deal-struck',
  'draft-issued',
  'decided',
  'point-agreed',
  'deal-leaked',
  'operation-exposed',
]);

/** Whether an event belongs on a line that shows a whole game at a glance. */
const isLandmark = (event: Event): boolean =>
  LANDMARKS.has(event.kind) ||
  (event.kind === 'promise-settled' && event.state === 'broken') ||
  (event.kind === 'responded' && (event.response.kind === 'attribute' || event.response.kind === 'sanction'));

/** What came from outside, what was agreed, drafted, decided and broken, in order of time. */
export const landmarksOf = (opening: State, moments: readonly Moment[]): readonly Landmark[] =>
  timesOf(opening, moments).flatMap(({ at, session, phase, events }) =>
    events.filter(isLandmark).map((event) => ({ at, session, phase, event })),
  );
