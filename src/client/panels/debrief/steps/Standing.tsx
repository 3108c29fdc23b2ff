import '../../../styles/ending.css';
import type { ReactNode } from 'react';
import { points } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import { Tag } from '../../bits.tsx';
import { Placard } from '../charts/bits.tsx';
import { useDebrief, useFigures } from '../context.tsx';

/** Who could have lived with it is shown by name up to so many. */
const NAMED = 30;

/** What lay on the table when a game ended without a text, and what could still have been adopted. No result is made of it. */
export const Standing = (): ReactNode => {
  const { scenario, names, mine, revealed } = useDebrief();
  const { debrief } = useFigures();
  const { standing, outcome, delegations } = debrief;
  if (standing === undefined || outcome.end === 'collapsed') return null;
  const { text, settled, worths, reservations, livable, keeping, best } = standing;
  const open = settled.filter((one) => !one).length;
  const not = delegations.filter((_, place) => livable[place] !== true);
  return (
    <section aria-labelledby="standing-title" data-testid="standing" data-end={outcome.end}>
      <h3 id="standing-title">{d('standTitle')}</h3>
      <p className="figure-lead">{d(outcome.end === 'stopped' ? 'standStopped' : 'standNot')}</p>
      <ol className="stand">
        {scenario.articles.map((article, place) => (
          <li key={article.id}>
            <span>
              <strong>{names.article(article.id)}</strong>: {names.option(article.id, text[place] ?? 0)}
            </span>
            <Tag kind={settled[place] === true ? 'good' : 'plain'}>
              {d(settled[place] === true ? 'standSettled' : 'standOpen')}
            </Tag>
          </li>
        ))}
      </ol>
      {mine.map((id) => {
        const place = delegations.indexOf(id);
        return (
          <p key={id} className="figure-says">
            {d('standOwn', {
              name: names.delegation(id),
              worth: points(worths[place] ?? 0),
              reservation: points(reservations[place] ?? 0),
            })}
          </p>
        );
      })}
      {revealed ? (
        <>
          <h4>{d('standCould')}</h4>
          <p>
            {d('standLivable', { count: delegations.length - not.length, all: delegations.length })}{' '}
            {not.length === 0 || not.length > NAMED ? null : (
              <>
                {d('standNotThese')}{' '}
                {not.map((id) => (
                  <Placard key={id} id={id} />
                ))}
              </>
            )}
          </p>
          <p>
            {keeping === 0
              ? d(debrief.left.feasible === 0 ? 'standNone' : 'standNoneKeeping', {
                  count: debrief.left.feasible,
                })
              : d('standKeeping', { count: keeping, open, all: debrief.left.feasible })}
          </p>
          {best === undefined ? null : <Best text={text} best={best.text} />}
        </>
      ) : (
        <p className="quiet">{d('standCovered')}</p>
      )}
    </section>
  );
};

/** How the best of the texts that were still open to them differs from the one on the table. */
const Best = ({
  text,
  best,
}: {
  readonly text: readonly number[];
  readonly best: readonly number[];
}): ReactNode => {
  const { scenario, names } = useDebrief();
  const changed = scenario.articles.filter((_, place) => best[place] !== text[place]);
  if (changed.length === 0) return <p>{d('standWasBest')}</p>;
  return (
    <>
      <p>{d('standBest')}</p>
      <ul className="stand-best">
        {changed.map((article) => {
          const place = scenario.articles.indexOf(article);
          return (
            <li key={article.id}>
              <strong>{names.article(article.id)}</strong>:{' '}
              {d('standInstead', {
                option: names.option(article.id, best[place] ?? 0),
                was: names.option(article.id, text[place] ?? 0),
              })}
            </li>
          );
        })}
      </ul>
    </>
  );
};
