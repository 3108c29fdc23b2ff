import type { Position, Stance, View } from '../../../engine/seat.ts';

/** Of everything said in a statement, what the speech bubble shows: objections first, then support, at most `most`. */
export const gist = (positions: readonly Position[], most: number): readonly Position[] => {
  const weight: Readonly<Record<Stance, number>> = { object: 0, support: 1, accept: 2, silent: 3 };
  return positions.toSorted((a, b) => weight[a.stance] - weight[b.stance]).slice(0, most);
};

/** The stance of each delegation that its placard's rim shows: on the standing option of the article looked at. */
export const rims = (view: View, article: number | undefined): readonly (Stance | undefined)[] =>
  view.stances.map((mine) => {
    if (article === undefined) return undefined;
    return mine[article]?.[view.articles[article]?.option ?? 0] ?? 'silent';
  });
