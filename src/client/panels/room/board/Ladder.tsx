import type { ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { usePlaying } from '../../context.tsx';

/** The tension ladder, its steps by name from the top down; where the world stands now is marked. */
export const Ladder = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const { steps, collapse } = scenario.tension;
  const now = steps.findLastIndex(({ from }) => from <= view.tension);
  return (
    <section className="board-ladder" aria-labelledby="board-ladder">
      <h2 id="board-ladder">
        {r('tension')} <strong>{view.tension}</strong>
      </h2>
      <ol>
        {[...steps.keys()].toReversed().map((place) => {
          const step = steps[place];
          if (step === undefined) return null;
          const top = steps[place + 1]?.from ?? collapse;
          const within = (view.tension - step.from) / Math.max(1, top - step.from);
          return (
            <li
              key={step.from}
              className={place === now ? 'rung rung-now' : place < now ? 'rung rung-below' : 'rung'}
              {...(place === now ? { 'aria-current': 'step' as const } : {})}
            >
              <span>{names.words(step.name)}</span>
              {place === now ? (
                <span className="rung-at" style={{ inlineSize: `${String(Math.round(within * 100))}%` }} />
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
};
