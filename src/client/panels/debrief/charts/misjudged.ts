import type { Believed } from '../../../session/index.ts';

/** Articles that are shown of a delegation: those that matter most, and those where a red line was or was feared; by what they mattered. */
export const tellingArticles = ({ order, articles }: Believed, most: number): readonly number[] => {
  const first = new Set([...order.truth.slice(0, most), ...order.believed.slice(0, most)]);
  return order.truth.filter((k) => first.has(k) || (articles[k]?.red.length ?? 0) > 0);
};
