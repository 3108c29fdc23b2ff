import { everyText } from './enumerate.ts';
import { countTexts, type Problem } from './problem.ts';

/**
 * Which coalitions could live with which texts. A coalition is a whole number, bit `i` set for party `i`; the empty one is 0.
 */
export type Coalition = number;

/** More parties than this are not counted by coalition: the table has 2 to the power of the parties. */
export const ZOPA_PARTIES = 24;
/** More texts than this are not looked at one by one: some ten seconds for 24 parties. */
export const ZOPA_TEXTS = 40_000_000;

/** Zones of possible agreement of every coalition. */
export interface Zopas {
  readonly parties: number;
  readonly texts: number;
  /** `[coalition]`: texts that every member can live with. Whoever is outside is not asked; the empty coalition has all texts. */
  readonly sizes: Uint32Array;
}

/**
 * Zones of all coalitions, exactly: one look at every text says who could live with it, then every coalition is given the texts
 * of all that contain it. `undefined` above `ZOPA_PARTIES` parties or `ZOPA_TEXTS` texts.
 */
export const zopas = (problem: Problem): Zopas | undefined => {
  const parties = problem.parties.length;
  const texts = countTexts(problem.options);
  if (parties > ZOPA_PARTIES || texts > ZOPA_TEXTS) return undefined;
  const sizes = new Uint32Array(2 ** parties);
  everyText(problem, (_, gains) => {
    let accepting = 0;
    for (let i = 0; i < parties; i += 1) if ((gains[i] ?? 0) >= 0) accepting |= 1 << i;
    sizes[accepting] = (sizes[accepting] ?? 0) + 1;
  });
  for (let bit = 1; bit < sizes.length; bit <<= 1)
    for (let coalition = 0; coalition < sizes.length; coalition += 1)
      if ((coalition & bit) === 0) sizes[coalition] = (sizes[coalition] ?? 0) + (sizes[coalition | bit] ?? 0);
  return { parties, texts, sizes };
};

/** `[i][j]`: texts that both can live with; `[i][i]`: those that `i` can. */
export const pairZopas = ({ parties, sizes }: Zopas): readonly (readonly number[])[] =>
  Array.from({ length: parties }, (_, i) =>
    Array.from({ length: parties }, (__, j) => sizes[(1 << i) | (1 << j)] ?? 0),
  );

/** Parties of a coalition, ascending. */
export const membersOf = (coalition: Coalition): number[] => {
  const members: number[] = [];
  for (let i = 0; coalition >> i > 0; i += 1) if (((coalition >> i) & 1) === 1) members.push(i);
  return members;
};

const headsOf = (coalition: Coalition): number => {
  let heads = 0;
  for (let left = coalition; left !== 0; left &= left - 1) heads += 1;
  return heads;
};

/** The largest coalitions that have any text at all they can agree on. */
export interface Largest {
  readonly members: number;
  /** At most `most` of them, those with the most texts first; ties to the smaller number. */
  readonly coalitions: readonly { readonly parties: readonly number[]; readonly texts: number }[];
  /** How many there are. */
  readonly count: number;
}

/** The largest coalitions with a zone of possible agreement: everybody, if the table has one. */
export const largestCoalitions = ({ sizes }: Zopas, most: number): Largest => {
  let members = 0;
  let found: Coalition[] = [];
  for (let coalition = 0; coalition < sizes.length; coalition += 1) {
    if ((sizes[coalition] ?? 0) === 0) continue;
    const heads = headsOf(coalition);
    if (heads < members) continue;
    if (heads > members) [members, found] = [heads, []];
    found.push(coalition);
  }
  const texts = (coalition: Coalition): number => sizes[coalition] ?? 0;
  return {
    members,
    count: found.length,
    coalitions: found
      .toSorted((a, b) => texts(b) - texts(a) || a - b)
      .slice(0, most)
      .map((coalition) => ({ parties: membersOf(coalition), texts: texts(coalition) })),
  };
};
