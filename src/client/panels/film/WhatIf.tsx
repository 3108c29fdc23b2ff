import { useEffect, useState, type ReactNode } from 'react';
import { f } from '../../i18n/film.ts';
import type { BranchPoint, FilmAlternative, FilmAlternatives } from '../../session/film/index.ts';
import { Button, Select } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { useFilmDoor } from '../film-door.tsx';
import { Terms } from '../play/Offers.tsx';
import { BranchResults } from './BranchResults.tsx';
import { useFilm, useFilmScreen } from './context.tsx';
import { alternativeText, momentText } from './said.ts';
import type { Studies } from './study.ts';
import { TakeOver } from './TakeOver.tsx';

/** How often a branch is played. */
const RUNS = [5, 10, 20, 50] as const;

/** What could have been otherwise at this move, and what would have become of it. */
export const WhatIf = ({
  studies,
  onWatch,
  onTaken,
}: {
  readonly studies: Studies;
  readonly onWatch: (text: string, move: number) => void;
  readonly onTaken: () => void;
}): ReactNode => (
  <div className="whatif" data-testid="whatif">
    <h2>{f('whatIf')}</h2>
    <p className="quiet">{f('whatIfAbout')}</p>
    <Choice studies={studies} onTaken={onTaken} />
    <BranchResults studies={studies} onWatch={onWatch} />
  </div>
);

/** One thing that could be otherwise: the point of the branch, and how it reads. */
interface Offered {
  readonly point: BranchPoint;
  readonly label: string;
  readonly alternative?: FilmAlternative;
}

const Choice = ({
  studies,
  onTaken,
}: {
  readonly studies: Studies;
  readonly onTaken: () => void;
}): ReactNode => {
  const { control } = useFilm();
  const { playsOn } = useFilmDoor();
  const { names } = usePlaying();
  const at = useFilmScreen((screen) => screen.at);
  const playing = useFilmScreen((screen) => screen.playing);
  const [found, setFound] = useState<FilmAlternatives & { readonly at: number }>();
  const [chosen, choose] = useState({ at: -1, place: 0 });
  const [runs, setRuns] = useState(10);
  useEffect(() => {
    if (playing) return undefined;
    let gone = false;
    void control.alternatives(at).then((alternatives) => {
      if (!gone) setFound({ at, ...alternatives });
    });
    return () => {
      gone = true;
    };
  }, [control, at, playing]);
  if (playing || found?.at !== at) return <p className="quiet">{f('looking')}</p>;
  const offered: readonly Offered[] = [
    ...found.list.map((alternative) => ({
      // What came with the opening is otherwise from the first move on.
      point: { at: alternative.at ?? Math.max(0, at - 1), change: alternative.change },
      label: alternativeText(names, alternative),
      alternative,
    })),
    { point: { at, change: { kind: 'nothing' } }, label: f('changeNothing') },
  ];
  const place = chosen.at === at ? Math.min(chosen.place, offered.length - 1) : 0;
  const pick = offered[place];
  const was = momentText(names, at, found.happened);
  const busy = studies.study !== undefined && studies.study.answer === undefined;
  return (
    <div className="compose">
      <div className="row">
        <Button look="quiet" onPress={() => control.turn(-1)}>
          ← {f('turnBack')}
        </Button>
        <Button look="quiet" onPress={() => control.turn(1)} testId="turn-on">
          {f('turnOn')} →
        </Button>
      </div>
      <p>{f('insteadOf', { what: was })}</p>
      {found.list.length === 0 ? <p className="quiet">{f('whatIfNone')}</p> : null}
      <fieldset className="whatif-list">
        <legend>{f('chooseChange', { at })}</legend>
        {offered.map(({ label, alternative }, index) => (
          <label key={`${label}-${String(index)}`} className="whatif-item">
            <input
              type="radio"
              name="what-if"
              value={index}
              checked={index === place}
              onChange={() => choose({ at, place: index })}
            />
            <span>
              {label}
              {alternative?.offer === undefined || index !== place ? null : (
                <Terms undertakings={alternative.offer.undertakings} />
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="row">
        <Select
          label={f('runs')}
          value={String(runs)}
          choices={RUNS.map((count) => ({ value: String(count), label: f('runsCount', { count }) }))}
          onChange={(value) => setRuns(RUNS.find((count) => String(count) === value) ?? 10)}
        />
        <Button
          look="main"
          disabled={busy || pick === undefined}
          testId="run-branch"
          onPress={() => {
            if (pick !== undefined) studies.begin({ point: pick.point, label: pick.label, was, runs });
          }}
        >
          {f('run', { count: runs })}
        </Button>
        {pick === undefined || !playsOn ? null : <TakeOver point={pick.point} onTaken={onTaken} />}
      </div>
      <p className="quiet">{f('varies')}</p>
      <p className="quiet">{f('control')}</p>
    </div>
  );
};
