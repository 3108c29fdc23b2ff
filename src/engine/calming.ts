import type { Command } from './command.ts';
import type { DelegationId } from './ids.ts';
import { moveTension, moveTrust, type Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';
import { pay } from './spend.ts';

/** A step down the ladder, at one's own cost. One a session for each delegation. */
export const calm = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'calm' }>,
): Refusal | undefined => {
  const { calming, delegations } = minutes.table.scenario;
  const move = calming.find((item) => item.id === command.move);
  if (move === undefined) return { refused: 'no-such-calming', move: String(command.move) };
  if (minutes.state.calmed.includes(by)) return { refused: 'once-a-session', what: 'calm' };
  if (minutes.state.tension === 0) return { refused: 'no-change' };
  const refusal = pay(minutes, by, move.cost);
  if (refusal !== undefined) return refusal;
  minutes.note({ kind: 'calmed', by, move: move.id });
  moveTension(minutes, -move.tension, { code: 'calming', by, move: move.id });
  for (const other of delegations)
    moveTrust(minutes, other.id, by, move.trust, { code: 'calming', move: move.id });
  return undefined;
};
