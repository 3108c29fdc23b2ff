import type { RoomRefusal } from '../../protocol/index.ts';
import { membersOf, voiceOf } from './channels.ts';
import type { Fact } from './fact.ts';
import { isSeat } from './judge-game.ts';
import { happens, NOTHING, type ActOf, type Case, type Judged } from './judging.ts';
import { isUnfit, plainLine } from './names.ts';
import { isFacilitator, type Room } from './room.ts';

/** Marks in one room at most. */
const MOST_MARKS = 500;
/** Polls in one room at most. */
const MOST_POLLS = 40;

export const judgeSay = ({ room, by }: Case, { channel, phrase, text: raw }: ActOf<'say'>): Judged => {
  const seat = voiceOf(by);
  if (seat === undefined) return { refused: 'not-your-right' };
  const members = membersOf(room, channel);
  if (members === undefined || !members.includes(seat)) return { refused: 'no-such-channel' };
  // Advisers and the secretariat talk to their own only: nobody hears a seat speak with two voices.
  const own = members.length === 1;
  if (!own && by.role !== 'member' && by.role !== 'chair') return { refused: 'not-your-right' };
  if (by.muted && !own) return { refused: 'muted' };
  if (room.clock.paused !== undefined && !own) return { refused: 'paused' };
  if (room.stage === 'ended') return { refused: 'room-closed' };
  const text = raw === undefined ? undefined : plainLine(raw);
  if (phrase === undefined && (text === undefined || text === '')) return NOTHING;
  if (text !== undefined) {
    const refused = textRefused(room, text, by.muted);
    if (refused !== undefined) return refused;
  }
  const n = room.counters.messages + 1;
  const held = text !== undefined && room.settings.freeText === 'moderated';
  return {
    facts: [
      {
        fact: 'said',
        n,
        channel,
        person: by.id,
        seat,
        ...(phrase === undefined ? {} : { phrase }),
        ...(text === undefined ? {} : { text }),
        held,
      },
    ],
    answer: { message: n, held },
  };
};

const textRefused = (room: Room, text: string, muted: boolean): RoomRefusal | undefined => {
  if (room.settings.freeText === 'off') return { refused: 'free-text-off' };
  if (muted) return { refused: 'muted' };
  return isUnfit(text) ? { refused: 'text-unfit' } : undefined;
};

export const judgeTeamNotes = ({ room, by }: Case, { text }: ActOf<'team-notes'>): Judged => {
  const seat = voiceOf(by);
  if (seat === undefined) return { refused: 'not-your-right' };
  const now = room.notes.find((item) => item.seat === seat)?.text ?? '';
  return text === now ? NOTHING : happens({ fact: 'noted', seat, text });
};

export const judgeHeadline = ({ room, by }: Case, { text: raw, about }: ActOf<'headline'>): Judged => {
  if (by.role !== 'press' && !isFacilitator(by)) return { refused: 'not-your-right' };
  if (by.muted) return { refused: 'muted' };
  const text = plainLine(raw);
  if (text === '') return NOTHING;
  if (isUnfit(text)) return { refused: 'text-unfit' };
  const seats = about.filter((seat) => isSeat(room, seat));
  const n = room.counters.headlines + 1;
  const held = room.settings.headlines === 'moderated' && !isFacilitator(by);
  return {
    facts: [{ fact: 'headlined', n, person: by.id, text, about: seats, held }],
    answer: { headline: n, held },
  };
};

export const judgeModerateMessage = (
  { room }: Case,
  { message, show }: ActOf<'moderate-message'>,
): Judged => {
  const found = room.messages.find(({ n }) => n === message);
  if (found === undefined || found.state === 'hidden') return { refused: 'no-such-item' };
  if (show && found.state === 'shown') return NOTHING;
  return happens({ fact: 'message-judged', n: message, show });
};

export const judgeModerateHeadline = (
  { room }: Case,
  { headline, show }: ActOf<'moderate-headline'>,
): Judged => {
  const found = room.headlines.find(({ n }) => n === headline);
  if (found === undefined || found.state === 'hidden') return { refused: 'no-such-item' };
  if (show && found.state === 'shown') return NOTHING;
  return happens({ fact: 'headline-judged', n: headline, show });
};

/** Whoever is not in play may take notes on the timeline: facilitators, observers, press and the secretariat. */
export const judgeMark = ({ room, by }: Case, { tag, text, about }: ActOf<'mark'>): Judged => {
  if (by.role === 'projector' || by.role === 'member' || by.role === 'chair' || by.role === 'adviser')
    return { refused: 'not-your-right' };
  if (room.marks.length >= MOST_MARKS) return { refused: 'nothing-to-do' };
  const n = room.counters.marks + 1;
  const seat = about !== undefined && isSeat(room, about) ? { about } : {};
  return { facts: [{ fact: 'marked', n, person: by.id, tag, text, ...seat }], answer: { mark: n } };
};

export const judgeUnmark = ({ room, by }: Case, { mark }: ActOf<'unmark'>): Judged => {
  const found = room.marks.find(({ n }) => n === mark);
  if (found === undefined) return { refused: 'no-such-item' };
  if (found.by !== by.id && !isFacilitator(by)) return { refused: 'not-your-right' };
  return happens({ fact: 'unmarked', n: mark });
};

export const judgePoll = ({ room }: Case, { poll }: ActOf<'poll'>): Judged => {
  if (room.stage === 'ended') return { refused: 'room-closed' };
  if (room.polls.length >= MOST_POLLS) return { refused: 'nothing-to-do' };
  if (poll.choices.length === 0 && !poll.text) return { refused: 'not-in-form', field: 'choices' };
  const n = room.counters.polls + 1;
  const open = room.polls
    .filter((item) => item.open)
    .map(({ n: other }): Fact => ({
      fact: 'poll-closed',
      n: other,
    }));
  return { facts: [...open, { fact: 'polled', n, poll }], answer: { poll: n } };
};

export const judgeClosePoll = ({ room }: Case, { poll }: ActOf<'close-poll'>): Judged => {
  const found = room.polls.find(({ n }) => n === poll);
  if (found === undefined) return { refused: 'no-such-item' };
  return found.open ? happens({ fact: 'poll-closed', n: poll }) : NOTHING;
};

export const judgeShowPoll = ({ room }: Case, { poll, texts }: ActOf<'show-poll'>): Judged => {
  const found = room.polls.find(({ n }) => n === poll);
  if (found === undefined) return { refused: 'no-such-item' };
  const known = texts.filter((id) =>
    found.answers.some((answer) => answer.by === id && answer.text !== undefined),
  );
  return happens({ fact: 'poll-shown', n: poll, texts: [...new Set(known)] });
};

export const judgeAnswerPoll = (
  { room, by }: Case,
  { poll, choices, text: raw }: ActOf<'answer-poll'>,
): Judged => {
  const found = room.polls.find(({ n }) => n === poll);
  if (found === undefined || !found.open) return { refused: 'no-such-item' };
  if (by.role === 'projector' || isFacilitator(by)) return { refused: 'not-your-right' };
  const chosen = [...new Set(choices)];
  if (chosen.length > found.form.most || chosen.some((choice) => choice >= found.form.choices.length))
    return { refused: 'not-in-form', field: 'choices' };
  const text = raw === undefined || !found.form.text ? undefined : plainLine(raw);
  if (text !== undefined && isUnfit(text)) return { refused: 'text-unfit' };
  if (chosen.length === 0 && (text === undefined || text === '')) return NOTHING;
  return happens({
    fact: 'poll-answered',
    n: poll,
    person: by.id,
    choices: chosen,
    ...(text === undefined || text === '' ? {} : { text }),
  });
};

/** Everybody who was part of it may say how it was, as long as the room is there: before play, and after it. */
export const judgeReflect = ({ room, by }: Case, { said }: ActOf<'reflect'>): Judged => {
  if (by.role === 'projector' || isFacilitator(by)) return { refused: 'not-your-right' };
  const before = room.reflections.find(({ person }) => person === by.id)?.said;
  return JSON.stringify(before) === JSON.stringify(said)
    ? NOTHING
    : happens({ fact: 'reflected', person: by.id, said });
};
