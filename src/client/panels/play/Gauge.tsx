import type { ReactNode } from 'react';
import { points, t } from '../../i18n/index.ts';
import { percentOf } from '../percent.ts';

/** A text's worth on one's own scale of 0 to 100, against no agreement. */
export const Gauge = ({
  worth,
  reservation,
  crossed,
  put = false,
}: {
  readonly worth: number;
  readonly reservation: number;
  readonly crossed: boolean;
  /** A text is before the room; else it is the standing draft. */
  readonly put?: boolean;
}): ReactNode => {
  const good = worth >= reservation && !crossed;
  const gap = points(Math.abs(worth - reservation));
  return (
    <div className={good ? 'gauge gauge-good' : 'gauge gauge-bad'}>
      <div className="gauge-bar" aria-hidden="true">
        <span className="gauge-fill" style={{ inlineSize: percentOf(worth) }} />
        <span className="gauge-mark" style={{ insetInlineStart: percentOf(reservation) }}>
          <span>{t('noAgreement')}</span>
        </span>
      </div>
      <p>
        {t(put ? 'worthToYou' : 'gaugeAbout', { worth: points(worth), reservation: points(reservation) })}{' '}
        <strong className={good ? 'gain' : 'loss'}>
          {t(worth < reservation ? 'gaugeBehind' : crossed ? 'gaugeCrossed' : 'gaugeAhead', { points: gap })}
        </strong>
      </p>
    </div>
  );
};
