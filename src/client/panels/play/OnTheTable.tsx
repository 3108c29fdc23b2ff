import type { ReactNode } from 'react';
import { breaches, standingText, worthOfText } from '../../../engine/seat.ts';
import { points, t } from '../../i18n/index.ts';
import { Tag } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { GainsTable } from './GainsTable.tsx';

/** The rolling text as it stood when a game ended without one, and what it was worth to whoever looks. */
export const OnTheTable = (): ReactNode => {
  const { scenario, view, names, own } = usePlaying();
  const text = standingText(view.articles);
  return (
    <section aria-labelledby="stand" data-testid="on-the-table">
      <h3 id="stand">{t('standTitle')}</h3>
      <ul className="stand">
        {scenario.articles.map((article, place) => {
          const settled = view.articles[place]?.settled ?? false;
          return (
            <li key={article.id}>
              <span>
                <strong>{names.article(article.id)}</strong>: {names.option(article.id, text[place] ?? 0)}
              </span>
              <Tag kind={settled ? 'good' : 'plain'}>{settled ? t('standSettled') : t('standOpen')}</Tag>
            </li>
          );
        })}
      </ul>
      {own === undefined ? null : (
        <p>
          {t('standOwn', {
            worth: points(worthOfText(scenario, own.mandate, text)),
            walkAway: points(own.mandate.reservation),
          })}{' '}
          {breaches(scenario, own.mandate, text).length > 0 ? t('standRed') : ''}
        </p>
      )}
    </section>
  );
};

/** What that text was worth to each, against no agreement: once the cards lie open. */
export const StandingGains = (): ReactNode => {
  const { scenario, view, own } = usePlaying();
  const mandates = view.revealed?.mandates;
  if (mandates === undefined) return null;
  const text = standingText(view.articles);
  const seats = scenario.delegations.flatMap((delegation, place) => {
    const mandate = mandates[place];
    if (mandate === undefined) return [];
    const worth = worthOfText(scenario, mandate, text);
    return [{ delegation, worth, walkAway: mandate.reservation, mine: place === own?.index }];
  });
  const livable = seats.filter(({ worth, walkAway }) => worth >= walkAway).length;
  return (
    <section aria-labelledby="stand-gains">
      <h3 id="stand-gains">{t('standTo')}</h3>
      <p>{t('standLivable', { count: livable, all: seats.length })}</p>
      <GainsTable rows={seats} worth={t('standWorth')} chart={t('standWorth')} />
    </section>
  );
};
