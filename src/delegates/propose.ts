import type { Dice } from '../engine/seat.ts';
import type { Act, Strength } from './agent.ts';
import { CHARACTER } from './character.ts';
import { isCompensation } from './compensate.ts';
import { fondness, resents } from './memory.ts';
import { modelsOf, type Model } from './models.ts';
import type { Self } from './own.ts';
import { coinsFor, piecesFor } from './package-pieces.ts';
import { reasonsFor } from './package-reasons.ts';
import { bestPackages, type Package } from './package-search.ts';
import { promisedWords, wordsKnown } from './promised-words.ts';
import { lacking } from './purse.ts';
import { isRefused } from './refusals.ts';
import { shortlist } from './shortlist.ts';
import { PLAY } from './strength.ts';
import { weigh } from './weigh.ts';

interface Idea {
  readonly model: Model;
  readonly found: Package;
  /** What it promises, times the wish to deal with whoever is asked. */
  readonly score: number;
}

/** What an offer must be worth at least, hundredths of a point: else it is not worth the walk. */
const LEAST = 25;

/** The package that promises most: own worth times the chance that the other takes it; one of the best few by the dice. */
export const propose = (self: Self, strength: Strength, dice: Dice): Act | undefined => {
  if (self.view.offersLeft <= 0) return undefined;
  const waiting = self.view.offers.some(
    (offer) => offer.from === self.own.delegation && offer.to.length === 1,
  );
  if (waiting) return undefined;
  const models = modelsOf(self.scenario, self.view).filter(
    (model, place) =>
      place !== self.own.index && !refusedBy(self, model.delegation) && !resents(self, model.delegation),
  );
  const ideas = ideasOf(self, shortlist(self, models), strength);
  const choice =
    ideas[Math.floor(dice('propose', self.view.session * 100 + offersMade(self)) * ideas.length)];
  if (choice === undefined) return undefined;
  const { undertakings } = choice.found;
  const because = reasonsFor(self, choice.found);
  return {
    command: {
      kind: 'offer',
      to: [choice.model.delegation],
      undertakings,
      open: CHARACTER[self.delegation.style].open,
      expires: self.view.session,
      because,
    },
    because: [{ code: 'gains', gain: weigh(self, undertakings, PLAY[strength].words).worth }, ...because],
  };
};

/** The best packages with any of them, as many as a strength chooses from. */
const ideasOf = (self: Self, models: readonly Model[], strength: Strength): readonly Idea[] => {
  const play = PLAY[strength];
  const { view, own } = self;
  let best: readonly Idea[] = [];
  for (const model of models) {
    const fond = fondness(self, model.delegation);
    const least = best.length < play.among ? 0 : (best.at(-1)?.score ?? 0);
    const found = bestPackages(piecesFor(self, model, play), coinsFor(self, model, play.bargains !== 'no'), {
      most: play.longest,
      keep: play.among,
      comfort: play.comfort,
      least: LEAST,
      floor: least / fond,
      said: {
        asked: promisedWords(view, model.delegation).length,
        given: wordsKnown(view, own.delegation, model.delegation),
      },
      allowed: (undertakings) =>
        lacking(self, undertakings) === undefined && !isRefused(view, model.delegation, undertakings),
    });
    best = [...best, ...found.map((one) => ({ model, found: one, score: one.score * fond }))]
      .toSorted((a, b) => b.score - a.score)
      .slice(0, play.among);
  }
  return best;
};

/** Takes back an offer that still waits for an answer, when it has become worse than none: what was agreed since has changed its worth. */
export const withdrawNow = (self: Self, strength: Strength): Act | undefined => {
  const me = self.own.delegation;
  for (const offer of self.view.offers) {
    if (offer.from !== me || isCompensation(offer.undertakings)) continue;
    const { worth, forbidden } = weigh(self, offer.undertakings, PLAY[strength].words, offer.open);
    if (worth >= 0 && forbidden === undefined) continue;
    return {
      command: { kind: 'withdraw', offer: offer.id },
      because: [forbidden ?? { code: 'unbalanced', gain: worth }],
    };
  }
  return undefined;
};

const offersMade = (self: Self): number => self.scenario.procedure.offersPerCorridor - self.view.offersLeft;

/** Whoever has just said no in this corridor is not asked again before the next. */
const refusedBy = (self: Self, delegation: string): boolean =>
  self.view.log.some(
    (chapter) =>
      chapter.session === self.view.session &&
      chapter.phase === 'corridor' &&
      chapter.events.some(
        (event) =>
          event.kind === 'offer-declined' &&
          event.by === delegation &&
          event.parties[0] === self.own.delegation,
      ),
  );
