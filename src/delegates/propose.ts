import {
  placeOf,
  standingText,
  type Dice,
  type Provision,
  type Reason,
  type Undertaking,
} from '../engine/seat.ts';
import type { Act, Strength } from './agent.ts';
import { CHARACTER } from './character.ts';
import { isCompensation } from './compensate.ts';
import { fondness, resents } from './memory.ts';
import { guessedPackage, takes } from './guessed-package.ts';
import { guessedWorth, modelsOf, type Model } from './models.ts';
import { changes, isRed, type Self } from './own.ts';
import { gone } from './concessions.ts';
import { pricesFor } from './haggle.ts';
import { lacking } from './purse.ts';
import { isRefused, saidGone } from './refusals.ts';
import { shortlist } from './shortlist.ts';
import { PLAY } from './strength.ts';
import { weigh } from './weigh.ts';

type Deed = Extract<Undertaking, { kind: 'deed' }>;

interface Idea {
  readonly model: Model;
  readonly undertakings: readonly Undertaking[];
  readonly worth: number;
  readonly score: number;
  readonly because: readonly Reason[];
}

/** An undertaking with what it is worth to me and seems worth to the other. */
interface Priced {
  readonly item: Undertaking;
  readonly worth: number;
  readonly forbidden: boolean;
  readonly guessed: number;
}

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
    (model, place) =>
      place !== self.own.index && !refusedBy(self, model.delegation) && !resents(self, model.delegation),
  );
  const ideas = shortlist(self, models)
    .flatMap((model) => {
      const fond = fondness(self, model.delegation);
      return ideasFor(self, model, strength).map((idea) => ({ ...idea, score: idea.score * fond }));
    })
    .filter((idea) => idea.score > 0 && lacking(self, idea.undertakings) === undefined)
    .toSorted((a, b) => b.score - a.score);
  const choice =
    ideas[
      Math.floor(
        dice('propose', self.view.session * 100 + offersMade(self)) *
          Math.min(PLAY[strength].among, ideas.length),
      )
    ];
  if (choice === undefined) return undefined;
  const own: Reason = { code: 'gains', gain: choice.worth };
  return {
    command: {
      kind: 'offer',
      to: [choice.model.delegation],
      undertakings: choice.undertakings,
      open: CHARACTER[self.delegation.style].open,
      expires: self.view.session,
      because: choice.because,
    },
    because: [own, ...choice.because],
  };
};

/** Takes back an offer that still waits for an answer, when it has become worse than none: what was agreed since has changed its worth. */
export const withdrawNow = (self: Self, strength: Strength): Act | undefined => {
  const me = self.own.delegation;
  for (const offer of self.view.offers) {
    if (offer.from !== me || isCompensation(offer.undertakings)) continue;
    const { worth, forbidden } = weigh(self, offer.undertakings, PLAY[strength].words);
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

const ideasFor = (self: Self, model: Model, strength: Strength): readonly Idea[] => {
  const { breadth, words } = PLAY[strength];
  const price = (item: Undertaking): Priced => priced(self, model, item, words);
  const wishes = wishesFrom(self, model)
    .slice(0, breadth)
    .map((wish) => ({ wish, asking: price(asked(self, model, wish)) }));
  const gifts = giftsTo(self, model)
    .slice(0, breadth)
    .map((gift) => ({ gift, giving: price(given(self, model, gift)) }));
  const deeds = deedsBy(self, model).map(price);
  const ideas: Idea[] = [];
  for (const { wish, asking } of wishes) {
    ideas.push(
      ...sweetened(
        self,
        model,
        strength,
        deeds,
        [asking],
        [
          wantedFor(self, wish),
          // Said only of what is asked for alone: it is no reason for a trade.
          ...(asking.guessed > 0 ? [{ code: 'helps-you', article: wish.article } as const] : []),
        ],
      ),
    );
    for (const { gift, giving } of gifts)
      // Two options of one article cannot both stand: that would be no trade.
      if (gift.article !== wish.article)
        ideas.push(
          ...sweetened(self, model, strength, deeds, [asking, giving], [tradedFor(self, wish, gift)]),
        );
  }
  const givings = gifts.slice(0, 2).map(({ giving }) => giving);
  for (const { deed, what } of salesOf(self, model).map((item) => ({
    deed: price(item),
    what: item.concession,
  })))
    for (const base of [
      ...givings.map((giving) => [deed, giving]),
      ...deeds.map((mine) => [deed, mine]),
      [deed],
    ])
      ideas.push(...sweetened(self, model, strength, deeds, base, [{ code: 'needs', what }]));
  return ideas.filter(({ undertakings }) => !isRefused(self.view, model.delegation, undertakings));
};

/** What putting it into the standing draft would change for oneself, hundredths of a point. */
const changeBy = (self: Self, { article, option }: Provision): number =>
  changes(self)[placeOf(self.scenario, 'article', article)]?.[option] ?? 0;

/** Why one asks for a word on an option: it is better than what stands, or it is what stands. */
const wantedFor = (self: Self, wish: Provision): Reason => {
  const gain = changeBy(self, wish);
  return gain > 0
    ? { code: 'article-helps', article: wish.article }
    : { code: 'keeps-draft', article: wish.article };
};

/** The same for a word against a word: it is said that the one matters more only where it does. */
const tradedFor = (self: Self, wish: Provision, gift: Provision): Reason =>
  changeBy(self, wish) > Math.abs(changeBy(self, gift))
    ? { code: 'matters-more', article: wish.article, than: gift.article }
    : wantedFor(self, wish);

/** Worths add up, but for words said twice: an undertaking is weighed once for all the packages it is tried in. */
const priced = (self: Self, model: Model, item: Undertaking, words: number): Priced => {
  const { worth, forbidden } = weigh(self, [item], words);
  return {
    item,
    worth,
    forbidden: forbidden !== undefined,
    guessed: guessedPackage(self.scenario, self.view, model, [item]),
  };
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

/** The package; where it seems worth little to the other, with a side payment that makes it likely to be taken; where much, at a price. */
const sweetened = (
  self: Self,
  model: Model,
  strength: Strength,
  deeds: readonly Priced[],
  base: readonly Priced[],
  because: readonly Reason[],
): readonly Idea[] => {
  const plain = ideaOf(model, base, because);
  if (base.some(({ forbidden }) => forbidden)) return [plain];
  const { comfort, bargains } = PLAY[strength];
  const short = comfort - base.reduce((sum, { guessed }) => sum + guessed, 0);
  // Nobody is asked to pay for giving what one asks of it.
  const trade = base.some(({ item }) => item.by === self.own.delegation);
  if (short <= 0)
    return [
      plain,
      ...(bargains !== 'no' && trade
        ? pricesFor(self, model, -short).map((price) =>
            ideaOf(model, [...base, { ...price, forbidden: false }], because),
          )
        : []),
    ];
  const paid = [
    ...payments(self, model, short),
    // A deed is done once: it cannot be both the trade and the payment on top.
    ...deeds.filter((deed) => deed.guessed >= short && !base.includes(deed)),
  ].map((payment) => ideaOf(model, [...base, payment], because));
  return [plain, ...paid];
};

/** Tokens that the other values more than oneself. */
const payments = (self: Self, model: Model, short: number): readonly Priced[] => {
  const { scenario, own, mandate } = self;
  return scenario.tokens.flatMap((token, place): readonly Priced[] => {
    const theirs = model.tokenWorth[place] ?? 0;
    const mine = mandate.tokenWorth[place] ?? 0;
    const amount = theirs <= 0 ? 0 : Math.ceil(short / theirs);
    if (amount <= 0 || amount > (own.tokens[place] ?? 0) - 1 || mine >= theirs) return [];
    const item: Undertaking = {
      kind: 'tokens',
      by: own.delegation,
      to: model.delegation,
      token: token.id,
      amount,
      when: { on: 'now' },
    };
    return [{ item, worth: -mine * amount, forbidden: false, guessed: theirs * amount }];
  });
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

/** Deeds of the other that are worth something to me. */
const salesOf = (self: Self, model: Model): readonly Deed[] => {
  const { scenario, own } = self;
  return scenario.concessions.flatMap((concession, place): readonly Deed[] =>
    (self.mandate.gains[place] ?? 0) <= 0 ||
    (model.costs[place] ?? null) === null ||
    gone(self, model.delegation, concession.id) ||
    saidGone(self.view, model.delegation, concession.id)
      ? []
      : [
          {
            kind: 'deed',
            by: model.delegation,
            to: own.delegation,
            concession: concession.id,
            when: { on: 'now' },
          },
        ],
  );
};

const ideaOf = (model: Model, items: readonly Priced[], because: readonly Reason[]): Idea => {
  let [worth, guessed, forbidden] = [0, 0, false];
  for (const item of items) {
    worth += item.worth;
    guessed += item.guessed;
    forbidden ||= item.forbidden;
  }
  const chance = takes(guessed);
  const fair = !forbidden && worth >= LEAST.worth && chance >= LEAST.chance;
  return {
    model,
    undertakings: items.map(({ item }) => item),
    worth,
    score: fair ? worth * chance : 0,
    because,
  };
};
