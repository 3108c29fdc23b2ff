import { EFFECT } from './consequences.ts';
import type { DelegationId } from './ids.ts';
import { placeOf } from './lookup.ts';
import { moveTrust, type Minutes } from './minutes.ts';
import { trace } from './press.ts';
import type { Refusal } from './refusal.ts';
import type { Incident } from './state.ts';

/** Evidence passes from hand to hand, openly or through the press. */

/** Hands over all one knows; `false` if one knows nothing. Whoever learns something new thinks better of the giver. */
export const handClues = (
  minutes: Minutes,
  by: DelegationId,
  to: DelegationId | 'all',
  incident: Incident,
): boolean => {
  const { scenario } = minutes.table;
  const mine = incident.known[placeOf(scenario, 'delegation', by)] ?? [];
  if (mine.length === 0) return false;
  const clues = incident.truth.clues.filter((clue) => mine.includes(clue.index));
  const learning = scenario.delegations.filter((other, place) => {
    if (other.id === by || (to !== 'all' && other.id !== to)) return false;
    const theirs = incident.known[place] ?? [];
    return mine.some((index) => !theirs.includes(index));
  });
  minutes.note({ kind: 'clues-shared', incident: incident.id, by, with: to, clues });
  for (const other of learning)
    moveTrust(minutes, other.id, by, EFFECT.trust.shared, { code: 'shared', incident: incident.id });
  return true;
};

/** Gives all one knows to the press, unsigned. Whoever shared an inquiry with the source feels betrayed if it is traced. */
export const leakClues = (minutes: Minutes, by: DelegationId, incident: Incident): Refusal | undefined => {
  const { scenario } = minutes.table;
  if (incident.out) return { refused: 'truth-is-out', incident: incident.id };
  const mine = incident.known[placeOf(scenario, 'delegation', by)] ?? [];
  if (mine.length === 0) return { refused: 'no-clues', incident: incident.id };
  if (mine.every((index) => incident.known.every((known) => known.includes(index))))
    return { refused: 'no-change' };
  const clues = incident.truth.clues.filter((clue) => mine.includes(clue.index));
  minutes.note({ kind: 'leaked', by, what: incident.id });
  minutes.note({ kind: 'clues-leaked', incident: incident.id, clues });
  const betrayed = [incident.victim, ...incident.inquiry].filter((party) => party !== by);
  trace(minutes, by, incident.id, [...new Set(betrayed)], placeOf(scenario, 'delegation', by));
  return undefined;
};
