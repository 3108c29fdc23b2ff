import type { ChannelSight, MineSight, Proposal, StoodIn } from '../../protocol/index.ts';
import { membersOf, voiceOf } from './channels.ts';
import type { Chairable } from './fact.ts';
import { decidesAlone, seatPlayed, votesNeeded } from './judge-game.ts';
import { standInOf, type Person, type ProposalState, type Room } from './room.ts';
import { unread } from './stood-in.ts';

/** Messages of one channel that are shown: the latest. */
const SHOWN = 100;

/** What one person may see of their own, and of their delegation's. */
export const mineSight = (room: Room, person: Person): MineSight => {
  const played = seatPlayed(person);
  const voice = voiceOf(person);
  const stood = voice === undefined ? undefined : stoodIn(room, voice);
  const nudged = room.nudges.find(({ seat }) => seat === played)?.at;
  const said = room.reflections.find((one) => one.person === person.id)?.said;
  return {
    person: person.id,
    name: person.name,
    role: person.role,
    ...(person.seat === undefined ? {} : { seat: person.seat }),
    head: person.head,
    muted: person.muted,
    help: person.help,
    ...(person.late ? { late: person.joined } : {}),
    commands:
      played === undefined || standInOf(room, played) !== undefined
        ? 'none'
        : decidesAlone(room, person)
          ? 'at-once'
          : 'proposed',
    proposals:
      voice === undefined
        ? []
        : room.proposals.filter(({ seat }) => seat === voice).map((item) => proposalSight(room, item)),
    ...(stood === undefined ? {} : { stoodIn: stood }),
    ...(nudged === undefined ? {} : { nudged }),
    channels: voice === undefined ? [] : channelsOf(room, voice, person.id),
    notes: voice === undefined ? '' : (room.notes.find(({ seat }) => seat === voice)?.text ?? ''),
    headlines: room.headlines.filter(({ by }) => by === person.id),
    answers: room.polls.flatMap(({ n, answers }) => {
      const answer = answers.find(({ by }) => by === person.id);
      return answer === undefined ? [] : [{ poll: n, answer }];
    }),
    ...(said === undefined ? {} : { said }),
    marks: room.marks.filter(({ by }) => by === person.id),
  };
};

const proposalSight = (room: Room, item: ProposalState): Proposal => ({
  n: item.n,
  by: item.by,
  at: item.at,
  command: item.command,
  yes: item.yes,
  no: item.no,
  needed: room.settings.deciding === 'head' ? 1 : votesNeeded(room, item.seat),
});

const stoodIn = (room: Room, voice: Chairable): StoodIn | undefined => {
  const found = unread(room, voice);
  return found === undefined
    ? undefined
    : {
        seat: found.seat,
        from: found.from,
        to: found.until.at,
        moves: found.moved.length,
        since: found.since,
        until: found.until.seen,
      };
};

/** Channels that a seat has a part in and in which something was said, the latest last. What is held is its author's alone. */
const channelsOf = (room: Room, voice: Chairable, person: string): readonly ChannelSight[] => {
  const found = new Map<
    string,
    { readonly members: readonly Chairable[]; readonly messages: Room['messages'][number][] }
  >();
  for (const message of room.messages) {
    if (message.state === 'held' && message.by !== person) continue;
    const known = found.get(message.channel);
    const members = known?.members ?? membersOf(room, message.channel) ?? [];
    if (!members.includes(voice)) continue;
    const messages = known?.messages ?? [];
    messages.push(message);
    found.set(message.channel, { members, messages });
  }
  return [...found].map(([channel, { members, messages }]) => ({
    channel,
    members,
    messages: messages.slice(-SHOWN),
  }));
};
