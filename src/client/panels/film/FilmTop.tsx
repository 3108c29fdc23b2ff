import type { ReactNode } from 'react';
import { f } from '../../i18n/film.ts';
import { t } from '../../i18n/index.ts';
import { Button, Flag, Select } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { Tension } from '../play/TopBar.tsx';
import { useFilm, useFilmScreen, useHead } from './context.tsx';
import { eyeText } from './said.ts';

/** Where the film is, and through whose eyes it is seen. */
export const FilmTop = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const { control } = useFilm();
  const { scenario, view, names, own } = usePlaying();
  const { rights, seat, branch } = useHead();
  const eye = useFilmScreen((screen) => screen.eye);
  const phases = scenario.sessions[view.session]?.phases ?? [];
  const me = own === undefined ? undefined : scenario.delegations[own.index];
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
        <span className="film-eye" data-testid="eye" data-eye={eye}>
          {me === undefined ? null : <Flag code={me.flag} size={18} />}
          {rights.eyes.length < 2 ? (
            <span>{eyeText(names, eye, seat)}</span>
          ) : (
            <Select
              label={f('seeAs')}
              value={eye}
              choices={rights.eyes.map((one) => ({ value: one, label: eyeText(names, one, seat) }))}
              onChange={(value) => {
                const chosen = rights.eyes.find((one) => one === value);
                if (chosen !== undefined) control.see(chosen);
              }}
            />
          )}
        </span>
      </div>
    </header>
  );
};
