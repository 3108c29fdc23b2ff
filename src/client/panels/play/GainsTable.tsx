import type { ReactNode } from 'react';
import type { Scenario } from '../../../engine/seat.ts';
import { points, t } from '../../i18n/index.ts';
import { Change, Flag } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { percentOf } from '../percent.ts';

/** One delegation: what something was worth to it, beside what no agreement was worth; hundredths of a point. */
export interface GainsRow {
  readonly delegation: Scenario['delegations'][number];
  readonly worth: number;
  readonly walkAway: number;
  readonly mine: boolean;
  /** What it is made of, for whoever points at it. */
  readonly title?: string;
}

/** What a text or a game was worth to each delegation: figures, and a bar with a mark where no agreement lies. */
export const GainsTable = ({
  rows,
  worth: head,
  chart,
}: {
  readonly rows: readonly GainsRow[];
  /** Heads of the worth and of its bar. */
  readonly worth: string;
  readonly chart: string;
}): ReactNode => {
  const { names } = usePlaying();
  return (
    <table className="gains">
      <thead>
        <tr>
          <th scope="col">{t('delegation')}</th>
          <th scope="col">{head}</th>
          <th scope="col" className="gains-chart">
            <span className="hidden">{chart}</span>
          </th>
          <th scope="col">{t('walkAway')}</th>
          <th scope="col">{t('gain')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ delegation, worth, walkAway, mine, title }) => (
          <tr key={delegation.id} className={mine ? 'gains-mine' : ''} title={title}>
            <th scope="row">
              <Flag code={delegation.flag} size={14} /> {names.words(delegation.placard)}
            </th>
            <td>{points(worth)}</td>
            <td className="gains-chart">
              <span className="hidden">{points(worth - walkAway, true)}</span>
              <span className="gauge-bar" aria-hidden="true">
                <span className="gauge-fill" style={{ inlineSize: percentOf(worth) }} />
                <span className="gauge-mark" style={{ insetInlineStart: percentOf(walkAway) }} />
              </span>
            </td>
            <td>{points(walkAway)}</td>
            <td>
              <Change value={worth - walkAway} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
