import { isFeasible, nash, nashShare, worthsOf } from '../../../src/analysis/index.ts';
import { conference, hold } from '../conference.ts';
import { instance, type Family } from '../families.ts';
import { against, mean, row } from './common.ts';

const twelve = Array.from({ length: 12 }, () => 4);
const usual = { parties: 24, options: twelve, interaction: 60, pairs: 12 } as const;

/**
 * The game's own size. Reservation values lie at the quantile at which about as many texts are acceptable to all as in the
 * families that the references were measured on: 240 000 to 460 000, 18 000 to 41 000, 270 000 to 300 000, 78 000 to 98 000 of 16.8 million.
 */
const FAMILIES: readonly (Family & { readonly conceder: number })[] = [
  { ...usual, name: 'blocs, wide', blocs: true, quantile: 0.25, conceder: 0.91 },
  { ...usual, name: 'blocs, narrow', blocs: true, quantile: 0.4, conceder: 0.89 },
  { ...usual, name: 'each its own', blocs: false, quantile: 0.15, conceder: 0.89 },
  {
    ...usual,
    name: 'strong linkages',
    blocs: true,
    quantile: 0.2,
    interaction: 240,
    pairs: 18,
    conceder: 0.76,
  },
];

const ROUNDS = 100;

export const sizePart = (seeds: number): void => {
  console.log(
    `\nThe game's own size: 24 parties, 12 articles of 4 options, at most ${ROUNDS} texts of the Chair, ${seeds} instances each`,
  );
  row([
    'family',
    'acceptable to all',
    'asked',
    'ratio',
    'Nash share',
    'asked',
    'ratio',
    'a simple conceder',
    'ratio',
    'rounds',
  ]);
  for (const family of FAMILIES) {
    const found = Array.from({ length: seeds }, (_, k) => k + 1).flatMap((seed) => {
      const problem = instance(family, seed);
      const best = nash(problem);
      if (best === undefined) return [];
      const { last, rounds } = hold(conference(family, problem, ROUNDS), problem, 'seasoned', `size/${seed}`);
      const text = last.adopted?.text;
      const fine = text !== undefined && isFeasible(problem, text);
      const gains =
        text === undefined
          ? []
          : worthsOf(problem, text).map((worth, i) => worth - (problem.parties[i]?.reservation ?? 0));
      return [{ fine, share: fine ? nashShare(gains, best.gains) : 0, rounds }];
    });
    const share = mean(found.map((one) => one.share));
    row([
      family.name,
      ...against(mean(found.map(({ fine }) => (fine ? 1 : 0))), 0.95),
      ...against(share, 0.9),
      family.conceder,
      (share / family.conceder).toFixed(2),
      mean(found.map((one) => one.rounds)).toFixed(0),
    ]);
  }
};
