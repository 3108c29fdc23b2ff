import type { Scenario } from '../../../engine/seat.ts';
import { r } from '../../i18n/room.ts';
import { namesOf } from '../../i18n/names.ts';
import { refusalText } from '../../i18n/sentences.ts';
import type { RoomRefusal } from '../../session/remote/index.ts';

/** Why the server would not do something, in a sentence that says what to do instead. */
export const roomRefusalText = (refusal: RoomRefusal, scenario?: Scenario): string => {
  switch (refusal.refused) {
    case 'rules':
      return scenario === undefined ? r('no_rules') : refusalText(namesOf(scenario), refusal.rules);
    case 'scenario-faults':
      return r('no_scenario-faults', {
        line: refusal.faults[0]?.line ?? 0,
        message: refusal.faults[0]?.message ?? '',
      });
    case 'too-fast':
      return r('no_too-fast', { count: refusal.waitSeconds });
    case 'room-full':
    case 'seat-full':
    case 'too-many-rooms':
    case 'name-too-long':
      return r(`no_${refusal.refused}`, { most: refusal.most });
    case 'plan-without-debrief':
      return r('no_plan-without-debrief', { least: Math.round(refusal.least / 60) });
    case 'past-the-end':
      return r('no_past-the-end', { moves: refusal.moves });
    case 'role-not-open':
      return r('no_role-not-open', { role: r(`role_${refusal.role}`) });
    case 'not-in-form':
      return r('no_not-in-form', { field: refusal.field });
    case 'other-version':
    case 'no-such-room':
    case 'wrong-key':
    case 'wrong-code':
    case 'seat-closed':
    case 'wrong-password':
    case 'not-in-a-room':
    case 'already-in-a-room':
    case 'room-closed':
    case 'joining-closed':
    case 'not-your-right':
    case 'no-such-seat':
    case 'no-such-person':
    case 'name-empty':
    case 'name-taken':
    case 'name-unfit':
    case 'wrong-stage':
    case 'no-such-scenario':
    case 'plan-not-fitting':
    case 'not-ready':
    case 'paused':
    case 'played-by-ai':
    case 'head-decides':
    case 'no-such-proposal':
    case 'already-answered':
    case 'muted':
    case 'free-text-off':
    case 'text-unfit':
    case 'no-such-channel':
    case 'no-such-item':
    case 'nothing-to-do':
    case 'not-now':
      return r(`no_${refusal.refused}`);
  }
};
