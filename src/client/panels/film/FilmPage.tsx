import '../../styles/film.css';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { f } from '../../i18n/film.ts';
import { hireFilmWorker } from '../../session/film/hire.ts';
import { openFilm, type Film } from '../../session/film/index.ts';
import { Button } from '../bits.tsx';
import { DeskProvider, useDesk } from '../context.tsx';
import { useFilmDoor, type FilmShown } from '../film-door.tsx';
import { faultText } from '../Messages.tsx';
import { DebriefDoorProvider, type DebriefDoor } from '../play/debrief-door.ts';
import { FilmProvider, useFilmScreen } from './context.tsx';
import { FilmView } from './FilmView.tsx';
import { HomeProvider } from './home.tsx';
import { useStudies } from './study.ts';

/** A film is of a game that is over: its cards lie open, and its debrief is elsewhere. */
const OVER: DebriefDoor = { open: () => undefined, revealed: true, reveal: () => undefined };

/** A film over the app: it closes when it is over, or when the game is played on from it. */
const FilmPage = ({ shown, onClose, onTaken }: Leaving & { readonly shown: FilmShown }): ReactNode => {
  const { session } = useDesk();
  return (
    <HomeProvider value={session}>
      <Opened shown={shown} onClose={onClose} onTaken={onTaken} />
    </HomeProvider>
  );
};

interface Leaving {
  readonly onClose: () => void;
  /** The game is played on: all films close. */
  readonly onTaken: () => void;
}

/** Opens the film that is asked for, and shows it. */
const Opened = ({ shown, onClose, onTaken }: Leaving & { readonly shown: FilmShown }): ReactNode => {
  const { session, loadTable } = useDesk();
  const { runs } = useFilmDoor();
  const [film, setFilm] = useState<Film>();
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    let gone = false;
    let open: Film | undefined;
    const begin = async (): Promise<void> => {
      const source = shown.source ?? { text: (await session.exportGame()).text };
      if (gone) return;
      const start = {
        runs,
        ...(shown.move === undefined ? {} : { at: shown.move + 1 }),
        ...(shown.eye === undefined ? {} : { eye: shown.eye }),
      };
      open = openFilm(hireFilmWorker, source, start, navigator.hardwareConcurrency);
      setFilm(open);
    };
    begin().catch((error: unknown) => setFault(error instanceof Error ? error.message : String(error)));
    return () => {
      gone = true;
      open?.close();
    };
  }, [session, shown, runs]);
  const desk = useMemo(
    () => (film === undefined ? undefined : { session: film.session, store: film.store, loadTable }),
    [film, loadTable],
  );
  if (film === undefined || desk === undefined) return <Preparing fault={fault} onClose={onClose} />;
  return (
    <FilmProvider value={film}>
      <DeskProvider value={desk}>
        <DebriefDoorProvider value={OVER}>
          <Screening whatIf={shown.whatIf} onClose={onClose} onTaken={onTaken} />
        </DebriefDoorProvider>
      </DeskProvider>
    </FilmProvider>
  );
};

/** The film, or one of a branch of it; the first waits meanwhile, with all that was found in it. */
const Screening = ({ whatIf, onClose, onTaken }: Leaving & { readonly whatIf: boolean }): ReactNode => {
  const status = useFilmScreen((screen) => screen.status);
  const fault = useFilmScreen((screen) => screen.fault);
  const studies = useStudies();
  const [tab, setTab] = useState(whatIf ? 'whatif' : 'scene');
  const [inner, setInner] = useState<FilmShown>();
  if (inner !== undefined)
    return <Opened shown={inner} onClose={() => setInner(undefined)} onTaken={onTaken} />;
  if (status !== 'ready')
    return <Preparing fault={fault === undefined ? undefined : faultText(fault)} onClose={onClose} />;
  return (
    <FilmView
      tab={tab}
      onTab={setTab}
      studies={studies}
      onWatch={(text, move) => setInner({ source: { text }, move, whatIf: false })}
      onTaken={onTaken}
      onClose={onClose}
    />
  );
};

const Preparing = ({
  fault,
  onClose,
}: {
  readonly fault: string | undefined;
  readonly onClose: () => void;
}): ReactNode => (
  <main className="title-page film-wait">
    {fault === undefined ? (
      <output className="waiting">{f('opening')}</output>
    ) : (
      <p role="alert" className="waiting">
        {fault}
      </p>
    )}
    <Button onPress={onClose}>{f('closeFilm')}</Button>
  </main>
);

export default FilmPage;
