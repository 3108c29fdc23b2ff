import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  egalitarian,
  feasibleTexts,
  kalaiSmorodinsky,
  nash,
  utilitarian,
  type Problem,
} from '../../src/analysis/index.ts';
import { COARSE, readGeniusDomain, readGeniusProfile } from '../../src/scenario/genius.ts';

/** Fine enough that no utility of these domains is rounded. */
const UNIT = 1_000_000;

const file = (name: string): string => readFileSync(`test/fixtures/genius/${name}.xml`, 'utf8');

const imported = (folder: string, parties: readonly string[]): Problem => {
  const { value: domain } = readGeniusDomain(file(`${folder}/domain`), COARSE);
  if (domain === undefined) throw new Error(`${folder} cannot be read`);
  return {
    options: domain.issues.map(({ values }) => values.length),
    parties: parties.map((name) => {
      const { value: profile } = readGeniusProfile(file(`${folder}/${name}`), domain);
      if (profile === undefined) throw new Error(`${name} cannot be read`);
      return {
        table: profile.table.map((row) => row.map((worth) => Math.round(worth * UNIT))),
        pairs: [],
        base: 0,
        forbidden: [],
        reservation: Math.round(profile.reservation * UNIT),
      };
    }),
  };
};

const points = (problem: Problem) => ({
  feasible: feasibleTexts(problem, 0).count,
  nash: nash(problem)?.text,
  kalaiSmorodinsky: kalaiSmorodinsky(problem)?.text,
  egalitarian: egalitarian(problem)?.text,
  utilitarian: utilitarian(problem)?.text,
});

describe('solution points of imported domains are those known from elsewhere', () => {
  it('picnic, by hand', () => {
    // Ada, Ben: lake and bread .875 .6; lake, fish 1 .3; hill, bread .5 .7; hill, fish .625 .4; mill, bread .3125 1; mill, fish .4375 .7.
    // Gains over .25 and 0: the products are .375 .225 .175 .15 .0625 .13125, the least .6 .3 .25 .375 .0625 .1875,
    // the sums of utilities 1.475 1.3 1.2 1.025 1.3125 1.1375, the least shares of (.75, 1) .6 .3 1/3 .4 1/12 1/4: always the first.
    expect(points(imported('picnic', ['ada', 'ben']))).toEqual({
      feasible: 6,
      nash: [0, 0],
      kalaiSmorodinsky: [0, 0],
      egalitarian: [0, 0],
      utilitarian: [0, 0],
    });
  });

  it('lease, by a program in another language with exact fractions', () => {
    // Years 1 3 5 7 9 11 13 (n): owner (.25 + (n - 1)/16)/2, tenant (1 - (n - 1)/16)/2. Rent 100 110 … 160 (x): owner (x/64 - 1.5)/2,
    // tenant 0 at 100, then (160 - x)/100. Reservation values .3 and .1. Python's Fraction over all 49 outcomes, by the textbook:
    // 44 feasible; the product is largest at (13, 120) with 11/16 and 21/40, and so is the least share of what each can gain;
    // the least gain, 31/80, at (11, 130) and (13, 120); the sum at rent 110 from 5 years on. Ties go to the first.
    const lease = imported('lease', ['owner', 'tenant']);
    expect(points(lease)).toEqual({
      feasible: 44,
      nash: [6, 2],
      kalaiSmorodinsky: [6, 2],
      egalitarian: [5, 3],
      utilitarian: [2, 1],
    });
    expect(nash(lease)?.utilities).toEqual([687_500, 525_000]);
    expect(utilitarian(lease)?.utilities).toEqual([359_375, 875_000]);
  });
});
