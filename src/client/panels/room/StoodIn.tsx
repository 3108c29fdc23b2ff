import { useMemo, useState, type ReactNode } from 'react';
import { r } from '../../i18n/room.ts';
import { handover, type Handover, type StoodIn as Stood } from '../../session/remote/index.ts';
import { Button } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { offersIn } from '../play/answers.ts';
import { useCompany, useMine } from './context.tsx';
import { handoverText } from './handover-text.ts';

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
  const binding = summary?.promised.filter(({ state }) => state === 'open').length ?? 0;
  const deals = summary?.deals.length ?? 0;
  const waiting = summary?.waiting.received.length ?? 0;
  return (
    <section className="room-note note-stood" aria-label={r('backTitle')} data-testid="stood-in">
      <output>
        <strong>{r('backDid', { count: moves })}</strong>{' '}
        {binding === 0 ? '' : `${r('backBinds', { count: binding })} `}
        {deals === 0 ? '' : `${r('backStruck', { count: deals })} `}
        {waiting === 0 ? '' : r('backAnswer', { count: waiting })}
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
  const { names, view } = usePlaying();
  // On a phone the list would leave no room for the papers.
  const [roomy] = useState(() => window.matchMedia('(width >= 900px)').matches);
  const groups = handoverText(names, summary, offersIn(view.log));
  if (groups.length === 0) return null;
  return (
    <details open={roomy}>
      <summary>{r('backOpen')}</summary>
      <div {...SCROLLED} aria-label={r('backOpen')}>
        <div className="stood-in-groups">
          {groups.map(({ group, lines }) => (
            <section key={group} data-group={group}>
              <h3>{r(`back_${group}`)}</h3>
              <ul>
                {lines.map((line, place) => (
                  <li key={`${group}-${String(place)}`}>{line}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </details>
  );
};
