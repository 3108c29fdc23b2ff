import { placeOf, standingText, type Provision, type Undertaking } from '../engine/seat.ts';
import { gone } from './concessions.ts';
import { guessedPackage } from './guessed-package.ts';
import { guessedWorth, type Model } from './models.ts';
import { changes, isRed, type Self } from './own.ts';
import type { Coin, Piece } from './package-search.ts';
import { free, owedBy } from './purse.ts';
import { saidGone } from './refusals.ts';
import type { Play } from './strength.ts';
import { weigh } from './weigh.ts';

/** What a package with one other can be put together from, each priced: words and deeds of either side. */
export const piecesFor = (self: Self, model: Model, { breadth, words }: Play): readonly Piece[] => {
  const price = (items: readonly Undertaking[]): readonly Piece[] =>
    items.flatMap((item) => priced(self, model, item, words));
  const wishes = wishesFrom(self, model).slice(0, breadth);
  const gifts = giftsTo(self, model).slice(0, breadth);
  return [
    ...price(wishes.map((wish) => asked(self, model, wish))),
    ...price(salesOf(self, model)),
    // Of words from one hand the dearest first: each counts for less than those before.
    ...price(gifts.map((gift) => given(self, model, gift))).toSorted((a, b) => b.guessed - a.guessed),
    ...price(deedsBy(self, model)),
  ];
};

/** An undertaking is weighed once for all the packages it is tried in; what must not be done at any price is in none. */
const priced = (self: Self, model: Model, item: Undertaking, words: number): readonly Piece[] => {
  const { parts, forbidden } = weigh(self, [item], words);
  return forbidden !== undefined
    ? []
    : [
        {
          item,
          worth: parts[0] ?? 0,
          guessed: guessedPackage(self.scenario, self.view, model, [item]),
          asked: item.by !== self.own.delegation,
          slot: slotOf(item),
        },
      ];
};

export const slotOf = (item: Undertaking): string => {
  switch (item.kind) {
    case 'position':
      return item.provision.article;
    case 'deed':
    case 'later':
      return `${item.by}/${item.concession}`;
    case 'tokens':
      return `${item.by}/${item.token}`;
    case 'join':
    case 'oppose':
    case 'restraint':
      return `${item.by}/${item.kind}`;
    case 'intelligence':
      return `${item.by}/${item.incident}`;
    case 'point':
      return `${item.track}/${item.point}`;
  }
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
        ownRed: isRed(self, article.id, option),
      })),
    )
    .filter(
      ({ help, stance, red, standing, ownRed }) =>
        red < 0.4 && !ownRed && (stance === 'silent' || stance === 'object') && (help > 0 || standing),
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

/** Deeds that I can do for the other now. */
const deedsBy = (self: Self, model: Model): readonly Undertaking[] =>
  self.scenario.concessions.flatMap((concession, place): readonly Undertaking[] => {
    const affordable = concession.spends.every(({ token, amount }) => free(self, token) >= amount);
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
const salesOf = (self: Self, model: Model): readonly Undertaking[] => {
  const { scenario, own } = self;
  return scenario.concessions.flatMap((concession, place): readonly Undertaking[] =>
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

/** Share of the tokens with which it can have started that somebody is reckoned to have left. */
const HELD = 2 / 3;

/**
 * Tokens that the other values more than oneself, to pay with; and those that it can be expected to have, to ask for.
 * @param there A package that they are added to: what the other already spends in it cannot be asked for again.
 */
export const coinsFor = (
  self: Self,
  model: Model,
  asking: boolean,
  there: readonly Undertaking[] = [],
): readonly Coin[] => {
  const { scenario, own, mandate } = self;
  const [me, you] = [own.delegation, model.delegation];
  const other = scenario.delegations[placeOf(scenario, 'delegation', you)];
  return scenario.tokens.flatMap(({ id: token }, place): readonly Coin[] => {
    const theirs = model.tokenWorth[place] ?? 0;
    const mine = mandate.tokenWorth[place] ?? 0;
    const usual = ((other?.tokens[place]?.min ?? 0) + (other?.tokens[place]?.max ?? 0)) / 2;
    const paying =
      (by: Undertaking['by'], to: Undertaking['to']) =>
      (amount: number): Undertaking => ({ kind: 'tokens', by, to, token, amount, when: { on: 'now' } });
    const left = Math.floor(usual * HELD) - owedBy(scenario, you, there, token);
    if (theirs <= 0) return [];
    return [
      ...(mine < theirs
        ? [{ worth: -mine, guessed: theirs, most: free(self, token) - 1, paying: paying(me, you) }]
        : []),
      ...(asking && mine > 0 ? [{ worth: mine, guessed: -theirs, most: left, paying: paying(you, me) }] : []),
    ].filter(({ most }) => most > 0);
  });
};
