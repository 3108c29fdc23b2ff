import type { ArticleId, Undertaking, View } from '../engine/seat.ts';

/** Words for an option: what one moves, and which delegations have promised to stand by theirs, as far as a seat knows. */

/** How much of an option's worth one delegation's word for it is reckoned to move, as a share. */
export const SWAY = { support: 0.12, accept: 0.08 } as const;

export type PositionItem = Extract<Undertaking, { readonly kind: 'position' }>;

interface PromisedWord {
  readonly undertaking: PositionItem;
  /** Known to all, or to the two only. */
  readonly open: boolean;
}

const found = new WeakMap<View['pledges'], ReadonlyMap<string, readonly PromisedWord[]>>();

/** By whoever promised it. Asked for every piece of every package: a view's promises are gone through once. */
const wordsIn = (pledges: View['pledges']): ReadonlyMap<string, readonly PromisedWord[]> => {
  const known = found.get(pledges);
  if (known !== undefined) return known;
  const made = new Map<string, PromisedWord[]>();
  for (const { state, undertaking, open } of pledges) {
    if (state !== 'open' || undertaking.kind !== 'position') continue;
    const words = made.get(undertaking.by) ?? [];
    made.set(undertaking.by, words);
    words.push({ undertaking, open });
  }
  found.set(pledges, made);
  return made;
};

/** Promises of a position that still stand, in the order in which they were made. */
export const promisedWords = ({ pledges }: View, by: string): readonly PromisedWord[] =>
  wordsIn(pledges).get(by) ?? [];

/** How many of these somebody else knows of as well: what was promised in the open, or to it. */
export const wordsKnown = (view: View, by: string, whom: string): number =>
  promisedWords(view, by).filter(({ undertaking, open }) => open || undertaking.to === whom).length;

/** Of these the ones on an article. */
export const promisedOnArticle = (view: View, by: string, article: ArticleId): readonly PositionItem[] =>
  promisedWords(view, by).flatMap(({ undertaking }) =>
    undertaking.provision.article === article ? [undertaking] : [],
  );

/** Positions that the same delegation gives earlier in a package. */
export const wordsBefore = (undertakings: readonly Undertaking[], place: number): number =>
  undertakings.filter(
    (item, at) => at < place && item.kind === 'position' && item.by === undertakings[place]?.by,
  ).length;
