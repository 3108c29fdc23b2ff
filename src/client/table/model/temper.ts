import type { RollingArticle, Stance, View } from '../../../engine/seat.ts';
import { PALETTE } from '../palette.ts';
import { mix } from '../paint/colour.ts';

/** What the scroll shows of one article. */
export interface Temper {
  /** 0: everybody objects to what stands; 1: settled. */
  readonly warmth: number;
  readonly objections: number;
  readonly support: number;
}

/** How near an article is to agreement, from the public stances on its standing option and from its brackets. */
export const temperOf = (article: RollingArticle, stances: readonly Stance[]): Temper => {
  const objections = stances.filter((stance) => stance === 'object').length;
  const support = stances.filter((stance) => stance === 'support' || stance === 'accept').length;
  if (article.settled) return { warmth: 1, objections, support };
  const seats = Math.max(1, stances.length);
  const raw =
    0.5 - (1.3 * objections) / seats + (0.45 * support) / seats - 0.05 * Math.min(4, article.brackets.length);
  return { warmth: Math.min(0.88, Math.max(0, raw)), objections, support };
};

/** The stances of all delegations on the standing option of article `k`, in the scenario's order. */
export const stancesOnStanding = (view: View, k: number): readonly Stance[] => {
  const option = view.articles[k]?.option ?? 0;
  return view.stances.map((mine) => mine[k]?.[option] ?? 'silent');
};

/** Red over amber to green. */
export const temperColour = (warmth: number): string =>
  warmth < 0.5
    ? mix(PALETTE.alarm, PALETTE.amber, warmth / 0.5)
    : mix(PALETTE.amber, PALETTE.calm, (warmth - 0.5) / 0.5);

export const stanceColour = (stance: Stance): string => {
  switch (stance) {
    case 'object':
      return PALETTE.alarm;
    case 'accept':
      return PALETTE.amber;
    case 'support':
      return PALETTE.calm;
    case 'silent':
      return '#8d8069';
  }
};
