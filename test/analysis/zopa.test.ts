import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blocking,
  blockingByArticle,
  crosses,
  largestCoalitions,
  membersOf,
  pairZopas,
  utilityOf,
  zopas,
  type Problem,
} from '../../src/analysis/index.ts';
import { points } from './definition.ts';
import { problems } from './problems.ts';

/** By text in article order: who could live with it. */
const accepting = (problem: Problem): { text: readonly number[]; who: number[] }[] =>
  points(problem).map(({ text }) => ({
    text,
    who: problem.parties.flatMap((party, i) =>
      !crosses(party, text) && utilityOf(party, text) >= party.reservation ? [i] : [],
    ),
  }));

const within = (members: readonly number[], who: readonly number[]): boolean =>
  members.every((member) => who.includes(member));

describe('zones of possible agreement', () => {
  it('by coalition = texts that every member can live with, counted one by one', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const texts = accepting(problem);
        const found = zopas(problem);
        const counted = Array.from(
          { length: 2 ** problem.parties.length },
          (_, coalition) => texts.filter(({ who }) => within(membersOf(coalition), who)).length,
        );
        expect([...(found?.sizes ?? [])]).toEqual(counted);
        if (found === undefined) return;
        expect(pairZopas(found)).toEqual(
          problem.parties.map((_, i) =>
            problem.parties.map((__, j) => texts.filter(({ who }) => within([i, j], who)).length),
          ),
        );
        const most = Math.max(...texts.map(({ who }) => who.length));
        const { members, coalitions, count } = largestCoalitions(found, 3);
        expect(members).toBe(most);
        expect(coalitions.length).toBe(Math.min(3, count));
        for (const { parties, texts: size } of coalitions) {
          expect(parties).toHaveLength(most);
          expect(size).toBe(texts.filter(({ who }) => within(parties, who)).length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('spaces too large to be looked at are not counted', () => {
    const party = { table: [], pairs: [], base: 0, forbidden: [], reservation: 0 };
    expect(zopas({ options: Array.from({ length: 30 }, () => 2), parties: [party] })).toBeUndefined();
    expect(zopas({ options: [2], parties: Array.from({ length: 25 }, () => party) })).toBeUndefined();
  });
});

describe('blocking coalitions', () => {
  const subsetsOf = (count: number): number[][] =>
    Array.from({ length: 2 ** count }, (_, coalition) => membersOf(coalition));

  it('smallest sets with no common text that has the option = those found by trying all sets', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const texts = accepting(problem);
        for (const found of blockingByArticle(problem, 100, Infinity).flat()) {
          const here = texts.filter(({ text }) => text[found.article] === found.option);
          const blockers = subsetsOf(problem.parties.length).filter(
            (members) => !here.some(({ who }) => within(members, who)),
          );
          const size = blockers.length === 0 ? 0 : Math.min(...blockers.map((members) => members.length));
          expect(found.size).toBe(size);
          expect(new Set(found.coalitions.map(String))).toEqual(
            new Set(blockers.filter((members) => members.length === size).map(String)),
          );
          expect([found.complete, found.beyond]).toEqual([true, false]);
          const near = blocking(problem, found, 100, 1);
          expect([near.size, near.beyond]).toEqual([size === 1 ? 1 : 0, size > 1]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says so where it lists only some', () => {
    const no = {
      table: [[0]],
      pairs: [],
      base: 0,
      forbidden: [{ article: 0, option: 0 }],
      reservation: 0,
    };
    const found = blocking({ options: [1], parties: [no, no, no] }, { article: 0, option: 0 }, 2);
    expect(found).toMatchObject({
      size: 1,
      coalitions: [[0], [1]],
      complete: false,
      byRedLine: [0, 1, 2],
    });
  });
});
