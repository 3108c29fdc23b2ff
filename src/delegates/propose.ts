import {
  placeOf,
  standingText,
  type Dice,
  type Provision,
  type Reason,
  type Undertaking,
} from '../engine/seat.ts';
import type { Act, Strength } from './agent.ts';
import { guessedPackage, takes } from './guess.ts';
import { guessedWorth, modelsOf, type Model } from './models.ts';
import { changes, isRed, type Self } from './own.ts';
import { gone } from './concessions.ts';
import { shortlist } from './shortlist.ts';
import { weigh } from './weigh.ts';

interface Idea {
  readonly model: Model;
  readonly undertakings: readonly Undertaking[];
  readonly worth: number;
  readonly score: number;
  readonly because: readonly Reason[];
}

/** How many wishes and gifts are tried against each other. */
const BREADTH: { readonly [S in Strength]: number } = { gentle: 2, seasoned: 4, hard: 6 };
/** An offer is made only if it is likely enough to be taken and worth the walk. */
const LEAST = { chance: 0.35, worth: 25 } as const;

/** The package that promises most: own worth times the chance that the other takes it; one of the best three by the dice. */
export const propose = (self: Self, strength: Strength, dice: Dice): Act | undefined => {
  if (self.view.offersLeft <= 0) return undefined;
  const waiting = self.view.offers.some(
    (offer) => offer.from === self.own.delegation && offer.to.length === 1,
  );
  if (waiting) return undefined;
  const models = modelsOf(self.scenario, self.view).filter(
    (model, place) => place !== self.own.index && !refusedBy(self, model.delegation),
  );
  const ideas = shortlist(self, models)
    .flatMap((model) => ideasFor(self, model, strength))
    .filter((idea) => idea.score > 0)
    .toSorted((a, b) => b.score - a.score);
  const choice =
    ideas[
      Math.floor(dice('propose', self.view.session * 100 + offersMade(self)) * Math.min(3, ideas.length))
    ];
  if (choice === undefined) return undefined;
  const own: Reason = { code: 'gains', gain: choice.worth };
  return {
    command: {
      kind: 'offer',
      to: [choice.model.delegation],
      undertakings: choice.undertakings,
      open: false,
      expires: self.view.session,
      because: choice.because,
    },
    because: [own, ...choice.because],
  };
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

const ideasFor = (self: Self, model: Model, strength: Strength): readonly Idea[] => {
  const breadth = BREADTH[strength];
  const wishes = wishesFrom(self, model).slice(0, breadth);
  const gifts: readonly (Provision | undefined)[] = [undefined, ...giftsTo(self, model).slice(0, breadth)];
  const ideas: Idea[] = [];
  for (const wish of wishes)
    for (const gift of gifts) {
      // Two options of one article cannot both stand: that would be no trade.
      if (gift?.article === wish.article) continue;
      const base: Undertaking[] = [
        asked(self, model, wish),
        ...(gift === undefined ? [] : [given(self, model, gift)]),
      ];
      const because: Reason[] =
        gift === undefined
          ? [{ code: 'article-helps', article: wish.article }]
          : [{ code: 'matters-more', article: wish.article, than: gift.article }];
      ideas.push(...sweetened(self, model, base, because));
    }
  ideas.push(...sales(self, model));
  return ideas;
};

const asked = (self: Self, model: Model, provision: Provision): Undertaking => ({
  kind: 'position',
  by: model.delegation,
  to: self.own.delegation,
  provision,
  stance: 'accept',
});

const given = (self: Self, model: Model, provision: Provision): Undertaking => ({
  kind: 'position',
  by: self.own.delegation,
  to: model.delegation,
  provision,
  stance: 'accept',
});

/** Options that would help me most and that the other has not yet come round to. */
const wishesFrom = (self: Self, model: Model): readonly Provision[] => {
  const gains = changes(self);
  const place = placeOf(self.scenario, 'delegation', model.delegation);
  return self.scenario.articles
    .flatMap((article, index) =>
      article.options.map((_, option) => ({
        provision: { article: article.id, option },
        help: gains[index]?.[option] ?? 0,
        stance: self.view.stances[place]?.[index]?.[option] ?? 'silent',
        red: model.red[index]?.[option] ?? 0,
        standing: self.view.articles[index]?.option === option,
      })),
    )
    .filter(
      ({ help, stance, red, standing }) =>
        red < 0.4 && (stance === 'silent' || stance === 'object') && (help > 0 || standing),
    )
    .toSorted((a, b) => b.help - a.help)
    .map(({ provision }) => provision);
};

/** Options that I have not come round to, cost me little and are believed to help the other most. */
const giftsTo = (self: Self, model: Model): readonly Provision[] => {
  const gains = changes(self);
  const standing = standingText(self.view.articles);
  const now = guessedWorth(model, standing);
  return self.scenario.articles
    .flatMap((article, index) =>
      article.options.map((_, option) => ({
        provision: { article: article.id, option },
        help: guessedWorth(model, standing.with(index, option)) - now,
        cost: -(gains[index]?.[option] ?? 0),
        stance: self.view.stances[self.own.index]?.[index]?.[option] ?? 'silent',
        red: isRed(self, article.id, option),
      })),
    )
    .filter(
      ({ help, stance, red, cost }) =>
        !red && help > 0 && (stance === 'silent' || stance === 'object') && cost < help * 2,
    )
    .toSorted((a, b) => b.help - b.cost - (a.help - a.cost))
    .map(({ provision }) => provision);
};

/** The package, and the package with the side payment that makes it likely to be taken. */
const sweetened = (
  self: Self,
  model: Model,
  base: readonly Undertaking[],
  because: readonly Reason[],
): readonly Idea[] => {
  const plain = ideaOf(self, model, base, because);
  const short = 60 - guessedPackage(self.scenario, self.view, model, base);
  if (short <= 0) return [plain];
  const paid = payments(self, model, short)
    .filter((payment) => !holds(base, payment))
    .map((payment) => ideaOf(self, model, [...base, payment], because));
  return [plain, ...paid];
};

/** A deed is done once: it cannot be both the trade and the payment on top. */
const holds = (base: readonly Undertaking[], payment: Undertaking): boolean =>
  payment.kind === 'deed' &&
  base.some(
    (item) => item.kind === 'deed' && item.by === payment.by && item.concession === payment.concession,
  );

const payments = (self: Self, model: Model, short: number): readonly Undertaking[] => {
  const { scenario, own } = self;
  const tokens = scenario.tokens.flatMap((token, place): readonly Undertaking[] => {
    const unit = model.tokenWorth[place] ?? 0;
    const amount = unit <= 0 ? 0 : Math.ceil(short / unit);
    return amount > 0 &&
      amount <= (own.tokens[place] ?? 0) - 1 &&
      (self.mandate.tokenWorth[place] ?? 0) < unit
      ? [
          {
            kind: 'tokens',
            by: own.delegation,
            to: model.delegation,
            token: token.id,
            amount,
            when: { on: 'now' },
          },
        ]
      : [];
  });
  return [
    ...tokens,
    ...deedsBy(self, model).filter((item) => guessedPackage(scenario, self.view, model, [item]) >= short),
  ];
};

/** Deeds that I can do for the other now. */
const deedsBy = (self: Self, model: Model): readonly Undertaking[] =>
  self.scenario.concessions.flatMap((concession, place): readonly Undertaking[] => {
    const affordable = concession.spends.every(
      ({ token, amount }) => (self.own.tokens[placeOf(self.scenario, 'token', token)] ?? 0) >= amount,
    );
    const can =
      self.mandate.costs[place] !== null && affordable && !gone(self, self.own.delegation, concession.id);
    return can && (model.gains[place] ?? 0) > 0
      ? [
          {
            kind: 'deed',
            by: self.own.delegation,
            to: model.delegation,
            concession: concession.id,
            when: { on: 'now' },
          },
        ]
      : [];
  });

/** Deeds of the other that are worth something to me, against tokens, a deed or a gift of mine. */
const sales = (self: Self, model: Model): readonly Idea[] => {
  const { scenario, own } = self;
  return scenario.concessions.flatMap((concession, place): readonly Idea[] => {
    const gain = self.mandate.gains[place] ?? 0;
    if (gain <= 0 || (model.costs[place] ?? null) === null || gone(self, model.delegation, concession.id))
      return [];
    const deed: Undertaking = {
      kind: 'deed',
      by: model.delegation,
      to: own.delegation,
      concession: concession.id,
      when: { on: 'now' },
    };
    const because: Reason[] = [{ code: 'gains' }];
    const gifts = giftsTo(self, model)
      .slice(0, 2)
      .map((gift) => [deed, given(self, model, gift)]);
    const swaps = deedsBy(self, model).map((mine) => [deed, mine]);
    return [...gifts, ...swaps, [deed]].flatMap((base) => sweetened(self, model, base, because));
  });
};

const ideaOf = (
  self: Self,
  model: Model,
  undertakings: readonly Undertaking[],
  because: readonly Reason[],
): Idea => {
  const { worth, forbidden } = weigh(self, undertakings);
  const chance = takes(guessedPackage(self.scenario, self.view, model, undertakings));
  const fair = forbidden === undefined && worth >= LEAST.worth && chance >= LEAST.chance;
  return { model, undertakings, worth, score: fair ? worth * chance : 0, because };
};
