import type { ReactNode } from 'react';
import { eventText } from '../../../i18n/events.ts';
import { r } from '../../../i18n/room.ts';
import { usePlaying } from '../../context.tsx';
import { printed } from '../board/printed.ts';

const LINES = 5;

/** The game at a glance: how tense it is, how far the text has come, what everybody has just learned. */
export const Glance = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const step = scenario.tension.steps.findLast(({ from }) => from <= view.tension);
  const settled = view.articles.filter((article) => article.settled).length;
  const open = scenario.articles.filter((_, place) => view.articles[place]?.settled === false);
  return (
    <section className="glance" aria-label={r('glance')}>
      <div className="glance-figures">
        <p>
          <span>{r('tension')}</span> <strong>{view.tension}</strong>
          <small>{step === undefined ? '' : names.words(step.name)}</small>
        </p>
        <p>
          <span>{r('glanceText')}</span>{' '}
          <strong>
            {settled}/{scenario.articles.length}
          </strong>
          <small>
            {open.length === 0
              ? r('settledOne')
              : r('glanceOpen', { articles: open.map(({ short }) => names.words(short)).join(', ') })}
          </small>
        </p>
        {view.decision === undefined ? null : (
          <p>
            <span>{r(`put_${view.decision.method}`)}</span>{' '}
            <strong>
              {view.decision.answered.length}/{scenario.delegations.length}
            </strong>
          </p>
        )}
      </div>
      <ul>
        {printed(view, LINES).map((event, place) => (
          <li key={`${event.kind}-${String(place)}`}>{eventText(names, event)}</li>
        ))}
      </ul>
    </section>
  );
};
