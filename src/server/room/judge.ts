import { FACILITATORS } from '../../protocol/index.ts';
import {
  isSeat,
  judgeBack,
  judgeBranch,
  judgeFireInject,
  judgeIntervene,
  judgeMove,
  judgePlanInject,
  judgeRewind,
} from './judge-game.ts';
import { judgeDeviceCode } from './judge-device.ts';
import {
  judgeHandOver,
  judgeHead,
  judgeInvite,
  judgeMute,
  judgeName,
  judgeNewKey,
  judgeRemove,
  judgeSeat,
} from './judge-people.ts';
import {
  judgeDebrief,
  judgeEnd,
  judgeExtend,
  judgeGoOn,
  judgePause,
  judgePlan,
  judgeRestart,
  judgeReveal,
  judgeSettings,
  judgeSkip,
  judgeSpeed,
  judgeStart,
} from './judge-run.ts';
import {
  judgeAnswerPoll,
  judgeClosePoll,
  judgeHeadline,
  judgeMark,
  judgeModerateHeadline,
  judgeModerateMessage,
  judgePoll,
  judgeReflect,
  judgeSay,
  judgeShowPoll,
  judgeTeamNotes,
  judgeUnmark,
} from './judge-talk.ts';
import { happens, NOTHING, type Act, type Case, type Judged } from './judging.ts';
import { voiceOf } from './channels.ts';
import { isFacilitator } from './room.ts';
import { unread } from './stood-in.ts';

/**
 * Judges what somebody in a room asks for. Pure, like the game's `decide`: no clock, no chance, no network; every request is
 * answered with facts or with a typed refusal.
 */
export const judge = (of: Case, act: Act): Judged => {
  const { room, by } = of;
  if (by.gone) return { refused: 'not-in-a-room' };
  if (FACILITATORS.includes(act.ask) && !isFacilitator(by)) return { refused: 'not-your-right' };
  switch (act.ask) {
    case 'leave':
      return by.role === 'facilitator'
        ? { refused: 'not-your-right' }
        : happens({ fact: 'gone', person: by.id, removed: false });
    case 'name':
      return judgeName(room, by.id, act.name);
    case 'ready':
      return by.ready === act.ready ? NOTHING : happens({ fact: 'readied', person: by.id, ready: act.ready });
    case 'help':
      return by.help === act.help ? NOTHING : happens({ fact: 'helped', person: by.id, help: act.help });
    case 'device-code':
      return judgeDeviceCode(of, act);
    case 'answer-poll':
      return judgeAnswerPoll(of, act);
    case 'reflect':
      return judgeReflect(of, act);
    case 'mark':
      return judgeMark(of, act);
    case 'unmark':
      return judgeUnmark(of, act);
    case 'move':
      return judgeMove(of, act);
    case 'back':
      return judgeBack(of, act);
    case 'say':
      return judgeSay(of, act);
    case 'team-notes':
      return judgeTeamNotes(of, act);
    case 'read-stood-in': {
      const seat = voiceOf(by);
      return seat === undefined || unread(room, seat) === undefined
        ? NOTHING
        : happens({ fact: 'stood-in-read', seat });
    }
    case 'headline':
      return judgeHeadline(of, act);
    case 'settings':
      return judgeSettings(of, act);
    case 'plan':
      return judgePlan(of, act);
    case 'start':
      return judgeStart(of, act);
    case 'rename':
      return judgeName(room, act.person, act.name);
    case 'seat':
      return judgeSeat(of, act);
    case 'head':
      return judgeHead(of, act);
    case 'remove':
      return judgeRemove(of, act);
    case 'mute':
      return judgeMute(of, act);
    case 'hand-over':
      return judgeHandOver(of, act);
    case 'nudge':
      return isSeat(room, act.seat)
        ? happens({ fact: 'nudged', seat: act.seat })
        : { refused: 'no-such-seat', seat: act.seat };
    case 'new-key':
      return judgeNewKey(of, act);
    case 'invite':
      return judgeInvite(of, act);
    case 'pause':
      return judgePause(of, act);
    case 'go-on':
      return judgeGoOn(of);
    case 'extend':
      return judgeExtend(of, act);
    case 'skip':
      return judgeSkip(of);
    case 'speed':
      return judgeSpeed(of, act);
    case 'debrief':
      return judgeDebrief(of);
    case 'intervene':
      return judgeIntervene(of, act);
    case 'plan-inject':
      return judgePlanInject(of, act);
    case 'drop-inject':
      return room.injects.some(({ n }) => n === act.inject)
        ? happens({ fact: 'inject-dropped', n: act.inject })
        : { refused: 'no-such-item' };
    case 'fire-inject':
      return judgeFireInject(of, act);
    case 'rewind':
      return judgeRewind(of, act);
    case 'branch':
      return judgeBranch(of, act);
    case 'return':
      return room.main === undefined ? NOTHING : happens({ fact: 'returned' });
    case 'moderate-message':
      return judgeModerateMessage(of, act);
    case 'moderate-headline':
      return judgeModerateHeadline(of, act);
    case 'spotlight':
      return happens({
        fact: 'lit',
        spotlight: { show: act.show, ...(act.item === undefined ? {} : { item: act.item }) },
      });
    case 'poll':
      return judgePoll(of, act);
    case 'close-poll':
      return judgeClosePoll(of, act);
    case 'show-poll':
      return judgeShowPoll(of, act);
    case 'reveal':
      return judgeReveal(of);
    case 'restart':
      return judgeRestart(of, act);
    case 'end':
      return judgeEnd(of);
  }
};
