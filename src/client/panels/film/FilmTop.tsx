import type { ReactNode } from 'react';
import { f } from '../../i18n/film.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { Tension } from '../play/TopBar.tsx';
import { useHead } from './context.tsx';

/** Where the film is. */
export const FilmTop = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const { branch } = useHead();
  const phases = scenario.sessions[view.session]?.phases ?? [];
  const title = names.words(scenario.title);
  return (
    <header className="top film-top">
      <div className="top-me">
        <Button look="quiet" onPress={onClose} testId="film-close">
          ← {f('closeFilm')}
        </Button>
        <h1 className="film-title">
          {branch === undefined ? f('filmOf', { title }) : f('branchFilm', { at: branch })}
        </h1>
        <span className="top-day">
          {t('session', {
            title: names.session(view.session),
            n: view.session + 1,
            all: scenario.sessions.length,
          })}
        </span>
      </div>
      <ol className="phases" data-testid="phase" data-phase={view.phase}>
        {phases.map((phase) => (
          <li
            key={phase}
            className={phase === view.phase ? 'phase phase-now' : 'phase'}
            {...(phase === view.phase ? { 'aria-current': 'step' as const } : {})}
          >
            {names.phase(phase)}
          </li>
        ))}
      </ol>
      <div className="top-end">
        <Tension />
      </div>
    </header>
  );
};
