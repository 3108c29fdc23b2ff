import type { View } from '../../../engine/seat.ts';

/** What one waits for in a decision while no text is before the room. */
export const waitingFor = (
  view: View,
): 'now_decision_adopted' | 'now_decision_failed' | 'now_decision_wait' => {
  if (view.adopted !== undefined) return 'now_decision_adopted';
  return view.tried.length === 0 ? 'now_decision_wait' : 'now_decision_failed';
};
