import type { ReactNode } from 'react';
import { METHODS, PHASES, THRESHOLDS } from '../../../engine/seat.ts';
import { t } from '../../i18n/index.ts';
import { w, type WorkshopKey } from '../../i18n/workshop.ts';
import {
  addSession,
  inOrder,
  listAt,
  removeSession,
  tokensOf,
  wordsAt,
  type Place,
} from '../../session/workshop/index.ts';
import { useForm } from './context.tsx';
import { CheckField, ChoiceField, NumberField, SetField, SpanField, TextField } from './fields.tsx';
import { AddRow, EntryTools } from './tools.tsx';

/** What the scenario is called, when and where it is played. */
export const OverviewForm = (): ReactNode => (
  <>
    <TextField label={w('scenarioTitle')} path={['title']} />
    <TextField label={w('subtitle')} path={['subtitle']} />
    <TextField label={w('summary')} path={['summary']} lines={5} />
    <div className="field-row">
      <TextField label={w('place')} path={['setting', 'place']} />
      <TextField label={w('firstDay')} path={['setting', 'from']} plain most={10} />
      <TextField label={w('lastDay')} path={['setting', 'to']} plain most={10} />
      <NumberField label={w('minutesAlone')} path={['minutes']} least={1} most={600} />
    </div>
    <h3>{w('chair')}</h3>
    <TextField label={w('chairName')} path={['chair', 'name']} />
    <TextField label={w('chairAbout')} path={['chair', 'about']} lines={2} />
    <div className="field-row">
      <TextField label={w('version')} path={['version']} plain most={20} hint={w('versionAbout')} />
    </div>
  </>
);

const MOST_INCIDENTS = 4;

/** Chances in percent of a first, second, … incident: those that are there, and one more. */
export const IncidentChances = ({ session }: { readonly session: number }): ReactNode => {
  const { data } = useForm();
  const path: Place = ['sessions', session, 'incidents'];
  const count = listAt(data, path).length;
  return (
    <>
      {Array.from({ length: count }, (_, place) => (
        <NumberField
          key={place}
          label={w('incidentChance', { n: place + 1 })}
          path={[...path, place]}
          least={0}
          most={100}
        />
      ))}
      {count < MOST_INCIDENTS ? <MoreIncidents path={path} count={count} /> : null}
    </>
  );
};

const MoreIncidents = ({ path, count }: { readonly path: Place; readonly count: number }): ReactNode => {
  const { locked, change } = useForm();
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={false}
        disabled={locked}
        onChange={() => change([{ edit: 'insert', path, at: count, value: count === 0 ? 80 : 25 }])}
      />
      <span>{w('oneMoreIncident', { n: count + 1 })}</span>
    </label>
  );
};

/** The days of play and what happens on each. */
export const CalendarForm = (): ReactNode => {
  const { data, change } = useForm();
  const sessions = listAt(data, ['sessions']);
  return (
    <>
      <p className="quiet">{w('calendarAbout')}</p>
      {sessions.map((_, place) => {
        const path: Place = ['sessions', place];
        const name = wordsAt(data, [...path, 'title']);
        return (
          <section key={place} className="entry" aria-label={w('sessionN', { n: place + 1, name })}>
            <div className="entry-head">
              <h3>{w('sessionN', { n: place + 1, name })}</h3>
              <EntryTools
                name={name}
                onRemove={sessions.length < 2 ? undefined : () => change(removeSession(data, place))}
              />
            </div>
            <div className="field-row">
              <TextField label={w('sessionTitle')} path={[...path, 'title']} />
              <TextField label={w('date')} path={[...path, 'date']} plain most={10} />
            </div>
            <SetField
              label={w('phases')}
              path={[...path, 'phases']}
              choices={PHASES.map((value) => ({ value, label: t(`phase_${value}`) }))}
              make={(chosen, one, wanted) => inOrder(PHASES, chosen, one, wanted)}
              least={1}
            />
            <div className="field-row">
              <IncidentChances session={place} />
              <NumberField label={w('contextsDrawn')} path={[...path, 'contexts']} least={0} most={4} />
            </div>
          </section>
        );
      })}
      <AddRow
        label={w('newSession')}
        button={w('addSession')}
        onAdd={(name) => change(addSession(data, name))}
      />
    </>
  );
};

const COSTS = ['blockCost', 'reopenCost', 'investigateCost', 'assistCost'] as const;

/** How the conference decides, what it costs, and how tense the world is. */
export const ProcedureForm = (): ReactNode => {
  const { data } = useForm();
  const tokens = tokensOf(data).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SetField
        label={w('methods')}
        path={['procedure', 'methods']}
        choices={METHODS.map((value) => ({ value, label: w(`method_${value}` satisfies WorkshopKey) }))}
        make={(chosen, one, wanted) => inOrder(METHODS, chosen, one, wanted)}
        least={1}
      />
      <div className="field-row">
        <ChoiceField
          label={w('threshold')}
          path={['procedure', 'threshold']}
          choices={THRESHOLDS.map((value) => ({
            value,
            label: w(`threshold_${value}` satisfies WorkshopKey),
          }))}
        />
        <NumberField label={w('quorum')} path={['procedure', 'quorum']} least={0} most={100} />
        <NumberField
          label={w('textsPerDecision')}
          path={['procedure', 'textsPerDecision']}
          least={1}
          most={10}
        />
        <NumberField
          label={w('positionsPerStatement')}
          path={['procedure', 'positionsPerStatement']}
          least={0}
          most={40}
        />
        <NumberField
          label={w('offersPerCorridor')}
          path={['procedure', 'offersPerCorridor']}
          least={1}
          most={100}
        />
        <NumberField
          label={w('statements')}
          path={['procedure', 'statements']}
          least={0}
          most={200}
          empty={0}
        />
        <NumberField label={w('sponsors')} path={['procedure', 'sponsors']} least={1} most={50} empty={1} />
        <NumberField
          label={w('groupsOfChair')}
          path={['procedure', 'groups']}
          least={0}
          most={10}
          empty={0}
        />
      </div>
      <CheckField label={w('amendmentVotes')} path={['procedure', 'amendmentVotes']} />
      <CheckField label={w('revealAtEnd')} path={['procedure', 'revealAtEnd']} />
      <CheckField label={w('revealBeliefs')} path={['procedure', 'revealBeliefs']} empty />
      <h3>{w('costs')}</h3>
      {COSTS.map((cost) => (
        <div key={cost} className="field-row cost-row">
          <NumberField label={w(cost)} path={['procedure', cost, 'amount']} least={0} most={1000} />
          <ChoiceField
            label={w('costToken', { what: w(cost) })}
            hideLabel
            path={['procedure', cost, 'token']}
            choices={tokens}
          />
        </div>
      ))}
      <h3>{t('tensionShort')}</h3>
      <SpanField label={w('tensionStart')} path={['tension', 'start']} least={0} most={100} />
      <div className="field-row">
        <NumberField label={w('collapse')} path={['tension', 'collapse']} least={1} most={100} />
        <NumberField label={w('risePerSession')} path={['tension', 'risePerSession']} least={0} most={100} />
        <NumberField label={w('calm')} path={['tension', 'calm']} least={0} most={100} />
      </div>
    </>
  );
};
