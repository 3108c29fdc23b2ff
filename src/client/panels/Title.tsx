import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useDroppedFile } from './dropped.ts';
import { t } from '../i18n/index.ts';
import type { SavedGame } from '../session/index.ts';
import { Button } from './bits.tsx';
import { useDesk } from './context.tsx';
import type { Place } from './place.ts';
import { useServed } from './served.ts';
import { whenText } from './when.ts';

const STEPS = ['how1', 'how2', 'how3', 'how4', 'how5'] as const;

/** The first page: play, go on, or open a file. */
export const Title = ({
  onNew,
  go,
}: {
  readonly onNew: () => void;
  readonly go: (place: Place) => void;
}): ReactNode => {
  const { session } = useDesk();
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
      if (first !== undefined) void first.text().then((text) => session.importGame(text));
    },
    [session],
  );
  const dragging = useDroppedFile(open);
  const [latest, ...older] = saves;
  return (
    <main className={dragging ? 'title-page dragging' : 'title-page'} data-testid="title">
      <div className="title-scene" aria-hidden="true">
        <Brackets />
      </div>
      <div className="title-words">
        <h1>{t('game')}</h1>
        <p className="lead">{t('promise')}</p>
        <div className="title-actions">
          <Button look="main" onPress={onNew} testId="new-game">
            {t('playNow')}
          </Button>
          {latest === undefined ? null : <Resume game={latest} onResume={(id) => void session.resume(id)} />}
          <Button look="quiet" onPress={() => file.current?.click()}>
            {t('loadFile')}
          </Button>
          <input
            ref={file}
            className="hidden"
            type="file"
            accept=".json,application/json"
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

/** The game's sign: a horseshoe table between brackets that will not close. */
const Brackets = (): ReactNode => (
  <svg viewBox="0 0 600 420" className="sign">
    <defs>
      <radialGradient id="lamp">
        <stop offset="0" stopColor="#f4d9a0" stopOpacity="0.4" />
        <stop offset="1" stopColor="#f4d9a0" stopOpacity="0" />
      </radialGradient>
    </defs>
    <ellipse cx="300" cy="190" rx="300" ry="210" fill="url(#lamp)" />
    <g fill="none" stroke="#c9a24b" strokeWidth="10" strokeLinecap="square">
      <path className="bracket-left" d="M110 70H60V350h50" />
      <path className="bracket-right" d="M490 70h50V350h-50" />
    </g>
    <g fill="none" stroke="#f4ead5">
      <path d="M150 320C150 190 210 130 300 130s150 60 150 190" strokeWidth="26" opacity="0.92" />
      <path d="M205 320c0-90 38-132 95-132s95 42 95 132" strokeWidth="3" opacity="0.5" />
    </g>
    <g fill="#8a5a33">
      {[160, 178, 208, 250, 300, 350, 392, 422, 440].map((x, place) => (
        <circle key={x} cx={x} cy={[262, 208, 164, 136, 126, 136, 164, 208, 262][place]} r="9" />
      ))}
    </g>
    <path d="M270 250h60M270 272h60M270 294h38" stroke="#f4ead5" strokeWidth="5" opacity="0.75" />
  </svg>
);
