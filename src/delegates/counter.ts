import { placeOf, type Offer, type Undertaking } from '../engine/seat.ts';
import type { Strength } from './agent.ts';
import { guessedPackage } from './guessed-package.ts';
import { modelsOf, type Model } from './models.ts';
import type { Self } from './own.ts';
import { coinsFor, piecesFor, slotOf } from './package-pieces.ts';
import { bestPackages, scoreOf, type Piece } from './package-search.ts';
import { promisedWords, wordsKnown } from './promised-words.ts';
import { overdraws } from './purse.ts';
import { isRefused } from './refusals.ts';
import { PLAY } from './strength.ts';
import { weigh } from './weigh.ts';

/** Another package in answer to one that was offered: what to add, and what of one's own to leave out, so that both gain. */
export interface Counter {
  readonly undertakings: readonly Undertaking[];
  /** To oneself, hundredths of a point. */
  readonly worth: number;
}

/** What a counter-offer changes at most: more would be another package. */
const CHANGES = 2;

/** Once an offer, to one other, and not with the last offer that one may make. */
export const counterTo = (
  self: Self,
  offer: Offer,
  strength: Strength,
  asked: {
    /** What it must be worth to oneself, and promise more than; hundredths of a point. */
    readonly least: number;
    readonly floor: number;
    /** Whether one would take it. */
    readonly takes: (undertakings: readonly Undertaking[]) => boolean;
  },
): Counter | undefined => {
  const { view, scenario, own } = self;
  if (offer.to.length > 1 || offer.answers !== undefined || view.offersLeft <= 1) return undefined;
  const model = modelsOf(scenario, view)[placeOf(scenario, 'delegation', offer.from)];
  if (model === undefined) return undefined;
  const play = PLAY[strength];
  const worthOf = (changed: readonly Undertaking[]): number =>
    weigh(self, changed, play.words, offer.open).worth;
  const { undertakings } = offer;
  const taken = new Set(undertakings.map(slotOf));
  const additions = piecesFor(self, model, play).filter(({ slot }) => !taken.has(slot));
  const [found] = bestPackages(
    [...leavingOut(self, model, offer, worthOf), ...additions],
    coinsFor(self, model, true, undertakings),
    {
      most: CHANGES,
      keep: 1,
      comfort: 'any',
      ...asked,
      said: {
        asked: promisedWords(view, offer.from).length,
        given: wordsKnown(view, own.delegation, offer.from),
      },
      allowed: (changed) => {
        const summed = inOneSum(changed);
        return (
          summed.some(({ by }) => by === own.delegation) &&
          !overdraws(scenario, offer.from, summed, undertakings) &&
          asked.takes(summed) &&
          !isRefused(view, offer.from, summed)
        );
      },
    },
    {
      undertakings,
      by: own.delegation,
      worth: worthOf(undertakings),
      guessed: guessedPackage(scenario, view, model, undertakings, offer.open),
    },
  );
  if (found === undefined) return undefined;
  // Words counted one by one are worth a little more or less together.
  const changed = inOneSum(found.undertakings);
  const worth = worthOf(changed);
  const guessed = guessedPackage(scenario, view, model, changed, offer.open);
  return worth >= asked.least && scoreOf(worth, guessed, 1) > asked.floor
    ? { undertakings: changed, worth }
    : undefined;
};

/**
 * A package of two with the tokens of a kind that change hands at once in one sum, one way: who asks for two more asks for six, not for
 * four and two. What has been refused is remembered by such sums.
 */
const inOneSum = (undertakings: readonly Undertaking[]): readonly Undertaking[] => {
  const handed = undertakings.flatMap((item) =>
    item.kind === 'tokens' && item.when.on === 'now' ? [item] : [],
  );
  return undertakings.flatMap((item): readonly Undertaking[] => {
    if (item.kind !== 'tokens' || item.when.on !== 'now') return [item];
    const alike = handed.filter(({ token }) => token === item.token);
    if (alike[0] !== item) return [];
    const amount = alike.reduce((sum, one) => sum + (one.by === item.by ? one.amount : -one.amount), 0);
    if (amount === 0) return [];
    return amount > 0 ? [{ ...item, amount }] : [{ ...item, by: item.to, to: item.by, amount: -amount }];
  });
};

/** Each of one's own undertakings that can be left out by itself: a point of a side track binds both sides. */
const leavingOut = (
  self: Self,
  model: Model,
  { undertakings, open }: Offer,
  worthOf: (changed: readonly Undertaking[]) => number,
): readonly Piece[] => {
  const guessedOf = (changed: readonly Undertaking[]): number =>
    guessedPackage(self.scenario, self.view, model, changed, open);
  return undertakings.flatMap((item): readonly Piece[] => {
    if (item.by !== self.own.delegation || item.kind === 'point') return [];
    const without = undertakings.filter((other) => other !== item);
    return [
      {
        item,
        leaving: true,
        worth: worthOf(without) - worthOf(undertakings),
        guessed: guessedOf(without) - guessedOf(undertakings),
        asked: false,
        slot: `without/${slotOf(item)}`,
      },
    ];
  });
};
