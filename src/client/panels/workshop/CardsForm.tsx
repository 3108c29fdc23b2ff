import type { ReactNode } from 'react';
import { ORIGINS, SECTORS } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { w, type WorkshopKey } from '../../i18n/workshop.ts';
import {
  addContext,
  addIncident,
  contextsOf,
  delegationsOf,
  firstSession,
  incidentsOf,
  isOff,
  listAt,
  numberAt,
  switchCard,
  wordsAt,
  type Named,
  type Place,
} from '../../session/workshop/index.ts';
import { useForm } from './context.tsx';
import { ChoiceField, NumberField, SpanField, TextField } from './fields.tsx';
import { AddRow, EntryTools } from './tools.tsx';
import { IncidentChances } from './OverviewForm.tsx';

/** What may strike, and when. */
export const IncidentsForm = (): ReactNode => {
  const { data, change } = useForm();
  return (
    <>
      <h3>{w('whenIncidents')}</h3>
      <p className="quiet">{w('whenIncidentsAbout')}</p>
      {listAt(data, ['sessions']).map((_, place) => (
        <div key={place} className="field-row when-row">
          <span>{wordsAt(data, ['sessions', place, 'title'])}</span>
          <IncidentChances session={place} />
        </div>
      ))}
      <h3>{w('cards')}</h3>
      {incidentsOf(data).map((card) => (
        <Card key={card.id} list="incidents" card={card}>
          <TextField label={w('cardTitle')} path={['incidents', card.place, 'title']} />
          <TextField
            label={w('cardStory')}
            path={['incidents', card.place, 'story']}
            lines={4}
            hint={w('incidentStoryAbout')}
          />
          <div className="field-row">
            <ChoiceField
              label={w('sector')}
              path={['incidents', card.place, 'sector']}
              choices={SECTORS.map((value) => ({ value, label: w(`sector_${value}` satisfies WorkshopKey) }))}
            />
            <NumberField
              label={w('severity')}
              path={['incidents', card.place, 'severity']}
              least={1}
              most={5}
            />
            <NumberField
              label={w('howOften')}
              path={['incidents', card.place, 'weight']}
              least={0}
              most={1000}
            />
          </div>
          <SpanField
            label={w('cardTension')}
            path={['incidents', card.place, 'tension']}
            least={-20}
            most={30}
          />
          <SpanField label={w('cardDamage')} path={['incidents', card.place, 'damage']} least={0} most={40} />
          <Origins path={['incidents', card.place, 'origins']} />
          <fieldset className="set-field numbers">
            <legend className="field-label">{w('victims')}</legend>
            {delegationsOf(data).map(({ id, name }) => (
              <NumberField
                key={id}
                label={name}
                path={['incidents', card.place, 'victims', id]}
                least={0}
                most={1000}
                empty={0}
              />
            ))}
          </fieldset>
        </Card>
      ))}
      <AddRow
        label={w('newIncident')}
        button={w('addIncident')}
        onAdd={(name) => change(addIncident(data, name))}
      />
    </>
  );
};

/** Who was truly behind it: percent, 100 in all. */
const Origins = ({ path }: { readonly path: Place }): ReactNode => {
  const { data } = useForm();
  const sum = ORIGINS.reduce((all, origin) => all + (numberAt(data, [...path, origin]) ?? 0), 0);
  return (
    <fieldset className="set-field numbers">
      <legend className="field-label">{w('origins')}</legend>
      {ORIGINS.map((origin) => (
        <NumberField
          key={origin}
          label={t(`origin_${origin}`)}
          path={[...path, origin]}
          least={0}
          most={100}
          empty={0}
        />
      ))}
      <p className={sum === 100 ? 'quiet' : 'loss'}>{w('originsSum', { sum })}</p>
    </fieldset>
  );
};

/** A card that can be looked into, switched off and taken out. */
const Card = ({
  list,
  card,
  children,
}: {
  readonly list: 'incidents' | 'contexts';
  readonly card: Named;
  readonly children: ReactNode;
}): ReactNode => {
  const { data, locked, change } = useForm();
  const off = isOff(data, list, card.place);
  return (
    <section className={off ? 'entry entry-off' : 'entry'} aria-label={card.name}>
      <div className="entry-head">
        <label className="check">
          <input
            type="checkbox"
            checked={!off}
            disabled={locked}
            onChange={(event) => change([switchCard(list, card.place, event.target.checked)])}
          />
          <span>{w('inPlay', { name: card.name })}</span>
        </label>
        <EntryTools
          name={card.name}
          onRemove={() => change([{ edit: 'remove', path: [list, card.place] }])}
        />
      </div>
      <details>
        <summary>{w('editCard', { name: card.name })}</summary>
        <div className="card-fields">{children}</div>
      </details>
    </section>
  );
};

/** What happens in the world meanwhile. */
export const ContextsForm = (): ReactNode => {
  const { data, change } = useForm();
  return (
    <>
      <p className="quiet">{w('contextsAbout')}</p>
      {contextsOf(data).map((card) => {
        const path: Place = ['contexts', card.place];
        return (
          <Card key={card.id} list="contexts" card={card}>
            <TextField label={w('cardTitle')} path={[...path, 'title']} />
            <TextField label={w('cardStory')} path={[...path, 'story']} lines={4} hint={w('storyAbout')} />
            <div className="field-row">
              <NumberField label={w('howOften')} path={[...path, 'weight']} least={0} most={1000} />
              <SessionField label={w('fromSession')} path={[...path, 'from']} />
              <SessionField label={w('toSession')} path={[...path, 'to']} />
            </div>
            <p className="quiet">{w('effectsAbout')}</p>
          </Card>
        );
      })}
      <AddRow
        label={w('newContext')}
        button={w('addContext')}
        onAdd={(name) => change(addContext(data, name))}
      />
    </>
  );
};

/** A session by the number that the file gives it. */
const SessionField = ({ label, path }: { readonly label: string; readonly path: Place }): ReactNode => {
  const { data, locked, change } = useForm();
  const first = firstSession(data);
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <select
        value={String(numberAt(data, path) ?? first)}
        disabled={locked}
        onChange={(event) => change([{ edit: 'set', path, value: Number(event.target.value) }])}
      >
        {listAt(data, ['sessions']).map((_, place) => (
          <option key={place} value={String(first + place)}>
            {wordsAt(data, ['sessions', place, 'title'])}
          </option>
        ))}
      </select>
    </label>
  );
};
