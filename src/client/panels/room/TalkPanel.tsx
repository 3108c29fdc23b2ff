import { useEffect, useState, type ReactNode } from 'react';
import { r } from '../../i18n/room.ts';
import type { Names } from '../../i18n/names.ts';
import {
  pairChannel,
  teamChannel,
  type ChannelSight,
  type Message,
  type MineSight,
} from '../../session/remote/index.ts';
import { Button, Flag } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { useCompany, useMine, useRoomSight } from './context.tsx';
import { GroupForm } from './GroupForm.tsx';
import { phraseText } from './phrases.ts';
import { Say } from './Say.tsx';
import { markRead, unreadIn, useRead } from './unread.ts';

type Seat = ChannelSight['members'][number];

/** What a channel is called by whoever sits at one of its ends. */
export const channelText = (
  channel: string,
  members: readonly Seat[],
  mine: MineSight,
  names: Names,
): string => {
  if (channel === 'floor') return r('channel_floor');
  if (channel.startsWith('team:')) return r('channel_team');
  return members
    .filter((member) => member !== mine.seat)
    .map(names.delegation)
    .join(', ');
};

/** Conversations between seats: a list, and the one that is open. On a phone one after the other. */
export const TalkPanel = (): ReactNode => {
  const mine = useMine();
  const { room } = useRoomSight();
  const { scenario, names } = usePlaying();
  const [open, setOpen] = useState<string>();
  const [grouping, setGrouping] = useState(false);
  useRead();
  const seat = mine.seat;
  if (seat === undefined || seat === 'observer' || seat === 'facilitator')
    return <p className="quiet">{r('talkNoSeat')}</p>;
  const known = mine.channels;
  const others = scenario.delegations.filter(({ id }) => id !== seat);
  if (open !== undefined)
    return (
      <Conversation
        channel={open}
        members={
          known.find(({ channel }) => channel === open)?.members ?? membersOf(open, scenario.delegations)
        }
        onBack={() => setOpen(undefined)}
      />
    );
  const groups = known.filter(({ channel }) => channel.startsWith('group:'));
  const line = (channel: string, label: string, flag?: string): ReactNode => {
    const count = unreadIn(mine, room, channel);
    const last = known.find((one) => one.channel === channel)?.messages.at(-1);
    return (
      <li key={channel}>
        <button type="button" className="talk-line" onClick={() => setOpen(channel)} data-channel={channel}>
          {flag === undefined ? (
            <span className="talk-dot" aria-hidden="true" />
          ) : (
            <Flag code={flag} size={20} />
          )}
          <span className="talk-name">
            <strong>{label}</strong>
            {last === undefined ? null : <span className="talk-last">{messageText(last, names)}</span>}
          </span>
          {count > 0 ? (
            <span className="badge">
              <span aria-hidden="true">{count}</span>
              <span className="hidden">{r('unread', { count })}</span>
            </span>
          ) : null}
        </button>
      </li>
    );
  };
  return (
    <>
      <h2>{r('talkTitle')}</h2>
      <ul className="talk-list" aria-label={r('talkChannels')}>
        {line('floor', r('channel_floor'))}
        {line(teamChannel(seat), r('channel_team'))}
        {groups.map(({ channel, members }) => line(channel, channelText(channel, members, mine, names)))}
        {others.map(({ id, flag, name }) => line(pairChannel(seat, id), names.words(name), flag))}
        {seat === 'chair'
          ? null
          : line(pairChannel(seat, 'chair'), names.delegation('chair'), scenario.chair.flag)}
      </ul>
      {grouping ? (
        <GroupForm
          onMade={(channel) => {
            setGrouping(false);
            if (channel !== undefined) setOpen(channel);
          }}
        />
      ) : (
        <Button onPress={() => setGrouping(true)}>{r('newGroup')}</Button>
      )}
    </>
  );
};

/** A channel that has no message yet says in its name who is in it. */
const membersOf = (channel: string, delegations: readonly { readonly id: Seat }[]): readonly Seat[] => {
  const named = channel.split(':').slice(1);
  const seats: readonly Seat[] = [...delegations.map(({ id }) => id), 'chair'];
  return seats.filter((seat) => named.includes(seat));
};

export const messageText = (message: Message, names: Names): string =>
  message.state === 'hidden'
    ? r('messageHidden')
    : message.phrase === undefined
      ? (message.text ?? '')
      : phraseText(names, message.phrase);

const Conversation = ({
  channel,
  members,
  onBack,
}: {
  readonly channel: string;
  readonly members: readonly Seat[];
  readonly onBack: () => void;
}): ReactNode => {
  const { roomStore } = useCompany();
  const mine = useMine();
  const { room } = useRoomSight();
  const { names } = usePlaying();
  const messages = mine.channels.find((one) => one.channel === channel)?.messages ?? [];
  const latest = messages.at(-1)?.n;
  useEffect(() => {
    const seen = roomStore.getState().mine;
    if (seen !== undefined && latest !== undefined) markRead(seen, room, channel);
    document.querySelector('#talk-end')?.scrollIntoView({ block: 'nearest' });
  }, [roomStore, room, channel, latest]);
  return (
    <section className="talk" aria-labelledby="talk-head" data-testid="conversation">
      <header className="talk-head">
        <Button look="quiet" onPress={onBack}>
          {r('talkBack')}
        </Button>
        <h2 id="talk-head">{channelText(channel, members, mine, names)}</h2>
      </header>
      <ol className="talk-messages" aria-live="polite">
        {messages.length === 0 ? <li className="quiet">{r('talkEmpty')}</li> : null}
        {messages.map((message) => (
          <Line key={message.n} message={message} />
        ))}
        <li id="talk-end" aria-hidden="true" />
      </ol>
      <Say channel={channel} />
    </section>
  );
};

const Line = ({ message }: { readonly message: Message }): ReactNode => {
  const mine = useMine();
  const { people } = useRoomSight();
  const { scenario, names } = usePlaying();
  const own = message.by === mine.person;
  const ours = message.seat === mine.seat;
  const flag = scenario.delegations.find(({ id }) => id === message.seat)?.flag ?? scenario.chair.flag;
  return (
    <li className={`bubble${ours ? ' bubble-ours' : ''}${message.state === 'shown' ? '' : ' bubble-off'}`}>
      <span className="bubble-by">
        <Flag code={flag} size={13} /> {names.delegation(message.seat)}
        {own ? '' : `, ${people.find(({ id }) => id === message.by)?.name ?? ''}`}
      </span>
      <span className={message.phrase === undefined ? 'bubble-text bubble-free' : 'bubble-text'}>
        {messageText(message, names)}
      </span>
      {message.state === 'held' ? <span className="quiet">{r('messageHeld')}</span> : null}
    </li>
  );
};
