import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import { dropKey } from '../../session/remote/index.ts';
import { Button } from '../bits.tsx';
import { useScreen } from '../context.tsx';
import { TITLE } from '../place.ts';
import { useCompany, useRoom } from './context.tsx';
import { isBriefed } from './briefed.ts';
import { keyFor } from './keys.ts';
import { LobbyPage } from './LobbyPage.tsx';
import { roomRefusalText } from './refusals.ts';

const Play = lazy(() => import('../play/Play.tsx'));
const DebriefPage = lazy(() => import('./DebriefPage.tsx'));

/** One's seat in a room: before play, in it and after it, on whatever device has the key. */
const SeatPage = ({ code }: { readonly code: string }): ReactNode => {
  const { room, roomStore, go } = useCompany();
  const link = useRoom((screen) => screen.link);
  const sight = useRoom((screen) => screen.room);
  const mine = useRoom((screen) => screen.mine);
  const hasGame = useScreen((screen) => screen.view !== undefined);
  const seat = useScreen((screen) => screen.seat);
  const [briefed, setBriefed] = useState(false);
  useEffect(() => {
    if (roomStore.getState().welcome !== undefined) return;
    const key = keyFor(code, 'seat');
    if (key === undefined) go({ at: 'join', code });
    else void room.enter({ room: code, key: key.key });
  }, [room, roomStore, code, go]);
  if (link.link === 'gone')
    return (
      <Gone
        said={
          link.why === 'removed' || link.why === 'not-in-a-room'
            ? r('linkRemoved')
            : link.why === 'room-deleted' || link.why === 'room-ended'
              ? r('linkEnded')
              : link.why === 'server-stops' || link.why === 'too-fast'
                ? r('linkGone')
                : roomRefusalText({ refused: link.why } as Parameters<typeof roomRefusalText>[0])
        }
        onJoin={() => {
          dropKey(code, 'seat');
          window.location.assign(`?join=${code}`);
        }}
      />
    );
  if (sight === undefined || mine === undefined)
    return (
      <main className="room-page room-waiting">
        <output className="waiting">{r('linkConnecting')}</output>
      </main>
    );
  const wait = (
    <main className="room-page room-waiting">
      <output className="waiting">{t('loading')}</output>
    </main>
  );
  // Said on whatever device.
  const ready = sight.people.some((person) => person.id === mine.person && person.ready);
  switch (sight.stage) {
    case 'lobby':
      return <LobbyPage />;
    case 'play':
      if (!hasGame) return <LobbyPage />;
      // Whoever comes late, or has not said that they are ready, has their minute first.
      if (!briefed && !ready && !isBriefed(sight.room, mine.person))
        return <LobbyPage late onBegin={() => setBriefed(true)} />;
      return (
        <Suspense fallback={wait}>
          <Play key={seat} />
        </Suspense>
      );
    case 'debrief':
    case 'ended':
      return (
        <Suspense fallback={wait}>
          <DebriefPage />
        </Suspense>
      );
  }
};

const Gone = ({ said, onJoin }: { readonly said: string; readonly onJoin: () => void }): ReactNode => {
  const { go } = useCompany();
  return (
    <main className="room-page room-waiting" data-testid="gone">
      <h1>{said}</h1>
      <div className="row">
        <Button look="main" onPress={onJoin}>
          {t('joinCode')}
        </Button>
        <Button look="quiet" onPress={() => go(TITLE)}>
          {t('back')}
        </Button>
      </div>
    </main>
  );
};

export default SeatPage;
