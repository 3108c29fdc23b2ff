import type { TensionLadder } from './scenario.ts';

/** Tension after a move, within the ladder and at most by what the session still allows upwards (`risen`: by how much it has risen in it). */
export const tensionAfter = (
  ladder: Pick<TensionLadder, 'collapse' | 'risePerSession'>,
  now: { readonly tension: number; readonly risen: number },
  by: number,
): number => {
  const allowed = by > 0 ? Math.min(by, Math.max(0, ladder.risePerSession - now.risen)) : by;
  return Math.max(0, Math.min(ladder.collapse, now.tension + allowed));
};
