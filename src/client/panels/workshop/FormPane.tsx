import { useState, type ReactNode } from 'react';
import { w, type WorkshopKey } from '../../i18n/workshop.ts';
import type { EditFault } from '../../session/workshop/index.ts';
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
export const FormPane = (): ReactNode => {
  const bench = useBench();
  const broken = useWriting((writing) => writing.broken);
  const refused = useWriting((writing) => writing.refused);
  const [section, setSection] = useState<Section>('overview');
  return (
    <div className="form-pane">
      <Switch
        legend={w('sections')}
        hideLegend
        name="section"
        value={section}
        choices={SECTIONS.map((value) => ({ value, label: w(`section_${value}` satisfies WorkshopKey) }))}
        onChange={(value) => setSection(SECTIONS.find((item) => item === value) ?? 'overview')}
      />
      {broken === undefined ? null : (
        <output className="form-note form-broken">
          {w('formBroken', { line: broken.line, message: broken.message })}
        </output>
      )}
      {refused === undefined ? null : (
        <div className="form-note form-broken" role="alert">
          <p>{refusedText(refused)}</p>
          <Button look="quiet" onPress={() => bench.dismiss()}>
            {w('close')}
          </Button>
        </div>
      )}
      <div className="form-body" data-section={section}>
        <Fields section={section} />
      </div>
    </div>
  );
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
