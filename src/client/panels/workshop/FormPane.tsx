import { useState, type ReactNode } from 'react';
import { w, type WorkshopKey } from '../../i18n/workshop.ts';
import { firstSession, partOf, type EditFault } from '../../session/workshop/index.ts';
import { Button, Switch } from '../bits.tsx';
import { ArticlesForm } from './ArticlesForm.tsx';
import { ContextsForm, IncidentsForm } from './CardsForm.tsx';
import { useBench, useWriting } from './context.tsx';
import { DelegationsForm } from './DelegationsForm.tsx';
import { LearningForm } from './LearningForm.tsx';
import { LinkagesForm } from './LinkagesForm.tsx';
import { CalendarForm, OverviewForm, ProcedureForm } from './OverviewForm.tsx';

const SECTIONS = [
  'overview',
  'calendar',
  'procedure',
  'articles',
  'delegations',
  'linkages',
  'incidents',
  'contexts',
  'learning',
] as const;
type Section = (typeof SECTIONS)[number];

/** What teachers change most, field by field. Everything else of a file is one pane further. */
export const FormPane = ({
  onPart,
}: {
  /** Another part is shown: the field at the top of the file under which it is written. */
  readonly onPart: (field: string) => void;
}): ReactNode => {
  const bench = useBench();
  const broken = useWriting((writing) => writing.broken);
  const refused = useWriting((writing) => writing.refused);
  const read = useWriting((writing) => writing.read);
  const old = useWriting((writing) => firstSession(writing.data) === 0);
  const [section, setSection] = useState<Section>('overview');
  const text = bench.store.getState().text;
  const faults = (read?.faults ?? []).map(({ line }) => partOf(text, line));
  return (
    <div className="form-pane">
      <Switch
        legend={w('sections')}
        hideLegend
        name="section"
        value={section}
        choices={SECTIONS.map((value) => ({ value, label: labelOf(value, faults) }))}
        onChange={(value) => {
          const next = SECTIONS.find((item) => item === value) ?? 'overview';
          setSection(next);
          onPart(PARTS[next][0] ?? '');
        }}
      />
      {broken === undefined ? null : (
        <output className="form-note form-broken">
          {w('formBroken', { line: broken.line, message: broken.message })}
        </output>
      )}
      {old ? (
        <div className="form-note">
          <p>{w('oldFormat')}</p>
          <Button onPress={() => bench.upgrade()}>{w('upgrade')}</Button>
        </div>
      ) : null}
      {refused === undefined ? null : (
        <div className="form-note form-broken" role="alert">
          <p>{refusedText(refused)}</p>
          <Button look="quiet" onPress={() => bench.dismiss()}>
            {w('close')}
          </Button>
        </div>
      )}
      <div id="form-body" className="form-body" tabIndex={-1}>
        <Fields section={section} />
      </div>
    </div>
  );
};

/** The top of the file under which each part of the form is written. */
const PARTS: { readonly [S in Section]: readonly string[] } = {
  overview: ['id', 'version', 'language', 'title', 'subtitle', 'summary', 'setting', 'minutes', 'chair'],
  calendar: ['sessions'],
  procedure: ['procedure', 'tokens', 'tension', 'trust'],
  articles: ['articles'],
  delegations: ['delegations', 'blocs'],
  linkages: ['linkages'],
  incidents: ['incidents'],
  contexts: ['contexts'],
  learning: ['goals', 'debrief'],
};

const labelOf = (section: Section, faults: readonly string[]): string => {
  const name = w(`section_${section}` satisfies WorkshopKey);
  const count = faults.filter((part) => PARTS[section].includes(part)).length;
  return count === 0 ? name : w('sectionFaults', { name, count });
};

const refusedText = (refused: EditFault): string => {
  switch (refused.fault) {
    case 'shared':
      return w('refusedShared', { name: refused.name });
    case 'by-hand':
      return w('refusedByHand');
  }
};

const Fields = ({ section }: { readonly section: Section }): ReactNode => {
  switch (section) {
    case 'overview':
      return <OverviewForm />;
    case 'calendar':
      return <CalendarForm />;
    case 'procedure':
      return <ProcedureForm />;
    case 'articles':
      return <ArticlesForm />;
    case 'delegations':
      return <DelegationsForm />;
    case 'linkages':
      return <LinkagesForm />;
    case 'incidents':
      return <IncidentsForm />;
    case 'contexts':
      return <ContextsForm />;
    case 'learning':
      return <LearningForm />;
  }
};
