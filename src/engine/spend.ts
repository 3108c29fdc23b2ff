import type { DelegationId, TokenId } from './ids.ts';
import { placeOf } from './lookup.ts';
import type { Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';
import type { Spending } from './scenario.ts';

const held = (minutes: Minutes, by: DelegationId, token: TokenId): number => {
  const { scenario } = minutes.table;
  return minutes.state.tokens[placeOf(scenario, 'delegation', by)]?.[placeOf(scenario, 'token', token)] ?? 0;
};

/** Why a delegation cannot pay, or nothing. */
export const checkCost = (
  minutes: Minutes,
  by: DelegationId,
  { token, amount }: Spending,
): Refusal | undefined => {
  const have = held(minutes, by, token);
  return have < amount ? { refused: 'over-budget', token, have, need: amount } : undefined;
};

/** Spends a cost, or says why it cannot. */
export const pay = (minutes: Minutes, by: DelegationId, cost: Spending): Refusal | undefined => {
  const refusal = checkCost(minutes, by, cost);
  if (refusal !== undefined) return refusal;
  if (cost.amount > 0)
    minutes.note({ kind: 'tokens-moved', from: by, to: 'world', token: cost.token, amount: cost.amount });
  return undefined;
};

/** Spends as much of a cost as there is. */
export const spendUpTo = (minutes: Minutes, by: DelegationId, { token, amount: most }: Spending): void => {
  const amount = Math.min(held(minutes, by, token), most);
  if (amount > 0) minutes.note({ kind: 'tokens-moved', from: by, to: 'world', token, amount });
};
