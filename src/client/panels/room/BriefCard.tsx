import type { ReactNode } from 'react';
import { code, points, t } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import { Flag } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { briefOf, type BriefSecret } from './brief.ts';

/** Three goals, one red line, one secret, and what can be done now: a minute's reading. */
export const BriefCard = (): ReactNode => {
  const { scenario, view, names, own } = usePlaying();
  if (own === undefined)
    return (
      <section className="card brief" aria-labelledby="brief">
        <h2 id="brief">{r('briefTitle')}</h2>
        <p>{names.words(scenario.summary)}</p>
        <p>{view.seat === 'chair' ? t('now_chair') : r('briefObserver')}</p>
      </section>
    );
  const me = scenario.delegations[own.index];
  const { goals, redLine, secret } = briefOf(scenario, own);
  return (
    <section className="card brief" aria-labelledby="brief" data-testid="brief">
      <header className="brief-head">
        {me === undefined ? null : <Flag code={me.flag} size={40} />}
        <div>
          <h2 id="brief">{names.delegation(own.delegation)}</h2>
          <p className="quiet">{me === undefined ? '' : names.words(me.about)}</p>
        </div>
      </header>
      <h3>{r('briefGoals')}</h3>
      <ol className="brief-goals">
        {goals.map(({ article, option, worth }) => (
          <li key={article}>
            <span>
              <strong>{names.article(article)}</strong> {names.option(article, option)}
            </span>
            <span className="gain">{points(worth, true)}</span>
          </li>
        ))}
      </ol>
      <div className="brief-pair">
        <div className="brief-red">
          <h3>{r('briefRed')}</h3>
          <p>
            {redLine === undefined
              ? r('briefNoRed')
              : `${names.article(redLine.article)}: ${names.option(redLine.article, redLine.option)}`}
          </p>
        </div>
        <div className="brief-secret">
          <h3>{r('briefSecret')}</h3>
          <p>
            <Secret secret={secret} />
          </p>
        </div>
      </div>
      <p className="brief-rule">{r('briefBinds')}</p>
      <p>
        <strong>{r('briefNow')}:</strong>{' '}
        {t(`now_${view.phase === 'decision' ? 'decision_wait' : view.phase}`)}
      </p>
    </section>
  );
};

const Secret = ({ secret }: { readonly secret: BriefSecret }): ReactNode => {
  const { names } = usePlaying();
  switch (secret.kind) {
    case 'warning':
      return r('briefSecretWarning', {
        victim: names.delegation(secret.warning.victim),
        sector: code(`sector.${secret.warning.sector}`),
        session: names.session(secret.warning.session),
        percent: secret.warning.reliability,
      });
    case 'flaw':
      return r('briefSecretFlaw', { flaw: names.flaw(secret.vulnerability) });
    case 'reservation':
      return r('briefSecretReservation', { points: points(secret.points) });
  }
};
