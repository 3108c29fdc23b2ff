import type { ReactNode } from 'react';
import type { Event } from '../../../engine/seat.ts';
import { verdictOf } from '../../i18n/events.ts';
import { objectionsOf } from '../../i18n/voice.ts';
import { usePlaying } from '../context.tsx';

/** What became of a text, and what each who stood against it said. */
export const Verdict = ({ event }: { readonly event: Extract<Event, { kind: 'decided' }> }): ReactNode => {
  const { names } = usePlaying();
  const heard = objectionsOf(names, event).filter(({ words }) => words !== undefined);
  return (
    <div className="news">
      <p>{verdictOf(names, event)}</p>
      {heard.length === 0 ? null : (
        <ul className="objections">
          {heard.map(({ by, words }) => (
            <li key={by}>
              <strong>{names.delegation(by)}:</strong> <span className="said-words">{words}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
