import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { language, t } from '../i18n/index.ts';
import { DeskProvider, useScreen, type Desk } from './context.tsx';
import { FilmDoors } from './film-door.tsx';
import { Messages } from './Messages.tsx';
import type { OwnScenario } from './own.ts';
import { addressOf, arrive, placeOf, type Place } from './place.ts';
import { Title } from './Title.tsx';
import type { Opening } from './workshop/Workshop.tsx';

export type { Desk } from './context.tsx';

const NewGame = lazy(() => import('./NewGame.tsx'));
const Play = lazy(() => import('./play/Play.tsx'));
const Classroom = lazy(() => import('./room/Classroom.tsx'));
const HandOver = lazy(() => import('./play/HandOver.tsx'));
const Workshop = lazy(() => import('./workshop/Workshop.tsx'));
const LinkPage = lazy(() => import('./workshop/LinkPage.tsx'));

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
      <FilmDoors>
        <Pages go={go} />
      </FilmDoors>
      <Messages />
    </DeskProvider>
  );
};

/** What is shown while no game is played. */
type Page =
  | { readonly page: 'title' }
  | { readonly page: 'choose'; readonly own?: OwnScenario; readonly from: 'title' | 'workshop' }
  | { readonly page: 'workshop'; readonly opening: Opening }
  | { readonly page: 'link'; readonly hash: string };

const linked = (): Page | undefined =>
  window.location.hash.startsWith('#scenario=') ? { page: 'link', hash: window.location.hash } : undefined;

const Pages = ({ go }: { readonly go: (place: Place) => void }): ReactNode => {
  const status = useScreen((screen) => screen.status);
  const ready = useScreen((screen) => screen.view !== undefined);
  const seat = useScreen((screen) => screen.seat);
  const between = useScreen(
    (screen) => screen.people !== undefined && screen.seat === 'observer' && screen.view?.status === 'open',
  );
  const [page, setPage] = useState<Page>(() => linked() ?? { page: 'title' });
  useEffect(() => {
    // A link that is opened where the game is open already changes only what comes after #.
    const changed = (): void => setPage((now) => linked() ?? now);
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  const toTitle = useCallback(() => setPage({ page: 'title' }), []);
  const wait = <Waiting />;
  // Each seat has papers of its own: whatever somebody began to write goes with them.
  if (status === 'playing' && ready)
    return <Suspense fallback={wait}>{between ? <HandOver /> : <Play key={seat} />}</Suspense>;
  if (status !== 'title') return wait;
  switch (page.page) {
    case 'title':
      return (
        <Title
          onNew={(own) => setPage({ page: 'choose', from: 'title', ...(own === undefined ? {} : { own }) })}
          onWorkshop={() => setPage({ page: 'workshop', opening: { from: 'start' } })}
          go={go}
        />
      );
    case 'choose': {
      // Who plays what is being written comes back to it.
      const back = (): void =>
        page.from === 'title' ? toTitle() : setPage({ page: 'workshop', opening: { from: 'last' } });
      return (
        <Suspense fallback={wait}>
          <NewGame
            {...(page.own === undefined ? {} : { own: page.own })}
            onBack={back}
            onWorkshop={({ name, text }) =>
              page.from === 'workshop' && text === page.own?.text
                ? back()
                : setPage({ page: 'workshop', opening: { from: 'text', name, text } })
            }
          />
        </Suspense>
      );
    }
    case 'workshop':
      return (
        <Suspense fallback={wait}>
          <Workshop
            opening={page.opening}
            onBack={toTitle}
            onPlay={(name, text) => setPage({ page: 'choose', from: 'workshop', own: { name, text } })}
            onLeave={() => setPage({ page: 'workshop', opening: { from: 'last' } })}
          />
        </Suspense>
      );
    case 'link': {
      // The address is the game's own again: a reload does not open the link once more.
      const unlinked = (next: Page): void => {
        window.history.replaceState(null, '', window.location.pathname + window.location.search);
        setPage(next);
      };
      return (
        <Suspense fallback={wait}>
          <LinkPage
            key={page.hash}
            hash={page.hash}
            onBack={() => unlinked({ page: 'title' })}
            onPlay={(name, text) => unlinked({ page: 'choose', from: 'title', own: { name, text } })}
            onOpen={(name, text) => unlinked({ page: 'workshop', opening: { from: 'text', name, text } })}
          />
        </Suspense>
      );
    }
  }
};

const Waiting = (): ReactNode => (
  <main className="title-page">
    <output className="waiting">{t('loading')}</output>
  </main>
);
