import { concessionOf, placeOf, type Spending, type TokenId, type Undertaking } from '../engine/seat.ts';
import type { Self } from './own.ts';

/** What one can spend, and what spending costs. */

/** Whether one has so many tokens, and so many to spare. */
export const affordable = (self: Self, { token, amount }: Spending, spare: number): boolean =>
  (self.own.tokens[placeOf(self.scenario, 'token', token)] ?? 0) >= amount + (amount > 0 ? spare : 0);

/** What the tokens of a cost are worth to oneself, hundredths of a point. */
export const worthOfCost = (self: Self, { token, amount }: Spending): number =>
  (self.mandate.tokenWorth[placeOf(self.scenario, 'token', token)] ?? 0) * amount;

/** A token of which one has not enough for all that one would hand over and spend in a package. */
export const lacking = (self: Self, undertakings: readonly Undertaking[]): TokenId | undefined =>
  self.scenario.tokens.find(({ id }, place) => owed(self, undertakings, id) > (self.own.tokens[place] ?? 0))
    ?.id;

const owed = (self: Self, undertakings: readonly Undertaking[], token: TokenId): number =>
  undertakings.reduce((sum, item) => {
    if (item.by !== self.own.delegation) return sum;
    if (item.kind === 'tokens') return item.token === token ? sum + item.amount : sum;
    if (item.kind !== 'deed') return sum;
    const { spends } = concessionOf(self.scenario, item.concession);
    return sum + spends.reduce((all, cost) => all + (cost.token === token ? cost.amount : 0), 0);
  }, 0);
