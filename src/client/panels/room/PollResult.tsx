import type { ReactNode } from 'react';
import type { PollSight } from '../../session/remote/index.ts';
import { choiceText } from './polls.ts';

/** How often each choice was taken, and words that the facilitator has put before all. */
export const PollResult = ({ poll }: { readonly poll: PollSight }): ReactNode => {
  const { counts, shown = [] } = poll;
  if (counts === undefined && shown.length === 0) return null;
  const most = Math.max(1, ...(counts ?? []));
  return (
    <div className="poll-result">
      {counts === undefined ? null : (
        <ul className="rates">
          {poll.choices.map((choice, place) => (
            <li key={choice}>
              <span>{choiceText(choice)}</span>
              <span className="bar" aria-hidden="true">
                <span
                  className="bar-fill"
                  style={{ inlineSize: `${String(Math.round((100 * (counts[place] ?? 0)) / most))}%` }}
                />
              </span>
              <strong>{counts[place] ?? 0}</strong>
            </li>
          ))}
        </ul>
      )}
      {shown.length === 0 ? null : (
        <ul className="poll-words">
          {shown.map((words, place) => (
            <li key={`${words}-${String(place)}`}>“{words}”</li>
          ))}
        </ul>
      )}
    </div>
  );
};
