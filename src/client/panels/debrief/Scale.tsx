import '../../styles/scale.css';
import { useId, type ReactNode } from 'react';
import type { Level } from '../../session/index.ts';
import { LEVELS } from './levels.ts';

/** Five steps from bad to good, or from not at all to surely. */
export const Scale = ({
  legend,
  value,
  say,
  face = false,
  onChange,
}: {
  readonly legend: string;
  readonly value: Level | undefined;
  readonly say: (level: Level) => string;
  /** Whether the steps are faces. */
  readonly face?: boolean;
  readonly onChange: (level: Level) => void;
}): ReactNode => {
  const name = useId();
  return (
    <fieldset className={face ? 'scale scale-faces' : 'scale'}>
      <legend>{legend}</legend>
      <div className="scale-row">
        {LEVELS.map((level) => (
          <label key={level} className="scale-item">
            <input
              type="radio"
              name={name}
              value={level}
              checked={value === level}
              onChange={() => onChange(level)}
            />
            {face ? <Face level={level} /> : <span className="scale-mark" aria-hidden="true" />}
            <span className="scale-word">{say(level)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** A mouth from a frown to a smile. */
const MOUTHS: { readonly [L in Level]: string } = {
  1: 'M11 26 Q18 18 25 26',
  2: 'M11 25 Q18 21 25 25',
  3: 'M11 24 H25',
  4: 'M11 22 Q18 27 25 22',
  5: 'M10 21 Q18 31 26 21',
};

const Face = ({ level }: { readonly level: Level }): ReactNode => (
  <svg viewBox="0 0 36 36" className={`face face-${String(level)}`} aria-hidden="true">
    <circle cx="18" cy="18" r="16" />
    <circle className="eye" cx="12.5" cy="14.5" r="1.9" />
    <circle className="eye" cx="23.5" cy="14.5" r="1.9" />
    <path d={MOUTHS[level]} />
  </svg>
);
