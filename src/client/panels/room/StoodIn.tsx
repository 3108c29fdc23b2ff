import { useMemo, useState, type ReactNode } from 'react';
import { h } from '../../i18n/handover.ts';
import { r } from '../../i18n/room.ts';
import { handover, type Handover, type StoodIn as Stood } from '../../session/remote/index.ts';
import { Button } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { briefText } from '../handover/handover-text.ts';
import { HandoverGroups, useHandoverGroups } from '../handover/HandoverGroups.tsx';
import { useCompany, useMine } from './context.tsx';

/** What AI did in our place, and what it leaves us with, until somebody of us has read it. */
export const StoodIn = (): ReactNode => {
  const { stoodIn } = useMine();
  return stoodIn === undefined ? null : <Note stood={stoodIn} />;
};

const Note = ({ stood: { since, until, moves, seat } }: { readonly stood: Stood }): ReactNode => {
  const { room } = useCompany();
  const { scenario, view } = usePlaying();
  const summary = useMemo(
    () => (view.seat === seat ? handover(scenario, view, { since, until }) : undefined),
    [scenario, view, seat, since, until],
  );
  return (
    <section className="room-note note-stood" aria-label={h('backTitle')} data-testid="stood-in">
      <output>
        <strong>{h('backDid', { count: moves })}</strong> {summary === undefined ? null : briefText(summary)}
      </output>
      <Button onPress={() => void room.ask<'read-stood-in'>({ ask: 'read-stood-in' })}>
        {r('understood')}
      </Button>
      {summary === undefined ? null : <Whole summary={summary} />}
    </section>
  );
};

/** Longer than its place: a keyboard must be able to scroll it. */
const SCROLLED = { className: 'stood-in-list', role: 'group', tabIndex: 0 } as const;

const Whole = ({ summary }: { readonly summary: Handover }): ReactNode => {
  // On a phone the list would leave no room for the papers.
  const [roomy] = useState(() => window.matchMedia('(width >= 900px)').matches);
  const groups = useHandoverGroups(summary);
  if (groups.length === 0) return null;
  return (
    <details open={roomy}>
      <summary>{h('backOpen')}</summary>
      <div {...SCROLLED} aria-label={h('backOpen')}>
        <HandoverGroups groups={groups} />
      </div>
    </details>
  );
};
