import { placeOf, type Spending } from '../engine/seat.ts';
import type { Self } from './own.ts';

/** What one can spend, and what spending costs. */

/** Whether one has so many tokens, and so many to spare. */
export const affordable = (self: Self, { token, amount }: Spending, spare: number): boolean =>
  (self.own.tokens[placeOf(self.scenario, 'token', token)] ?? 0) >= amount + (amount > 0 ? spare : 0);

/** What the tokens of a cost are worth to oneself, hundredths of a point. */
export const worthOfCost = (self: Self, { token, amount }: Spending): number =>
  (self.mandate.tokenWorth[placeOf(self.scenario, 'token', token)] ?? 0) * amount;
