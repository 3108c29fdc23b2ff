import '@fontsource-variable/noto-sans/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './styles/base.css';
import './styles/pages.css';
import './styles/assembly.css';
import './styles/play.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, type Desk } from './panels/App.tsx';
import { keepTextLanguage } from './panels/settings.ts';
import { createScreen, localSession } from './session/index.ts';

keepTextLanguage();
const store = createScreen();
const session = localSession(
  store,
  () => new Worker(new URL('./session/worker.ts', import.meta.url), { type: 'module' }),
);
let desk: Desk = { session, store, loadTable: () => import('./table/index.ts') };
if (import.meta.env.VITE_TEST_HOOK === '1') {
  const { held } = await import('./test-hook.ts');
  desk = held(desk);
}

const place = document.querySelector('#app');
if (place === null) throw new Error('the page has no place for the game');
createRoot(place).render(
  <StrictMode>
    <App {...desk} />
  </StrictMode>,
);
