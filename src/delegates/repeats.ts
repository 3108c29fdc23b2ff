import { STANCES, type Provision, type Undertaking, type View } from '../engine/seat.ts';

/**
 * Words cost whoever gives them nothing, and can be given again and again: each is reckoned once. Tokens and deeds are handed
 * over, and count as often as they are.
 */
export const isRepeat = (view: View, undertakings: readonly Undertaking[], place: number): boolean => {
  const item = undertakings[place];
  if (item === undefined) return false;
  return (
    undertakings.some(
      (other, at) => at !== place && covers(other, item) && (at < place || !covers(item, other)),
    ) ||
    view.pledges.some(({ state, undertaking }) => state === 'open' && covers(undertaking, item)) ||
    (item.kind === 'intelligence' && handedOver(view, item))
  );
};

/** Whether whoever has given the first has thereby given the second. */
export const covers = (one: Undertaking, other: Undertaking): boolean => {
  if (one.by !== other.by) return false;
  // A position is public: it does not matter to whom it was promised.
  if (one.kind === 'position' && other.kind === 'position')
    return (
      sameProvision(one.provision, other.provision) &&
      STANCES.indexOf(one.stance) >= STANCES.indexOf(other.stance)
    );
  // Nor to whom it was promised to stand against a text. Whoever opposes every text with these opposes every text with these and more.
  if (one.kind === 'oppose' && other.kind === 'oppose') return among(one.containing, other.containing);
  if (one.to !== other.to) return false;
  if (one.kind === 'restraint' && other.kind === 'restraint') return one.through >= other.through;
  if (one.kind === 'intelligence' && other.kind === 'intelligence') return one.incident === other.incident;
  // Whoever joins every text with these joins every text with these and more.
  return one.kind === 'join' && other.kind === 'join' && among(one.containing, other.containing);
};

const among = (some: readonly Provision[], others: readonly Provision[]): boolean =>
  some.every((wanted) => others.some((found) => sameProvision(wanted, found)));

const sameProvision = (one: Provision, other: Provision): boolean =>
  one.article === other.article && one.option === other.option;

/** Whether the clues have come already, from the same hand. */
const handedOver = (view: View, item: Extract<Undertaking, { kind: 'intelligence' }>): boolean =>
  view.log.some((chapter) =>
    chapter.events.some(
      (event) =>
        event.kind === 'clues-shared' &&
        event.incident === item.incident &&
        event.by === item.by &&
        (event.with === item.to || event.with === 'all'),
    ),
  );
