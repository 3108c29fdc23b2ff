import { standingText, type ArticleId, type Position, type Reason, type Stance } from '../engine/seat.ts';
import type { Strength } from './agent.ts';
import { CLOSE, FAR, readiness } from './calendar.ts';
import { candourOf } from './character.ts';
import { changes, changesFrom, isRed, type Self } from './own.ts';

/** A position to take, how much it tells, and why. */
export interface Wanted {
  readonly position: Position;
  /** How far it is from what is on record, for choosing what to say first. */
  readonly news: number;
  readonly because: Reason;
}

/**
 * What a delegation would say of every option now. It supports what is best for it, can live with what costs no more than it is
 * ready to give on one article, objects to red lines and to what costs it far more. Honest by rule, so that the Chair can find a text.
 */
export const stancesNow = (self: Self, strength: Strength): readonly (readonly Stance[])[] => {
  const { style } = self.delegation;
  const ready = readiness(self.scenario, self.view, style, strength, candourOf(self.delegation));
  const gains = changesFrom(self, standingText(self.view.articles));
  return self.scenario.articles.map((article, place) => {
    const row = gains[place] ?? [];
    const best = Math.max(...row.filter((_, option) => !isRed(self, article.id, option)));
    return article.options.map((_, option): Stance => {
      if (isRed(self, article.id, option)) return 'object';
      const loss = best - (row[option] ?? 0);
      if (loss <= CLOSE) return 'support';
      if (loss <= ready) return 'accept';
      return loss > ready * FAR ? 'object' : 'silent';
    });
  });
};

const RANK: { readonly [S in Stance]: number } = { object: -1, silent: 0, accept: 1, support: 2 };

/** Positions that differ from what is on record, most telling first. Promised positions are held. */
export const newPositions = (self: Self, strength: Strength): readonly Wanted[] => {
  const now = stancesNow(self, strength);
  const gains = changesFrom(self, standingText(self.view.articles));
  const wanted: Wanted[] = [];
  self.scenario.articles.forEach((article, place) => {
    article.options.forEach((_, option) => {
      const said = self.view.stances[self.own.index]?.[place]?.[option] ?? 'silent';
      const stance = heldAt(self, article.id, option, now[place]?.[option] ?? 'silent');
      if (said === stance) return;
      const worth = gains[place]?.[option] ?? 0;
      wanted.push({
        position: { article: article.id, option, stance },
        news:
          Math.abs(RANK[stance] - RANK[said]) * (50 + Math.abs(worth)) +
          (option === self.view.articles[place]?.option ? 400 : 0),
        because: isRed(self, article.id, option)
          ? { code: 'red-line', article: article.id }
          : worth >= 0
            ? { code: 'article-helps', article: article.id, gain: worth }
            : { code: 'article-hurts', article: article.id, loss: -worth },
      });
    });
  });
  return wanted.toSorted((a, b) => b.news - a.news);
};

const heldAt = (self: Self, article: ArticleId, option: number, stance: Stance): Stance => {
  const promised = self.view.pledges.find(
    ({ state, undertaking }) =>
      state === 'open' &&
      undertaking.kind === 'position' &&
      undertaking.by === self.own.delegation &&
      undertaking.provision.article === article &&
      undertaking.provision.option === option,
  );
  if (promised?.undertaking.kind !== 'position') return stance;
  return RANK[stance] < RANK[promised.undertaking.stance] ? promised.undertaking.stance : stance;
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
