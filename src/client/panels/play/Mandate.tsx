import type { ReactNode } from 'react';
import {
  breaches,
  plainWorth,
  standingText,
  type Mandate as Instructions,
  type Own,
} from '../../../engine/seat.ts';
import { listed, points, t } from '../../i18n/index.ts';
import { undertakingText } from '../../i18n/sentences.ts';
import { Tag } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { Gauge } from './Gauge.tsx';

/** What the capital wants: role, value of the draft against walking away, articles by importance, means, promises. */
export const Mandate = (): ReactNode => {
  const { scenario, view, names, own } = usePlaying();
  if (own === undefined) return null;
  const { mandate } = own;
  const me = scenario.delegations[own.index];
  const text = standingText(view.articles);
  const crossed = breaches(scenario, mandate, text).map((line) => names.article(line.article));
  return (
    <>
      <h2>{t('role')}</h2>
      {me === undefined ? null : <p className="sheet">{names.words(me.briefing)}</p>}
      <section aria-labelledby="gauge">
        <h3 id="gauge">{t('gaugeTitle')}</h3>
        <Gauge
          worth={plainWorth(mandate, text)}
          reservation={mandate.reservation}
          crossed={crossed.length > 0}
        />
        {crossed.length === 0 ? null : <p className="loss">{t('crosses', { articles: listed(crossed) })}</p>}
      </section>
      <section aria-labelledby="wants">
        <h3 id="wants">{t('byImportance')}</h3>
        <p className="quiet">{t('exactHere')}</p>
        {byImportance(mandate).map((place) => (
          <ArticleWants key={place} place={place} mandate={mandate} />
        ))}
      </section>
      <Means own={own} />
      <section aria-labelledby="promises">
        <h3 id="promises">{t('myPromises')}</h3>
        {view.pledges.length === 0 ? <p className="quiet">{t('noPromises')}</p> : null}
        <ul className="ledger">
          {view.pledges.map((pledge) => (
            <li key={pledge.id} className={`pledge pledge-${pledge.state}`}>
              <strong>{names.delegation(pledge.undertaking.by)}</strong> →{' '}
              {names.delegation(pledge.undertaking.to)}: {undertakingText(names, pledge.undertaking)}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
};

const rangeOf = (mandate: Instructions, place: number): number => {
  const row = mandate.table[place] ?? [];
  return Math.max(...row) - Math.min(...row);
};

const byImportance = (mandate: Instructions): readonly number[] =>
  [...mandate.table.keys()].toSorted((a, b) => rangeOf(mandate, b) - rangeOf(mandate, a));

const ArticleWants = ({
  place,
  mandate,
}: {
  readonly place: number;
  readonly mandate: Instructions;
}): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const article = scenario.articles[place];
  const row = mandate.table[place] ?? [];
  const least = Math.min(...row);
  const widest = Math.max(1, ...mandate.table.map((_, other) => rangeOf(mandate, other)));
  if (article === undefined) return null;
  return (
    <div className="wants">
      <h4>
        {names.words(article.title)}{' '}
        <span className="quiet">{t('weightOf', { points: points(rangeOf(mandate, place)) })}</span>
      </h4>
      <ul>
        {article.options.map((option, index) => {
          const worth = (row[index] ?? 0) - least;
          const red = mandate.redLines.some((line) => line.article === article.id && line.option === index);
          const rolling = view.articles[place];
          return (
            <li key={option.id} className="want">
              <span className="want-label">
                {names.words(option.label)}
                {red ? <Tag kind="red">{t('redLine')}</Tag> : null}
                {rolling?.option === index ? <Tag kind="plain">{t('standing')}</Tag> : null}
              </span>
              <span className="bar" aria-hidden="true">
                <span
                  className={red ? 'bar-fill bar-red' : 'bar-fill'}
                  style={{ inlineSize: `${(worth * 100) / widest}%` }}
                />
              </span>
              <span className="want-worth">{points(worth)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
};

const Means = ({ own }: { readonly own: Own }): ReactNode => {
  const { scenario, names } = usePlaying();
  const { tokens, deeds, rooms, world } = own.soFar;
  return (
    <section aria-labelledby="means">
      <h3 id="means">{t('means')}</h3>
      <ul className="means">
        {scenario.tokens.map((token, place) => (
          <li key={token.id} title={names.words(token.about)}>
            <strong>{own.tokens[place] ?? 0}</strong> {names.token(token.id)}
            <span className="quiet">
              {' '}
              {t('each', { points: points(own.mandate.tokenWorth[place] ?? 0) })}
            </span>
          </li>
        ))}
      </ul>
      <p className="quiet">
        {t('soFar')}: {t('soFarTokens')} {points(tokens, true)}, {t('soFarDeeds')} {points(deeds, true)},{' '}
        {rooms === 0 ? '' : `${t('soFarRooms')} ${points(rooms, true)}, `}
        {t('soFarWorld')} {points(world, true)}
      </p>
    </section>
  );
};
