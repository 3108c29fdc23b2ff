import { checkAccusation } from './accusation.ts';
import type { Response } from './command.ts';
import type { ArticleId, DelegationId } from './ids.ts';
import { placeOf } from './lookup.ts';
import type { Minutes } from './minutes.ts';
import { paid } from './payoffs.ts';
import type { Refusal } from './refusal.ts';
import { pay } from './spend.ts';
import type { Incident } from './state.ts';

/** Finding out: alone, or in a joint inquiry with an assessment that all in it share. */

const nextClue = (minutes: Minutes, by: DelegationId, incident: Incident) => {
  const known = incident.known[placeOf(minutes.table.scenario, 'delegation', by)] ?? [];
  return incident.truth.clues.filter((clue) => !known.includes(clue.index));
};

/** An investigation of one's own finds the next clue. */
export const investigate = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  if (incident.out) return { refused: 'truth-is-out', incident: incident.id };
  const [clue] = nextClue(minutes, by, incident);
  if (clue === undefined) return { refused: 'no-more-clues', incident: incident.id };
  const refusal = pay(minutes, by, minutes.table.scenario.procedure.investigateCost);
  if (refusal !== undefined) return refusal;
  minutes.note({
    kind: 'responded',
    incident: incident.id,
    by,
    response: { kind: 'investigate' },
    cites,
  });
  minutes.note({ kind: 'clue-found', incident: incident.id, by, clue });
  return undefined;
};

/**
 * The victim opens a joint inquiry; others join it. Whoever works in it pays as for an investigation, and what is found, everybody
 * in it sees; an agreed duty to cooperate finds more at once.
 */
export const inquire = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  cites: readonly ArticleId[],
): Refusal | undefined => {
  if (incident.out) return { refused: 'truth-is-out', incident: incident.id };
  if (incident.inquiry.length === 0 && by !== incident.victim)
    return { refused: 'victim-first', incident: incident.id, victim: incident.victim };
  const inside = [...new Set([...incident.inquiry, by])];
  const found = nextClue(minutes, by, incident).slice(0, Math.max(1, paid(minutes, 'inquiry', 1)));
  if (found.length === 0 && incident.inquiry.includes(by))
    return { refused: 'no-more-clues', incident: incident.id };
  const refusal = pay(minutes, by, minutes.table.scenario.procedure.investigateCost);
  if (refusal !== undefined) return refusal;
  minutes.note({
    kind: 'responded',
    incident: incident.id,
    by,
    response: { kind: 'inquiry' },
    cites,
    inquiry: inside,
  });
  for (const clue of found)
    for (const member of inside) {
      const known =
        minutes.state.incidents.find((item) => item.id === incident.id)?.known[
          placeOf(minutes.table.scenario, 'delegation', member)
        ] ?? [];
      if (!known.includes(clue.index))
        minutes.note({ kind: 'clue-found', incident: incident.id, by: member, clue });
    }
  return undefined;
};

/** One's own line in the joint assessment: who it was, and how sure one is. */
export const assess = (
  minutes: Minutes,
  by: DelegationId,
  incident: Incident,
  response: Extract<Response, { kind: 'assess' }>,
): Refusal | undefined => {
  if (!incident.inquiry.includes(by)) return { refused: 'no-inquiry', incident: incident.id };
  const refusal = checkAccusation(minutes, by, incident, response);
  if (refusal !== undefined) return refusal;
  const { origin, culprit, confidence } = response;
  const before = incident.assessment.find((line) => line.by === by);
  if (before?.origin === origin && before.culprit === culprit && before.confidence === confidence)
    return { refused: 'no-change' };
  minutes.note({
    kind: 'responded',
    incident: incident.id,
    by,
    response: { kind: 'assess', origin, confidence, ...(culprit === undefined ? {} : { culprit }) },
    cites: [],
    inquiry: incident.inquiry,
  });
  return undefined;
};
