import { incidentOf } from './lookup.ts';
import { chapters } from './evolve.ts';
import type { IncidentSight, View } from './sight.ts';
import type { Incident, State } from './state.ts';
import type { Table } from './table.ts';
import { revealedOf, view } from './view.ts';

/**
 * Everything at once, in the form of a view: all offers, deals and clues, who was behind what, every mandate, every event. For
 * whoever runs a game, and for all once it has ended and may be revealed; never for a seat while it is played.
 */
export const whole = (table: Table, state: State): View => ({
  ...view(table, state, 'observer'),
  offers: state.offers,
  deals: state.deals,
  pledges: state.pledges,
  pending: state.pending,
  deeds: state.deeds,
  incidents: state.incidents.map((incident) => laidOpen(table, incident)),
  ...(state.outcome === undefined ? {} : { outcome: state.outcome }),
  revealed: revealedOf(state),
  log: chapters(state),
});

const laidOpen = (table: Table, incident: Incident): IncidentSight => {
  const { origin, culprit, clues } = incident.truth;
  return {
    id: incident.id,
    session: incident.session,
    victim: incident.victim,
    damage: incident.damage,
    ...(incident.suspect === undefined ? {} : { suspect: incident.suspect }),
    clues: clues.filter(({ index }) => incident.known.some((known) => known.includes(index))),
    cluesInAll: incidentOf(table.scenario, incident.id).clues.length,
    ...(incident.exploited === undefined ? {} : { exploited: incident.exploited }),
    warned: incident.warned,
    inquiry: incident.inquiry,
    assessment: incident.assessment,
    asked: incident.asked,
    responses: incident.responses,
    truth: { origin, ...(culprit === undefined ? {} : { culprit }) },
  };
};
