import { describe, expect, it } from 'vitest';
import { judge } from '../../src/delegates/answer.ts';
import { chairsText } from '../../src/delegates/chair.ts';
import { appraisePackage, STRENGTHS } from '../../src/delegates/index.ts';
import { selfOf, type Self } from '../../src/delegates/own.ts';
import { PLAY } from '../../src/delegates/strength.ts';
import { weigh } from '../../src/delegates/weigh.ts';
import {
  asDeal,
  asOffer,
  asPromise,
  type Event,
  type Offer,
  type Undertaking,
  type View,
} from '../../src/engine/seat.ts';
import { view } from '../../src/engine/index.ts';
import { art, given, hospital, one, struck, two } from '../engine/given.ts';

/**
 * D0 sells, D1 buys. What a seller can say again and again at no cost must not be paid for again and again.
 */
const game = struck({ origin: 'accident', clues: [] }).at('corridor');
const seen = view(game.table, game.state, two);
const buyer = (change: Partial<View> = {}): Self => {
  const self = selfOf(game.table.scenario, { ...seen, ...change });
  if (self === undefined) throw new Error('D1 has a seat');
  return self;
};
const worthTo = (self: Self, ...items: readonly Undertaking[]): number => weigh(self, items, 1).worth;

const better = (() => {
  const standing = game.state.articles.map(({ option }) => option);
  const row = buyer().mandate.table[0] ?? [];
  const option = row.indexOf(Math.max(...row.filter((_, place) => place !== standing[0])));
  return { article: art(0), option };
})();

/** Of what the Chair would put now, that of which it helps D1 most if D0 stands against it. */
const worse = ((): Undertaking => {
  const all = (chairsText(game.table.scenario, seen) ?? []).map((option, place): Undertaking => ({
    kind: 'oppose',
    by: one,
    to: two,
    containing: [{ article: art(place), option }],
  }));
  const [best] = all.toSorted((a, b) => worthTo(buyer(), b) - worthTo(buyer(), a));
  if (best === undefined) throw new Error('the Chair has no text');
  return best;
})();

const PROMISES: { readonly [name: string]: Undertaking } = {
  join: { kind: 'join', by: one, to: two, containing: [better] },
  oppose: worse,
  restraint: { kind: 'restraint', by: one, to: two, through: 2 },
  position: { kind: 'position', by: one, to: two, provision: better, stance: 'support' },
  intelligence: { kind: 'intelligence', by: one, to: two, incident: hospital },
};

describe('what costs the seller nothing to say twice', () => {
  for (const [name, item] of Object.entries(PROMISES)) {
    it(`${name}: ten copies in one package are worth no more than one`, () => {
      const single = worthTo(buyer(), item);
      expect(single).toBeGreaterThan(0);
      expect(worthTo(buyer(), ...Array.from({ length: 10 }, () => item))).toBe(single);
    });
  }

  it('restraint to the same end, said session by session, is one promise', () => {
    const by = (through: number): Undertaking => ({ kind: 'restraint', by: one, to: two, through });
    expect(worthTo(buyer(), by(0), by(1), by(2))).toBe(worthTo(buyer(), by(2)));
  });

  for (const name of ['join', 'oppose', 'restraint'] as const) {
    it(`${name}: what is promised already is not bought again`, () => {
      const undertaking = PROMISES[name];
      if (undertaking === undefined) throw new Error('no such promise');
      const pledge = {
        id: asPromise('promise-1'),
        deal: asDeal('deal-1'),
        undertaking,
        state: 'open',
        open: false,
      } as const;
      expect(worthTo(buyer({ pledges: [pledge] }), undertaking)).toBe(0);
    });
  }

  it('intelligence: clues that this seller has handed over already are not bought again', () => {
    const item = PROMISES['intelligence'];
    const shared: Event = { kind: 'clues-shared', incident: hospital, by: one, with: two, clues: [] };
    const log = seen.log.map((chapter, place) =>
      place === seen.log.length - 1 ? { ...chapter, events: [...chapter.events, shared] } : chapter,
    );
    if (item === undefined) throw new Error('no such promise');
    expect(worthTo(buyer({ log }), item)).toBeLessThanOrEqual(5);
  });
});

describe('what words are reckoned to move', () => {
  const token = game.table.scenario.tokens[0]?.id;
  if (token === undefined) throw new Error('no tokens');
  const pay: Undertaking = { kind: 'tokens', by: one, to: two, token, amount: 2, when: { on: 'now' } };

  for (const [name, item] of Object.entries(PROMISES))
    it(`${name}: is worth the share of it that a strength reckons with; tokens are worth what they are`, () => {
      const all = weigh(buyer(), [item, pay], 1);
      const some = weigh(buyer(), [item, pay], 0.4);
      expect(some.parts[0]).toBeCloseTo(0.4 * (all.parts[0] ?? 0), 9);
      expect(some.parts[1]).toBe(all.parts[1]);
      expect(all.parts.every((part) => part > 0)).toBe(true);
    });

  for (const [name, item] of Object.entries(PROMISES))
    it(`${name}: costs whoever gives it what is usual at most, also where others' words are overrated`, () => {
      const own: Undertaking = { ...item, by: two, to: one };
      const cost = (words: number): number => weigh(buyer(), [own], words).parts[0] ?? 0;
      expect(cost(1)).not.toBe(0);
      expect(cost(2.5)).toBe(cost(1));
      expect(cost(0.4)).toBeCloseTo(0.4 * cost(1), 9);
    });

  it('is less the stronger one plays', () => {
    const words = STRENGTHS.map((strength) => PLAY[strength].words);
    expect(words).toEqual(words.toSorted((a, b) => b - a));
    expect(new Set(words).size).toBe(words.length);
    const offer: Offer = {
      id: asOffer('offer-1'),
      from: one,
      to: [two],
      undertakings: [PROMISES['join'] ?? pay],
      open: true,
      expires: 2,
      accepted: [],
      because: [],
    };
    const worths = STRENGTHS.map((strength) => judge(buyer(), offer, strength).worth);
    expect(worths).toEqual(worths.toSorted((a, b) => b - a));
    expect(new Set(worths).size).toBe(worths.length);
  });
});

describe('the estimate shown to a player', () => {
  for (const [name, item] of Object.entries(PROMISES)) {
    it(`${name}: does not grow with copies either`, () => {
      const seller = view(game.table, game.state, one);
      const guess = (copies: number) =>
        appraisePackage(
          game.table.scenario,
          seller,
          Array.from({ length: copies }, () => item),
          [one, two],
          true,
        );
      expect(guess(1)).toHaveLength(1);
      expect(guess(10)).toEqual(guess(1));
    });
  }
});

describe('what is handed over', () => {
  it('counts as often as it is handed over', () => {
    const { table, state } = given().at('corridor');
    const self = selfOf(table.scenario, view(table, state, two));
    const token = table.scenario.tokens[0]?.id;
    if (self === undefined || token === undefined) throw new Error('D1 has a seat, and there are tokens');
    const pay: Undertaking = { kind: 'tokens', by: one, to: two, token, amount: 1, when: { on: 'now' } };
    expect(worthTo(self, pay, pay)).toBe(2 * worthTo(self, pay));
  });
});
