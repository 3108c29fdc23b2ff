import type { Provision, Reason, Text, Undertaking } from '../engine/seat.ts';
import type { Act } from './agent.ts';
import { textInSight } from './in-sight.ts';
import { bears, guessedGain, modelsOf, promisedOn, type Model } from './models.ts';
import { offeredToday } from './offered.ts';
import { bearable, gainOf, type Self } from './own.ts';
import { free } from './purse.ts';

/** Hundredths of a point a text must bring one before one pays for it, and the share of that which one pays at most. */
const RICH = 800;
const SHARE = 0.25;
/** Hundredths of a point by which somebody may be short of what it needs, and what one pays beyond. */
const SHORT = { most: 450, margin: 120 } as const;
/** Tokens that are worth a walk. */
const LEAST = 2;
/** Provisions on which a payment hangs. */
const NAMED = 3;

/**
 * Pays, on adoption, whoever is a little short of being able to join a text that is good for oneself: the last one that failed,
 * or the draft, in the corridor before a decision. In the open, so that the Chair knows.
 */
export const compensateNow = (self: Self): Act | undefined => {
  const { view, scenario, own, mandate } = self;
  const phases = scenario.sessions[view.session]?.phases ?? [];
  if (view.offersLeft <= 0 || !phases.includes('decision')) return undefined;
  if (view.offers.some(({ from }) => from === own.delegation)) return undefined;
  const text = textInSight(view);
  const gain = gainOf(self, text);
  if (gain < RICH || !bearable(self, text)) return undefined;
  const poor = modelsOf(scenario, view)
    .filter((model, place) => place !== own.index && bears(model, text) > 0.6 && !asked(self, model))
    .map((model) => ({ model, short: SHORT.margin - guessedGain(model, text) - promisedOn(model, text) }))
    .filter(({ short }) => short > 0 && short < SHORT.most)
    .toSorted((a, b) => b.short - a.short);
  for (const { model, short } of poor)
    for (const [place, token] of scenario.tokens.entries()) {
      const theirs = model.tokenWorth[place] ?? 0;
      const mine = mandate.tokenWorth[place] ?? 0;
      // One pays what one can; others may pay the rest.
      const amount = Math.min(
        theirs <= 0 ? 0 : Math.ceil(short / theirs),
        free(self, token.id) - 1,
        Math.floor((gain * SHARE) / Math.max(1, mine)),
      );
      if (amount < LEAST) continue;
      const item: Undertaking = {
        kind: 'tokens',
        by: own.delegation,
        to: model.delegation,
        token: token.id,
        amount,
        when: { on: 'adoption', containing: costliest(self, model, text) },
      };
      const because: readonly Reason[] = [{ code: 'better-than-no-agreement' }];
      return {
        command: {
          kind: 'offer',
          to: [model.delegation],
          undertakings: [item],
          open: true,
          expires: view.session,
          because,
        },
        because: [{ code: 'better-than-no-agreement', gain }],
      };
    }
  return undefined;
};

/** What in the text seems to cost it most: the payment is for living with that. */
const costliest = (self: Self, model: Model, text: Text): readonly Provision[] =>
  self.scenario.articles
    .map(({ id, options }, place) => {
      const here = guessedGain(model, text);
      const best = Math.max(...options.map((_, option) => guessedGain(model, text.with(place, option))));
      return { article: id, option: text[place] ?? 0, loss: best - here };
    })
    .toSorted((a, b) => b.loss - a.loss)
    .slice(0, NAMED)
    .map(({ article, option }) => ({ article, option }));

/** Whether it has been offered such a thing today. */
const asked = (self: Self, model: Model): boolean =>
  offeredToday(self).some(
    ({ to, undertakings }) => to.includes(model.delegation) && isCompensation(undertakings),
  );

/** Whether an offer only pays for a text: one does not take it back because it is a gift. */
export const isCompensation = (undertakings: readonly Undertaking[]): boolean =>
  undertakings.every((item) => item.kind === 'tokens' && item.when.on === 'adoption');
