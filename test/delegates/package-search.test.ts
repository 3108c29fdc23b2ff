import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bestPackages,
  EARNS,
  LEAST_CHANCE,
  type Coin,
  type Piece,
  type Start,
  type Terms,
} from '../../src/delegates/package-search.ts';
import { takes } from '../../src/delegates/guessed-package.ts';
import type { Undertaking } from '../../src/engine/seat.ts';
import { art, funds, one, training, two } from '../engine/given.ts';

/** The search against all packages that there are: every choice of pieces, each alone and with every amount of each coin. */

const word = (asked: boolean, article: number): Undertaking => ({
  kind: 'position',
  by: asked ? two : one,
  to: asked ? one : two,
  provision: { article: art(1), option: article },
  stance: 'accept',
});
const deed = (asked: boolean): Undertaking => ({
  kind: 'deed',
  by: asked ? two : one,
  to: asked ? one : two,
  concession: training,
  when: { on: 'now' },
});

interface Found {
  readonly undertakings: readonly Undertaking[];
  readonly score: number;
}

const positionsOf = (items: readonly Undertaking[], by: string): number =>
  items.filter((item) => item.kind === 'position' && item.by === by).length;

/** What a choice of pieces makes of what was there, and what that is worth to the two. */
const madeOf = (chosen: readonly Piece[], terms: Terms, start: Start | undefined) => {
  let items = [...(start?.undertakings ?? [])];
  let [worth, guessed] = [start?.worth ?? 0, start?.guessed ?? 0];
  for (const piece of chosen) {
    const { item } = piece;
    const said = piece.asked ? terms.said.asked : terms.said.given;
    const fades = item.kind === 'position' && piece.leaving !== true;
    const share = fades ? (1 + said) / (1 + said + positionsOf(items, item.by)) : 1;
    worth += piece.asked ? piece.worth * share : piece.worth;
    guessed += piece.asked ? piece.guessed : piece.guessed * share;
    items = piece.leaving === true ? items.filter((other) => other !== item) : [...items, item];
  }
  return { items, worth, guessed };
};

const all = (
  pieces: readonly Piece[],
  coins: readonly Coin[],
  terms: Terms,
  start?: Start,
): readonly Found[] => {
  const found: Found[] = [];
  for (let mask = 0; mask < 2 ** pieces.length; mask += 1) {
    const chosen = pieces.filter((_, place) => (mask & (2 ** place)) !== 0);
    if (new Set(chosen.map(({ slot }) => slot)).size < chosen.length) continue;
    if (start === undefined && !chosen.some(({ asked }) => asked)) continue;
    const { items, worth, guessed } = madeOf(chosen, terms, start);
    const note = (w: number, g: number, last?: Undertaking): void => {
      const size = chosen.length + (last === undefined ? 0 : 1);
      const undertakings = last === undefined ? items : [...items, last];
      const score = w * takes(g) - EARNS * (size - 1);
      if (size === 0 || size > terms.most || w < terms.least || takes(g) < LEAST_CHANCE) return;
      if (score > terms.floor && terms.allowed(undertakings)) found.push({ undertakings, score });
    };
    note(worth, guessed);
    for (const coin of coins)
      for (let amount = 1; amount <= coin.most; amount += 1) {
        if (coin.worth > 0 && !items.some(({ by }) => by === one)) continue;
        const after = guessed + coin.guessed * amount;
        if (terms.comfort !== 'any') {
          // Of one's own no more than is needed; of the other's no more than it can spare, and all of that.
          const enough =
            coin.guessed > 0 ? after >= terms.comfort && after - coin.guessed < terms.comfort : true;
          const spared =
            coin.guessed < 0
              ? after >= terms.comfort && (amount === coin.most || after + coin.guessed < terms.comfort)
              : true;
          if (!enough || !spared) continue;
        }
        note(worth + coin.worth * amount, after, coin.paying(amount));
      }
  }
  return found.toSorted((a, b) => b.score - a.score);
};

const hundredths = fc.integer({ min: -250, max: 400 });
const pieces = fc
  .array(
    fc.record({
      asked: fc.boolean(),
      word: fc.boolean(),
      mine: hundredths,
      theirs: hundredths,
      slot: fc.nat(5),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((drawn) =>
    drawn
      .toSorted((a, b) => Number(b.asked) - Number(a.asked))
      .map(({ asked, word: isWord, mine, theirs, slot }, place): Piece => {
        // What is asked serves oneself and what is given the other, by more or less.
        return {
          item: isWord ? word(asked, place) : deed(asked),
          worth: asked ? Math.abs(mine) : mine / 2,
          guessed: asked ? theirs / 2 : Math.abs(theirs),
          asked,
          slot: String(slot),
        };
      }),
  );
const coins = fc
  .array(
    fc.record({
      paid: fc.boolean(),
      mine: fc.integer({ min: 1, max: 60 }),
      theirs: fc.integer({ min: 1, max: 60 }),
      most: fc.integer({ min: 1, max: 6 }),
    }),
    { maxLength: 3 },
  )
  .map((drawn) =>
    drawn.map(({ paid, mine, theirs, most }): Coin => {
      const [by, to] = paid ? [one, two] : [two, one];
      return {
        worth: paid ? -mine : mine,
        guessed: paid ? theirs : -theirs,
        most,
        paying: (amount) => ({ kind: 'tokens', by, to, token: funds, amount, when: { on: 'now' } }),
      };
    }),
  );
const terms = fc
  .record({
    most: fc.integer({ min: 1, max: 5 }),
    keep: fc.integer({ min: 1, max: 4 }),
    comfort: fc.oneof(fc.constant('any' as const), fc.integer({ min: 0, max: 150 })),
    least: fc.integer({ min: 1, max: 60 }),
    floor: fc.integer({ min: 0, max: 60 }),
    asked: fc.nat(3),
    given: fc.nat(3),
    odd: fc.boolean(),
  })
  .map(({ asked, given, odd, ...rest }): Terms => ({
    ...rest,
    said: { asked, given },
    // Something that no sum tells.
    allowed: (items) => !odd || items.filter(({ kind }) => kind === 'deed').length !== 1,
  }));

const scores = (found: readonly Found[]): readonly number[] => found.map(({ score }) => score);

describe('the search for a package', () => {
  it('finds the best of all packages that its pieces and tokens make, as many as are kept', () => {
    let some = 0;
    fc.assert(
      fc.property(pieces, coins, terms, (given, tokens, asked) => {
        const found = bestPackages(given, tokens, asked);
        const wanted = all(given, tokens, asked).slice(0, asked.keep);
        if (wanted.length > 0) some += 1;
        expect(found).toHaveLength(wanted.length);
        for (const [place, score] of scores(found).entries())
          expect(score).toBeCloseTo(wanted[place]?.score ?? 0, 6);
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(some).toBeGreaterThan(100);
  });

  it('finds the best change of a package that is there, by adding, leaving out and paying', () => {
    let some = 0;
    fc.assert(
      fc.property(
        pieces,
        coins,
        terms,
        fc.record({ worth: hundredths, guessed: hundredths, relief: fc.tuple(hundredths, hundredths) }),
        (given, tokens, asked, { worth, guessed, relief }) => {
          const there = [deed(false), word(true, 9), word(false, 9)];
          const start: Start = { undertakings: there, by: one, worth, guessed };
          const leaving = [deed(false), word(false, 9)].map((_, place): Piece => ({
            item: there[place * 2] ?? deed(false),
            leaving: true,
            worth: Math.abs(relief[place] ?? 0),
            guessed: -Math.abs(relief[1 - place] ?? 0) / 2,
            asked: false,
            slot: `without/${place}`,
          }));
          const found = bestPackages([...leaving, ...given], tokens, asked, start);
          const wanted = all([...leaving, ...given], tokens, asked, start).slice(0, asked.keep);
          if (wanted.length > 0) some += 1;
          expect(found).toHaveLength(wanted.length);
          for (const [place, score] of scores(found).entries())
            expect(score).toBeCloseTo(wanted[place]?.score ?? 0, 6);
        },
      ),
      { numRuns: 150, seed: 8 },
    );
    expect(some).toBeGreaterThan(60);
  });

  it('says of what it finds what it holds and what it promises', () => {
    fc.assert(
      fc.property(pieces, coins, terms, (given, tokens, asked) => {
        for (const { pieces: chosen, undertakings, worth, guessed, score } of bestPackages(
          given,
          tokens,
          asked,
        )) {
          const made = madeOf(chosen, asked, undefined);
          expect(undertakings.slice(0, chosen.length)).toEqual(made.items);
          expect(undertakings.length).toBeLessThanOrEqual(asked.most);
          expect(score).toBeCloseTo(worth * takes(guessed) - EARNS * (undertakings.length - 1), 6);
          if (undertakings.length > chosen.length) continue;
          expect([worth, guessed]).toEqual([made.worth, made.guessed]);
        }
      }),
      { numRuns: 200, seed: 9 },
    );
  });
});
