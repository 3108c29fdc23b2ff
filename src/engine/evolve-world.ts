import { including, moved, replaced } from './copy.ts';
import type { Event } from './event.ts';
import { withIncident } from './evolve-incidents.ts';
import { placeOf } from './lookup.ts';
import type { Operation, State, TrackState } from './state.ts';
import type { Table } from './table.ts';

export type WorldEvent = Extract<
  Event,
  {
    kind:
      | 'mended'
      | 'warned'
      | 'warning-passed'
      | 'track-step'
      | 'point-agreed'
      | 'operation-ordered'
      | 'operation-done'
      | 'operation-exposed'
      | 'secret-learned'
      | 'calmed'
      | 'interviewed'
      | 'opinion-moved'
      | 'deal-leaked'
      | 'leaked'
      | 'leak-traced'
      | 'flexed'
      | 'clues-leaked';
  }
>;

/** What happens around the plenary: side tracks, resilience, intelligence, operations, press and capital. */
export const evolveWorld = (table: Table, state: State, event: WorldEvent): State => {
  const { scenario } = table;
  const seat = (id: string): number => placeOf(scenario, 'delegation', id);
  switch (event.kind) {
    case 'mended': {
      const place = seat(event.by);
      const left = (state.unmended[place] ?? []).filter((flaw) => flaw !== event.vulnerability);
      return { ...state, unmended: replaced(state.unmended, place, left) };
    }
    case 'warned':
      return { ...state, warnings: [...state.warnings, event.warning] };
    case 'warning-passed': {
      const told = event.to === 'all' ? scenario.delegations.map((delegation) => delegation.id) : [event.to];
      return {
        ...state,
        warnings: state.warnings.map((warning) =>
          warning.id === event.warning.id
            ? { ...warning, told: told.filter((id) => id !== warning.of).reduce(including, warning.told) }
            : warning,
        ),
      };
    }
    case 'track-step':
      return withTrack(state, event.track, (track) => stepped(track, event));
    case 'point-agreed':
      return withTrack(state, event.track, (track) => ({
        ...track,
        agreed: [
          ...track.agreed.filter((item) => item.point !== event.point),
          { point: event.point, parties: event.parties, session: state.session },
        ],
      }));
    case 'operation-ordered':
      return { ...state, operations: [...state.operations, event.operation] };
    case 'operation-done':
      return withOperation(state, event.operation, (operation) => ({
        ...operation,
        state: event.succeeded ? 'succeeded' : 'failed',
        ...(event.incident === undefined ? {} : { incident: event.incident }),
      }));
    case 'operation-exposed':
      return withOperation(state, event.operation.id, (operation) => ({ ...operation, exposed: true }));
    case 'secret-learned':
      return {
        ...state,
        secrets: [...state.secrets, { by: event.by, about: event.about, redLine: event.redLine }],
      };
    case 'calmed':
      return { ...state, calmed: including(state.calmed, event.by) };
    case 'interviewed':
      return {
        ...state,
        interviews: moved(state.interviews, seat(event.by), 1),
        vows: event.vow === undefined ? state.vows : [...state.vows, { by: event.by, ...event.vow }],
      };
    case 'opinion-moved':
      return { ...state, opinion: replaced(state.opinion, seat(event.delegation), event.to) };
    case 'deal-leaked':
      return {
        ...state,
        deals: state.deals.map((deal) => (deal.id === event.deal.id ? event.deal : deal)),
        pledges: state.pledges.map((pledge) =>
          pledge.deal === event.deal.id ? { ...pledge, open: true } : pledge,
        ),
      };
    case 'clues-leaked': {
      const indices = event.clues.map((clue) => clue.index);
      return withIncident(state, event.incident, (incident) => ({
        ...incident,
        known: incident.known.map((known) => [...new Set([...known, ...indices])].toSorted((a, b) => a - b)),
      }));
    }
    case 'flexed':
      return { ...state, flexed: including(state.flexed, event.by) };
    case 'leaked':
    case 'leak-traced':
      return state;
  }
};

const withTrack = (state: State, id: string, change: (track: TrackState) => TrackState): State => ({
  ...state,
  tracks: state.tracks.map((track) => (track.id === id ? change(track) : track)),
});

const withOperation = (state: State, id: string, change: (operation: Operation) => Operation): State => ({
  ...state,
  operations: state.operations.map((operation) => (operation.id === id ? change(operation) : operation)),
});

const stepped = (track: TrackState, event: Extract<Event, { kind: 'track-step' }>): TrackState => {
  const { by, step } = event;
  switch (step) {
    case 'enter':
      return by === 'world' ? track : { ...track, present: including(track.present, by) };
    case 'leave':
      return { ...track, present: track.present.filter((id) => id !== by) };
    case 'suspend':
      return { ...track, open: false, present: [], calls: [] };
    case 'resume':
      if (event.open) return { ...track, open: true, calls: [] };
      return by === 'world' ? track : { ...track, calls: including(track.calls, by) };
  }
};
