import type { ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import type { PlannedStretch, Stretch } from '../../../session/remote/index.ts';
import { useNames, useRoomSight } from '../context.tsx';
import { stretchText } from '../Clock.tsx';
import { minutesOf } from '../time.ts';

export const sameStretch = (one: Stretch, other: Stretch): boolean =>
  one.kind === 'phase'
    ? other.kind === 'phase' && one.session === other.session && one.phase === other.phase
    : one.kind === other.kind;

const keyOf = ({ stretch }: PlannedStretch): string =>
  stretch.kind === 'phase' ? `${String(stretch.session)}-${stretch.phase}` : stretch.kind;

/** The whole session as a rail, as long as its minutes: where we are, and the debrief at its end. */
export const PlanRail = (): ReactNode => {
  const { plan, clock } = useRoomSight();
  const names = useNames();
  const now = plan.stretches.findIndex(({ stretch }) => sameStretch(stretch, clock.stretch));
  return (
    <ol className="rail" aria-label={r('rail')} data-testid="rail">
      {plan.stretches.map((planned, place) => (
        <li
          key={keyOf(planned)}
          className={`rail-${planned.stretch.kind}${place < now ? ' rail-past' : place === now ? ' rail-now' : ''}`}
          style={{ flexGrow: Math.max(planned.seconds, 30) }}
          title={`${stretchText(planned.stretch, names)}, ${r('minutesShort', { count: minutesOf(planned.seconds) })}`}
          {...(place === now ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={place === now || planned.stretch.kind === 'debrief' ? '' : 'hidden'}>
            {stretchLabel(planned.stretch, names?.phase)}
          </span>
        </li>
      ))}
    </ol>
  );
};

const stretchLabel = (
  stretch: Stretch,
  phase: ((phase: Extract<Stretch, { kind: 'phase' }>['phase']) => string) | undefined,
): string => (stretch.kind === 'phase' ? (phase?.(stretch.phase) ?? '') : r(`stretch_${stretch.kind}`));
