import { useEffect, type ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { r } from '../../../i18n/room.ts';
import { Button } from '../../bits.tsx';
import { TITLE } from '../../place.ts';
import { useCompany, useRoom } from '../context.tsx';
import { keyFor } from '../keys.ts';
import { Attention } from './Attention.tsx';
import { useScreen } from '../../context.tsx';
import { Glance } from './Glance.tsx';
import { ConsoleTop } from './ConsoleTop.tsx';
import { RoomDoors } from '../RoomDoors.tsx';
import { LobbyDesk } from './LobbyDesk.tsx';
import { Seats } from './Seats.tsx';
import { Side } from './Side.tsx';

/** Whoever runs the room: everything at a glance, and a hand on everything. */
const ConsolePage = ({ code }: { readonly code: string }): ReactNode => {
  const { room, roomStore, go } = useCompany();
  const link = useRoom((screen) => screen.link);
  const sight = useRoom((screen) => screen.room);
  const desk = useRoom((screen) => screen.desk);
  const hasGame = useScreen((screen) => screen.view !== undefined);
  const key = keyFor(code, 'host', 'cohost');
  useEffect(() => {
    if (key !== undefined && roomStore.getState().welcome === undefined)
      void room.enter({ room: code, key: key.key });
  }, [room, roomStore, code, key]);
  if (key === undefined || link.link === 'gone')
    return (
      <main className="room-page room-waiting" data-testid="gone">
        <h1>{key === undefined ? r('consoleNoKey') : r('linkEnded')}</h1>
        <div className="row">
          <Button look="main" onPress={() => window.location.assign('?host')}>
            {t('hostSession')}
          </Button>
          <Button look="quiet" onPress={() => go(TITLE)}>
            {t('back')}
          </Button>
        </div>
      </main>
    );
  if (sight === undefined || desk === undefined)
    return (
      <main className="room-page room-waiting">
        <output className="waiting">{r('linkConnecting')}</output>
      </main>
    );
  return (
    <RoomDoors>
      <div className="room-page desk" data-testid="console" data-stage={sight.stage}>
        <ConsoleTop />
        <main className="desk-main">
          <h1 className="hidden">{r('consoleTitle')}</h1>
          {sight.stage === 'lobby' ? (
            <LobbyDesk />
          ) : (
            <>
              <Attention />
              <Seats />
              {hasGame ? <Glance /> : null}
            </>
          )}
        </main>
        <Side />
      </div>
    </RoomDoors>
  );
};

export default ConsolePage;
