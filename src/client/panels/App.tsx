import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { language, t } from '../i18n/index.ts';
import { DeskProvider, useScreen, type Desk } from './context.tsx';
import { Messages } from './Messages.tsx';
import { addressOf, arrive, placeOf, type Place } from './place.ts';
import { Title } from './Title.tsx';

export type { Desk } from './context.tsx';

const NewGame = lazy(() => import('./NewGame.tsx'));
const Play = lazy(() => import('./play/Play.tsx'));
const Classroom = lazy(() => import('./room/Classroom.tsx'));
const HandOver = lazy(() => import('./play/HandOver.tsx'));

/** The whole page: title, choice of a seat, the game. */
export const App = (desk: Desk): ReactNode => (
  <I18nProvider locale={language()}>
    <Places desk={desk} />
  </I18nProvider>
);

/** A game played here, or a page of a session that a server runs. */
const Places = ({ desk }: { readonly desk: Desk }): ReactNode => {
  const [place, setPlace] = useState(arrive);
  useEffect(() => {
    const moved = (): void => setPlace(placeOf(window.location.search));
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, []);
  const go = useCallback((next: Place): void => {
    window.history.pushState(null, '', addressOf(next));
    setPlace(next);
  }, []);
  if (place.at !== 'title')
    return (
      <Suspense fallback={<Waiting />}>
        <Classroom place={place} go={go} desk={desk} />
      </Suspense>
    );
  return (
    <DeskProvider value={desk}>
      <Pages go={go} />
      <Messages />
    </DeskProvider>
  );
};

const Pages = ({ go }: { readonly go: (place: Place) => void }): ReactNode => {
  const status = useScreen((screen) => screen.status);
  const ready = useScreen((screen) => screen.view !== undefined);
  const seat = useScreen((screen) => screen.seat);
  const between = useScreen(
    (screen) => screen.people !== undefined && screen.seat === 'observer' && screen.view?.status === 'open',
  );
  const [choosing, setChoosing] = useState(false);
  const wait = <Waiting />;
  // Each seat has papers of its own: whatever somebody began to write goes with them.
  if (status === 'playing' && ready)
    return <Suspense fallback={wait}>{between ? <HandOver /> : <Play key={seat} />}</Suspense>;
  if (status !== 'title') return wait;
  if (choosing)
    return (
      <Suspense fallback={wait}>
        <NewGame onBack={() => setChoosing(false)} />
      </Suspense>
    );
  return <Title onNew={() => setChoosing(true)} go={go} />;
};

const Waiting = (): ReactNode => (
  <main className="title-page">
    <output className="waiting">{t('loading')}</output>
  </main>
);
