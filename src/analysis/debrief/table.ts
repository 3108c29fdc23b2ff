import {
  chapters,
  view,
  type Confidence,
  type ContextId,
  type DelegationId,
  type Event,
  type IncidentId,
  type IncidentSight,
  type Origin,
  type Phase,
  type Scenario,
  type SeatId,
  type State,
  type Table,
} from '../../engine/index.ts';
import type { Moment } from './moments.ts';

/** What one delegation did on the floor and in the corridor. */
export interface SeatActivity {
  readonly delegation: DelegationId;
  readonly statements: number;
  readonly replies: number;
  readonly positions: number;
  readonly amendments: number;
  readonly offersMade: number;
  readonly offersReceived: number;
  readonly accepted: number;
  readonly declined: number;
  readonly deals: number;
  readonly responses: number;
}

/** Speaking and offers, in the scenario's order of delegations. */
export const activityOf = (
  scenario: Scenario,
  moments: readonly { readonly events: readonly Event[] }[],
): readonly SeatActivity[] => {
  const events = moments.flatMap((moment) => moment.events);
  // Sorted by kind once: most events of a long game are none of these, and there may be two hundred delegations.
  const all = <K extends Event['kind']>(kind: K): readonly Extract<Event, { kind: K }>[] =>
    events.filter((event): event is Extract<Event, { kind: K }> => event.kind === kind);
  const [spoke, taken, offered, struck] = [
    all('spoke'),
    all('position-taken'),
    all('offered'),
    all('deal-struck'),
  ];
  const [replied, amended, responded] = [all('replied'), all('amended'), all('responded')];
  const [accepted, declined] = [all('offer-accepted'), all('offer-declined')];
  return scenario.delegations.map(({ id }) => {
    const by = (list: readonly { readonly by: SeatId }[]): number =>
      list.filter((event) => event.by === id).length;
    return {
      delegation: id,
      statements: by(spoke),
      replies: by(replied),
      positions:
        spoke.reduce((sum, event) => sum + (event.by === id ? event.positions.length : 0), 0) + by(taken),
      amendments: by(amended),
      offersMade: offered.filter(({ offer }) => offer.from === id).length,
      offersReceived: offered.filter(({ offer }) => offer.to.includes(id)).length,
      accepted: by(accepted),
      declined: by(declined),
      deals: struck.filter(({ deal }) => deal.parties.includes(id)).length,
      responses: by(responded),
    };
  });
};

/** Tension after it has moved. */
export interface TensionPoint {
  readonly at: number;
  readonly session: number;
  readonly phase: Phase;
  /** 0 to 100. */
  readonly tension: number;
  readonly incident?: IncidentId;
  readonly context?: ContextId;
}

/** Tension over time, with the incidents and context cards that came: at the opening, and whenever one of them happened. */
export const tensionPath = (opening: State, moments: readonly Moment[]): readonly TensionPoint[] => [
  { at: -1, session: opening.session, phase: opening.phase, tension: opening.startTension },
  ...chapters(opening)
    .flatMap(({ events }) => events)
    .flatMap((event): readonly TensionPoint[] => {
      const { session, phase, tension } = opening;
      if (event.kind === 'incident-struck')
        return [{ at: -1, session, phase, tension, incident: event.incident }];
      return event.kind === 'context-drawn' ? [{ at: -1, session, phase, tension, context: event.card }] : [];
    }),
  ...moments.flatMap(({ at, session, phase, events, after, tension }): readonly TensionPoint[] => {
    const struck = events.find((event) => event.kind === 'incident-struck');
    const drawn = events.find((event) => event.kind === 'context-drawn');
    if (tension === 0 && struck === undefined && drawn === undefined) return [];
    return [
      {
        at,
        session,
        phase,
        tension: after.tension,
        ...(struck?.kind === 'incident-struck' ? { incident: struck.incident } : {}),
        ...(drawn?.kind === 'context-drawn' ? { context: drawn.card } : {}),
      },
    ];
  }),
];

/** Who trusts whom, at the end of a session. */
export interface TrustSnapshot {
  /** Index of the session; -1 for the opening. */
  readonly session: number;
  /** `[i][j]`: how far i trusts j, 0 to 100. */
  readonly trust: State['trust'];
}

/** The trust matrix at the opening and at the end of every session played. */
export const trustPath = (opening: State, moments: readonly Moment[]): readonly TrustSnapshot[] => {
  const ends = new Map<number, State['trust']>();
  for (const { session, after } of moments) ends.set(session, after.trust);
  return [
    { session: -1, trust: opening.trust },
    ...[...ends].toSorted(([a], [b]) => a - b).map(([session, trust]) => ({ session, trust })),
  ];
};

/** A possible author of an incident, and how likely somebody holds it, 0 to 1. */
export interface Suspected {
  readonly origin: Origin;
  readonly culprit?: DelegationId;
  readonly belief: number;
}

/** What a seat that sees this much of an incident can hold of it: the delegates' room knows, this room may not ask it. */
export type Suspect = (scenario: Scenario, sight: IncidentSight) => readonly Suspected[];

/** An incident, the truth about it, what each delegation could know, and what was said in public. */
export interface AttributionRecord {
  readonly incident: IncidentId;
  readonly session: number;
  readonly victim: DelegationId;
  readonly truth: { readonly origin: Origin; readonly culprit?: DelegationId };
  /** Whether the truth came out in the game. */
  readonly out: boolean;
  /** In the scenario's order: the belief in the truth that a delegation's clues warranted at the end of its last open session. */
  readonly beliefs: readonly {
    readonly delegation: DelegationId;
    readonly clues: number;
    readonly belief: number;
  }[];
  readonly statements: readonly {
    readonly by: DelegationId;
    readonly session: number;
    readonly origin: Origin;
    readonly culprit?: DelegationId;
    readonly confidence: Confidence;
    readonly right: boolean;
  }[];
}

/** Attribution against the truth. Beliefs are those before the truth came out, if it did. */
export const attributionOf = (
  table: Table,
  last: State,
  moments: readonly Moment[],
  suspect: Suspect,
): readonly AttributionRecord[] => {
  const { scenario } = table;
  return last.incidents.map((incident) => {
    const { id, truth, session, victim, out } = incident;
    const before =
      moments.find(({ events }) =>
        events.some((event) => event.kind === 'truth-out' && event.incident === id),
      )?.before ??
      moments.find(({ head }) => head.kind === 'closed')?.before ??
      last;
    const right = (origin: Origin, culprit: DelegationId | undefined): boolean =>
      origin === truth.origin && culprit === truth.culprit;
    return {
      incident: id,
      session,
      victim,
      truth: {
        origin: truth.origin,
        ...(truth.culprit === undefined ? {} : { culprit: truth.culprit }),
      },
      out,
      beliefs: scenario.delegations.map(({ id: delegation }) => {
        const sight = view(table, before, delegation).incidents.find((item) => item.id === id);
        const held = sight === undefined ? [] : suspect(scenario, sight);
        return {
          delegation,
          clues: sight?.clues.length ?? 0,
          belief: held.find(({ origin, culprit }) => right(origin, culprit))?.belief ?? 0,
        };
      }),
      statements: incident.responses.flatMap(({ by, session: said, response }) =>
        response.kind === 'attribute'
          ? [
              {
                by,
                session: said,
                origin: response.origin,
                confidence: response.confidence,
                right: right(response.origin, response.culprit),
                ...(response.culprit === undefined ? {} : { culprit: response.culprit }),
              },
            ]
          : [],
      ),
    };
  });
};
