import type { ReactNode } from 'react';
import { f } from '../../i18n/film.ts';
import { points } from '../../i18n/index.ts';
import type { BranchReport, Result } from '../../session/film/index.ts';
import { bunched } from './tally.ts';

const WIDE = 380;
const LEFT = 92;
const RIGHT = 14;
const ROW = 92;
const BAR = 74;

/** One measure of how games came out: a row of the chart, on a scale of its own. */
interface Measure {
  readonly title: string;
  readonly most: number;
  readonly of: (result: Result) => number | undefined;
  readonly say: (value: number) => string;
  readonly ticks: readonly number[];
}

export const measuresOf = (place: number, name: string, collapse: number): readonly Measure[] => [
  {
    title: f('rowUtility', { name }),
    most: 10_000,
    of: ({ outcome }) => outcome.seats[place]?.utility,
    say: (value) => points(value),
    ticks: [0, 2_500, 5_000, 7_500, 10_000],
  },
  {
    title: f('rowNash'),
    most: 1,
    of: ({ nashShare }) => (nashShare === undefined ? undefined : Math.min(1, nashShare)),
    say: (value) => `${String(Math.round(value * 100))}\u{A0}%`,
    ticks: [0, 0.5, 1],
  },
  {
    title: f('rowTension'),
    most: collapse,
    of: ({ outcome }) => outcome.tension,
    say: (value) => String(Math.round(value)),
    ticks: [0, collapse / 2, collapse],
  },
];

/**
 * How the replays came out: changed, unchanged, and the game itself. Bubbles hold as many games as their area says. It is for the
 * eye: the table beside it says the same.
 */
export const BranchChart = ({
  report,
  measures,
}: {
  readonly report: BranchReport;
  readonly measures: readonly Measure[];
}): ReactNode => {
  const high = BAR + ROW * measures.length;
  return (
    <svg className="branch-chart" viewBox={`0 0 ${String(WIDE)} ${String(high)}`} aria-hidden="true">
      <Ends report={report} />
      {measures.map((measure, place) => (
        <g key={measure.title} transform={`translate(0 ${String(BAR + place * ROW)})`}>
          <Row report={report} measure={measure} />
        </g>
      ))}
    </svg>
  );
};

const LANES = [
  { y: 40, key: 'changed', word: 'laneChanged' },
  { y: 62, key: 'unchanged', word: 'laneUnchanged' },
] as const;

/** Where nothing was changed there is one arm. */
const lanesOf = ({ changed, unchanged }: BranchReport): readonly (typeof LANES)[number][] =>
  LANES.filter(({ key }) => key === 'unchanged' || changed !== unchanged);

/** How many games ended with a text, without one, or in collapse: a bar for each arm, and the game's own end. */
const Ends = ({ report }: { readonly report: BranchReport }): ReactNode => {
  const whole = WIDE - LEFT - RIGHT;
  return (
    <g>
      <text className="chart-title" x="0" y="14">
        {f('rowAdopted')}
      </text>
      <text className="chart-game" x={WIDE - RIGHT} y="14" textAnchor="end">
        {f('laneGame')}: {f(report.happened.outcome.end === 'adopted' ? 'yes' : 'no')}
      </text>
      {lanesOf(report).map(({ y, key, word }) => {
        const results = report[key];
        const games = Math.max(1, results.length);
        const adopted = results.filter(({ outcome }) => outcome.end === 'adopted').length;
        const collapsed = results.filter(({ outcome }) => outcome.end === 'collapsed').length;
        const wide = (count: number): number => (whole * count) / games;
        const top = y - 20;
        return (
          <g key={key}>
            <text className="chart-lane" x={LEFT - 8} y={top + 11} textAnchor="end">
              {f(word)}
            </text>
            <rect className="chart-none" x={LEFT} y={top} width={whole} height="15" rx="3" />
            <rect
              className={`chart-adopted chart-${key}`}
              x={LEFT}
              y={top}
              width={wide(adopted)}
              height="15"
              rx="3"
            />
            <rect
              className="chart-collapsed"
              x={LEFT + whole - wide(collapsed)}
              y={top}
              width={wide(collapsed)}
              height="15"
              rx="3"
            />
            <text
              className={adopted * 3 > games ? 'chart-count chart-count-on' : 'chart-count'}
              x={adopted * 3 > games ? LEFT + 7 : LEFT + wide(adopted) + 7}
              y={top + 11.5}
            >
              {f('ofRuns', { count: adopted, all: results.length })}
            </text>
          </g>
        );
      })}
    </g>
  );
};

const Row = ({
  report,
  measure,
}: {
  readonly report: BranchReport;
  readonly measure: Measure;
}): ReactNode => {
  const { title, most, of, say, ticks } = measure;
  const x = (value: number): number =>
    LEFT + ((WIDE - LEFT - RIGHT) * Math.max(0, Math.min(most, value))) / most;
  const game = of(report.happened);
  return (
    <g>
      <text className="chart-title" x="0" y="14">
        {title}
      </text>
      {game === undefined ? null : (
        <text className="chart-game" x={WIDE - RIGHT} y="14" textAnchor="end">
          {f('laneGame')}: {say(game)}
        </text>
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="chart-grid" x1={x(tick)} x2={x(tick)} y1="26" y2="74" />
          <text className="chart-tick" x={x(tick)} y="85" textAnchor="middle">
            {say(tick)}
          </text>
        </g>
      ))}
      {game === undefined ? null : <line className="chart-was" x1={x(game)} x2={x(game)} y1="20" y2="76" />}
      {lanesOf(report).map(({ y, key, word }) => {
        const values = report[key].flatMap((result) => of(result) ?? []);
        return (
          <g key={key}>
            <text className="chart-lane" x={LEFT - 8} y={y + 4} textAnchor="end">
              {f(word)}
            </text>
            <line className="chart-axis" x1={x(0)} x2={x(most)} y1={y} y2={y} />
            {bunched(values, most / 40).map(({ value, count }) => {
              const r = 3 + 7 * Math.sqrt(count / Math.max(1, values.length));
              return (
                <g key={value}>
                  <circle className={`chart-dot chart-${key}`} cx={x(value)} cy={y} r={r} />
                  {count > 1 && r > 6 ? (
                    <text
                      className={`chart-number chart-number-${key}`}
                      x={x(value)}
                      y={y + 3.2}
                      textAnchor="middle"
                    >
                      {count}
                    </text>
                  ) : null}
                </g>
              );
            })}
          </g>
        );
      })}
    </g>
  );
};
