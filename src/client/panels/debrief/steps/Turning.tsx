import type { ReactNode } from 'react';
import type { DelegationId } from '../../../../engine/seat.ts';
import { eventText } from '../../../i18n/events.ts';
import { points } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import type { Shift, TurningPoint } from '../../../session/index.ts';
import { AskWhatIf, Placard, SeeAgain, signed, useWhen } from '../charts/bits.tsx';
import { useDebrief, useFigures } from '../context.tsx';
import { WhyLines } from './Why.tsx';

const PARTS = ['text', 'deal', 'world', 'reservation', 'trust'] as const;
type Part = (typeof PARTS)[number];

/** What a part counts when moments are compared; trust at a quarter of a point. */
const TRUST_COUNTS = 25;
const counted = (shift: Shift, part: Part): number => shift[part] * (part === 'trust' ? TRUST_COUNTS : 1);
const weightOf = (shift: Shift): number =>
  PARTS.reduce((sum, part) => sum + Math.abs(counted(shift, part)), 0);

/** How many delegations are named with a turning point of the table. */
const MOST_MOVED = 3;

/** Turning points as cards in order of time; for one delegation with what the moment was worth to it. */
export const Turning = ({
  found,
  only,
}: {
  readonly found: readonly TurningPoint[];
  readonly only?: DelegationId;
}): ReactNode => {
  const { names } = useDebrief();
  const { delegations } = useFigures().debrief;
  const when = useWhen();
  if (found.length === 0) return <p className="quiet">{d('turnNone')}</p>;
  // Bars of all cards are of one scale.
  const most = Math.max(
    1,
    ...found.flatMap(({ shifts }) =>
      shifts.flatMap((shift, place) =>
        only !== undefined && delegations[place] !== only
          ? []
          : PARTS.map((part) => Math.abs(counted(shift, part))),
      ),
    ),
  );
  return (
    <ol className="turning">
      {found.map((point) => {
        const moved = point.shifts
          .flatMap((shift, place) => {
            const id = delegations[place];
            return id === undefined || (only !== undefined && id !== only) ? [] : [{ id, shift }];
          })
          .filter(({ shift }) => weightOf(shift) > 0)
          .toSorted((a, b) => weightOf(b.shift) - weightOf(a.shift))
          .slice(0, MOST_MOVED);
        return (
          <li key={point.at} className="turn-card">
            <p className="turn-where">{when(point)}</p>
            <p className="turn-what">{eventText(names, point.event)}</p>
            <WhyLines point={point} />
            {only === undefined ? (
              <p className="quiet">{d('moved', { points: points(point.weight) })}</p>
            ) : null}
            {moved.map(({ id, shift }) => (
              <div key={id} className="turn-shift">
                {only === undefined ? <Placard id={id} /> : null}
                <Parts shift={shift} most={most} />
              </div>
            ))}
            <span className="row">
              <SeeAgain at={point.at} />
              <AskWhatIf at={point.at} />
            </span>
          </li>
        );
      })}
    </ol>
  );
};

const Parts = ({ shift, most }: { readonly shift: Shift; readonly most: number }): ReactNode => (
  <ul className="parts">
    {PARTS.filter((part) => shift[part] !== 0).map((part) => {
      const share = (Math.abs(counted(shift, part)) / most) * 50;
      return (
        <li key={part}>
          <span className="parts-name">{d(`shift_${part}`)}</span>
          <span className="parts-bar" aria-hidden="true">
            <span
              className={shift[part] < 0 ? 'parts-down' : 'parts-up'}
              style={{
                inlineSize: `${String(share)}%`,
                insetInlineStart: `${String(shift[part] < 0 ? 50 - share : 50)}%`,
              }}
            />
          </span>
          <span className={shift[part] < 0 ? 'loss' : 'gain'}>
            {part === 'trust' ? signed(shift.trust) : points(shift[part], true)}
          </span>
        </li>
      );
    })}
  </ul>
);
