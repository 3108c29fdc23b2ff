import type { ReactNode } from 'react';
import { points } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import { Change } from '../../bits.tsx';
import { useDebrief, useFigures } from '../context.tsx';
import { Pieces, Placard, RowLines, TopAxis, type Piece } from './bits.tsx';
import { Figure } from './Figure.tsx';
import { tickText } from './numbers.ts';
import type { Room } from './room.ts';
import { RowChart } from './RowChart.tsx';
import { niceOver, ticksFor } from './scales.ts';
import { GroupGains } from './Groups.tsx';
import { useShown } from './shown.tsx';

/** Hundredths. */
const POINT = 100;

const percent = (share: number): number => Math.round(share * 100);

/** What each gained over no agreement, and what was there for it besides. */
export const Left = (): ReactNode => {
  const { names } = useDebrief();
  const { debrief } = useFigures();
  const { left, outcome, delegations } = debrief;
  const more = (place: number): number => left.more?.[place] ?? 0;
  const gain = (place: number): number => left.gains[place] ?? 0;
  const { places, toggle } = useShown((place) => Math.abs(gain(place)) + more(place));
  const shown = places.flatMap((place) => {
    const id = delegations[place];
    return id === undefined ? [] : [{ id, place }];
  });
  const pieces = (place: number): readonly Piece[] => {
    const seat = outcome.seats[place];
    if (seat === undefined) return [];
    const parts = (['text', 'tokens', 'rooms', 'deeds', 'world'] as const)
      .filter((part) => seat.parts[part] !== 0)
      .map((part) => ({ key: part, what: d(`part_${part}`), worth: seat.parts[part] }));
    return [...parts, { key: 'walk', what: d('part_walk'), worth: -seat.walkAway }];
  };
  const scale = (width: number) =>
    niceOver(
      // A point at least, so that nothing is not drawn as something.
      [0, POINT, ...delegations.flatMap((_, place) => [gain(place), gain(place) + more(place)])],
      6,
      width - 6,
    );
  const renderDrawing = (room: Room): ReactNode => {
    return (
      <RowChart
        room={room}
        renderAxis={(width, height) => {
          const x = scale(width);
          return <TopAxis ticks={x.ticks(ticksFor(width, room.em))} at={x} say={tickText} height={height} />;
        }}
        rows={shown.map(({ id, place }) => ({
          key: id,
          head: <Placard id={id} />,
          label: `${names.delegation(id)}: ${d('gained')} ${points(gain(place), true)}, ${d('couldMore')} ${points(more(place), true)}. ${d('madeOf')}`,
          renderBar: (width, height) => {
            const x = scale(width);
            const bar = height * 0.5;
            const y = (height - bar) / 2;
            const from = Math.min(x(0), x(gain(place)));
            const added = [x(gain(place)), x(gain(place) + more(place))] as const;
            return (
              <>
                <RowLines ticks={x.ticks(ticksFor(width, room.em))} at={x} height={height} />
                <rect
                  className={gain(place) < 0 ? 'lost' : 'got'}
                  x={from}
                  y={y}
                  width={Math.abs(x(gain(place)) - x(0))}
                  height={bar}
                  rx={2}
                />
                {more(place) === 0 ? null : (
                  <rect
                    className="left-over"
                    x={Math.min(...added)}
                    y={y}
                    width={Math.abs(added[1] - added[0])}
                    height={bar}
                    rx={2}
                  />
                )}
              </>
            );
          },
          value: <Change value={gain(place)} />,
          renderMade: () => (
            <Pieces pieces={pieces(place)} sum={{ name: d('partGain'), worth: gain(place) }} />
          ),
        }))}
      />
    );
  };
  return (
    <Figure
      testId="chart-left"
      title={d('leftTitle')}
      lead={d('leftLead')}
      renderDrawing={(room) => (
        <>
          <svg width="0" height="0" className="hidden" aria-hidden="true">
            <defs>
              <pattern
                id="hatch"
                width="7"
                height="7"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="7" height="7" fill="#f6e9c6" />
                <rect width="3" height="7" fill="#c9a24b" />
              </pattern>
            </defs>
          </svg>
          {renderDrawing(room)}
        </>
      )}
      table={{
        heads: [d('delegation'), d('gained'), d('couldMore')],
        rows: delegations.map((id, place) => [
          names.delegation(id),
          points(gain(place), true),
          points(more(place), true),
        ]),
      }}
    >
      <GroupGains />
      {toggle}
      <p className="figure-says">
        {outcome.end === 'stopped' ? `${d('leftStopped')} ` : ''}
        {left.feasible === 0
          ? d('leftNoText')
          : left.paretoDistance === undefined || left.paretoDistance === 0
            ? d('leftNone')
            : d('leftShare', { percent: percent(left.paretoDistance) })}{' '}
        {left.nashShare === undefined || outcome.end === 'stopped'
          ? ''
          : d('leftNash', { percent: percent(left.nashShare) })}
      </p>
    </Figure>
  );
};
