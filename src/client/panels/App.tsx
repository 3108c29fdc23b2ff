import { lazy, Suspense, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { language, t } from '../i18n/index.ts';
import { DeskProvider, useScreen, type Desk } from './context.tsx';
import { FilmDoors } from './film-door.tsx';
import { Messages } from './Messages.tsx';
import { Title } from './Title.tsx';

export type { Desk } from './context.tsx';

const NewGame = lazy(() => import('./NewGame.tsx'));
const Play = lazy(() => import('./play/Play.tsx'));
const HandOver = lazy(() => import('./play/HandOver.tsx'));

/** The whole page: title, choice of a seat, the game. */
export const App = (desk: Desk): ReactNode => (
  <I18nProvider locale={language()}>
    <DeskProvider value={desk}>
      <FilmDoors>
        <Pages />
      </FilmDoors>
      <Messages />
    </DeskProvider>
  </I18nProvider>
);

const Pages = (): ReactNode => {
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
  return <Title onNew={() => setChoosing(true)} />;
};

const Waiting = (): ReactNode => (
  <main className="title-page">
    <output className="waiting">{t('loading')}</output>
  </main>
);
