import { largestByElimination, type Extreme } from './elimination.ts';
import type { PairWorth } from './mandate.ts';

export type { Extreme } from './elimination.ts';

/**
 * The text with the largest Σ table + Σ pairs, exactly. By eliminating article after article where the linkages leave few
 * articles tied together (they mostly do), by search where they do not; both find the same worth.
 */
export const largest = (table: readonly (readonly number[])[], pairs: readonly PairWorth[]): Extreme =>
  largestByElimination(table, pairs) ?? largestBySearch(table, pairs);

/** Depth first over articles; a branch is cut where even the best of all that is left cannot beat the best text so far. */
export const largestBySearch = (
  table: readonly (readonly number[])[],
  pairs: readonly PairWorth[],
): Extreme => {
  const size = table.length;
  const ending: PairWorth[][] = table.map(() => []);
  for (const pair of pairs) ending[Math.max(pair.a, pair.b)]?.push(pair);
  const hope = hopes(table, ending);
  const text: number[] = table.map(() => 0);
  let best = -Infinity;
  let bestText = [...text];

  const descend = (article: number, sum: number): void => {
    if (article === size) {
      if (sum > best) {
        best = sum;
        bestText = [...text];
      }
      return;
    }
    const row = table[article] ?? [];
    const pairsHere = ending[article] ?? [];
    for (let option = 0; option < row.length; option += 1) {
      text[article] = option;
      let next = sum + (row[option] ?? 0);
      for (const pair of pairsHere)
        if (text[pair.a] === pair.o && text[pair.b] === pair.p) next += pair.worth;
      if (next + (hope[article + 1] ?? 0) > best) descend(article + 1, next);
    }
  };
  descend(0, 0);
  return { text: bestText, worth: best };
};

/** By article: the most that it and all after it can add. */
const hopes = (
  table: readonly (readonly number[])[],
  ending: readonly (readonly PairWorth[])[],
): readonly number[] => {
  const hope = Array.from({ length: table.length + 1 }, () => 0);
  for (let article = table.length - 1; article >= 0; article -= 1) {
    const row = table[article] ?? [];
    let most = -Infinity;
    for (let option = 0; option < row.length; option += 1) {
      let can = row[option] ?? 0;
      for (const pair of ending[article] ?? []) {
        const mine = pair.a > pair.b ? pair.o : pair.p;
        if (mine === option && pair.worth > 0) can += pair.worth;
      }
      most = Math.max(most, can);
    }
    hope[article] = (hope[article + 1] ?? 0) + (row.length === 0 ? 0 : most);
  }
  return hope;
};

/** The text with the smallest sum, exactly. */
export const smallest = (table: readonly (readonly number[])[], pairs: readonly PairWorth[]): Extreme => {
  const found = largest(
    table.map((row) => row.map((worth) => 0 - worth)),
    pairs.map((pair) => ({ ...pair, worth: -pair.worth })),
  );
  return { text: found.text, worth: 0 - found.worth };
};
