import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useDroppedFile } from './dropped.ts';
import { brought, type OwnScenario } from './own.ts';
import { t } from '../i18n/index.ts';
import type { SavedGame } from '../session/index.ts';
import { Button } from './bits.tsx';
import { useFilmDoor } from './film-door.tsx';
import { useDesk } from './context.tsx';
import type { Place } from './place.ts';
import { useServed } from './served.ts';
import { whenText } from './when.ts';

const STEPS = ['how1', 'how2', 'how3', 'how4', 'how5'] as const;

/** The first page: play, go on, or open a file. */
export const Title = ({
  onNew,
  onWorkshop,
  go,
}: {
  /** With a scenario that was brought along, or without. */
  readonly onNew: (own?: OwnScenario) => void;
  readonly onWorkshop: () => void;
  readonly go: (place: Place) => void;
}): ReactNode => {
  const { session } = useDesk();
  const { openFilm } = useFilmDoor();
  const served = useServed();
  const [saves, setSaves] = useState<readonly SavedGame[]>([]);
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let gone = false;
    void session.saves().then((found) => {
      if (!gone) setSaves(found);
    });
    return () => {
      gone = true;
    };
  }, [session]);
  const open = useCallback(
    (files: FileList | null): void => {
      const [first] = files ?? [];
      if (first === undefined) return;
      void (async () => {
        try {
          const found = await brought(first);
          if (found.kind === 'game') await session.importGame(found.text);
          else onNew(found.own);
        } catch {
          // What the browser cannot read is told like any other file that is no game.
          await session.importGame('');
        }
      })();
    },
    [session, onNew],
  );
  const dragging = useDroppedFile(open);
  const [latest, ...older] = saves;
  return (
    <main className={dragging ? 'title-page dragging' : 'title-page'} data-testid="title">
      <div className="title-scene" aria-hidden="true">
        <img src="./chamber.webp" alt="" width={1314} height={1234} decoding="async" />
      </div>
      <div className="title-words">
        <h1>{t('game')}</h1>
        <p className="lead">{t('promise')}</p>
        <div className="title-actions">
          <Button look="main" onPress={() => onNew()} testId="new-game">
            {t('playNow')}
          </Button>
          {latest === undefined ? null : <Resume game={latest} onResume={(id) => void session.resume(id)} />}
          {latest?.closed === true ? (
            <Button
              look="quiet"
              label={t('watchFilmOf', { title: latest.title, seat: latest.seat })}
              onPress={() => openFilm({ source: { saved: latest.id } })}
            >
              {t('watchFilm')}
            </Button>
          ) : null}
          <Button look="quiet" onPress={() => file.current?.click()}>
            {t('loadFile')}
          </Button>
          <Button look="quiet" onPress={onWorkshop} testId="workshop-open">
            {t('workshop')}
          </Button>
          <input
            ref={file}
            className="hidden"
            type="file"
            accept=".json,.yaml,.yml,.txt,application/json"
            tabIndex={-1}
            aria-label={t('loadFile')}
            onChange={(event) => {
              open(event.target.files);
              event.target.value = '';
            }}
          />
        </div>
        {served ? (
          <div className="title-actions">
            <Button onPress={() => go({ at: 'join', code: '' })} testId="join-code">
              {t('joinCode')}
            </Button>
            <Button onPress={() => go({ at: 'host', code: '' })} testId="host">
              {t('hostSession')}
            </Button>
          </div>
        ) : null}
        <p className="quiet">
          {t('dropHere')} {served ? t('offlineServed') : t('offline')}
        </p>
        <section className="how" aria-labelledby="how">
          <h2 id="how">{t('howTitle')}</h2>
          <ol>
            {STEPS.map((step) => (
              <li key={step}>{t(step)}</li>
            ))}
          </ol>
        </section>
        {older.length === 0 ? null : (
          <section aria-labelledby="saves">
            <h2 id="saves">{t('savedGames')}</h2>
            <ul className="saves">
              {older.map((game) => (
                <li key={game.id}>
                  <Resume game={game} onResume={(id) => void session.resume(id)} />
                  {game.closed ? (
                    <Button
                      look="quiet"
                      label={t('watchFilmOf', { title: game.title, seat: game.seat })}
                      onPress={() => openFilm({ source: { saved: game.id } })}
                    >
                      {t('watchFilm')}
                    </Button>
                  ) : null}
                  <Button
                    look="quiet"
                    label={t('forgetGame', { title: game.title, seat: game.seat })}
                    onPress={() => {
                      void session
                        .forget(game.id)
                        .then(() => setSaves((now) => now.filter(({ id }) => id !== game.id)));
                    }}
                  >
                    {t('forget')}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </main>
  );
};

const Resume = ({
  game,
  onResume,
}: {
  readonly game: SavedGame;
  readonly onResume: (id: string) => void;
}): ReactNode => (
  <Button look="plain" onPress={() => onResume(game.id)}>
    <span>
      {t('continueGame', { title: game.title, phase: game.closed ? t('finished') : phaseName(game.phase) })}
    </span>
    <small>
      {game.people === undefined
        ? t('continueAs', { seat: game.seat, when: whenText(game.at) })
        : t('savedShared', { count: game.people.length, when: whenText(game.at) })}
      {game.branch === undefined ? null : `, ${t('branchGame', { at: game.branch })}`}
    </small>
  </Button>
);

const phaseName = (phase: string): string => {
  switch (phase) {
    case 'briefing':
    case 'floor':
    case 'corridor':
    case 'drafting':
    case 'decision':
    case 'capital':
      return t(`phase_${phase}`);
    default:
      return phase;
  }
};
