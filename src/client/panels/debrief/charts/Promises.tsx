import { useState, type ReactNode } from 'react';
import { Button } from '../../bits.tsx';
import { d } from '../../../i18n/debrief.ts';
import { undertakingText } from '../../../i18n/sentences.ts';
import type { LedgerLine } from '../../../session/index.ts';
import { useDebrief, useFigures } from '../context.tsx';
import { Placard, RowLines, SeeAgain, TopAxis } from './bits.tsx';
import { Figure } from './Figure.tsx';
import { isNarrow, type Room } from './room.ts';
import { RowChart } from './RowChart.tsx';
import { scaleOver } from './scales.ts';

/** The end of a thread: how a promise ended. */
const End = ({
  state,
  x,
  y,
  r,
}: {
  readonly state: LedgerLine['state'];
  readonly x: number;
  readonly y: number;
  readonly r: number;
}): ReactNode => {
  switch (state) {
    case 'kept':
      return (
        <g className="promise-kept" transform={`translate(${String(x)} ${String(y)})`}>
          <circle r={r} />
          <path
            d={`M${String(-r * 0.45)} 0 L${String(-r * 0.1)} ${String(r * 0.4)} L${String(r * 0.5)} ${String(-r * 0.4)}`}
          />
        </g>
      );
    case 'broken':
      return (
        <g className="promise-broken" transform={`translate(${String(x)} ${String(y)})`}>
          <circle r={r} />
          <path
            d={`M${String(-r * 0.4)} ${String(-r * 0.4)} L${String(r * 0.4)} ${String(r * 0.4)} M${String(r * 0.4)} ${String(-r * 0.4)} L${String(-r * 0.4)} ${String(r * 0.4)}`}
          />
        </g>
      );
    case 'open':
    case 'void':
      return <circle className="promise-void" cx={x} cy={y} r={r * 0.7} />;
  }
};

/** More promises than this are not shown at once. */
const MANY = 20;

/** Every promise as a thread from the day it was made to the day it was kept, broken or let go. */
export const Promises = (): ReactNode => {
  const { names, scenario, mine } = useDebrief();
  const { ledger } = useFigures().debrief;
  const [all, setAll] = useState(false);
  const isMine = (id: string): boolean => mine.some((one) => one === id);
  const told = ledger.filter(({ state, by, to }) => state === 'broken' || isMine(by) || isMine(to));
  // Many promises are a wall: first those that were broken, and one's own.
  const short = ledger.length > MANY && told.length > 0 && told.length < ledger.length;
  const shown = short && !all ? told : ledger;
  const last = Math.max(0, scenario.sessions.length - 1);
  const cost = ({ cost: paid, to }: LedgerLine): string =>
    paid === undefined
      ? ''
      : d('promiseCosts', { harmed: paid.harmed, others: paid.others, to: names.delegation(to) });
  const renderDrawing = (room: Room): ReactNode => {
    const scale = (width: number) => scaleOver([0, last + 1], 10, width - 10);
    const days = scenario.sessions.map((_, place) => place);
    const edges = [...days, last + 1];
    return (
      <RowChart
        room={room}
        height={1.7}
        head={17}
        headNarrow={4.6}
        renderAxis={(width, height) => (
          <TopAxis
            ticks={days.map((day) => day + 0.5)}
            at={scale(width)}
            say={(day) =>
              isNarrow(room) || width / days.length < 9 * room.em
                ? String(day + 0.5)
                : names.session(day - 0.5)
            }
            height={height}
          />
        )}
        rows={shown.map((line) => {
          const { promise, by, to, undertaking, open, made, settled, state } = line;
          const what = undertakingText(names, undertaking);
          return {
            key: promise,
            head: (
              <span className="from-to">
                <Placard id={by} flagOnly={isNarrow(room)} />
                <span aria-hidden="true">→</span>
                <Placard id={to} flagOnly={isNarrow(room)} />
              </span>
            ),
            label: `${names.delegation(by)}, ${names.delegation(to)}: ${what}; ${d(`promise_${state}`)}`,
            renderBar: (width, height) => {
              const x = scale(width);
              const from = x(made.session + 0.25);
              const end = x(Math.max(made.session + 0.6, (settled?.session ?? last) + 0.75));
              const y = height / 2;
              return (
                <>
                  <RowLines ticks={edges} at={x} height={height} zero={false} />
                  <line className={`thread thread-${state}`} x1={from} x2={end} y1={y} y2={y} />
                  <circle className="thread-from" cx={from} cy={y} r={3.5} />
                  <End state={state} x={end} y={y} r={room.em * 0.48} />
                </>
              );
            },
            value:
              line.cost === undefined ? undefined : (
                <span className="loss">{`−${String(line.cost.harmed)}`}</span>
              ),
            renderMade: () => (
              <div className="pieces">
                <p>
                  <strong>{what}</strong>
                </p>
                <p>
                  {d(`promise_${state}`)}. {cost(line)} {d(open ? 'promiseOpen' : 'promiseSecret')}
                </p>
                <SeeAgain at={settled?.at ?? made.at} />
              </div>
            ),
          };
        })}
      />
    );
  };
  return (
    <Figure
      testId="chart-promises"
      title={d('promisesTitle')}
      lead={ledger.length === 0 ? d('promisesNone') : d('promisesLead')}
      renderDrawing={renderDrawing}
      table={{
        heads: [
          d('promiseBy'),
          d('promiseTo'),
          d('promiseWhat'),
          d('promiseMade'),
          d('promiseSettled'),
          d('promiseState'),
          d('promiseCost'),
        ],
        rows: ledger.map((line) => [
          names.delegation(line.by),
          names.delegation(line.to),
          undertakingText(names, line.undertaking),
          names.session(line.made.session),
          line.settled === undefined ? '' : names.session(line.settled.session),
          d(`promise_${line.state}`),
          line.cost === undefined ? '' : `−${String(line.cost.harmed)}`,
        ]),
      }}
    >
      {short ? (
        <div className="row">
          <Button onPress={() => setAll(!all)}>
            {all ? d('promisesTold') : d('promisesAll', { count: ledger.length })}
          </Button>
        </div>
      ) : null}
    </Figure>
  );
};
