import type { Scenario } from './scenario.ts';
import type { State } from './state.ts';

/**
 * Whether the calendar still holds a moment at which a text could be adopted: a text before the room, a decision phase in which one
 * may still be put, or a session that has one. `false` once a text is adopted.
 */
export const decisionAhead = (scenario: Scenario, state: State): boolean => {
  if (state.adopted !== undefined) return false;
  if (state.decision !== undefined) return true;
  const { session, phase, tried } = state;
  const today = scenario.sessions[session]?.phases ?? [];
  const spent = phase === 'decision' && tried.length >= scenario.procedure.textsPerDecision;
  const rest = today.slice(Math.max(0, today.indexOf(phase) + (spent ? 1 : 0)));
  const later = scenario.sessions.slice(session + 1).flatMap(({ phases }) => phases);
  return [...rest, ...later].includes('decision');
};
