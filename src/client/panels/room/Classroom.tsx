import '../../styles/room.css';
import '../../styles/desk.css';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { openRoom, type OpenRoom } from '../../session/remote/index.ts';
import type { Desk } from '../context.tsx';
import { Messages } from '../Messages.tsx';
import { addressOf, type Place } from '../place.ts';
import { companions } from './companions.tsx';
import { CompanyProvider } from './context.tsx';
import { takeKeyFromAddress } from './keys.ts';
import { RoomMessages } from './RoomMessages.tsx';

const JoinPage = lazy(() => import('./JoinPage.tsx'));
const SeatPage = lazy(() => import('./SeatPage.tsx'));
const HostPage = lazy(() => import('./host/HostPage.tsx'));
const ConsolePage = lazy(() => import('./console/ConsolePage.tsx'));
const ScreenPage = lazy(() => import('./board/ScreenPage.tsx'));
const ComparePage = lazy(() => import('./ComparePage.tsx'));

/** The connection of this page. It outlives going from one page of a session to another, and development's second mounting. */
let held: OpenRoom | undefined;
let letting: number | undefined;

const useConnection = (code: string): OpenRoom => {
  const [open] = useState(() => (held ??= openRoom(code)));
  useEffect(() => {
    window.clearTimeout(letting);
    return () => {
      letting = window.setTimeout(() => {
        held?.room.close();
        held = undefined;
      }, 0);
    };
  }, []);
  return open;
};

/** The pages of a session that a server runs: joining, one's seat, hosting, the console, the projector, the comparison. */
const Classroom = ({
  place,
  go,
  desk,
}: {
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly desk: Desk;
}): ReactNode => {
  useState(() => takeKeyFromAddress(place));
  useEffect(() => {
    // A window that shows this page already, and is sent here again with a key.
    const again = (): void => {
      takeKeyFromAddress(place);
    };
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, [place]);
  const connection = useConnection(place.code);
  const travel = useCallback(
    (next: Place): void => {
      const here = connection.roomStore.getState().welcome?.room;
      const away = next.at === 'title' || (here !== undefined && next.code !== here && next.code !== '');
      // Another room, or none: a page of its own, with a connection of its own.
      if (away) window.location.assign(addressOf(next));
      else go(next);
    },
    [connection, go],
  );
  const company = useMemo(() => ({ ...connection, go: travel }), [connection, travel]);
  const roomDesk = useMemo(
    (): Desk => ({
      session: connection.room.session,
      store: connection.store,
      loadTable: desk.loadTable,
      companions,
    }),
    [connection, desk],
  );
  return (
    <CompanyProvider company={company} desk={roomDesk}>
      <Suspense
        fallback={
          <main className="room-page room-waiting">
            <output className="waiting">{t('loading')}</output>
          </main>
        }
      >
        <Page place={place} />
      </Suspense>
      <Messages />
      <RoomMessages />
    </CompanyProvider>
  );
};

const Page = ({ place }: { readonly place: Place }): ReactNode => {
  switch (place.at) {
    case 'join':
      return <JoinPage key={place.code} code={place.code} />;
    case 'seat':
      return <SeatPage code={place.code} />;
    case 'host':
      return <HostPage />;
    case 'console':
      return <ConsolePage code={place.code} />;
    case 'screen':
      return <ScreenPage code={place.code} />;
    case 'compare':
      return <ComparePage code={place.code} />;
    case 'title':
      return null;
  }
};

export default Classroom;
