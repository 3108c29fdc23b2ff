import { lazy, Suspense, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { language, t } from '../i18n/index.ts';
import { DeskProvider, useScreen, type Desk } from './context.tsx';
import { Messages } from './Messages.tsx';
import { Title } from './Title.tsx';

export type { Desk } from './context.tsx';

const NewGame = lazy(() => import('./NewGame.tsx'));
const Play = lazy(() => import('./play/Play.tsx'));

/** The whole page: title, choice of a seat, the game. */
export const App = (desk: Desk): ReactNode => (
  <I18nProvider locale={language()}>
    <DeskProvider value={desk}>
      <Pages />
      <Messages />
    </DeskProvider>
  </I18nProvider>
);

const Pages = (): ReactNode => {
  const status = useScreen((screen) => screen.status);
  const ready = useScreen((screen) => screen.view !== undefined);
  const [choosing, setChoosing] = useState(false);
  const wait = <Waiting />;
  if (status === 'playing' && ready)
    return (
      <Suspense fallback={wait}>
        <Play />
      </Suspense>
    );
  if (status === 'loading') return wait;
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
