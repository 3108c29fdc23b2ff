import type { ArenaDomain } from '../../../src/delegates/arena/index.ts';
import { chanceOf } from '../../../src/delegates/arena/chance.ts';

const UNIT = 1_000_000;

/** A domain from tables of utilities, written by hand: `[party][issue][value]`, 0 to 1 in all. */
export const domainOf = (
  name: string,
  tables: readonly (readonly (readonly number[])[])[],
  reservations: readonly number[] = [],
): ArenaDomain => ({
  name,
  unit: UNIT,
  problem: {
    options: tables[0]?.map((row) => row.length) ?? [],
    parties: tables.map((table, party) => ({
      table: table.map((row) => row.map((worth) => Math.round(worth * UNIT))),
      pairs: [],
      base: 0,
      forbidden: [],
      reservation: Math.round((reservations[party] ?? 0) * UNIT),
    })),
  },
});

/**
 * A domain by chance: weights and evaluations of each party.
 * @param opposed 0 to 1: how far the second party's order of values is the first's turned round.
 */
export const generated = (
  name: string,
  options: readonly number[],
  parties: number,
  opposed: number,
  reservation: number,
): ArenaDomain => {
  const chance = chanceOf(name);
  const first = options.map((count) => Array.from({ length: count }, () => chance()));
  const tables = Array.from({ length: parties }, (_, party) => {
    const weights = options.map(() => 0.15 + chance());
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return options.map((count, issue) => {
      const row = Array.from({ length: count }, (__, value) => {
        const base = first[issue]?.[value] ?? 0;
        return opposed * (party % 2 === 0 ? base : 1 - base) + (1 - opposed) * chance();
      });
      const most = Math.max(...row);
      return row.map((worth) => ((weights[issue] ?? 0) / sum) * (worth / most));
    });
  });
  return domainOf(
    name,
    tables,
    Array.from({ length: parties }, () => reservation),
  );
};

/** Two parties, three issues: what one wants most costs the other least. 27 outcomes. */
export const orchard = domainOf(
  'orchard',
  [
    [
      [0.6, 0.3, 0],
      [0.3, 0.2, 0],
      [0.1, 0.05, 0],
    ],
    [
      [0, 0.05, 0.1],
      [0, 0.1, 0.3],
      [0, 0.3, 0.6],
    ],
  ],
  [0.2, 0.2],
);

/** Three parties, two issues; nine outcomes. */
export const well = domainOf('well', [
  [
    [0.7, 0.4, 0],
    [0.3, 0.1, 0],
  ],
  [
    [0, 0.3, 0.5],
    [0.5, 0.4, 0],
  ],
  [
    [0.1, 0.4, 0.2],
    [0, 0.3, 0.6],
  ],
]);

export const TWO = [
  orchard,
  generated('two-a', [4, 3, 4], 2, 0.7, 0),
  generated('two-b', [5, 5, 4, 3], 2, 0.9, 0.3),
  generated('two-c', [6, 5, 5, 4, 3], 2, 0.5, 0.2),
  generated('two-d', [10, 9], 2, 1, 0),
  generated('two-e', [5, 5, 5, 5, 5], 2, 0.8, 0),
  generated('two-f', [3, 3, 2], 2, 0.6, 0.4),
];

export const MORE = [
  well,
  generated('three-a', [4, 4, 3], 3, 0.5, 0.2),
  generated('three-b', [5, 4, 4, 4], 3, 0.7, 0.1),
  generated('four-a', [4, 4, 4, 3], 4, 0.4, 0.2),
  generated('six-a', [3, 3, 3, 3, 3], 6, 0.3, 0.3),
  ...[3, 5, 7, 8, 9].flatMap((parties) =>
    [0.3, 0.6].map((opposed) =>
      generated(`many-${parties}-${opposed}`, [4, 3, 4, 3, 4], parties, opposed, parties === 5 ? 0.25 : 0.1),
    ),
  ),
];
