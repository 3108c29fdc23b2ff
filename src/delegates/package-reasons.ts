import { placeOf, type Provision, type Reason, type Undertaking } from '../engine/seat.ts';
import { changes, isRed, type Self } from './own.ts';
import type { Package } from './package-search.ts';

/** Why a package is offered: said of what is asked for, the dearest first. */

/** Reasons that are sent with an offer at most. */
const MOST = 2;

export const reasonsFor = (self: Self, { pieces, undertakings }: Package): readonly Reason[] => {
  const asked = pieces
    .filter((piece) => piece.asked && !crosses(self, piece.item))
    .toSorted((a, b) => b.worth - a.worth);
  const gifts = pieces.flatMap(({ item, asked: theirs }) =>
    item.kind === 'position' && !theirs ? [item.provision] : [],
  );
  const [first] = asked;
  // Tokens are no piece, but a price.
  const alone = undertakings.length === 1 && first?.item.kind === 'position' && first.guessed > 0;
  return [
    ...asked.flatMap(({ item }) => reasonFor(self, item, gifts)),
    // Said only of what is asked for alone: it is no reason for a trade.
    ...(alone && first.item.kind === 'position'
      ? [{ code: 'helps-you', article: first.item.provision.article } as const]
      : []),
  ].slice(0, MOST);
};

const reasonFor = (self: Self, item: Undertaking, gifts: readonly Provision[]): readonly Reason[] => {
  if (item.kind === 'deed') return [{ code: 'needs', what: item.concession }];
  return item.kind === 'position' ? [wanted(self, item.provision, gifts)] : [];
};

/** A word for what crosses a red line of one's own: it does not help, whatever the numbers say, and nothing is said for it. */
const crosses = (self: Self, item: Undertaking): boolean =>
  item.kind === 'position' && isRed(self, item.provision.article, item.provision.option);

/** What putting it into the standing draft would change for oneself, hundredths of a point. */
const changeBy = (self: Self, { article, option }: Provision): number =>
  changes(self)[placeOf(self.scenario, 'article', article)]?.[option] ?? 0;

/**
 * Why one asks for a word on an option: it matters more than each article on which one gives a word, it is better than what stands, or
 * it is what stands.
 */
const wanted = (self: Self, wish: Provision, gifts: readonly Provision[]): Reason => {
  const gain = changeBy(self, wish);
  const [dearest] = gifts.toSorted((a, b) => Math.abs(changeBy(self, b)) - Math.abs(changeBy(self, a)));
  if (dearest !== undefined && gain > Math.abs(changeBy(self, dearest)))
    return { code: 'matters-more', article: wish.article, than: dearest.article };
  return gain > 0
    ? { code: 'article-helps', article: wish.article }
    : { code: 'keeps-draft', article: wish.article };
};
