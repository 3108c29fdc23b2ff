import { scaleLinear, type ScaleLinear } from 'd3-scale';

export type Scale = ScaleLinear<number, number>;

/** A scale over values that is never of no length. */
export const scaleOver = (values: readonly number[], from: number, to: number): Scale => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return scaleLinear()
    .domain(high > low ? [low, high] : [low - 1, high + 1])
    .range([from, to]);
};

/** The same, its ends round figures. */
export const niceOver = (values: readonly number[], from: number, to: number): Scale =>
  scaleOver(values, from, to).nice(5);

/** How many ticks have room. */
export const ticksFor = (width: number, em: number): number =>
  Math.max(2, Math.min(8, Math.floor(width / (4.5 * em))));
