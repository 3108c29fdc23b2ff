import '@fontsource-variable/noto-sans/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './styles/base.css';
import './styles/pages.css';
import './styles/play.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './panels/App.tsx';
import { createScreen, localSession } from './session/index.ts';

const store = createScreen();
const session = localSession(
  store,
  () => new Worker(new URL('./session/worker.ts', import.meta.url), { type: 'module' }),
);
const loadTable = () => import('./table/index.ts');

const place = document.querySelector('#app');
if (place === null) throw new Error('the page has no place for the game');
createRoot(place).render(
  <StrictMode>
    <App session={session} store={store} loadTable={loadTable} />
  </StrictMode>,
);

if (import.meta.env.VITE_TEST_HOOK === '1') {
  const { expose } = await import('./test-hook.ts');
  expose({ store, session, loadTable });
}
