import type { ReactNode } from 'react';
import { points } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import type { Concession } from '../../../session/index.ts';
import { useDebrief, useFigures } from '../context.tsx';
import { Pieces, Placard, RowLines, TopAxis, type Piece } from './bits.tsx';
import { Figure } from './Figure.tsx';
import type { Room } from './room.ts';
import { RowChart } from './RowChart.tsx';
import { niceOver, ticksFor } from './scales.ts';
import { useShown } from './shown.tsx';

/** Concessions: given to the left, received to the right. */
export const Balance = (): ReactNode => {
  const { names } = useDebrief();
  const { debrief } = useFigures();
  const { balance, concessions } = debrief;
  const { places, toggle } = useShown(
    (place) => (balance[place]?.given ?? 0) + (balance[place]?.received ?? 0),
  );
  const say = (concession: Concession): string => {
    switch (concession.kind) {
      case 'position':
        return d('stepTo', {
          by: names.delegation(concession.by),
          option: names.option(concession.provision.article, concession.provision.option),
          article: names.article(concession.provision.article),
        });
      case 'deed':
        return d('deedBy', {
          by: names.delegation(concession.by),
          to: names.delegation(concession.to),
          concession: names.concession(concession.concession),
        });
      case 'deal':
        return '';
    }
  };
  /** Steps and deeds that cost it something, or brought it something; deals are counted by their deeds. */
  const pieces = (place: number, id: string): readonly Piece[] =>
    concessions.flatMap((concession, at): readonly Piece[] => {
      if (concession.kind === 'deal') return [];
      const worth = concession.worths[place] ?? 0;
      const counts = concession.by === id ? worth < 0 : worth > 0;
      return counts ? [{ key: String(at), what: say(concession), worth }] : [];
    });
  const scale = (width: number) =>
    niceOver(
      balance.flatMap(({ given, received }) => [-given, received, 0]),
      4,
      width - 4,
    );
  const renderDrawing = (room: Room): ReactNode => {
    return (
      <RowChart
        room={room}
        renderAxis={(width, height) => {
          const x = scale(width);
          return (
            <TopAxis
              ticks={x.ticks(ticksFor(width, room.em))}
              at={x}
              say={(value) => String(Math.abs(value / 100))}
              height={height}
            />
          );
        }}
        rows={places
          .flatMap((place) => balance[place] ?? [])
          .map(({ delegation, given, received }) => ({
            key: delegation,
            head: <Placard id={delegation} />,
            label: `${names.delegation(delegation)}: ${d('given')} ${points(given)}, ${d('received')} ${points(received)}. ${d('madeOf')}`,
            renderBar: (width, height) => {
              const x = scale(width);
              const bar = height * 0.5;
              const y = (height - bar) / 2;
              return (
                <>
                  <RowLines ticks={x.ticks(ticksFor(width, room.em))} at={x} height={height} />
                  <rect className="gave" x={x(-given)} y={y} width={x(0) - x(-given)} height={bar} rx={2} />
                  <rect className="got" x={x(0)} y={y} width={x(received) - x(0)} height={bar} rx={2} />
                </>
              );
            },
            value: <span className="even">{points(received - given, true)}</span>,
            renderMade: () => (
              <Pieces
                pieces={pieces(
                  balance.findIndex((one) => one.delegation === delegation),
                  delegation,
                )}
              />
            ),
          }))}
      />
    );
  };
  return (
    <Figure
      testId="chart-balance"
      title={d('balanceTitle')}
      lead={d('balanceLead')}
      tools={
        <p className="legend" aria-hidden="true">
          <span className="key gave" /> {d('given')} <span className="key got" /> {d('received')}
        </p>
      }
      renderDrawing={renderDrawing}
      table={{
        heads: [d('delegation'), d('given'), d('received')],
        rows: balance.map(({ delegation, given, received }) => [
          names.delegation(delegation),
          points(given),
          points(received),
        ]),
      }}
    >
      {toggle}
    </Figure>
  );
};
