import { placeOf, type Offer, type Undertaking } from '../engine/seat.ts';
import type { Strength } from './agent.ts';
import { guessedPackage } from './guessed-package.ts';
import { modelsOf, type Model } from './models.ts';
import type { Self } from './own.ts';
import { coinsFor, piecesFor, slotOf } from './package-pieces.ts';
import { bestPackages, scoreOf, type Piece } from './package-search.ts';
import { promisedWords, wordsKnown } from './promised-words.ts';
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
  const worthOf = (changed: readonly Undertaking[]): number => weigh(self, changed, play.words).worth;
  const { undertakings } = offer;
  const taken = new Set(undertakings.map(slotOf));
  const additions = piecesFor(self, model, play).filter(({ slot }) => !taken.has(slot));
  const [found] = bestPackages(
    [...leavingOut(self, model, undertakings, worthOf), ...additions],
    coinsFor(self, model, true),
    {
      most: CHANGES,
      keep: 1,
      comfort: 'any',
      ...asked,
      said: {
        asked: promisedWords(view, offer.from).length,
        given: wordsKnown(view, own.delegation, offer.from),
      },
      allowed: (changed) =>
        changed.some(({ by }) => by === own.delegation) &&
        asked.takes(changed) &&
        !isRefused(view, offer.from, changed),
    },
    {
      undertakings,
      by: own.delegation,
      worth: worthOf(undertakings),
      guessed: guessedPackage(scenario, view, model, undertakings),
    },
  );
  if (found === undefined) return undefined;
  // Words counted one by one are worth a little more or less together.
  const worth = worthOf(found.undertakings);
  const guessed = guessedPackage(scenario, view, model, found.undertakings);
  return worth >= asked.least && scoreOf(worth, guessed, 1) > asked.floor
    ? { undertakings: found.undertakings, worth }
    : undefined;
};

/** Each of one's own undertakings that can be left out by itself: a point of a side track binds both sides. */
const leavingOut = (
  self: Self,
  model: Model,
  undertakings: readonly Undertaking[],
  worthOf: (changed: readonly Undertaking[]) => number,
): readonly Piece[] => {
  const guessedOf = (changed: readonly Undertaking[]): number =>
    guessedPackage(self.scenario, self.view, model, changed);
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
