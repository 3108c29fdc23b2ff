import { useState, type ReactNode } from 'react';
import { CONFIDENCES, incidentOf, ORIGINS, type IncidentSight, type Response } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { Confirmed, Select } from '../bits.tsx';
import { usePlaying } from '../context.tsx';

export type Said = Omit<Extract<Response, { kind: 'assess' }>, 'kind'>;

/** Who is meant to have been behind an incident, and how sure one is: said in public, in private, or in a joint assessment. */
export const Accusation = ({
  legend,
  about,
  incident,
  quietly = false,
  onSay,
}: {
  readonly legend: string;
  readonly about: string;
  readonly incident: IncidentSight;
  /** Whether it can be said to the accused alone. */
  readonly quietly?: boolean;
  readonly onSay: (said: Said, quiet: boolean) => void;
}): ReactNode => {
  const { scenario, names, own } = usePlaying();
  const card = incidentOf(scenario, incident.id);
  const [origin, setOrigin] = useState<(typeof ORIGINS)[number]>('criminals');
  const [culprit, setCulprit] = useState('');
  const [confidence, setConfidence] = useState<(typeof CONFIDENCES)[number]>('low');
  const [quiet, setQuiet] = useState(false);
  const named = origin === 'state' || origin === 'proxy' || origin === 'false-flag';
  const who = scenario.delegations.find(({ id }) => id === culprit)?.id;
  const suspects = scenario.delegations.filter(({ id }) => id !== own?.delegation && id !== incident.victim);
  return (
    <fieldset className="attribute">
      <legend>{legend}</legend>
      <p className="quiet">{about}</p>
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
        {quietly && named ? (
          <label className="chip">
            <input type="checkbox" checked={quiet} onChange={(event) => setQuiet(event.target.checked)} />
            <span>{t('quietly')}</span>
          </label>
        ) : null}
        <Confirmed
          label={legend}
          about={about}
          disabled={named && who === undefined && card.culprits.length > 0}
          onConfirm={() =>
            onSay(
              { origin, confidence, ...(named && who !== undefined ? { culprit: who } : {}) },
              quiet && named,
            )
          }
        />
      </div>
    </fieldset>
  );
};
