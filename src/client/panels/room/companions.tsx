import { useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import { dropKey } from '../../session/remote/index.ts';
import { Button } from '../bits.tsx';
import type { Companions } from '../context.tsx';
import { TITLE } from '../place.ts';
import { useCompany, useRoom, useRoomSight } from './context.tsx';
import { OtherDevice } from './OtherDevice.tsx';
import { Papers, PressDesk } from './PressDesk.tsx';
import { RoomBar } from './RoomBar.tsx';
import { TalkPanel } from './TalkPanel.tsx';
import { TeamNotes } from './TeamNotes.tsx';
import { unreadIn, useRead } from './unread.ts';

/** What is said: between seats; for the press what it prints; for everybody else what has been printed. */
const Talk = (): ReactNode => {
  const role = useRoom((screen) => screen.mine?.role);
  if (role === 'press') return <PressDesk />;
  return (
    <>
      {role === 'observer' ? null : <TalkPanel />}
      {role === 'member' || role === 'adviser' ? <TeamNotes /> : null}
      <Papers />
    </>
  );
};

const Menu = ({ close }: { readonly close: () => void }): ReactNode => {
  const { room, go } = useCompany();
  const { room: code } = useRoomSight();
  const [leaving, setLeaving] = useState(false);
  const leave = async (): Promise<void> => {
    await room.ask<'leave'>({ ask: 'leave' });
    dropKey(code, 'seat');
    close();
    go(TITLE);
  };
  return (
    <>
      <p className="quiet">{r('tabletop', { code })}</p>
      <OtherDevice />
      {leaving ? (
        <div className="seat-link">
          <p className="quiet">{r('leaveRoomAbout')}</p>
          <div className="row">
            <Button look="danger" onPress={() => void leave()}>
              {r('leaveRoom')}
            </Button>
            <Button look="quiet" onPress={() => setLeaving(false)}>
              {t('cancel')}
            </Button>
          </div>
        </div>
      ) : (
        <Button onPress={() => setLeaving(true)}>{r('leaveRoom')}</Button>
      )}
    </>
  );
};

const useUnread = (): number => {
  const mine = useRoom((screen) => screen.mine);
  const room = useRoom((screen) => screen.room?.room);
  useRead();
  return mine === undefined || room === undefined
    ? 0
    : mine.channels.reduce((sum, { channel }) => sum + unreadIn(mine, room, channel), 0);
};

/** Whether commands of mine have any effect: at once or as a proposal, while my seat is played by people. */
const useHands = (): boolean =>
  useRoom((screen) => screen.mine !== undefined && screen.mine.commands !== 'none');

export const companions: Companions = { Bar: RoomBar, Talk, Menu, useUnread, useHands };
