import { useEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { f } from '../../i18n/film.ts';
import type { FilmMark } from '../../session/film/index.ts';
import { SPEEDS } from '../../session/film/index.ts';
import { Flag, Select } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { useFilm, useFilmScreen, useHead } from './context.tsx';
import { eyeText, momentText } from './said.ts';

/** What steers the film: play, one move, one phase, a slider with what is worth a look, speed. */
export const FilmBar = (): ReactNode => {
  const { control } = useFilm();
  const head = useHead();
  const playing = useFilmScreen((screen) => screen.playing);
  const wanted = useFilmScreen((screen) => screen.wanted);
  const speed = useFilmScreen((screen) => screen.speed);
  const said = usePlaceSaid();
  const { length } = head;
  return (
    <footer className="action film-bar" aria-label={f('controls')}>
      <fieldset className="film-buttons">
        <legend className="hidden">{f('controls')}</legend>
        <Press
          label={f('chapterBack')}
          onPress={() => control.chapter(-1)}
          sign="M5 3v10M13 3 7 8l6 5z"
          kind="chapter"
        />
        <Press label={f('back')} onPress={() => control.step(-1)} sign="M11 3 5 8l6 5z" />
        <Press
          label={f(playing ? 'pause' : 'play')}
          onPress={control.toggle}
          sign={playing ? 'M5 3v10M11 3v10' : 'M4 2.5 13 8l-9 5.5z'}
          kind="main"
        />
        <Press label={f('on')} onPress={() => control.step(1)} sign="m5 3 6 5-6 5z" />
        <Press
          label={f('chapterOn')}
          onPress={() => control.chapter(1)}
          sign="M11 3v10M3 3l6 5-6 5z"
          kind="chapter"
        />
      </fieldset>
      <div className="film-track">
        <Ticks />
        <input
          className="film-slider"
          type="range"
          min={0}
          max={length}
          step={1}
          value={wanted}
          aria-label={f('slider')}
          aria-valuetext={said}
          aria-describedby="film-keys"
          data-testid="film-slider"
          style={{ '--played': `${String(length === 0 ? 0 : (wanted * 100) / length)}%` } as CSSProperties}
          onChange={(event) => control.seek(Number(event.target.value))}
        />
        <p className="film-said" data-testid="film-said">
          <span className="film-count">{f('placeShort', { at: wanted, all: length })}</span> <Moment />
        </p>
        <p className="hidden" id="film-keys">
          {f('keys')}
        </p>
      </div>
      <Eyes />
      <span className="film-speed">
        <Select
          label={f('speed')}
          hideLabel
          value={String(speed)}
          choices={SPEEDS.map((one) => ({ value: String(one), label: f(`speed_${one}`) }))}
          onChange={(value) => control.setSpeed(SPEEDS.find((one) => String(one) === value) ?? 1)}
        />
      </span>
      <Herald />
    </footer>
  );
};

/** Through whose eyes the film is seen. */
const Eyes = (): ReactNode => {
  const { control } = useFilm();
  const { scenario, names, own } = usePlaying();
  const { rights, seat } = useHead();
  const eye = useFilmScreen((screen) => screen.eye);
  const me = own === undefined ? undefined : scenario.delegations[own.index];
  return (
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
  );
};

const Press = ({
  label,
  sign,
  onPress,
  kind = 'move',
}: {
  readonly label: string;
  readonly sign: string;
  readonly onPress: () => void;
  readonly kind?: 'move' | 'chapter' | 'main';
}): ReactNode => (
  <button
    type="button"
    className={`film-press film-press-${kind}`}
    aria-label={label}
    title={label}
    onClick={onPress}
  >
    <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
      <path
        d={sign}
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  </button>
);

/** What has just happened, in a sentence. */
const Moment = (): ReactNode => {
  const { names } = usePlaying();
  const at = useFilmScreen((screen) => screen.at);
  const happening = useFilmScreen((screen) => screen.happening);
  return momentText(names, at, happening);
};

/** The place as it is spoken. */
const usePlaceSaid = (): string => {
  const { names, view } = usePlaying();
  const { length } = useHead();
  const at = useFilmScreen((screen) => screen.at);
  const happening = useFilmScreen((screen) => screen.happening);
  return f('placeSaid', {
    session: view.session + 1,
    phase: names.phase(view.phase),
    at,
    all: length,
    what: momentText(names, at, happening),
  });
};

/** Milliseconds between two things that are read out while the film runs. */
const BREATH = 6_000;

/** Says the place to whoever does not see it: at rest each one, while the film runs now and then. The slider speaks for itself. */
const Herald = (): ReactNode => {
  const said = usePlaceSaid();
  const playing = useFilmScreen((screen) => screen.playing);
  const [heard, hear] = useState({ said: '', at: 0 });
  useEffect(() => {
    const wait = playing ? Math.max(0, heard.at + BREATH - Date.now()) : 250;
    const timer = setTimeout(() => {
      if (!(document.activeElement instanceof HTMLInputElement)) hear({ said, at: Date.now() });
    }, wait);
    return () => clearTimeout(timer);
  }, [said, playing, heard.at]);
  return (
    <output className="hidden" aria-live="polite">
      {heard.said}
    </output>
  );
};

/** Sessions, phases, incidents, decisions and turning points on the slider's way: to be seen; the list of chapters has them in words. */
const Ticks = (): ReactNode => {
  const { length, marks } = useHead();
  const eye = useFilmScreen((screen) => screen.eye);
  const turning = useFilmScreen((screen) => screen.turning);
  const points =
    eye === 'truth' || eye === 'observer' || eye === 'chair'
      ? turning?.table
      : turning?.seats.find(({ delegation }) => delegation === eye)?.points;
  const x = (at: number): string => `${String(length === 0 ? 0 : (at * 100) / length)}%`;
  return (
    <span className="film-ticks" aria-hidden="true">
      {marks.map((mark, place) => (
        <span
          key={`${mark.kind}-${String(mark.at)}-${String(place)}`}
          className={`film-tick film-tick-${kindOf(mark)}`}
          style={{ insetInlineStart: x(mark.at) }}
        />
      ))}
      {points?.map(({ at }) => (
        <span
          key={`turning-${String(at)}`}
          className="film-tick film-tick-turning"
          style={{ insetInlineStart: x(at) }}
        />
      ))}
    </span>
  );
};

const kindOf = (mark: FilmMark): string =>
  mark.kind === 'phase' && mark.phase === 'briefing' ? 'session' : mark.kind;
