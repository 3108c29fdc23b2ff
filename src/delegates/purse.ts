import {
  concessionOf,
  placeOf,
  type DelegationId,
  type Scenario,
  type Spending,
  type TokenId,
  type Undertaking,
} from '../engine/seat.ts';
import type { Self } from './own.ts';

/** What one can spend, and what spending costs. */

/** Whether one has so many tokens, and so many to spare, beside what a promised deed will spend. */
export const affordable = (self: Self, { token, amount }: Spending, spare: number): boolean =>
  amount === 0 || free(self, token) >= amount + spare;

/** Tokens of a kind that are not needed for what one has promised to do later. */
export const free = ({ scenario, own, view }: Self, token: TokenId): number =>
  (own.tokens[placeOf(scenario, 'token', token)] ?? 0) -
  owedBy(
    scenario,
    own.delegation,
    view.pledges.flatMap(({ state, undertaking }) =>
      state === 'open' && undertaking.kind === 'later' ? [undertaking] : [],
    ),
    token,
  );

/** What the tokens of a cost are worth to oneself, hundredths of a point. */
export const worthOfCost = (self: Self, { token, amount }: Spending): number =>
  (self.mandate.tokenWorth[placeOf(self.scenario, 'token', token)] ?? 0) * amount;

/** A token of which one has not enough for all that one would hand over and spend in a package. */
export const lacking = (self: Self, undertakings: readonly Undertaking[]): TokenId | undefined =>
  self.scenario.tokens.find(({ id }) => {
    const owed = owedBy(self.scenario, self.own.delegation, undertakings, id);
    return owed > 0 && owed > free(self, id);
  })?.id;

/** Whether somebody else would spend more of a token than it can have begun with, and more than it has offered itself. */
export const overdraws = (
  scenario: Scenario,
  by: DelegationId,
  undertakings: readonly Undertaking[],
  offered: readonly Undertaking[],
): boolean => {
  const had = scenario.delegations[placeOf(scenario, 'delegation', by)]?.tokens ?? [];
  return scenario.tokens.some(({ id }, place) => {
    const most = Math.max(had[place]?.max ?? 0, owedBy(scenario, by, offered, id));
    return owedBy(scenario, by, undertakings, id) > most;
  });
};

/** Tokens of a kind that somebody would hand over and spend in a package, now or later. */
export const owedBy = (
  scenario: Scenario,
  by: DelegationId,
  undertakings: readonly Undertaking[],
  token: TokenId,
): number =>
  undertakings.reduce((sum, item) => {
    if (item.by !== by) return sum;
    if (item.kind === 'tokens') return item.token === token ? sum + item.amount : sum;
    if (item.kind !== 'deed' && item.kind !== 'later') return sum;
    const { spends } = concessionOf(scenario, item.concession);
    return sum + spends.reduce((all, cost) => all + (cost.token === token ? cost.amount : 0), 0);
  }, 0);
