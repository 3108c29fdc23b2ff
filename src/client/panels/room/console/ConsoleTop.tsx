import { useState, type ReactNode } from 'react';
import { Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { t } from '../../../i18n/index.ts';
import { r } from '../../../i18n/room.ts';
import { PAUSES } from '../../../session/remote/index.ts';
import { Button, Confirmed } from '../../bits.tsx';
import { joinAddress, shortAddress, useAddresses } from '../addresses.ts';
import { RoomClock, stretchText } from '../Clock.tsx';
import { Code } from '../Code.tsx';
import { useNames, useRoomSight } from '../context.tsx';
import { Qr } from '../Qr.tsx';
import { useAsk } from './act.ts';
import { PlanRail } from './PlanRail.tsx';

const MINUTE = 60;
const SLOW = 50;
const USUAL = 100;

/** Time, large, and the hands on it; how to get in; where we are in the plan. */
export const ConsoleTop = (): ReactNode => {
  const sight = useRoomSight();
  const names = useNames();
  const ask = useAsk();
  const { clock, stage } = sight;
  const paused = clock.paused !== undefined;
  const running = stage === 'play' || stage === 'debrief';
  return (
    <header className="desk-top">
      <div className="desk-clock">
        <RoomClock />
        <span className="desk-stretch">
          {paused
            ? `${r('paused')}: ${clock.paused?.text ?? r(`${clock.paused?.code ?? 'other'}_pause`)}`
            : stretchText(clock.stretch, names)}
          {clock.speed === USUAL ? '' : ` · ${r('slow', { percent: clock.speed })}`}
        </span>
      </div>
      <fieldset className="desk-hands" aria-label={r('handsOnTime')}>
        {paused ? (
          <Button look="main" testId="go-on" onPress={() => void ask<'go-on'>({ ask: 'go-on' })}>
            <Sign path="M4 2l10 6-10 6z" /> {r('goOn')}
          </Button>
        ) : (
          <Pause disabled={!running} />
        )}
        <Button
          testId="add-minute"
          disabled={!running}
          onPress={() => void ask<'extend'>({ ask: 'extend', seconds: MINUTE })}
        >
          {r('addMinute')}
        </Button>
        <Button
          disabled={!running}
          onPress={() => void ask<'speed'>({ ask: 'speed', percent: clock.speed === USUAL ? SLOW : USUAL })}
        >
          {clock.speed === USUAL ? r('slowDown') : r('usualSpeed')}
        </Button>
        <Confirmed
          label={r('skip')}
          about={r('skipAbout')}
          look="plain"
          disabled={!running}
          onConfirm={() => void ask<'skip'>({ ask: 'skip' })}
        />
      </fieldset>
      <PlanRail />
      <JoinCorner />
    </header>
  );
};

const Sign = ({ path }: { readonly path: string }): ReactNode => (
  <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
    <path d={path} fill="currentColor" />
  </svg>
);

/** The reason is shown to everybody: people who know why they wait, wait quietly. */
const Pause = ({ disabled }: { readonly disabled: boolean }): ReactNode => {
  const ask = useAsk();
  const [text, setText] = useState('');
  return (
    <DialogTrigger>
      <Button look="main" disabled={disabled} testId="pause">
        <Sign path="M3 2h4v12H3zM9 2h4v12H9z" /> {r('pause')}
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="menu">
          {({ close }) => (
            <>
              <Heading slot="title">{r('pauseWhy')}</Heading>
              {PAUSES.filter((one) => one !== 'to-be-continued').map((why) => (
                <Button
                  key={why}
                  testId={`pause-${why}`}
                  onPress={() => {
                    const said = text.trim();
                    close();
                    setText('');
                    void ask<'pause'>({
                      ask: 'pause',
                      because: { code: why, ...(said === '' ? {} : { text: said }) },
                    });
                  }}
                >
                  {r(`${why}_pause`)}
                </Button>
              ))}
              <label className="field">
                <span className="field-label">{r('pauseWords')}</span>
                <input
                  className="text"
                  maxLength={120}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              </label>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
};

/** Code, QR and address for whoever comes late; the projector; the room’s menu is in the side papers. */
const JoinCorner = (): ReactNode => {
  const { room, people } = useRoomSight();
  const { chosen } = useAddresses();
  const here = people.filter(({ here: now, role }) => now && role !== 'projector').length;
  const address = joinAddress(chosen, room);
  return (
    <div className="desk-join">
      <DialogTrigger>
        <Button look="quiet">
          <span className="hidden">{r('showJoin')}</span>
          <Code code={room} />
        </Button>
        <Popover className="popover" placement="bottom end">
          <Dialog className="menu join-pop">
            <Heading slot="title">{r('screenJoin')}</Heading>
            <Qr address={address} label={r('qrLabel', { address })} />
            <strong>{shortAddress(address)}</strong>
            <p className="quiet">{t('close')}: Esc</p>
          </Dialog>
        </Popover>
      </DialogTrigger>
      <span className="desk-here">{r('screenWelcome', { count: here })}</span>
    </div>
  );
};
