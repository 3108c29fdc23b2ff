import { useState, type ReactNode } from 'react';
import {
  CONFIDENCES,
  incidentOf,
  ORIGINS,
  type IncidentSight,
  type Response,
  type Spending,
} from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { originText } from '../../i18n/sentences.ts';
import { eventText } from '../../i18n/events.ts';
import { Button, Confirmed, Flag, Select } from '../bits.tsx';
import { useDesk, usePlaying } from '../context.tsx';

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
      {view.may.includes('respond') && incident.truth === undefined ? <Respond incident={incident} /> : null}
    </article>
  );
};

const Respond = ({ incident }: { readonly incident: IncidentSight }): ReactNode => {
  const { session } = useDesk();
  const { scenario, names, own } = usePlaying();
  const [withWhom, setWithWhom] = useState('all');
  if (own === undefined) return null;
  const me = own.delegation;
  const { investigateCost, assistCost } = scenario.procedure;
  const done = (kind: Response['kind']): boolean =>
    incident.responses.some((item) => item.by === me && item.response.kind === kind);
  const send = (response: Response): void =>
    void session.send({ kind: 'respond', incident: incident.id, response });
  const cost = ({ amount, token }: Spending): string => t('cost', { amount, token: names.token(token) });
  const others = scenario.delegations.filter(({ id }) => id !== me);
  const accused = [
    ...new Set(
      incident.responses.flatMap(({ response }) =>
        response.kind === 'attribute' && response.culprit !== undefined ? [response.culprit] : [],
      ),
    ),
  ];
  const suspected = incident.suspect === me || accused.includes(me);
  const line = incident.victim === me ? incident.suspect : suspected ? incident.victim : undefined;
  return (
    <section className="respond" aria-label={t('respond')}>
      <h4>{t('respond')}</h4>
      <div className="row">
        <Button
          disabled={incident.clues.length >= incident.cluesInAll}
          onPress={() => send({ kind: 'investigate' })}
        >
          {t('investigate')} <small>{cost(investigateCost)}</small>
        </Button>
        {incident.victim === me ? null : (
          <Button disabled={done('assist') || incident.damage === 0} onPress={() => send({ kind: 'assist' })}>
            {t('assist')} <small>{cost(assistCost)}</small>
          </Button>
        )}
        {line === undefined ? null : (
          <Button disabled={done('hotline')} onPress={() => send({ kind: 'hotline', to: line })}>
            {t('hotline', { name: names.delegation(line) })}
          </Button>
        )}
        {accused
          .filter((id) => id !== me)
          .map((on) => (
            <Confirmed
              key={on}
              label={t('sanction', { name: names.delegation(on) })}
              about={t('sanctionAbout')}
              disabled={done('sanction')}
              onConfirm={() => send({ kind: 'sanction', on })}
            />
          ))}
      </div>
      {incident.clues.length === 0 ? null : (
        <div className="row">
          <Select
            label={t('shareWith')}
            value={withWhom}
            choices={[
              { value: 'all', label: t('everybody') },
              ...others.map(({ id }) => ({ value: id, label: names.delegation(id) })),
            ]}
            onChange={setWithWhom}
          />
          <Button
            onPress={() =>
              send({ kind: 'share', with: others.find(({ id }) => id === withWhom)?.id ?? 'all' })
            }
          >
            {t('share')}
          </Button>
        </div>
      )}
      {done('attribute') ? null : <Attribute incident={incident} onSay={send} />}
    </section>
  );
};

const Attribute = ({
  incident,
  onSay,
}: {
  readonly incident: IncidentSight;
  readonly onSay: (response: Response) => void;
}): ReactNode => {
  const { scenario, names, own } = usePlaying();
  const card = incidentOf(scenario, incident.id);
  const [origin, setOrigin] = useState<(typeof ORIGINS)[number]>('criminals');
  const [culprit, setCulprit] = useState('');
  const [confidence, setConfidence] = useState<(typeof CONFIDENCES)[number]>('low');
  const named = origin === 'state' || origin === 'proxy' || origin === 'false-flag';
  const who = scenario.delegations.find(({ id }) => id === culprit)?.id;
  const suspects = scenario.delegations.filter(({ id }) => id !== own?.delegation && id !== incident.victim);
  return (
    <fieldset className="attribute">
      <legend>{t('attribute')}</legend>
      <p className="quiet">{t('attributeAbout')}</p>
      <div className="row">
        <Select
          label={t('origin')}
          value={origin}
          choices={ORIGINS.map((value) => ({ value, label: t(`origin_${value}`) }))}
          onChange={(value) => setOrigin(ORIGINS.find((item) => item === value) ?? 'criminals')}
        />
        {named ? (
          <Select
            label={t('culprit')}
            value={culprit}
            empty={t('choose')}
            choices={suspects.map(({ id }) => ({ value: id, label: names.delegation(id) }))}
            onChange={setCulprit}
          />
        ) : null}
        <Select
          label={t('confidence')}
          value={confidence}
          choices={CONFIDENCES.map((value) => ({ value, label: t(`confidence_${value}`) }))}
          onChange={(value) => setConfidence(CONFIDENCES.find((item) => item === value) ?? 'low')}
        />
        <Confirmed
          label={t('attribute')}
          about={t('attributeAbout')}
          disabled={named && who === undefined && card.culprits.length > 0}
          onConfirm={() =>
            onSay({
              kind: 'attribute',
              origin,
              confidence,
              ...(named && who !== undefined ? { culprit: who } : {}),
            })
          }
        />
      </div>
    </fieldset>
  );
};
