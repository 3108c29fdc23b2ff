import type { ReactNode } from 'react';
import { r } from '../../i18n/room.ts';

const HALF = 3;

/** A join code as a row of placards, in two groups so that it is read out and typed without mistakes. */
export const Code = ({ code }: { readonly code: string }): ReactNode => (
  <span className="code" data-testid="code">
    <span className="hidden">{r('codeSpelt', { code: code.split('').join(' ') })}</span>
    {code.split('').map((letter, place) => (
      <span
        key={`${letter}-${String(place)}`}
        aria-hidden="true"
        className={place === HALF ? 'code-letter code-second' : 'code-letter'}
      >
        {letter}
      </span>
    ))}
  </span>
);
