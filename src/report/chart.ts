import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { esc, tableHtml, type Rows } from './html.ts';
import { say } from './words.ts';

/** A drawing, and the same as a table for whoever does not see it. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly width: number;
  readonly height: number;
  /** SVG elements. */
  readonly drawing: string;
  readonly rows: Rows;
}

/** A chart with its caption and its table. Nothing is fetched: shapes, words and colours are all in the file. */
export const chartHtml = ({ id, title, lead, width, height, drawing, rows }: Chart): string =>
  `<figure id="${id}" class="chart">
<figcaption><h3>${esc(title)}</h3><p>${esc(lead)}</p></figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-name"><title id="${id}-name">${esc(title)}</title>
${drawing}
</svg>
<details><summary>${esc(say('as-table'))}</summary>
${tableHtml(title, rows, true)}
</details>
</figure>`;

export const n = (value: number): string => String(Math.round(value * 10) / 10);

export const label = (x: number, y: number, text: string, kind = ''): string =>
  `<text x="${n(x)}" y="${n(y)}"${kind === '' ? '' : ` class="${kind}"`}>${esc(text)}</text>`;

export const stroke = (x1: number, y1: number, x2: number, y2: number, kind: string): string =>
  `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" class="${kind}"/>`;

export const box = (x: number, y: number, width: number, height: number, kind: string): string =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, width))}" height="${n(Math.max(0, height))}" class="${kind}"/>`;

export const dot = (x: number, y: number, radius: number, kind: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" class="${kind}"/>`;

export const route = (d: string | null, kind: string): string =>
  d === null ? '' : `<path d="${d}" class="${kind}"/>`;

export type Scale = ScaleLinear<number, number>;

/** A scale over values that is never of no length. */
export const scaleOver = (values: readonly number[], from: number, to: number): Scale => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return scaleLinear()
    .domain(high > low ? [low, high] : [low - 1, high + 1])
    .nice()
    .range([from, to]);
};

/** Lines and figures of a horizontal axis, from `top` to `bottom`. */
export const axisX = (scale: Scale, top: number, bottom: number, say_: (value: number) => string): string =>
  scale
    .ticks(6)
    .map(
      (tick) =>
        stroke(scale(tick), top, scale(tick), bottom, tick === 0 ? 'zero' : 'grid') +
        label(scale(tick), bottom + 16, say_(tick), 'tick mid'),
    )
    .join('\n');

/** Lines and figures of a vertical axis, from `left` to `right`. */
export const axisY = (scale: Scale, left: number, right: number, say_: (value: number) => string): string =>
  scale
    .ticks(5)
    .map(
      (tick) =>
        stroke(left, scale(tick), right, scale(tick), tick === 0 ? 'zero' : 'grid') +
        label(left - 8, scale(tick) + 4, say_(tick), 'tick end'),
    )
    .join('\n');

/** Height of one row of a chart with a row for each delegation. */
export const ROW = 26;

/** More delegations than this are not drawn at once: a page holds no more, and nobody reads more. Tables have all. */
const DRAWN = 26;

/** Places of the delegations that are drawn, in order: of a crowd those of most weight. */
export const drawnOf = (count: number, weigh: (place: number) => number): readonly number[] =>
  Array.from({ length: count }, (_, place) => place)
    .toSorted((a, b) => weigh(b) - weigh(a) || a - b)
    .slice(0, DRAWN)
    .toSorted((a, b) => a - b);

/** What is said with a drawing that leaves some out. */
export const leadOf = (lead: string, count: number): string =>
  count > DRAWN ? `${lead} ${say('drawn', { shown: DRAWN, count })}` : lead;

/** Whether these are more than are drawn at once. */
export const isCrowd = (count: number): boolean => count > DRAWN;
