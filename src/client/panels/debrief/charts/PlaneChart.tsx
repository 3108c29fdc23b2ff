import { line } from 'd3-shape';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { RED_LINE_GAP, type DelegationId } from '../../../../engine/seat.ts';
import { points } from '../../../i18n/index.ts';
import { d } from '../../../i18n/debrief.ts';
import type { NamedSpot, Plane, SolutionName } from '../../../session/index.ts';
import { Select } from '../../bits.tsx';
import { useDebrief, useFigures } from '../context.tsx';
import { SeeAgain, usePlacards, useWhen } from './bits.tsx';
import { Figure } from './Figure.tsx';
import { tickText, whole } from './numbers.ts';
import { isNarrow, type Room } from './room.ts';
import { niceOver, ticksFor } from './scales.ts';
import { grouped, placed, waysOf } from './way.ts';

const NONE: Plane = { all: { spots: [], complete: true }, two: { spots: [], complete: true } };

/** The sign of a text that has a name: a star, a diamond, a square, a triangle. */
const SIGNS: { readonly [N in SolutionName]: string } = {
  nash: 'M0-10 2.4-3.1 9.5-3.1 3.8 1.2 5.9 8.1 0 3.9-5.9 8.1-3.8 1.2-9.5-3.1-2.4-3.1Z',
  kalaiSmorodinsky: 'M0-9 8 0 0 9-8 0Z',
  egalitarian: 'M-7-7H7V7H-7Z',
  utilitarian: 'M0-9 8.5 6.5-8.5 6.5Z',
};

/** A pair to begin with: one's own delegation, and the one with which it has the fewest texts in common. */
const firstPair = (
  delegations: readonly DelegationId[],
  mine: DelegationId | undefined,
  pairs: readonly (readonly number[])[] | undefined,
): readonly [number, number] => {
  const one = Math.max(0, mine === undefined ? 0 : delegations.indexOf(mine));
  const row = pairs?.[one] ?? [];
  const others = delegations.map((_, place) => place).filter((place) => place !== one);
  const furthest = others.toSorted((a, b) => (row[a] ?? 0) - (row[b] ?? 0))[0];
  return [one, furthest ?? one];
};

/** The text's way through the space of two delegations' worths, to the frontier and past the texts that have a name. */
export const PlaneChart = (): ReactNode => {
  const { names, room: debrief, mine, scenario } = useDebrief();
  const figures = useFigures();
  const { cloud } = figures;
  const { path, named, delegations, zones } = figures.debrief;
  const placard = usePlacards();
  const when = useWhen();
  const [[first, second], setPair] = useState(() => firstPair(delegations, mine[0], zones?.pairs));
  const [found, setFound] = useState<{ readonly key: string; readonly plane: Plane }>();
  const [open, setOpen] = useState<number>();
  const slider = useId();
  const one = delegations[first];
  const other = delegations[second];
  const key = `${String(first)} ${String(second)}`;
  useEffect(() => {
    let gone = false;
    if (one !== undefined && other !== undefined)
      void debrief.plane(one, other).then((plane) => {
        if (!gone && !('fault' in plane)) setFound({ key, plane });
      });
    return () => {
      gone = true;
    };
  }, [debrief, one, other, key]);
  if (one === undefined || other === undefined) return null;
  const plane = found?.key === key ? found.plane : NONE;
  const ways = waysOf(path.points, first, second);
  const end = path.points.at(-1);
  const walk = [end?.reservations[first] ?? 0, end?.reservations[second] ?? 0] as const;
  const spots = grouped(named, first, second);
  const at = Math.min(open ?? ways.length - 1, ways.length - 1);
  const opened = ways[at];
  const choices = (without: number) =>
    delegations.flatMap((id, place) =>
      place === without ? [] : [{ value: String(place), label: names.delegation(id) }],
    );
  const choose = (a: number, b: number): void => {
    setPair([a, b]);
    setOpen(undefined);
  };
  const worth = ({ worths }: { readonly worths: readonly number[] }): readonly [number, number] => [
    worths[first] ?? 0,
    worths[second] ?? 0,
  ];

  const renderDrawing = (room: Room): ReactNode => {
    const { width, em } = room;
    const narrow = isNarrow(room);
    const height = Math.min(Math.max(22 * em, width * 0.62), 34 * em);
    const left = 3.2 * em;
    const bottom = height - 3.2 * em;
    const right = width - 1.2 * em;
    const top = 1.2 * em;
    const shown = [
      ...ways.map(({ a, b }) => [a, b] as const),
      ...named.map(worth),
      ...plane.two.spots.map(worth),
      ...cloud.good.map(worth),
      walk,
    ];
    const x = niceOver(
      shown.map(([a]) => a),
      left,
      right,
    );
    const y = niceOver(
      shown.map(([, b]) => b),
      bottom,
      top,
    );
    const within = ([a, b]: readonly [number, number]): boolean =>
      x(a) >= left && x(a) <= right && y(b) >= top && y(b) <= bottom;
    /** What crosses a red line is worth a point less than no agreement, whatever else it says: a row of dots that means nothing. */
    const crosses = ([a, b]: readonly [number, number]): boolean =>
      a === walk[0] - RED_LINE_GAP || b === walk[1] - RED_LINE_GAP;
    const along = (points_: readonly (readonly [number, number])[]): string =>
      line<readonly [number, number]>()
        .x(([a]) => x(a))
        .y(([, b]) => y(b))([...points_]) ?? '';
    const count = ticksFor(width, em);
    const labels = placed(
      [
        ...spots.map(({ names: called, a, b }) => ({
          text: called.map((name) => d(`name_${name}`)).join(', '),
          x: x(a),
          y: y(b),
          kind: 'label strong',
        })),
        ...ways
          .filter((_, place) => place === 0 || place === ways.length - 1)
          .map(({ a, b }, place) => ({
            text: place === 0 ? d('zero') : d('last'),
            x: x(a),
            y: y(b),
            kind: 'label',
          })),
      ],
      ways.map(({ a, b }) => ({ x: x(a), y: y(b) })),
      em,
      { left, right, top, bottom },
    );
    return (
      <svg width={width} height={height} className="chart" aria-hidden="true">
        <defs>
          <marker
            id="onward"
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
          >
            <path d="M0 0 8 4 0 8Z" className="onward" />
          </marker>
        </defs>
        <rect
          className="zone"
          x={x(walk[0])}
          y={top}
          width={Math.max(0, right - x(walk[0]))}
          height={Math.max(0, y(walk[1]) - top)}
        />
        {x.ticks(count).map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} className="grid" />
            <text x={x(tick)} y={bottom + 1.1 * em} className="tick mid">
              {tickText(tick)}
            </text>
          </g>
        ))}
        {y.ticks(6).map((tick) => (
          <g key={tick}>
            <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className="grid" />
            <text x={left - 0.5 * em} y={y(tick) + 0.3 * em} className="tick end">
              {tickText(tick)}
            </text>
          </g>
        ))}
        {cloud.any
          .filter((spot) => within(worth(spot)) && !crosses(worth(spot)))
          .map((spot) => (
            <circle
              key={spot.text.join()}
              className="dot-any"
              cx={x(worth(spot)[0])}
              cy={y(worth(spot)[1])}
              r={narrow ? 1.6 : 2.1}
            />
          ))}
        {cloud.good.map((spot) => (
          <circle
            key={spot.text.join()}
            className="dot-good"
            cx={x(worth(spot)[0])}
            cy={y(worth(spot)[1])}
            r={narrow ? 2 : 2.7}
          />
        ))}
        <line className="walk-line" x1={x(walk[0])} x2={x(walk[0])} y1={top} y2={bottom} />
        <line className="walk-line" x1={left} x2={right} y1={y(walk[1])} y2={y(walk[1])} />
        <text x={x(walk[0]) + 4} y={bottom - 0.4 * em} className="note walk-note">
          {d('walkFirst', { name: placard(one) })}
        </text>
        <text x={right} y={y(walk[1]) - 0.35 * em} className="note end walk-note">
          {d('walkFirst', { name: placard(other) })}
        </text>
        <path className="frontier-two" d={along(plane.two.spots.map(worth))} />
        <path className="frontier-all" d={along(plane.all.spots.map(worth))} />
        {ways.slice(1).map(({ a, b }, place) => {
          const from = ways[place];
          return from === undefined ? null : (
            <line
              key={`${String(place)} ${String(a)}`}
              className="step"
              x1={x(from.a)}
              y1={y(from.b)}
              x2={x(a)}
              y2={y(b)}
              markerEnd={place % 2 === 1 || place === ways.length - 2 ? 'url(#onward)' : undefined}
            />
          );
        })}
        {spots.map(({ names: called, a, b }) => (
          <g key={called.join()} transform={`translate(${String(x(a))} ${String(y(b))})`}>
            {called.map((name, place) => (
              <path
                key={name}
                d={SIGNS[name]}
                transform={`translate(${String((place - (called.length - 1) / 2) * 15)} 0)`}
                className={`sign-of sign-${name}`}
              />
            ))}
          </g>
        ))}
        {ways.map((way, place) => (
          <g
            key={`${String(way.point.at)} ${String(place)}`}
            transform={`translate(${String(x(way.a))} ${String(y(way.b))})`}
            className={`halt${way.point.feasible ? ' halt-good' : ''}${place === 0 ? ' halt-first' : ''}${place === ways.length - 1 ? ' halt-last' : ''}`}
            onClick={() => setOpen(place)}
          >
            {place === at ? <circle className="halt-now" r={14} /> : null}
            <circle r={place === ways.length - 1 ? 8.5 : 5.5} />
          </g>
        ))}
        {labels.map((label) => (
          <text
            key={`${label.text} ${String(label.x)}`}
            x={label.x}
            y={label.y}
            className={`${label.kind}${label.end ? ' end' : ''}`}
          >
            {label.text}
          </text>
        ))}
        <text x={(left + right) / 2} y={height - 0.5 * em} className="axis mid">
          {d('axisWorth', { name: placard(one) })}
        </text>
        <text
          transform={`translate(${String(0.9 * em)} ${String((top + bottom) / 2)}) rotate(-90)`}
          className="axis mid"
        >
          {d('axisWorth', { name: placard(other) })}
        </text>
      </svg>
    );
  };

  return (
    <Figure
      testId="chart-plane"
      title={d('planeTitle')}
      lead={d('planeLead', { first: names.delegation(one), second: names.delegation(other) })}
      tools={
        <>
          <Select
            label={d('planeFirst')}
            value={String(first)}
            choices={choices(second)}
            onChange={(value) => choose(Number(value), second)}
          />
          <Select
            label={d('planeSecond')}
            value={String(second)}
            choices={choices(first)}
            onChange={(value) => choose(first, Number(value))}
          />
        </>
      }
      renderDrawing={renderDrawing}
      table={{
        heads: [d('moment'), names.delegation(one), names.delegation(other), d('suitsAll')],
        rows: [
          ...ways.map(({ point, a, b }) => [when(point), points(a), points(b), point.feasible ? '✓' : '–']),
          ...named.map((spot) => [
            d(`name_${spot.name}`),
            points(worth(spot)[0]),
            points(worth(spot)[1]),
            '✓',
          ]),
          ...plane.all.spots.map((spot) => [
            d('frontierAll'),
            points(worth(spot)[0]),
            points(worth(spot)[1]),
            '✓',
          ]),
        ],
      }}
    >
      <p className="legend" aria-hidden="true">
        <span className="key key-dot dot-any" /> {d('dot_any')}
        <span className="key key-dot dot-good" /> {d('dot_good')}
        <span className="key key-line frontier-all" /> {d('frontierAll')}
        <span className="key key-line frontier-two" /> {d('frontierTwo')}
      </p>
      <p className="figure-says">
        {d(cloud.feasible === 0 ? 'planeSpaceNone' : 'planeSpace', {
          texts: whole(cloud.texts),
          feasible: whole(cloud.feasible),
          all: delegations.length,
        })}{' '}
        {d('planeSample')} {plane.all.complete && plane.two.complete ? '' : d('planeBroken')}
      </p>
      {opened === undefined ? null : (
        <div className="opened">
          <label className="slider" htmlFor={slider}>
            <span className="field-label">{d('planeAlong')}</span>
            <input
              id={slider}
              type="range"
              min={0}
              max={ways.length - 1}
              step={1}
              value={at}
              aria-valuetext={`${when(opened.point)}: ${placard(one)} ${points(opened.a)}, ${placard(other)} ${points(opened.b)}`}
              onChange={(event) => setOpen(Number(event.target.value))}
              data-testid="along"
            />
            <output>{d('stepOf', { n: at + 1, all: ways.length })}</output>
          </label>
          <h4>{when(opened.point)}</h4>
          <p>{d(opened.point.feasible ? 'suitsAll' : 'suitsNot')}</p>
          {[first, second].map((place) => (
            <p key={place}>
              {d('worthThen', {
                name: names.delegation(delegations[place] ?? ''),
                worth: points(opened.point.worths[place] ?? 0),
                reservation: points(opened.point.reservations[place] ?? 0),
              })}
            </p>
          ))}
          <p className="pieces-title">{d(opened.before === undefined ? 'textThen' : 'textChanged')}</p>
          {opened.changed.length === 0 ? <p className="quiet">{d('textSame')}</p> : null}
          <ul className="moves">
            {opened.changed.map((place) => {
              const article = scenario.articles[place];
              return article === undefined ? null : (
                <li key={article.id}>
                  {names.provision({ article: article.id, option: opened.point.text[place] ?? 0 })}
                </li>
              );
            })}
          </ul>
          <SeeAgain at={opened.point.at} />
        </div>
      )}
      <Definitions named={named} />
    </Figure>
  );
};

/** Which definition each name stands for: the same words mean different points in different programs. */
const Definitions = ({ named }: { readonly named: readonly NamedSpot[] }): ReactNode =>
  named.length === 0 ? null : (
    <details className="definitions" data-testid="definitions">
      <summary>{d('named')}</summary>
      <p className="quiet">{d('namedLead')}</p>
      <dl>
        {named.map(({ name }) => (
          <div key={name}>
            <dt>
              <svg viewBox="-11 -11 22 22" width="18" height="18" aria-hidden="true">
                <path d={SIGNS[name]} className={`sign-of sign-${name}`} />
              </svg>
              {d(`name_${name}`)}
            </dt>
            <dd>{d(`means_${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
