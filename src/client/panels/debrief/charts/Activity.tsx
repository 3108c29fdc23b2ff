import type { ReactNode } from 'react';
import { d } from '../../../i18n/debrief.ts';
import { useDebrief, useFigures } from '../context.tsx';
import { Placard } from './bits.tsx';
import { Figure } from './Figure.tsx';
import type { Room } from './room.ts';
import { RowChart } from './RowChart.tsx';
import { useShown } from './shown.tsx';

/** What is drawn, one mark for each. */
const DRAWN = ['statements', 'offersMade', 'deals'] as const;
/** What there is besides. */
const ALL = [
  'statements',
  'replies',
  'positions',
  'amendments',
  'offersMade',
  'offersReceived',
  'accepted',
  'declined',
  'deals',
  'responses',
] as const;

/** Speaking and offers: a mark for each act, so that whoever was silent is seen to have been. */
export const Activity = (): ReactNode => {
  const { names } = useDebrief();
  const { activity } = useFigures().debrief;
  const { places, toggle } = useShown((place) =>
    DRAWN.reduce((sum, kind) => sum + (activity[place]?.[kind] ?? 0), 0),
  );
  const most = Math.max(1, ...activity.flatMap((seat) => DRAWN.map((kind) => seat[kind])));
  const renderDrawing = (room: Room): ReactNode => (
    <RowChart
      room={room}
      height={2.9}
      rows={places
        .flatMap((place) => activity[place] ?? [])
        .map((seat) => ({
          key: seat.delegation,
          head: <Placard id={seat.delegation} />,
          label: `${names.delegation(seat.delegation)}: ${DRAWN.map((kind) => `${d(`act_${kind}`)} ${String(seat[kind])}`).join(', ')}. ${d('madeOf')}`,
          renderBar: (width, height) => {
            const row = height / (DRAWN.length + 0.6);
            const step = Math.min(2.6 * room.em, (width - 2.4 * room.em) / most);
            return DRAWN.map((kind, line) => (
              <g key={kind} className={`act act-${kind}`}>
                {Array.from({ length: seat[kind] }, (_, place) => (
                  <rect
                    key={place}
                    x={4 + place * step}
                    y={row * (line + 0.45)}
                    width={Math.max(1.5, step - 2)}
                    height={row * 0.72}
                    rx={1.5}
                  />
                ))}
                <text x={8 + seat[kind] * step} y={row * (line + 1.1)} className="tick">
                  {seat[kind]}
                </text>
              </g>
            ));
          },
          renderMade: () => (
            <dl className="tally">
              {ALL.map((kind) => (
                <div key={kind}>
                  <dt>{d(`act_${kind}`)}</dt>
                  <dd>{seat[kind]}</dd>
                </div>
              ))}
            </dl>
          ),
        }))}
    />
  );
  return (
    <Figure
      testId="chart-activity"
      title={d('activityTitle')}
      lead={d('activityLead')}
      tools={
        <p className="legend" aria-hidden="true">
          {DRAWN.map((kind) => (
            <span key={kind}>
              <span className={`key act-${kind}`} /> {d(`act_${kind}`)}
            </span>
          ))}
        </p>
      }
      renderDrawing={renderDrawing}
      table={{
        heads: [d('delegation'), ...ALL.map((kind) => d(`act_${kind}`))],
        rows: activity.map((seat) => [
          names.delegation(seat.delegation),
          ...ALL.map((kind) => String(seat[kind])),
        ]),
      }}
    >
      {toggle}
    </Figure>
  );
};
