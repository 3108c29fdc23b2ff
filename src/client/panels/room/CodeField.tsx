import { useId, type ReactNode } from 'react';
import { CODE_LENGTH } from '../../session/remote/index.ts';

/** Where a code is typed: a room's, or a seat's. Letters become capitals; spaces and dashes of whoever copies it have room. */
export const CodeField = ({
  label,
  about,
  value,
  onChange,
  testId,
}: {
  readonly label: string;
  readonly about: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly testId: string;
}): ReactNode => {
  const described = useId();
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="text code-input"
        value={value}
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={CODE_LENGTH + 4}
        aria-describedby={described}
        data-testid={testId}
        onChange={(event) => onChange(event.target.value.toUpperCase())}
      />
      <small id={described} className="quiet">
        {about}
      </small>
    </label>
  );
};
