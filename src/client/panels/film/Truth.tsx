import type { ReactNode } from 'react';
import { breaches, plainWorth, standingText } from '../../../engine/seat.ts';
import { f } from '../../i18n/film.ts';
import { listed, points } from '../../i18n/index.ts';
import { originText } from '../../i18n/sentences.ts';
import { Flag, Tag } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { percentOf } from '../percent.ts';
import { Terms } from '../play/Offers.tsx';

/** What the seats did not tell each other, at this moment of the film. */
export const Truth = (): ReactNode => (
  <>
    <h2>{f('tab_truth')}</h2>
    <p className="quiet">{f('truthAbout')}</p>
    <Mandates />
    <Behind />
    <SecretDeals />
  </>
);

const Mandates = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const { revealed } = view;
  if (revealed === undefined) return null;
  const text = standingText(view.articles);
  return (
    <section aria-labelledby="film-mandates">
      <h3 id="film-mandates">{f('mandates')}</h3>
      <table className="gains">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{f('mandates')}</span>
            </th>
            <th scope="col">{f('worthNow')}</th>
            <th scope="col" className="gains-chart">
              <span className="hidden">{f('chartHead')}</span>
            </th>
            <th scope="col">{f('noAgreement')}</th>
          </tr>
        </thead>
        <tbody>
          {scenario.delegations.map((delegation, place) => {
            const mandate = revealed.mandates[place];
            if (mandate === undefined) return null;
            const worth = plainWorth(mandate, text);
            const crossed = breaches(scenario, mandate, text).length > 0;
            return (
              <tr key={delegation.id}>
                <th scope="row">
                  <Flag code={delegation.flag} size={14} /> {names.words(delegation.placard)}
                </th>
                <td>
                  {points(worth)} {crossed ? <Tag kind="red">{f('crosses')}</Tag> : null}
                </td>
                <td className="gains-chart">
                  <span className="hidden">{points(worth - mandate.reservation, true)}</span>
                  <span
                    className={
                      worth >= mandate.reservation && !crossed ? 'gauge-bar' : 'gauge-bar film-short'
                    }
                    aria-hidden="true"
                  >
                    <span className="gauge-fill" style={{ inlineSize: percentOf(worth) }} />
                    <span
                      className="gauge-mark"
                      style={{ insetInlineStart: percentOf(mandate.reservation) }}
                    />
                  </span>
                </td>
                <td>{points(mandate.reservation)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

const Behind = (): ReactNode => {
  const { view, names } = usePlaying();
  const truths = view.revealed?.truths ?? [];
  return (
    <section aria-labelledby="film-behind">
      <h3 id="film-behind">{f('behind')}</h3>
      {truths.length === 0 ? <p className="quiet">{f('behindNone')}</p> : null}
      <ul className="ledger">
        {truths.map(({ incident, truth }) => (
          <li key={incident}>
            {f('behindLine', {
              incident: names.incident(incident),
              what: originText(names, truth.origin, truth.culprit),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
};

const SecretDeals = (): ReactNode => {
  const { view, names } = usePlaying();
  const secret = view.deals.filter(({ open }) => !open);
  return (
    <section aria-labelledby="film-secret">
      <h3 id="film-secret">{f('secretDeals')}</h3>
      {secret.length === 0 ? <p className="quiet">{f('secretNone')}</p> : null}
      {secret.toReversed().map((deal) => (
        <article key={deal.id} className="offer">
          <h4>
            {listed(deal.parties.map(names.delegation))}, {names.session(deal.session)}
          </h4>
          <Terms undertakings={deal.undertakings} />
        </article>
      ))}
    </section>
  );
};
