import { area, curveStepAfter, line } from 'd3-shape';
import { useState, type ReactNode } from 'react';
import { tensionWhy } from '../../../i18n/causes.ts';
import { d } from '../../../i18n/debrief.ts';
import { useDebrief, useFigures } from '../context.tsx';
import { Opener, SeeAgain, signed, useWhen } from './bits.tsx';
import { Figure } from './Figure.tsx';
import { isNarrow, type Room } from './room.ts';
import { scaleOver } from './scales.ts';

/** Pins that are near each other stand beneath one another: by pin, how far down. */
const stacked = (places: readonly number[], size: number): readonly number[] => {
  const taken: { readonly x: number; readonly level: number }[] = [];
  return places.map((x) => {
    let level = 0;
    while (taken.some((other) => other.level === level && Math.abs(other.x - x) < size)) level += 1;
    taken.push({ x, level });
    return level;
  });
};

/** Tension, with what came from outside pinned to it. */
export const Tension = (): ReactNode => {
  const { names, scenario } = useDebrief();
  const { tension, causes } = useFigures().debrief;
  const when = useWhen();
  const [open, setOpen] = useState<number>();
  const last = Math.max(1, tension.at(-1)?.at ?? 1);
  const came = tension.filter(({ incident, context }) => incident !== undefined || context !== undefined);
  const nameOf = ({ incident, context }: (typeof tension)[number]): string =>
    incident === undefined ? (context === undefined ? '' : names.context(context)) : names.incident(incident);
  const opened = open === undefined ? undefined : came[open];
  const firsts = tension.filter(({ session }, place) => session !== tension[place - 1]?.session);
  const renderDrawing = (room: Room): ReactNode => {
    const { width, em } = room;

    const height = (isNarrow(room) ? 18 : 21) * em;
    const bottom = height - 2 * em;
    const right = width - (isNarrow(room) ? 0.6 : 9.5) * em;
    const x = scaleOver([-1, last], 2.6 * em, right);
    const levels = stacked(
      came.map(({ at }) => x(at)),
      1.7 * em,
    );
    const top = (2.1 + Math.max(0, ...levels) * 1.55) * em;
    const y = scaleOver([0, 100], bottom, top);
    const curve = line<(typeof tension)[number]>()
      .x(({ at }) => x(at))
      .y((point) => y(point.tension))
      .curve(curveStepAfter)([...tension]);
    const under = area<(typeof tension)[number]>()
      .x(({ at }) => x(at))
      .y0(bottom)
      .y1((point) => y(point.tension))
      .curve(curveStepAfter)([...tension]);
    const steps = scenario.tension.steps;
    return (
      <div className="pinned">
        <svg width={width} height={height} className="chart" aria-hidden="true">
          <defs>
            <linearGradient id="heat" x1="0" y1="1" x2="0" y2="0">
              <stop offset="0" stopColor="#2c6a49" stopOpacity="0.16" />
              <stop offset="0.5" stopColor="#c9a24b" stopOpacity="0.4" />
              <stop offset="1" stopColor="#a32a22" stopOpacity="0.75" />
            </linearGradient>
            <clipPath id="under-curve">
              <path d={under ?? ''} />
            </clipPath>
          </defs>
          {steps.map(({ from, name }, place) => {
            const to = steps[place + 1]?.from ?? 100;
            return (
              <g key={from}>
                <line x1={x(-1)} x2={right} y1={y(from)} y2={y(from)} className="grid" />
                {isNarrow(room) || y(from) - y(to) < 0.9 * em ? null : (
                  <text x={right + 0.6 * em} y={(y(from) + y(to)) / 2 + 0.3 * em} className="tick">
                    {names.words(name)}
                  </text>
                )}
              </g>
            );
          })}
          {[0, 50, 100].map((value) => (
            <text key={value} x={2 * em} y={y(value) + 0.3 * em} className="tick end">
              {value}
            </text>
          ))}
          <rect
            x={x(-1)}
            y={top}
            width={Math.max(0, right - x(-1))}
            height={bottom - top}
            fill="url(#heat)"
            clipPath="url(#under-curve)"
          />
          {firsts.map(({ at, session }) => (
            <g key={session}>
              <line x1={x(at)} x2={x(at)} y1={top} y2={bottom} className="day" />
              <text x={x(at) + 5} y={height - 0.6 * em} className="tick">
                {isNarrow(room) ? session + 1 : names.session(session)}
              </text>
            </g>
          ))}
          <line
            x1={x(-1)}
            x2={right}
            y1={y(scenario.tension.collapse)}
            y2={y(scenario.tension.collapse)}
            className="limit"
          />
          <text x={x(-1) + 6} y={y(scenario.tension.collapse) - 5} className="note alarm">
            {d('collapse')}
          </text>
          <path d={curve ?? ''} className="curve alarm-line" />
          {came.map((point, place) => (
            <line
              key={`${String(point.at)} ${String(place)}`}
              x1={x(point.at)}
              x2={x(point.at)}
              y1={(1.6 + (levels[place] ?? 0) * 1.55) * em}
              y2={y(point.tension)}
              className="stem"
            />
          ))}
        </svg>
        {came.map((point, place) => (
          <Opener
            key={`${String(point.at)} ${String(place)}`}
            className={point.incident === undefined ? 'pin pin-news' : 'pin'}
            style={{ left: x(point.at), top: (0.9 + (levels[place] ?? 0) * 1.55) * em }}
            label={`${nameOf(point)}, ${when(point)}`}
            expanded={open === place}
            onOpen={() => setOpen(open === place ? undefined : place)}
          >
            {place + 1}
          </Opener>
        ))}
      </div>
    );
  };
  return (
    <Figure
      testId="chart-tension"
      title={d('tensionTitle')}
      lead={d('tensionLead')}
      renderDrawing={renderDrawing}
      table={{
        heads: [d('moment'), d('tensionValue'), d('tensionCame')],
        rows: tension.map((point) => [when(point), String(point.tension), nameOf(point)]),
      }}
    >
      <ol className="pin-list">
        {came.map((point, place) => (
          <li
            key={`${String(point.at)} ${String(place)}`}
            className={open === place ? 'pin-now' : ''}
            data-kind={point.incident === undefined ? 'news' : 'incident'}
          >
            {nameOf(point)}
          </li>
        ))}
      </ol>
      {opened === undefined ? null : (
        <div className="opened" aria-live="polite">
          <h4>{nameOf(opened)}</h4>
          <p className="pieces-title">{d('tensionWhy')}</p>
          <ul className="moves">
            {causes.tension
              .filter(({ session }) => session === opened.session)
              .map((move, place) => (
                <li key={`${String(move.at)} ${String(place)}`}>
                  <span className={move.by > 0 ? 'loss' : 'gain'}>{signed(move.by)}</span>{' '}
                  {tensionWhy(names, move.why)}
                </li>
              ))}
          </ul>
          <SeeAgain at={opened.at} />
        </div>
      )}
    </Figure>
  );
};
