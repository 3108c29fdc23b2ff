import { useState, type ReactNode } from 'react';
import type { ArticleId, IncidentSight, Response, Spending } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { Button, Confirmed, Select } from '../bits.tsx';
import { useDesk, usePlaying } from '../context.tsx';
import { Accusation } from './Accusation.tsx';
import { Cites } from './Cites.tsx';

/** Whom others have accused of it in public. */
const accusedIn = (incident: IncidentSight) =>
  incident.responses.flatMap(({ by, response }) =>
    response.kind === 'attribute' && response.quiet !== true && response.culprit !== undefined
      ? [{ by, culprit: response.culprit }]
      : [],
  );

/** What one can do about an incident. Once the truth is out, only a countermeasure is left. */
export const Respond = ({ incident }: { readonly incident: IncidentSight }): ReactNode => {
  const { session } = useDesk();
  const { scenario, names, own } = usePlaying();
  const [cites, setCites] = useState<readonly ArticleId[]>([]);
  if (own === undefined) return null;
  const me = own.delegation;
  const send = (response: Response): void => {
    void session.send({ kind: 'respond', incident: incident.id, response, cites });
    setCites([]);
  };
  const accused = accusedIn(incident);
  const mine = accused.find(({ by }) => by === me)?.culprit ?? incident.truth?.culprit;
  const struck = done(incident, me, 'countermeasure');
  const back =
    incident.victim === me && mine !== undefined && mine !== me && !struck ? (
      <Confirmed
        label={t('countermeasure', { name: names.delegation(mine) })}
        about={t('countermeasureAbout', { name: names.delegation(mine) })}
        onConfirm={() => send({ kind: 'countermeasure', on: mine })}
      />
    ) : null;
  if (incident.truth !== undefined) return back;
  return (
    <section className="respond" aria-label={t('respond')}>
      <h4>{t('respond')}</h4>
      <Deeds incident={incident} onSend={send} />
      <div className="row">
        {[...new Set(accused.map(({ culprit }) => culprit))]
          .filter((id) => id !== me)
          .map((on) => (
            <Confirmed
              key={on}
              label={t('sanction', { name: names.delegation(on) })}
              about={t('sanctionAbout')}
              disabled={done(incident, me, 'sanction')}
              onConfirm={() => send({ kind: 'sanction', on })}
            />
          ))}
        {accused
          .filter(({ by, culprit }) => by !== me && culprit !== me)
          .map(({ by }) => (
            <Confirmed
              key={by}
              look="plain"
              label={t('endorse', { name: names.delegation(by) })}
              about={t('endorseAbout')}
              disabled={done(incident, me, 'attribute') || done(incident, me, 'endorse')}
              onConfirm={() => send({ kind: 'endorse', whose: by })}
            />
          ))}
        {back}
      </div>
      {incident.clues.length === 0 ? null : <Share incident={incident} onSend={send} />}
      {incident.victim === me && incident.damage > 0 ? <Ask incident={incident} onSend={send} /> : null}
      {done(incident, me, 'attribute') ? null : (
        <Accusation
          legend={t('attribute')}
          about={t('attributeAbout')}
          incident={incident}
          quietly
          onSay={(said, quiet) => send({ kind: 'attribute', ...said, ...(quiet ? { quiet } : {}) })}
        />
      )}
      <Cites cites={cites} onCite={setCites} />
      {scenario.press.interviews > 0 && incident.clues.length > 0 ? (
        <Confirmed
          look="plain"
          label={t('leakClues')}
          about={t('leakCluesAbout', { traced: scenario.press.traced })}
          onConfirm={() => send({ kind: 'leak' })}
        />
      ) : null}
    </section>
  );
};

const done = (incident: IncidentSight, me: string, kind: Response['kind']): boolean =>
  incident.responses.some((item) => item.by === me && item.response.kind === kind);

interface Doing {
  readonly incident: IncidentSight;
  readonly onSend: (response: Response) => void;
}

const Deeds = ({ incident, onSend }: Doing): ReactNode => {
  const { scenario, names, own } = usePlaying();
  if (own === undefined) return null;
  const me = own.delegation;
  const { investigateCost, assistCost } = scenario.procedure;
  const cost = ({ amount, token }: Spending): string =>
    t('cost', { count: amount, token: names.token(token) });
  const suspected = incident.suspect === me || accusedIn(incident).some(({ culprit }) => culprit === me);
  const line = incident.victim === me ? incident.suspect : suspected ? incident.victim : undefined;
  return (
    <div className="row">
      <Button
        disabled={incident.clues.length >= incident.cluesInAll}
        onPress={() => onSend({ kind: 'investigate' })}
      >
        {t('investigate')} <small>{cost(investigateCost)}</small>
      </Button>
      {incident.victim === me ? null : (
        <Button
          disabled={done(incident, me, 'assist') || incident.damage === 0}
          onPress={() => onSend({ kind: 'assist' })}
        >
          {t('assist')} <small>{cost(assistCost)}</small>
        </Button>
      )}
      {line === undefined ? null : (
        <Button
          disabled={done(incident, me, 'hotline')}
          onPress={() => onSend({ kind: 'hotline', to: line })}
        >
          {t('hotline', { name: names.delegation(line) })}
        </Button>
      )}
      {incident.victim === me ? null : (
        <Button disabled={done(incident, me, 'condemn')} onPress={() => onSend({ kind: 'condemn' })}>
          {t('condemn')}
        </Button>
      )}
    </div>
  );
};

const Share = ({ onSend }: Doing): ReactNode => {
  const { scenario, names, own } = usePlaying();
  const [withWhom, setWithWhom] = useState('all');
  const others = scenario.delegations.filter(({ id }) => id !== own?.delegation);
  return (
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
        onPress={() => onSend({ kind: 'share', with: others.find(({ id }) => id === withWhom)?.id ?? 'all' })}
      >
        {t('share')}
      </Button>
    </div>
  );
};

const Ask = ({ incident, onSend }: Doing): ReactNode => {
  const { scenario, names, own } = usePlaying();
  const [whom, setWhom] = useState('all');
  const others = scenario.delegations.filter(
    ({ id }) => id !== own?.delegation && !incident.asked.includes(id),
  );
  if (others.length === 0) return null;
  return (
    <div className="row">
      <Select
        label={t('askWhom')}
        value={whom}
        choices={[
          { value: 'all', label: t('everybody') },
          ...others.map(({ id }) => ({ value: id, label: names.delegation(id) })),
        ]}
        onChange={setWhom}
      />
      <Button
        onPress={() => onSend({ kind: 'ask', from: others.find(({ id }) => id === whom)?.id ?? 'all' })}
      >
        {t('askHelp')}
      </Button>
    </div>
  );
};
