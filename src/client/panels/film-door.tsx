import { Activity, createContext, lazy, Suspense, use, useMemo, useState, type ReactNode } from 'react';
import type { Scenario } from '../../engine/seat.ts';
import { t } from '../i18n/index.ts';
import type { Eye, FilmSource } from '../session/film/contract.ts';
import { useDesk } from './context.tsx';

const FilmPage = lazy(() => import('./film/FilmPage.tsx'));

/** Which film, and where it begins. */
export interface FilmAsk {
  /** The game on the screen if not said. */
  readonly source?: FilmSource;
  /** Index of a move, as turning points have it: the film stands just after it. The opening if not said. */
  readonly move?: number;
  readonly eye?: Eye;
}

/** Where a film is opened: what may be seen of it, and what can be done with it there. */
export interface FilmPlace {
  /** Whether there is a film to be opened at all. */
  readonly offered: boolean;
  /** Whoever watches runs the game, or has been shown everything by whoever does. */
  readonly runs: boolean;
  /** Whether a branch can be played on here, as a game of one's own. */
  readonly playsOn: boolean;
}

export interface FilmDoor extends FilmPlace {
  /** Shows a game as a film. */
  readonly openFilm: (ask?: FilmAsk) => void;
  /** The same, with what could have been otherwise at that move laid out. */
  readonly openBranch: (ask: FilmAsk) => void;
  /** The scenario of the game that was taken over from a film, until what was done in its seat has been read. */
  readonly taken: Scenario | undefined;
  readonly read: () => void;
}

export interface FilmShown extends FilmAsk {
  readonly whatIf: boolean;
}

/** A game that is played in this browser. */
const HERE: FilmPlace = { offered: true, runs: false, playsOn: true };

const FilmDoorContext = createContext<FilmDoor>({
  ...HERE,
  // Outside of any door there is no way in.
  offered: false,
  openFilm: () => undefined,
  openBranch: () => undefined,
  taken: undefined,
  read: () => undefined,
});

/** The way into a film, from any panel. */
export const useFilmDoor = (): FilmDoor => use(FilmDoorContext);

/** Shows its children, or a film instead; they are as they were when it closes. */
export const FilmDoors = ({
  children,
  offered = HERE.offered,
  runs = HERE.runs,
  playsOn = HERE.playsOn,
}: Partial<FilmPlace> & { readonly children: ReactNode }): ReactNode => {
  const { store } = useDesk();
  const [shown, show] = useState<FilmShown>();
  const [taken, take] = useState<Scenario>();
  const door = useMemo<FilmDoor>(
    () => ({
      offered,
      runs,
      playsOn,
      openFilm: (ask = {}) => show({ ...ask, whatIf: false }),
      openBranch: (ask) => show({ ...ask, whatIf: true }),
      taken,
      read: () => take(undefined),
    }),
    [offered, runs, playsOn, taken],
  );
  return (
    <FilmDoorContext value={door}>
      <Activity mode={shown === undefined ? 'visible' : 'hidden'}>{children}</Activity>
      {shown === undefined ? null : (
        <Suspense fallback={<Waiting />}>
          <FilmPage
            shown={shown}
            onClose={() => show(undefined)}
            onTaken={() => {
              show(undefined);
              take(store.getState().scenario);
            }}
          />
        </Suspense>
      )}
    </FilmDoorContext>
  );
};

const Waiting = (): ReactNode => (
  <main className="title-page">
    <output className="waiting">{t('loading')}</output>
  </main>
);
