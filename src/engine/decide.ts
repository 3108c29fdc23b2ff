import { amend, pointOfOrder, sponsor } from './amendments.ts';
import { calm } from './calming.ts';
import type { Command, Move } from './command.ts';
import { accept, decline, offer, perform, withdraw } from './corridor.ts';
import { answer, gavel, putText } from './decision.ts';
import { issueDraft } from './drafting.ts';
import type { Event } from './event.ts';
import { facilitate } from './facilitate.ts';
import { reply, speak, takePositions } from './floor.ts';
import type { DelegationId } from './ids.ts';
import { respond } from './incidents.ts';
import { warn } from './intelligence.ts';
import { formGroup, report, setAgenda } from './levers.ts';
import { places } from './lookup.ts';
import { isFor, PHASES_OF } from './may.ts';
import { takeMinutes, type Minutes } from './minutes.ts';
import { operate } from './operations.ts';
import { advance } from './phases.ts';
import { askFlexibility, interview, leakDeal } from './press.ts';
import type { Refusal } from './refusal.ts';
import { mend } from './resilience.ts';
import { explain, sign } from './signature.ts';
import type { State } from './state.ts';
import type { Table } from './table.ts';
import { stepTrack } from './tracks.ts';

/** What becomes of a command: what happens, or why not. `next` is the state after those events. */
export type Decided =
  | { readonly events: readonly Event[]; readonly next: State; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly events?: undefined; readonly next?: undefined };

/**
 * Judges a command in a state. Pure; every command in every state is answered with events or with a typed refusal,
 * whatever a hostile sender has put into its fields.
 */
export const decide = (table: Table, state: State, move: Move): Decided => {
  const refusal = admission(table, state, move);
  if (refusal !== undefined) return { refusal };
  const minutes = takeMinutes(table, state);
  const refused = judged(minutes, move);
  return refused === undefined ? { events: minutes.events, next: minutes.state } : { refusal: refused };
};

const admission = (table: Table, state: State, { seat, command }: Move): Refusal | undefined => {
  if (state.status === 'closed') return { refused: 'game-closed' };
  const phases = Object.hasOwn(PHASES_OF, command.kind) ? PHASES_OF[command.kind] : undefined;
  if (phases === undefined) return { refused: 'malformed', field: 'kind' };
  if (seat === 'observer') return { refused: 'not-your-command' };
  if (seat !== 'chair' && seat !== 'facilitator' && !places(table.scenario).delegation.has(seat))
    return { refused: 'no-such-delegation', delegation: seat };
  if (!isFor(seat, command.kind)) return { refused: 'not-your-command' };
  if (!phases.includes(state.phase)) return { refused: 'wrong-phase', now: state.phase, allowed: phases };
  return undefined;
};

const judged = (minutes: Minutes, { seat, command }: Move): Refusal | undefined => {
  if (seat === 'observer') return { refused: 'not-your-command' };
  if (seat === 'facilitator')
    return command.kind === 'intervene'
      ? facilitate(minutes, command.intervention)
      : { refused: 'not-your-command' };
  return seat === 'chair' ? judgedForChair(minutes, command) : judgedFor(minutes, seat, command);
};

const judgedFor = (minutes: Minutes, by: DelegationId, command: Command): Refusal | undefined => {
  switch (command.kind) {
    case 'done':
      if (minutes.state.done.includes(by)) return { refused: 'already-done' };
      minutes.note({ kind: 'done', by });
      return undefined;
    case 'respond':
      return respond(minutes, by, command);
    case 'warn':
      return warn(minutes, by, command);
    case 'mend':
      return mend(minutes, by, command);
    case 'track':
      return stepTrack(minutes, by, command);
    case 'calm':
      return calm(minutes, by, command);
    case 'interview':
      return interview(minutes, by, command);
    case 'leak':
      return leakDeal(minutes, by, command);
    case 'flexibility':
      return askFlexibility(minutes, by, command);
    case 'operate':
      return operate(minutes, by, command);
    case 'sponsor':
      return sponsor(minutes, by, command);
    case 'point-of-order':
      return pointOfOrder(minutes, by, command);
    case 'report':
      return report(minutes, by, command);
    case 'sign':
      return sign(minutes, by);
    case 'explain':
      return explain(minutes, by, command);
    case 'speak':
      return speak(minutes, by, command);
    case 'reply':
      return reply(minutes, by, command);
    case 'position':
      return takePositions(minutes, by, command.positions);
    case 'amend':
      return amend(minutes, by, command);
    case 'offer':
      return offer(minutes, by, command);
    case 'accept':
      return accept(minutes, by, command);
    case 'decline':
      return decline(minutes, by, command);
    case 'withdraw':
      return withdraw(minutes, by, command);
    case 'perform':
      return perform(minutes, by, command);
    case 'answer':
      return answer(minutes, by, command);
    case 'agenda':
    case 'group':
    case 'draft':
    case 'put':
    case 'gavel':
    case 'advance':
    case 'intervene':
      return { refused: 'not-your-command' };
  }
};

const judgedForChair = (minutes: Minutes, command: Command): Refusal | undefined => {
  switch (command.kind) {
    case 'agenda':
      return setAgenda(minutes, command);
    case 'group':
      return formGroup(minutes, command);
    case 'draft':
      return issueDraft(minutes, command);
    case 'put':
      return putText(minutes, command);
    case 'gavel':
      return gavel(minutes);
    case 'advance':
      if (minutes.state.decision !== undefined) return { refused: 'text-already-put' };
      advance(minutes);
      return undefined;
    case 'done':
    case 'respond':
    case 'warn':
    case 'mend':
    case 'track':
    case 'calm':
    case 'interview':
    case 'leak':
    case 'flexibility':
    case 'operate':
    case 'sponsor':
    case 'point-of-order':
    case 'report':
    case 'sign':
    case 'explain':
    case 'speak':
    case 'reply':
    case 'position':
    case 'amend':
    case 'offer':
    case 'accept':
    case 'decline':
    case 'withdraw':
    case 'perform':
    case 'answer':
    case 'intervene':
      return { refused: 'not-your-command' };
  }
};
