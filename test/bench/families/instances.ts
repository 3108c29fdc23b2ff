import type { Pair, Party, Problem } from '../../../src/analysis/index.ts';

/**
 * Random negotiation problems of stated families, the same on every machine: whole-number utilities, each party's additive part
 * scaled to 1000 in all, pair terms of width `interaction`, reservation values at a quantile of the party's own utilities over
 * random texts. `bloc`: parties lie near one of four blocs; `iid`: each wants what it wants.
 */
export interface Family {
  readonly name: string;
  readonly blocs: boolean;
  readonly parties: number;
  readonly options: readonly number[];
  readonly quantile: number;
  readonly interaction: number;
  readonly pairs: number;
}

/** Park and Miller's generator: for benches only, the game draws by name. */
const generator = (seed: number): (() => number) => {
  let state = (seed * 7919 + 12_345) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

export const instance = (family: Family, seed: number): Problem => {
  const random = generator(seed);
  for (let k = 0; k < 10; k += 1) random();
  const { options } = family;
  const blocs = Array.from({ length: 4 }, () =>
    options.map((count) => Array.from({ length: count }, random)),
  );
  const links = Array.from({ length: family.pairs }, () => {
    const a = Math.floor(random() * (options.length - 1));
    const b = a + 1 + Math.floor(random() * (options.length - 1 - a));
    return { a, b };
  });
  const party = (index: number): Party => {
    const weights = options.map(() => 0.2 + random());
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const table = options.map((count, k) =>
      Array.from({ length: count }, (_, o) => {
        const own = random();
        const bloc = blocs[index % 4]?.[k]?.[o] ?? 0;
        const value = family.blocs ? 0.85 * bloc + 0.15 * own : own;
        return Math.round((1000 * value * (weights[k] ?? 0)) / total);
      }),
    );
    const pairs: Pair[] = links.flatMap(({ a, b }) =>
      Array.from({ length: options[a] ?? 0 }, (_, o) =>
        Array.from({ length: options[b] ?? 0 }, (__, p) => ({
          a,
          o,
          b,
          p,
          worth: Math.round((random() - 0.5) * family.interaction),
        })),
      ).flat(),
    );
    const sample = Array.from({ length: 400 }, () => {
      const text = options.map((count) => Math.floor(random() * count));
      const alone = text.reduce((sum, o, k) => sum + (table[k]?.[o] ?? 0), 0);
      return pairs.reduce((sum, x) => (text[x.a] === x.o && text[x.b] === x.p ? sum + x.worth : sum), alone);
    }).toSorted((x, y) => x - y);
    return {
      table,
      pairs,
      base: 0,
      forbidden: [],
      reservation: sample[Math.floor(family.quantile * 400)] ?? 0,
    };
  };
  return { options, parties: Array.from({ length: family.parties }, (_, index) => party(index)) };
};

const twelve = Array.from({ length: 12 }, () => 4);
const ten = [5, 4, 4, 5, 4, 4, 5, 4, 4, 4];

export const FAMILIES: readonly Family[] = [
  {
    name: 'game bloc .5',
    blocs: true,
    parties: 12,
    options: ten,
    quantile: 0.5,
    interaction: 240,
    pairs: 12,
  },
  {
    name: 'game iid .3',
    blocs: false,
    parties: 12,
    options: ten,
    quantile: 0.3,
    interaction: 240,
    pairs: 12,
  },
  { name: 'bloc .5', blocs: true, parties: 24, options: twelve, quantile: 0.5, interaction: 60, pairs: 12 },
  { name: 'bloc .7', blocs: true, parties: 24, options: twelve, quantile: 0.7, interaction: 60, pairs: 12 },
  { name: 'iid .15', blocs: false, parties: 24, options: twelve, quantile: 0.15, interaction: 60, pairs: 12 },
  { name: 'iid .3', blocs: false, parties: 24, options: twelve, quantile: 0.3, interaction: 60, pairs: 12 },
  {
    name: 'strong .2',
    blocs: true,
    parties: 24,
    options: twelve,
    quantile: 0.2,
    interaction: 240,
    pairs: 18,
  },
];
