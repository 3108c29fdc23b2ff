import { moved, replaced } from './copy.ts';
import type { Event } from './event.ts';
import type { DelegationId, IncidentId } from './ids.ts';
import { withReply } from './evolve-text.ts';
import { placeOf } from './lookup.ts';
import type { Incident, State } from './state.ts';
import type { Table } from './table.ts';

export type IncidentEvent = Extract<
  Event,
  {
    kind:
      | 'incident-struck'
      | 'incident-hidden'
      | 'clue-found'
      | 'clues-shared'
      | 'responded'
      | 'damage-eased'
      | 'truth-out';
  }
>;

/** What incidents and the responses to them do to the state. */
export const evolveIncidents = (table: Table, state: State, event: IncidentEvent): State => {
  const seat = (id: DelegationId): number => placeOf(table.scenario, 'delegation', id);
  switch (event.kind) {
    case 'incident-struck':
      return {
        ...state,
        damage: moved(state.damage, seat(event.victim), event.damage),
        incidents: [
          ...state.incidents,
          {
            id: event.incident,
            session: state.session,
            victim: event.victim,
            damage: event.damage,
            ...(event.suspect === undefined ? {} : { suspect: event.suspect }),
            truth: { origin: 'accident', clues: [] },
            out: false,
            known: table.scenario.delegations.map(() => []),
            ...(event.exploited === undefined ? {} : { exploited: event.exploited }),
            warned: event.warned,
            inquiry: [],
            assessment: [],
            asked: [],
            responses: [],
          },
        ],
      };
    case 'incident-hidden':
      return withIncident(state, event.incident, (incident) => ({ ...incident, truth: event.truth }));
    case 'clue-found':
      return withIncident(state, event.incident, (incident) => ({
        ...incident,
        known: learned(incident.known, seat(event.by), [event.clue.index]),
      }));
    case 'clues-shared': {
      const indices = event.clues.map((clue) => clue.index);
      return withIncident(state, event.incident, (incident) => ({
        ...incident,
        known:
          event.with === 'all'
            ? incident.known.map((known) => [...new Set([...known, ...indices])].toSorted((a, b) => a - b))
            : learned(incident.known, seat(event.with), indices),
      }));
    }
    case 'responded':
      return responded(table, state, event);
    case 'damage-eased': {
      const victim = state.incidents.find((incident) => incident.id === event.incident)?.victim;
      const eased = withIncident(state, event.incident, (incident) => ({
        ...incident,
        damage: incident.damage - event.points,
      }));
      if (victim === undefined) return eased;
      // A facilitator may have taken damage off a delegation already, whatever caused it.
      const left = eased.damage[seat(victim)] ?? 0;
      return { ...eased, damage: moved(eased.damage, seat(victim), -Math.min(left, event.points)) };
    }
    case 'truth-out':
      return withIncident(state, event.incident, (incident) => ({ ...incident, out: true }));
  }
};

/** Damage points that a countermeasure does to the one it is aimed at. */
const COUNTER_DAMAGE = 3;

const responded = (table: Table, state: State, event: Extract<Event, { kind: 'responded' }>): State => {
  const seat = (id: DelegationId): number => placeOf(table.scenario, 'delegation', id);
  const { by, response, cites } = event;
  const done = withIncident(state, event.incident, (incident) => ({
    ...incident,
    responses: [...incident.responses, { by, session: state.session, response, cites }],
  }));
  switch (response.kind) {
    case 'attribute':
      if (response.culprit === undefined || response.quiet === true) return done;
      return {
        ...done,
        accused: moved(done.accused, seat(response.culprit), 1),
        replies: withReply(done.replies, response.culprit, by),
      };
    case 'inquiry':
      return withIncident(done, event.incident, (incident) => ({
        ...incident,
        inquiry: event.inquiry ?? incident.inquiry,
      }));
    case 'assess': {
      const { origin, culprit, confidence } = response;
      return withIncident(done, event.incident, (incident) => ({
        ...incident,
        assessment: [
          ...incident.assessment.filter((line) => line.by !== by),
          { by, origin, confidence, ...(culprit === undefined ? {} : { culprit }) },
        ],
      }));
    }
    case 'ask': {
      const { from } = response;
      const asked =
        from === 'all' ? table.scenario.delegations.map(({ id }) => id).filter((id) => id !== by) : [from];
      return withIncident(done, event.incident, (incident) => ({
        ...incident,
        asked: [...new Set([...incident.asked, ...asked])],
      }));
    }
    case 'countermeasure':
      return { ...done, damage: moved(done.damage, seat(response.on), COUNTER_DAMAGE) };
    case 'investigate':
    case 'share':
    case 'leak':
    case 'assist':
    case 'hotline':
    case 'condemn':
    case 'endorse':
    case 'sanction':
      return done;
  }
};

export const withIncident = (
  state: State,
  id: IncidentId,
  change: (incident: Incident) => Incident,
): State => ({
  ...state,
  incidents: state.incidents.map((incident) => (incident.id === id ? change(incident) : incident)),
});

const learned = (known: Incident['known'], place: number, indices: readonly number[]): Incident['known'] =>
  replaced(
    known,
    place,
    [...new Set([...(known[place] ?? []), ...indices])].toSorted((a, b) => a - b),
  );
