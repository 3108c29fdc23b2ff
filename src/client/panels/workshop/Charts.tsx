import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import type { ReactNode } from 'react';
import { points } from '../../i18n/index.ts';
import { w, type WorkshopKey } from '../../i18n/workshop.ts';
import type { Tried, TriedGame, TrialReport } from '../../session/workshop/index.ts';
import { Button, Flag } from '../bits.tsx';

/** Pictures of a trial, each with its figures as a table for whoever cannot, or would rather not, read pictures. */

const ENDS = ['adopted', 'not-adopted', 'collapsed', 'unfinished'] as const;
const percent = (share: number): string => `${String(Math.round(share * 100))} %`;

export const Ends = ({ tried }: { readonly tried: Tried }): ReactNode => {
  const there = ENDS.filter((end) => tried.ends[end] > 0);
  return (
    <figure className="chart">
      <figcaption>{w('ends')}</figcaption>
      <div className="ends-bar" aria-hidden="true">
        {there.map((end) => (
          <span key={end} className={`trial-end end-${end}`} style={{ flexGrow: tried.ends[end] }}>
            {tried.ends[end]}
          </span>
        ))}
      </div>
      <ul className="ends-key">
        {there.map((end) => (
          <li key={end}>
            <span className={`end-dot end-${end}`} aria-hidden="true" />
            {w('endsOf', { count: tried.ends[end], end: w(`end_${end}` satisfies WorkshopKey) })}
          </li>
        ))}
      </ul>
      {tried.nashShare === undefined ? null : (
        <p>{w('nashMean', { percent: Math.round(tried.nashShare * 100) })}</p>
      )}
    </figure>
  );
};

/** Height of a delegation's row in pixels; the style sheet says the same. */
const ROW = 30;

/** Each delegation's mean result against no agreement. */
export const Balance = ({ report }: { readonly report: TrialReport }): ReactNode => {
  const { tried, seats } = report;
  const x = scaleLinear([0, 10_000], [2, 98]).clamp(true);
  const along = (hundredths: number): string => `${String(x(hundredths))}%`;
  return (
    <figure className="chart">
      <figcaption>{w('balance')}</figcaption>
      <p className="quiet">{w('balanceAbout')}</p>
      <div className="balance">
        <ul className="balance-names">
          {seats.map(({ id, name, flag }) => (
            <li key={id}>
              <Flag code={flag} size={14} /> <span>{name}</span>
            </li>
          ))}
        </ul>
        <svg aria-hidden="true" height={tried.seats.length * ROW}>
          {x.ticks(5).map((tick) => (
            <line key={tick} x1={along(tick)} x2={along(tick)} y1={0} y2="100%" className="grid" />
          ))}
          {tried.seats.map(({ utility, walkAway }, place) => {
            const y = place * ROW + ROW / 2;
            return (
              <g key={seats[place]?.id} className={utility >= walkAway ? 'balance-good' : 'balance-bad'}>
                <line x1={along(walkAway)} x2={along(utility)} y1={y} y2={y} className="balance-line" />
                <line
                  x1={along(walkAway)}
                  x2={along(walkAway)}
                  y1={y - 8}
                  y2={y + 8}
                  className="balance-mark"
                />
                <circle cx={along(utility)} cy={y} r={6} className="balance-dot" />
              </g>
            );
          })}
        </svg>
        <ul className="balance-met">
          {tried.seats.map(({ met }, place) => (
            <li key={seats[place]?.id}>
              {w('metOf', { met: Math.round(met * tried.games.length), games: tried.games.length })}
            </li>
          ))}
        </ul>
      </div>
      <details>
        <summary>{w('asTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{w('delegation')}</th>
              <th scope="col">{w('result')}</th>
              <th scope="col">{w('walkAway')}</th>
              <th scope="col">{w('metMandate')}</th>
            </tr>
          </thead>
          <tbody>
            {tried.seats.map(({ utility, walkAway, met }, place) => (
              <tr key={seats[place]?.id}>
                <th scope="row">{seats[place]?.name}</th>
                <td>{points(utility)}</td>
                <td>{points(walkAway)}</td>
                <td>{percent(met)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="quiet">{w('metAbout')}</p>
      </details>
    </figure>
  );
};

const TALL = 96;
const STEP = 34;

/** Each game: how much of the best was reached, and how tense it ended. */
export const Games = ({
  tried,
  onLook,
}: {
  readonly tried: Tried;
  readonly onLook: (game: TriedGame) => void;
}): ReactNode => {
  const wide = tried.games.length * STEP;
  const y = scaleLinear([0, 1], [TALL - 4, 6]);
  const tense = scaleLinear([0, tried.collapse], [TALL - 4, 6]);
  const x = (place: number): number => place * STEP + STEP / 2;
  const along = tried.games.map(({ tension }, place): [number, number] => [x(place), tense(tension)]);
  const under = area()
    .y0(TALL - 4)
    .curve(curveMonotoneX);
  const over = line().curve(curveMonotoneX);
  return (
    <figure className="chart">
      <figcaption>{w('games')}</figcaption>
      <p className="quiet">{w('gamesAbout', { collapse: tried.collapse })}</p>
      <svg
        className="games-chart"
        viewBox={`0 0 ${String(wide)} ${String(TALL + 18)}`}
        aria-hidden="true"
        preserveAspectRatio="xMidYMid meet"
      >
        <path d={under(along) ?? ''} className="tension-area" />
        {tried.games.map((game, place) => (
          <g key={game.seed}>
            <rect
              x={x(place) - 9}
              width={18}
              y={y(game.nashShare)}
              height={Math.max(2, TALL - 4 - y(game.nashShare))}
              className={`end-${game.end}`}
            />
            <text x={x(place)} y={TALL + 12} textAnchor="middle">
              {place + 1}
            </text>
          </g>
        ))}
        <path d={over(along) ?? ''} className="tension-line" />
      </svg>
      <details>
        <summary>{w('asTable')}</summary>
        <section className="wide-table" aria-label={w('games')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{w('game')}</th>
                <th scope="col">{w('ended')}</th>
                <th scope="col">{w('nash')}</th>
                <th scope="col">{w('tension')}</th>
                <th scope="col">{w('incidents')}</th>
                <th scope="col">{w('look')}</th>
              </tr>
            </thead>
            <tbody>
              {tried.games.map((game, place) => (
                <tr key={game.seed}>
                  <th scope="row">{place + 1}</th>
                  <td>{w(`end_${game.end}` satisfies WorkshopKey)}</td>
                  <td>{game.feasible ? percent(game.nashShare) : w('noFeasible')}</td>
                  <td>{game.tension}</td>
                  <td>{game.incidents}</td>
                  <td>
                    <Button look="quiet" label={w('lookAt', { n: place + 1 })} onPress={() => onLook(game)}>
                      {w('look')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
};

/** In how many adopted texts each option stands. */
export const Texts = ({ report }: { readonly report: TrialReport }): ReactNode => {
  const { tried, articles } = report;
  const adopted = tried.ends.adopted;
  if (adopted === 0)
    return (
      <figure className="chart">
        <figcaption>{w('texts')}</figcaption>
        <p>{w('textsNone')}</p>
      </figure>
    );
  return (
    <figure className="chart">
      <figcaption>{w('texts')}</figcaption>
      <p className="quiet">{w('textsAbout')}</p>
      <table className="texts">
        <thead className="hidden">
          <tr>
            <th scope="col">{w('article')}</th>
            <th scope="col">{w('option')}</th>
          </tr>
        </thead>
        <tbody>
          {articles.map(({ name, options }, place) => (
            <tr key={`${String(place)} ${name}`}>
              <th scope="row">{name}</th>
              <td>
                <span className="texts-bar">
                  {options.map((option, index) => {
                    const count = tried.articles[place]?.[index] ?? 0;
                    return count === 0 ? null : (
                      <span
                        key={`${String(index)} ${option}`}
                        className={`texts-part texts-${String(Math.min(index, 4))}`}
                        style={{ flexGrow: count }}
                      >
                        {option} {count}
                      </span>
                    );
                  })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
};
