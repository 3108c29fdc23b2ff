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
import { useShown } from './shown.tsx';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

const percent = (share: number): string => String(Math.round(share * 100));

/** Flags above each other at most; more of one belief go beside them. */
const HIGH = 4;

interface Flagged {
  readonly place: number;
  readonly cx: number;
  readonly level: number;
}

/** Beliefs as flags over a line: those near each other stand in a block around where they belong, within the picture. */
const blocks = (
  beliefs: AttributionRecord['beliefs'],
  x: (belief: number) => number,
  size: number,
  width: number,
): readonly Flagged[] => {
  const sorted = beliefs
    .map(({ belief }, place) => ({ place, at: x(belief) }))
    .toSorted((a, b) => a.at - b.at || a.place - b.place);
  const groups: (typeof sorted)[] = [];
  for (const one of sorted) {
    const last = groups.at(-1);
    const first = last?.[0];
    if (last === undefined || first === undefined || one.at - first.at > size) groups.push([one]);
    else last.push(one);
  }
  let taken = 0;
  return groups.flatMap((group) => {
    const columns = Math.ceil(group.length / HIGH);
    const middle = group.reduce((sum, { at }) => sum + at, 0) / group.length;
    const wanted = middle - (columns * size) / 2;
    const left = Math.max(taken, Math.min(wanted, width - columns * size));
    taken = left + columns * size;
    return group.map(({ place }, at) => ({
      place,
      cx: left + (Math.floor(at / HIGH) + 0.5) * size,
      level: at % HIGH,
    }));
  });
};

const said = ({ statements }: AttributionRecord, id: string) => statements.find(({ by }) => by === id);

/** How near each delegation's evidence came to the truth, and what was said in public. */
export const Attribution = (): ReactNode => {
  const { names, scenario } = useDebrief();
  const { attribution } = useFigures().debrief;
  const placard = usePlacards();
  const { places } = useShown((place) =>
    attribution.reduce(
      (sum, { beliefs, statements }) =>
        sum +
        (beliefs[place]?.clues ?? 0) +
        (statements.some(({ by }) => by === beliefs[place]?.delegation) ? 10 : 0),
      0,
    ),
  );
  const shownOf = ({ beliefs }: AttributionRecord) => places.flatMap((place) => beliefs[place] ?? []);
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
    const levels = Math.min(HIGH, scenario.delegations.length);
    return (
      <RowChart
        room={room}
        head={14}
        headNarrow={8.4}
        height={Math.max(3.2, levels * 1.08 + 0.7)}
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
                {blocks(shownOf(record), x, flag + 5, width).map(({ place, cx, level }) => {
                  const seat = shownOf(record)[place];
                  if (seat === undefined) return null;
                  const spoke = said(record, seat.delegation);
                  const y = height - 0.85 * em - level * 1.08 * em;
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
                {shownOf(record)
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
        heads: [d('incident'), d('delegation'), d('whoEvidence'), d('whoBelief'), d('whoPublic')],
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
