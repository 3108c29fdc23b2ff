import type { ReactNode } from 'react';
import { incidentOf, type IncidentSight } from '../../../engine/seat.ts';
import { listed, t } from '../../i18n/index.ts';
import { originText } from '../../i18n/sentences.ts';
import { eventText } from '../../i18n/events.ts';
import { Flag } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { Inquiry } from './Inquiry.tsx';
import { Respond } from './Respond.tsx';

export const Incidents = (): ReactNode => {
  const { view } = usePlaying();
  return (
    <>
      <h2>{t('tab_incidents')}</h2>
      {view.incidents.length === 0 ? <p className="quiet">{t('noIncidents')}</p> : null}
      {view.incidents.toReversed().map((incident) => (
        <IncidentCard key={incident.id} incident={incident} />
      ))}
    </>
  );
};

/** One incident: story, evidence, what was done, what one can do. */
export const IncidentCard = ({ incident }: { readonly incident: IncidentSight }): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const card = incidentOf(scenario, incident.id);
  const victim = scenario.delegations.find(({ id }) => id === incident.victim);
  const name = names.delegation(incident.victim);
  return (
    <article className="incident">
      <h3>{names.words(card.title)}</h3>
      <p className="incident-facts">
        {victim === undefined ? null : <Flag code={victim.flag} size={14} />} {t('victim', { name })} ·{' '}
        {t('severity', { n: card.severity })} · {t('damage', { n: incident.damage })}
      </p>
      <p>{names.words(card.story).replaceAll('{victim}', name)}</p>
      {incident.exploited === undefined ? null : (
        <p className="loss">{t('exploitedFlaw', { flaw: names.flaw(incident.exploited) })}</p>
      )}
      {incident.warned ? <p className="quiet">{t('victimWarned')}</p> : null}
      {incident.asked.length === 0 ? null : (
        <p className="quiet">{t('askedLine', { names: listed(incident.asked.map(names.delegation)) })}</p>
      )}
      {incident.truth === undefined ? (
        <p className="quiet">
          {incident.suspect === undefined ? null : t('rumour', { name: names.delegation(incident.suspect) })}
        </p>
      ) : (
        <p className="truth">
          {t('truthOut', { what: originText(names, incident.truth.origin, incident.truth.culprit) })}
        </p>
      )}
      <section>
        <h4>{t('evidence', { have: incident.clues.length, all: incident.cluesInAll })}</h4>
        {incident.clues.length === 0 ? <p className="quiet">{t('noEvidence')}</p> : null}
        <ul>
          {incident.clues.map((clue) => (
            <li key={clue.index}>
              {names.words(card.clues[clue.index]?.about ?? {})}:{' '}
              {t('clue', { what: originText(names, clue.origin, clue.culprit), percent: clue.reliability })}
            </li>
          ))}
        </ul>
        <details>
          <summary>{t('baseRates')}</summary>
          <ul className="rates">
            {card.origins
              .filter(({ percent }) => percent > 0)
              .map(({ origin, percent }) => (
                <li key={origin}>
                  <span>{t(`origin_${origin}`)}</span>
                  <span className="bar" aria-hidden="true">
                    <span className="bar-fill" style={{ inlineSize: `${String(percent)}%` }} />
                  </span>
                  <span>{percent} %</span>
                </li>
              ))}
          </ul>
          <p className="quiet">
            {t('precedent')}: {names.words(card.precedent)}
          </p>
        </details>
      </section>
      {incident.responses.length === 0 ? null : (
        <section>
          <h4>{t('responses')}</h4>
          <ul>
            {incident.responses.map(({ by, response, cites }, place) => (
              <li key={`${by}-${String(place)}`}>
                {eventText(names, { kind: 'responded', incident: incident.id, by, response, cites })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Inquiry incident={incident} />
      {view.may.includes('respond') ? <Respond incident={incident} /> : null}
    </article>
  );
};
