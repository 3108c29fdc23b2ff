import type { ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { FREE_TEXT, type Headline, type Message } from '../../../session/remote/index.ts';
import { Button, Switch } from '../../bits.tsx';
import { useNames, useRoomSight } from '../context.tsx';
import { phraseText } from '../phrases.ts';
import { whenClock } from '../time.ts';
import { useAsk, useDeskSight } from './act.ts';

/** What is being said: what waits for a word of ours first, then everything. */
export const TalkDesk = (): ReactNode => {
  const ask = useAsk();
  const { settings, headlines } = useRoomSight();
  const { heldMessages, heldHeadlines, talk } = useDeskSight();
  // What waits stands above.
  const said = talk.filter(({ state }) => state !== 'held');
  return (
    <>
      <h2>{r('talkDeskTitle')}</h2>
      <Switch
        legend={r('hostTalk')}
        name="free-text"
        value={settings.freeText}
        choices={FREE_TEXT.map((value) => ({ value, label: r(`free_${value}`) }))}
        onChange={(value) =>
          void ask<'settings'>({
            ask: 'settings',
            settings: { freeText: FREE_TEXT.find((one) => one === value) ?? 'off' },
          })
        }
      />
      {heldHeadlines.map((headline) => (
        <HeadlineLine key={headline.n} headline={headline} />
      ))}
      {heldMessages.map((message) => (
        <MessageLine key={message.n} message={message} />
      ))}
      {headlines.length === 0 ? null : (
        <section aria-labelledby="desk-papers">
          <h3 id="desk-papers">{r('papers')}</h3>
          {headlines.toReversed().map((headline) => (
            <HeadlineLine key={headline.n} headline={headline} />
          ))}
        </section>
      )}
      <section aria-labelledby="talk-log">
        <h3 id="talk-log">{r('talkLog')}</h3>
        {said.length === 0 ? <p className="quiet">{r('talkEmpty')}</p> : null}
        <div className="talk-log">
          {said.toReversed().map((message) => (
            <MessageLine key={message.n} message={message} />
          ))}
        </div>
      </section>
    </>
  );
};

const MessageLine = ({ message }: { readonly message: Message }): ReactNode => {
  const ask = useAsk();
  const { people } = useRoomSight();
  const names = useNames();
  if (names === undefined) return null;
  const to =
    message.channel === 'floor'
      ? r('channel_floor')
      : message.channel
          .split(':')
          .slice(1)
          .filter((seat) => seat !== message.seat)
          .map(names.delegation)
          .join(', ');
  const show = (shown: boolean): void => {
    void ask<'moderate-message'>({ ask: 'moderate-message', message: message.n, show: shown });
  };
  return (
    <div className={`desk-line desk-${message.state}`}>
      <span>
        <span className="quiet">
          {whenClock(message.at)} {people.find(({ id }) => id === message.by)?.name ?? ''},{' '}
          {names.delegation(message.seat)} → {to === '' ? r('channel_team') : to}:
        </span>{' '}
        {message.state === 'hidden'
          ? r('messageHidden')
          : message.phrase === undefined
            ? message.text
            : phraseText(names, message.phrase)}
      </span>
      <span className="row">
        {message.state === 'held' ? (
          <Button look="main" onPress={() => show(true)}>
            {r('letThrough')}
          </Button>
        ) : null}
        {message.phrase === undefined && message.state !== 'hidden' ? (
          <Button look="quiet" onPress={() => show(false)}>
            {r('takeOut')}
          </Button>
        ) : null}
      </span>
    </div>
  );
};

const HeadlineLine = ({ headline }: { readonly headline: Headline }): ReactNode => {
  const ask = useAsk();
  const { people } = useRoomSight();
  const show = (shown: boolean): void => {
    void ask<'moderate-headline'>({ ask: 'moderate-headline', headline: headline.n, show: shown });
  };
  return (
    <div className={`desk-line desk-${headline.state}`}>
      <span>
        <strong>{headline.text}</strong>{' '}
        <span className="quiet">
          {whenClock(headline.at)} {people.find(({ id }) => id === headline.by)?.name ?? ''}
        </span>
      </span>
      <span className="row">
        {headline.state === 'held' ? (
          <Button look="main" onPress={() => show(true)}>
            {r('letThrough')}
          </Button>
        ) : null}
        {headline.state === 'hidden' ? null : (
          <Button look="quiet" onPress={() => show(false)}>
            {r('takeOut')}
          </Button>
        )}
      </span>
    </div>
  );
};
