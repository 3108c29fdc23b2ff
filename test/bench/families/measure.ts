import { isFeasible, nash, nashShare, worthsOf, type Problem } from '../../../src/analysis/index.ts';
import type { Text } from '../../../src/engine/index.ts';
import { interval, mean, row } from '../delegates/common.ts';
import { conceders } from './conceder.ts';
import { conference, hold } from './conference.ts';
import { instance, type Family } from './instances.ts';

const twelve = Array.from({ length: 12 }, () => 4);
const usual = { parties: 24, options: twelve, interaction: 60, pairs: 12 } as const;

/**
 * The game's own size. Reservation values lie at the quantile at which about as many texts are acceptable to all as in the
 * families that the references were measured on: 240 000 to 460 000, 18 000 to 41 000, 270 000 to 300 000, 78 000 to 98 000 of 16.8 million.
 */
const FAMILIES: readonly Family[] = [
  { ...usual, name: 'blocs, wide', blocs: true, quantile: 0.25 },
  { ...usual, name: 'blocs, narrow', blocs: true, quantile: 0.4 },
  { ...usual, name: 'each its own', blocs: false, quantile: 0.15 },
  { ...usual, name: 'strong linkages', blocs: true, quantile: 0.2, interaction: 240, pairs: 18 },
];

const ROUNDS = 100;
const ASKED = { acceptable: 0.95, share: 0.9 } as const;

/** 0 for a text that is not acceptable to all. */
const shareOf = (problem: Problem, text: Text | undefined, best: readonly number[]): number =>
  text === undefined || !isFeasible(problem, text)
    ? 0
    : nashShare(
        worthsOf(problem, text).map((worth, i) => worth - (problem.parties[i]?.reservation ?? 0)),
        best,
      );

/** Interval of 95 % for a share of cases (Wilson 1927). */
const wilson = (hits: number, cases: number): readonly [number, number] => {
  const z = 1.96;
  const share = hits / cases;
  const middle = (share + (z * z) / (2 * cases)) / (1 + (z * z) / cases);
  const half =
    (z * Math.sqrt((share * (1 - share)) / cases + (z * z) / (4 * cases * cases))) / (1 + (z * z) / cases);
  return [middle - half, Math.min(1, middle + half)];
};

/** @param count Instances of each family. @param first The number of the first. @param only By name, of one family alone. */
export const familiesPart = (count: number, first = 1, only?: string): void => {
  console.log(
    `\nThe game's own size: 24 parties, 12 articles of 4 options, at most ${ROUNDS} texts of the Chair or rounds of offers, instances ${first} to ${first + count - 1} of each family; 95 % intervals`,
  );
  row([
    'family',
    'acceptable to all',
    'asked',
    'Nash share',
    'asked',
    'ratio',
    'lowest',
    'texts',
    'conceders: acceptable',
    'Nash share',
    'seconds',
  ]);
  for (const family of FAMILIES.filter(({ name }) => only === undefined || name === only)) {
    const start = process.cpuUsage().user;
    const found = Array.from({ length: count }, (_, k) => first + k).flatMap((seed) => {
      const problem = instance(family, seed);
      const best = nash(problem);
      if (best === undefined) return [];
      const { last, rounds } = hold(conference(family, problem, ROUNDS), problem, 'seasoned', `size/${seed}`);
      const share = shareOf(problem, last.adopted?.text, best.gains);
      return [{ share, rounds, simple: shareOf(problem, conceders(problem, ROUNDS), best.gains) }];
    });
    const shares = found.map(({ share }) => share);
    const [hits, simple] = [shares, found.map((one) => one.simple)].map(
      (all) => all.filter((share) => share > 0).length,
    );
    const [low, high] = wilson(hits ?? 0, found.length);
    const { mean: share, half } = interval(shares);
    row([
      family.name,
      `${hits} of ${found.length} (${low.toFixed(2)} to ${high.toFixed(2)})`,
      ASKED.acceptable,
      `${share.toFixed(3)} ± ${half.toFixed(3)}`,
      ASKED.share,
      (share / ASKED.share).toFixed(2),
      Math.min(...shares).toFixed(3),
      mean(found.map((one) => one.rounds)).toFixed(0),
      `${simple} of ${found.length}`,
      mean(found.map((one) => one.simple)).toFixed(3),
      ((process.cpuUsage().user - start) / 1e6 / found.length).toFixed(1),
    ]);
  }
};
