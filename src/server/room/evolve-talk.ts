import type { Headline, Message, PollAnswer } from '../../protocol/index.ts';
import type { Entry, Fact } from './fact.ts';
import type { Room } from './room.ts';

type TalkFact = Extract<
  Fact,
  {
    fact:
      | 'noted'
      | 'said'
      | 'message-judged'
      | 'headlined'
      | 'headline-judged'
      | 'marked'
      | 'unmarked'
      | 'polled'
      | 'poll-closed'
      | 'poll-answered'
      | 'reflected'
      | 'poll-shown';
  }
>;

/** Kept in the room's state; the log has them all. */
export const KEPT_MESSAGES = 400;
export const KEPT_HEADLINES = 80;

export const evolveTalk = (room: Room, fact: TalkFact, { at }: Entry): Room => {
  switch (fact.fact) {
    case 'noted':
      return {
        ...room,
        notes: [...room.notes.filter(({ seat }) => seat !== fact.seat), { seat: fact.seat, text: fact.text }],
      };
    case 'said': {
      const message: Message = {
        n: fact.n,
        channel: fact.channel,
        by: fact.person,
        seat: fact.seat,
        at,
        ...(fact.phrase === undefined ? {} : { phrase: fact.phrase }),
        ...(fact.text === undefined ? {} : { text: fact.text }),
        state: fact.held ? 'held' : 'shown',
      };
      return {
        ...room,
        messages: [...room.messages, message].slice(-KEPT_MESSAGES),
        counters: { ...room.counters, messages: Math.max(room.counters.messages, fact.n) },
        people: room.people.map((person) => (person.id === fact.person ? { ...person, seen: at } : person)),
      };
    }
    case 'message-judged':
      return {
        ...room,
        messages: room.messages.map((item) =>
          item.n === fact.n ? (fact.show ? { ...item, state: 'shown' } : withoutWords(item)) : item,
        ),
      };
    case 'headlined': {
      const headline: Headline = {
        n: fact.n,
        by: fact.person,
        at,
        text: fact.text,
        about: fact.about,
        state: fact.held ? 'held' : 'shown',
      };
      return {
        ...room,
        headlines: [...room.headlines, headline].slice(-KEPT_HEADLINES),
        counters: { ...room.counters, headlines: Math.max(room.counters.headlines, fact.n) },
      };
    }
    case 'headline-judged':
      return {
        ...room,
        headlines: room.headlines.map((item) =>
          item.n === fact.n
            ? { ...item, state: fact.show ? 'shown' : 'hidden', text: fact.show ? item.text : '' }
            : item,
        ),
      };
    case 'marked': {
      const { session, phase } = room.game;
      return {
        ...room,
        marks: [
          ...room.marks,
          {
            n: fact.n,
            by: fact.person,
            at,
            moves: room.sizes.length,
            session,
            phase,
            tag: fact.tag,
            text: fact.text,
            ...(fact.about === undefined ? {} : { about: fact.about }),
          },
        ],
        counters: { ...room.counters, marks: Math.max(room.counters.marks, fact.n) },
      };
    }
    case 'unmarked':
      return { ...room, marks: room.marks.filter(({ n }) => n !== fact.n) };
    case 'polled':
      return {
        ...room,
        polls: [
          ...room.polls,
          { n: fact.n, form: fact.poll, open: true, answers: [], shown: false, texts: [] },
        ],
        counters: { ...room.counters, polls: Math.max(room.counters.polls, fact.n) },
      };
    case 'poll-closed':
      return {
        ...room,
        polls: room.polls.map((poll) => (poll.n === fact.n ? { ...poll, open: false } : poll)),
      };
    case 'poll-answered': {
      const answer: PollAnswer = {
        by: fact.person,
        choices: fact.choices,
        ...(fact.text === undefined ? {} : { text: fact.text }),
      };
      return {
        ...room,
        polls: room.polls.map((poll) =>
          poll.n === fact.n
            ? { ...poll, answers: [...poll.answers.filter(({ by }) => by !== fact.person), answer] }
            : poll,
        ),
      };
    }
    case 'reflected': {
      const { person, said } = fact;
      const known = room.reflections.some((one) => one.person === person);
      return {
        ...room,
        reflections: known
          ? room.reflections.map((one) => (one.person === person ? { person, said } : one))
          : [...room.reflections, { person, said }],
      };
    }
    case 'poll-shown':
      return {
        ...room,
        polls: room.polls.map((poll) =>
          poll.n === fact.n ? { ...poll, shown: true, texts: fact.texts } : poll,
        ),
      };
  }
};

const withoutWords = ({ text: _text, phrase: _phrase, ...item }: Message): Message => ({
  ...item,
  state: 'hidden',
});
