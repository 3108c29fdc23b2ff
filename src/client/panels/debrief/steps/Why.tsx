import type { ReactNode } from 'react';
import { d } from '../../../i18n/debrief.ts';
import { whyText } from '../../../i18n/sentences.ts';
import { foremost, saidAloud, whysAt, type TurningPoint } from '../../../session/index.ts';
import { useDebrief, useFigures } from '../context.tsx';

/** Why a moment came about: what the AI players who made it so kept to themselves. Nothing before the cards lie open. */
export const WhyLines = ({ point }: { readonly point: TurningPoint }): ReactNode => {
  const { names, revealed } = useDebrief();
  const { whys } = useFigures().debrief;
  if (!revealed) return null;
  const { told, others } = foremost(whysAt(whys, point.at, point.event));
  return (
    <>
      {told.map(({ at, seat, because }) => (
        <p key={at} className="why" data-testid="why">
          {d(seat === 'chair' ? 'whyChair' : saidAloud(seat, [point.event]) ? 'whyKept' : 'why', {
            who: names.delegation(seat),
            reasons: whyText(names, because),
          })}
        </p>
      ))}
      {others === 0 ? null : <p className="why">{d('whyOthers', { count: others })}</p>}
    </>
  );
};
