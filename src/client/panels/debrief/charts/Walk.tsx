import { area, curveStepAfter, line } from 'd3-shape';
import { useState, type ReactNode } from 'react';
import { instructionWhy } from '../../../i18n/causes.ts';
import { points } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import { Change } from '../../bits.tsx';
import { useDebrief, useFigures } from '../context.tsx';
import { Placard, SeeAgain, useWhen } from './bits.tsx';
import { Figure } from './Figure.tsx';
import { tickText } from './numbers.ts';
import { isNarrow, type Room } from './room.ts';
import { niceOver, scaleOver } from './scales.ts';
import { useShown } from './shown.tsx';

/** What the standing text was worth to each, and what no agreement was: small pictures of one scale. */
export const Walk = (): ReactNode => {
  const { names } = useDebrief();
  const { path, delegations, causes } = useFigures().debrief;
  const when = useWhen();
  const [open, setOpen] = useState<string>();
  const steps = path.points;
  const end = steps.at(-1);
  const { places, toggle } = useShown((place) =>
    Math.abs((end?.worths[place] ?? 0) - (end?.reservations[place] ?? 0)),
  );
  const shown = places.flatMap((place) => {
    const id = delegations[place];
    return id === undefined ? [] : [{ id, place }];
  });
  const last = Math.max(1, steps.at(-1)?.at ?? 1);
  const all = steps.flatMap(({ worths, reservations }) => [...worths, ...reservations]);
  const moves = causes.reservations.filter(({ delegation }) => delegation === open);
  const openName = delegations.find((id) => id === open);
  const renderDrawing = (room: Room): ReactNode => {
    const { em } = room;
    const across = isNarrow(room) ? 2 : room.width > 60 * em ? 4 : 3;
    const gap = 0.7 * em;
    const width = Math.floor((room.width - gap * (across - 1)) / across);
    const height = 7.5 * em;
    const x = scaleOver([-1, last * 1.02], 1.9 * em, width - 0.4 * em);
    const y = niceOver(all, height - 0.5 * em, 0.5 * em);
    return (
      <ul
        className="small-ones"
        style={{ gridTemplateColumns: `repeat(${String(across)}, ${String(width)}px)`, gap }}
      >
        {shown.map(({ id, place }) => {
          const worth = (at: (typeof steps)[number]): number => at.worths[place] ?? 0;
          const walk = (at: (typeof steps)[number]): number => at.reservations[place] ?? 0;
          const drawn = [...steps, ...(end === undefined ? [] : [{ ...end, at: last * 1.02 }])];
          const shape = (of: (at: (typeof steps)[number]) => number): string =>
            line<(typeof steps)[number]>()
              .x(({ at }) => x(at))
              .y((at) => y(of(at)))
              .curve(curveStepAfter)(drawn) ?? '';
          const between = (
            upper: (at: (typeof steps)[number]) => number,
            lower: (at: (typeof steps)[number]) => number,
          ): string =>
            area<(typeof steps)[number]>()
              .x(({ at }) => x(at))
              .y0((at) => y(lower(at)))
              .y1((at) => y(upper(at)))
              .curve(curveStepAfter)(drawn) ?? '';
          return (
            <li key={id}>
              <button
                type="button"
                className="small-one"
                aria-expanded={open === id}
                onClick={() => setOpen(open === id ? undefined : id)}
              >
                <span className="hidden">
                  {`${names.delegation(id)}: ${d('walkText')} ${points(end?.worths[place] ?? 0)}, ${d('walkNo')} ${points(end?.reservations[place] ?? 0)}. ${d('walkWhy')}`}
                </span>
                <span className="small-head" aria-hidden="true">
                  <Placard id={id} />
                  <Change value={(end?.worths[place] ?? 0) - (end?.reservations[place] ?? 0)} />
                </span>
                <svg width={width} height={height} className="chart" aria-hidden="true">
                  {y.ticks(3).map((tick) => (
                    <g key={tick}>
                      <line x1={1.9 * em} x2={width - 0.4 * em} y1={y(tick)} y2={y(tick)} className="grid" />
                      <text x={1.6 * em} y={y(tick) + 0.28 * em} className="tick end">
                        {tickText(tick)}
                      </text>
                    </g>
                  ))}
                  <path className="above" d={between((at) => Math.max(worth(at), walk(at)), walk)} />
                  <path className="beneath" d={between(walk, (at) => Math.min(worth(at), walk(at)))} />
                  <path className="curve walk-line" d={shape(walk)} />
                  <path className="curve text-line" d={shape(worth)} />
                </svg>
              </button>
            </li>
          );
        })}
      </ul>
    );
  };
  return (
    <Figure
      testId="chart-walk"
      title={d('walkTitle')}
      lead={d('walkLead')}
      tools={
        <p className="legend" aria-hidden="true">
          <span className="key key-line text-line" /> {d('walkText')}{' '}
          <span className="key key-line walk-line" /> {d('walkNo')}
        </p>
      }
      renderDrawing={renderDrawing}
      table={{
        heads: [
          d('moment'),
          ...shown.flatMap(({ id }) => [
            `${names.delegation(id)}: ${d('walkText')}`,
            `${names.delegation(id)}: ${d('walkNo')}`,
          ]),
        ],
        rows: steps.map((step) => [
          when(step),
          ...shown.flatMap(({ place }) => [
            points(step.worths[place] ?? 0),
            points(step.reservations[place] ?? 0),
          ]),
        ]),
      }}
    >
      {toggle}
      {openName === undefined ? null : (
        <div className="opened" aria-live="polite">
          <h4>
            {names.delegation(openName)}: {d('walkWhy')}
          </h4>
          {moves.length === 0 ? <p className="quiet">{d('walkStill')}</p> : null}
          <ul className="moves">
            {moves.map((move, place) => (
              <li key={`${String(move.at)} ${String(place)}`}>
                <Change value={move.by} /> {instructionWhy(names, move.why)}{' '}
                <span className="quiet">{when(move)}</span> <SeeAgain at={move.at} small />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Figure>
  );
};
