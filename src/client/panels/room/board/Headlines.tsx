import type { ReactNode } from 'react';
import { eventText } from '../../../i18n/events.ts';
import { r } from '../../../i18n/room.ts';
import { Flag } from '../../bits.tsx';
import { usePlaying } from '../../context.tsx';
import { printed } from './printed.ts';

/** What everybody knows, newest first. */
export const Headlines = ({ most }: { readonly most: number }): ReactNode => {
  const { view, names } = usePlaying();
  const events = printed(view, most);
  return (
    <section className="board-news" aria-labelledby="board-news">
      <h2 id="board-news">{r('headlines')}</h2>
      {events.length === 0 ? <p>{r('noHeadlines')}</p> : null}
      <ul>
        {events.map((event, place) => (
          <li key={`${event.kind}-${String(place)}`} className={`news-${event.kind}`}>
            {eventText(names, event)}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** On the floor: who spoke last, and who has not spoken yet. */
export const Speaker = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  if (view.phase !== 'floor' || view.status === 'closed') return null;
  const last = scenario.delegations.find(({ id }) => id === view.spoken.at(-1));
  const waiting = scenario.delegations.filter(({ id }) => !view.spoken.includes(id));
  return (
    <section className="board-speaker" aria-label={r('floor')}>
      {last === undefined ? (
        <p className="speaker-now">{r('floorOpen')}</p>
      ) : (
        <p className="speaker-now">
          <Flag code={last.flag} size={34} /> {r('spokeLast', { name: names.delegation(last.id) })}
        </p>
      )}
      {waiting.length === 0 ? null : (
        <p className="speaker-next">
          {r('yetToSpeak')}{' '}
          {waiting.map((delegation) => (
            <span key={delegation.id} title={names.delegation(delegation.id)}>
              <Flag code={delegation.flag} size={20} />
              <span className="hidden">{names.delegation(delegation.id)}</span>
            </span>
          ))}
        </p>
      )}
    </section>
  );
};
