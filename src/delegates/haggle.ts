import { placeOf, type Offer, type TokenId, type Undertaking } from '../engine/seat.ts';
import type { Act, Strength } from './agent.ts';
import { guessedPackage, takes } from './guessed-package.ts';
import { modelsOf, type Model } from './models.ts';
import type { Self } from './own.ts';
import { PLAY } from './strength.ts';

/** The price of a package: what a hard delegation asks on top of what already serves both. */

export interface Price {
  readonly item: Extract<Undertaking, { kind: 'tokens' }>;
  /** To oneself, and as it seems to whoever pays; hundredths of a point. */
  readonly worth: number;
  readonly guessed: number;
}

/** Share of the tokens with which it can have started that somebody is reckoned to have left. */
const HELD = 2 / 3;

/** Tokens that somebody can be expected to have, and to give for what seems worth so much more to it than it needs to be. */
export const pricesFor = (self: Self, model: Model, spare: number): readonly Price[] => {
  const { scenario, own, mandate } = self;
  const other = scenario.delegations[placeOf(scenario, 'delegation', model.delegation)];
  return scenario.tokens.flatMap((token, place): readonly Price[] => {
    const theirs = model.tokenWorth[place] ?? 0;
    const mine = mandate.tokenWorth[place] ?? 0;
    const usual = ((other?.tokens[place]?.min ?? 0) + (other?.tokens[place]?.max ?? 0)) / 2;
    const amount = Math.min(theirs <= 0 ? 0 : Math.floor(spare / theirs), Math.floor(usual * HELD));
    if (amount <= 0 || mine <= 0) return [];
    const item = paying(model.delegation, own.delegation, token.id, amount);
    return [{ item, worth: mine * amount, guessed: -theirs * amount }];
  });
};

const paying = (
  by: Price['item']['by'],
  to: Price['item']['to'],
  token: TokenId,
  amount: number,
): Price['item'] => ({
  kind: 'tokens',
  by,
  to,
  token,
  amount,
  when: { on: 'now' },
});

/** Hundredths of a point by which asking must promise more than taking what is offered. */
const LEAST = 40;

/** A counter-offer to something one would take, where it seems worth more to whoever offers it than it needs to be. Once an offer. */
export const haggle = (self: Self, offer: Offer, worth: number, strength: Strength): Act | undefined => {
  const { view, scenario } = self;
  const { comfort, bargains } = PLAY[strength];
  if (bargains !== 'always' || offer.to.length > 1 || offer.answers !== undefined || view.offersLeft <= 1)
    return undefined;
  const model = modelsOf(scenario, view)[placeOf(scenario, 'delegation', offer.from)];
  if (model === undefined) return undefined;
  const guessed = guessedPackage(scenario, view, model, offer.undertakings);
  const spare = guessed - comfort;
  const [best] = [spare, spare / 2]
    .flatMap((part) => pricesFor(self, model, part))
    .map((price) => ({ price, hoped: takes(guessed + price.guessed) * (worth + price.worth) }))
    .toSorted((a, b) => b.hoped - a.hoped);
  if (best === undefined || best.hoped < worth + LEAST) return undefined;
  return {
    command: {
      kind: 'offer',
      to: [offer.from],
      undertakings: [...offer.undertakings, best.price.item],
      open: offer.open,
      expires: view.session,
      answers: offer.id,
      because: [{ code: 'gains' }],
    },
    because: [{ code: 'gains', gain: worth + best.price.worth }],
  };
};
