import type { ReactNode } from 'react';
import { t } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import { originText } from '../../../i18n/sentences.ts';
import { flagUrl } from '../../flags.ts';
import type { AttributionRecord } from '../../../session/index.ts';
import { useDebrief, useFigures } from '../context.tsx';
import { RowLines, TopAxis, usePlacards } from './bits.tsx';
import { Figure } from './Figure.tsx';
import type { Room } from './room.ts';
import { RowChart } from './RowChart.tsx';
import { scaleOver } from './scales.ts';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

const percent = (share: number): string => String(Math.round(share * 100));

/** Beliefs as places in a swarm: near each other they stand above each other. */
const swarm = (
  beliefs: AttributionRecord['beliefs'],
  x: (belief: number) => number,
  size: number,
): readonly { readonly place: number; readonly cx: number; readonly level: number }[] => {
  const taken: { readonly cx: number; readonly level: number }[] = [];
  return beliefs
    .map(({ belief }, place) => ({ place, cx: x(belief) }))
    .toSorted((a, b) => a.cx - b.cx || a.place - b.place)
    .map(({ place, cx }) => {
      let level = 0;
      while (taken.some((other) => other.level === level && Math.abs(other.cx - cx) < size)) level += 1;
      taken.push({ cx, level });
      return { place, cx, level };
    });
};

const said = ({ statements }: AttributionRecord, id: string) => statements.find(({ by }) => by === id);

/** How near each delegation's evidence came to the truth, and what was said in public. */
export const Attribution = (): ReactNode => {
  const { names, scenario } = useDebrief();
  const { attribution } = useFigures().debrief;
  const placard = usePlacards();
  const flagOf = (id: string): string =>
    flagUrl(scenario.delegations.find((delegation) => delegation.id === id)?.flag ?? '');
  const saidText = (record: AttributionRecord, id: string): string => {
    const found = said(record, id);
    if (found === undefined) return d('whoQuiet');
    const what = d('whoSaid', {
      what: originText(names, found.origin, found.culprit),
      confidence: t(`confidence_${found.confidence}`),
    });
    return `${what} (${d(found.right ? 'whoRight' : 'whoWrong')})`;
  };
  const truth = (record: AttributionRecord): string =>
    originText(names, record.truth.origin, record.truth.culprit);
  const renderDrawing = (room: Room): ReactNode => {
    const { em } = room;
    const flag = 1.25 * em;
    const most = (width: number): number =>
      Math.max(
        1,
        ...attribution.map(({ beliefs }) =>
          Math.max(
            0,
            ...swarm(beliefs, scaleOver([0, 1], flag, width - flag), flag).map(({ level }) => level + 1),
          ),
        ),
      );
    const rows = Math.min(5, most(room.width * 0.55));
    return (
      <RowChart
        room={room}
        head={14}
        headNarrow={8.4}
        height={Math.max(3.2, rows * 0.95 + 1.2)}
        renderAxis={(width, height) => (
          <TopAxis ticks={TICKS} at={scaleOver([0, 1], flag, width - flag)} say={percent} height={height} />
        )}
        rows={attribution.map((record) => ({
          key: record.incident,
          head: (
            <span className="who-head">
              <strong>{names.incident(record.incident)}</strong>
              <span className="quiet">{truth(record)}</span>
            </span>
          ),
          label: `${names.incident(record.incident)}. ${d('whoTruth', { what: truth(record) })}. ${d('madeOf')}`,
          renderBar: (width, height) => {
            const x = scaleOver([0, 1], flag, width - flag);
            return (
              <>
                <RowLines ticks={TICKS} at={x} height={height} />
                {swarm(record.beliefs, x, flag).map(({ place, cx, level }) => {
                  const seat = record.beliefs[place];
                  if (seat === undefined) return null;
                  const spoke = said(record, seat.delegation);
                  const y = height - 0.75 * em - level * 0.92 * em;
                  return (
                    <g key={seat.delegation} transform={`translate(${String(cx)} ${String(y)})`}>
                      {spoke === undefined ? null : (
                        <rect
                          className={spoke.right ? 'said-right' : 'said-wrong'}
                          x={-flag / 2 - 2.5}
                          y={-flag / 3 - 2.5}
                          width={flag + 5}
                          height={flag / 1.5 + 5}
                          rx={3}
                        />
                      )}
                      <image
                        href={flagOf(seat.delegation)}
                        x={-flag / 2}
                        y={-flag / 3}
                        width={flag}
                        height={flag / 1.5}
                        preserveAspectRatio="xMidYMid slice"
                      />
                    </g>
                  );
                })}
              </>
            );
          },
          renderMade: () => (
            <div className="pieces">
              <p>
                <strong>{d('whoTruth', { what: truth(record) })}</strong>{' '}
                {d(record.out ? 'whoOut' : 'whoHidden')}
              </p>
              <ul>
                {record.beliefs
                  .toSorted((a, b) => b.belief - a.belief)
                  .map(({ delegation, clues, belief }) => (
                    <li key={delegation}>
                      <span>
                        {placard(delegation)}: {d('whoClues', { count: clues })},{' '}
                        {saidText(record, delegation)}
                      </span>
                      <span>{percent(belief)} %</span>
                    </li>
                  ))}
              </ul>
            </div>
          ),
        }))}
      />
    );
  };
  return (
    <Figure
      testId="chart-attribution"
      title={d('whoTitle')}
      lead={attribution.length === 0 ? d('whoNone') : d('whoLead')}
      tools={
        attribution.length === 0 ? undefined : (
          <p className="legend" aria-hidden="true">
            <span className="key said-right" /> {d('whoRight')} <span className="key said-wrong" />{' '}
            {d('whoWrong')}
          </p>
        )
      }
      renderDrawing={renderDrawing}
      table={{
        heads: [d('incident'), d('delegation'), d('whoClues', { count: 2 }), d('whoBelief'), ''],
        rows: attribution.flatMap((record) =>
          record.beliefs.map(({ delegation, clues, belief }) => [
            `${names.incident(record.incident)}: ${truth(record)}`,
            names.delegation(delegation),
            String(clues),
            percent(belief),
            saidText(record, delegation),
          ]),
        ),
      }}
    />
  );
};
