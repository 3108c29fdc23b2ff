import type { DelegationId, Scenario } from '../../engine/index.ts';

/**
 * Delegations in the order in which a small class takes seats: each time the one whose groups have the fewest seats so far, so that no
 * camp is left out; among equals the author's first.
 */
export const fillingOrder = ({ delegations }: Scenario): readonly DelegationId[] => {
  const seats = new Map<string, number>();
  const left = [...delegations];
  const order: DelegationId[] = [];
  const crowd = (groups: readonly string[]): number =>
    Math.max(0, ...groups.map((group) => seats.get(group) ?? 0));
  while (left.length > 0) {
    const next = left.reduce((best, one) => (crowd(one.groups) < crowd(best.groups) ? one : best));
    left.splice(left.indexOf(next), 1);
    order.push(next.id);
    for (const group of next.groups) seats.set(group, (seats.get(group) ?? 0) + 1);
  }
  return order;
};
