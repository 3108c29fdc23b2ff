import {
  placeOf,
  plainWorth,
  standingText,
  type Article,
  type ArticleId,
  type Position,
  type Provision,
  type Reason,
  type Stance,
  type Text,
} from '../engine/seat.ts';
import type { Strength } from './agent.ts';
import { CLOSE, FAR, readiness } from './calendar.ts';
import { candourOf } from './character.ts';
import { changes, changesFrom, isRed, type Self } from './own.ts';
import { promisedOnArticle, type PositionItem } from './promised-words.ts';

/** A position to take, how much it tells, and why. */
export interface Wanted {
  readonly position: Position;
  /** How far it is from what is on record, for choosing what to say first. */
  readonly news: number;
  readonly because: Reason;
}

/** What an option costs a delegation on its article, against its best bearable one, in a text; hundredths of a point. */
const lossesIn = (self: Self, text: Text, article: Article, place: number): readonly number[] => {
  const row = article.options.map((_, option) => plainWorth(self.mandate, text.with(place, option)));
  const best = Math.max(...row.filter((_, option) => !isRed(self, article.id, option)));
  return row.map((worth) => best - worth);
};

/** How much it is ready to give on one article now, and admits; hundredths of a point. */
const readyNow = (self: Self, strength: Strength): number =>
  readiness(self.scenario, self.view, self.delegation.style, strength, candourOf(self.delegation));

/**
 * What a delegation would say of every option now. It supports what is best for it, can live with what costs no more than it is
 * ready to give on one article, objects to red lines and to what costs it far more. Honest by rule, so that the Chair can find a text.
 */
export const stancesNow = (self: Self, strength: Strength): readonly (readonly Stance[])[] => {
  const ready = readyNow(self, strength);
  const text = standingText(self.view.articles);
  return self.scenario.articles.map((article, place) =>
    lossesIn(self, text, article, place).map((loss, option): Stance =>
      isRed(self, article.id, option) ? 'object' : stanceOn(loss, ready),
    ),
  );
};

const stanceOn = (loss: number, ready: number): Stance =>
  loss <= CLOSE ? 'support' : loss <= ready ? 'accept' : loss > ready * FAR ? 'object' : 'silent';

const RANK: { readonly [S in Stance]: number } = { object: -1, silent: 0, accept: 1, support: 2 };

/** Positions that differ from what is on record, most telling first. Promised positions are held. */
export const newPositions = (self: Self, strength: Strength): readonly Wanted[] => {
  const now = stancesNow(self, strength);
  const standing = standingText(self.view.articles);
  const gains = changesFrom(self, standing);
  const wanted: Wanted[] = [];
  self.scenario.articles.forEach((article, place) => {
    const losses = lossesIn(self, standing, article, place);
    article.options.forEach((_, option) => {
      const said = self.view.stances[self.own.index]?.[place]?.[option] ?? 'silent';
      const honest = now[place]?.[option] ?? 'silent';
      const held = heldAt(self, article.id, option, honest);
      const stance = held?.stance ?? honest;
      if (said === stance) return;
      const worth = gains[place]?.[option] ?? 0;
      const loss = losses[option] ?? 0;
      wanted.push({
        position: { article: article.id, option, stance },
        news:
          Math.abs(RANK[stance] - RANK[said]) * (50 + Math.abs(worth)) +
          (option === self.view.articles[place]?.option ? 400 : 0),
        because:
          held !== undefined
            ? { code: 'promised', to: held.to }
            : isRed(self, article.id, option)
              ? { code: 'red-line', article: article.id }
              : RANK[stance] <= 0
                ? { code: 'article-hurts', article: article.id, loss }
                : worth > 0
                  ? { code: 'article-helps', article: article.id, gain: worth }
                  : { code: 'bearable', article: article.id, loss },
      });
    });
  });
  return wanted.toSorted((a, b) => b.news - a.news);
};

/**
 * The same, but where an option is spoken against only because of what stands on another article, that is said with it: with
 * something else there, and nothing else changed, it would not be. Of several such articles the one on which a change helps most.
 */
export const withBeside = (self: Self, strength: Strength, wanted: Wanted): Wanted => {
  const { article: id, option, stance } = wanted.position;
  if (wanted.because.code !== 'article-hurts') return wanted;
  const bearableLoss = readyNow(self, strength) * (stance === 'object' ? FAR : 1);
  const place = placeOf(self.scenario, 'article', id);
  const article = self.scenario.articles[place];
  const standing = standingText(self.view.articles);
  if (article === undefined) return wanted;
  let beside: Provision | undefined;
  let least = Infinity;
  self.scenario.articles.forEach((other, at) => {
    if (at === place) return;
    for (const instead of other.options.keys()) {
      if (isRed(self, other.id, instead)) continue;
      const loss = lossesIn(self, standing.with(at, instead), article, place)[option] ?? Infinity;
      if (loss > bearableLoss || loss >= least) continue;
      least = loss;
      beside = { article: other.id, option: standing[at] ?? 0 };
    }
  });
  return beside === undefined
    ? wanted
    : {
        ...wanted,
        position: { ...wanted.position, beside },
        because: { code: 'linked', first: { article: id, option }, second: beside },
      };
};

/** The promise that asks most of what it says of this option, if it asks more than its own stance. */
const heldAt = (self: Self, article: ArticleId, option: number, stance: Stance): PositionItem | undefined => {
  let most = RANK[stance];
  let found: PositionItem | undefined;
  for (const item of promisedOnArticle(self.view, self.own.delegation, article)) {
    if (item.provision.option !== option || RANK[item.stance] <= most) continue;
    most = RANK[item.stance];
    found = item;
  }
  return found;
};

/** The articles on which most can be won or lost, at most three. */
export const prioritiesOf = (self: Self): readonly ArticleId[] => {
  const gains = changes(self);
  return self.scenario.articles
    .map((article, place) => ({
      id: article.id,
      range: Math.max(...(gains[place] ?? [0])) - Math.min(...(gains[place] ?? [0])),
    }))
    .toSorted((a, b) => b.range - a.range)
    .slice(0, 3)
    .map(({ id }) => id);
};
