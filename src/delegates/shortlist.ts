import { placeOf } from '../engine/seat.ts';
import type { Model } from './models.ts';
import { changes, type Self } from './own.ts';

/** A table up to this size is talked to one by one. */
const ROOM = 30;
/** In a larger one a delegation thinks through what it could trade with so many. */
const TALKS = 16;

/**
 * Whom it is worth thinking about. Where everybody can be thought about, that is everybody; in a hall of two hundred those with
 * whom most seems to be tradeable, by a look at the best single wish, the best single gift and the deeds either could do.
 */
export const shortlist = (self: Self, models: readonly Model[]): readonly Model[] => {
  if (models.length <= ROOM) return models;
  const { scenario, view, own, mandate } = self;
  const gains = changes(self);
  return models
    .map((model) => {
      const seat = placeOf(scenario, 'delegation', model.delegation);
      let wish = 0;
      let gift = 0;
      for (const [article, row] of gains.entries()) {
        const theirs = model.table[article] ?? [];
        const now = theirs[view.articles[article]?.option ?? 0] ?? 0;
        for (const [option, help] of row.entries()) {
          if (freeToSay(view.stances[seat]?.[article]?.[option]) && (model.red[article]?.[option] ?? 0) < 0.4)
            wish = Math.max(wish, help);
          if (freeToSay(view.stances[own.index]?.[article]?.[option]))
            gift = Math.max(gift, (theirs[option] ?? 0) - now + Math.min(0, help));
        }
      }
      const deeds = scenario.concessions.reduce((best, _, place) => {
        const asked = (model.costs[place] ?? null) === null ? 0 : (mandate.gains[place] ?? 0);
        const given = (mandate.costs[place] ?? null) === null ? 0 : (model.gains[place] ?? 0);
        return Math.max(best, asked, given);
      }, 0);
      return { model, trade: Math.min(wish, gift) + deeds };
    })
    .toSorted((a, b) => b.trade - a.trade)
    .slice(0, TALKS)
    .map(({ model }) => model);
};

/** Whether a word for it would still be news. */
const freeToSay = (stance: string | undefined): boolean => stance === 'silent' || stance === 'object';
