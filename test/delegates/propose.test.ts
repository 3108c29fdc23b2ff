import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asOffer } from '../../src/engine/index.ts';
import type { Undertaking } from '../../src/engine/seat.ts';
import { art, funds, given, one, training, two, type Game } from '../engine/given.ts';
import { guessedPackage, takes } from '../../src/delegates/guessed-package.ts';
import { STRENGTHS } from '../../src/delegates/index.ts';
import { modelsOf } from '../../src/delegates/models.ts';
import { selfOf } from '../../src/delegates/own.ts';
import { EARNS } from '../../src/delegates/package-search.ts';
import { isRefused } from '../../src/delegates/refusals.ts';
import { PLAY } from '../../src/delegates/strength.ts';
import { readRight } from '../fixtures/index.ts';
import { invented, newYork, play, turnsOf } from './play.ts';
import { reckoned } from './reckoning.ts';
import { doing, wanting } from './situation.ts';

const class45 = readRight(readFileSync('scenarios/class-45.yaml', 'utf8'));

/** Reasons of an offer that is no payment for a text and no point of a side track. */
const TRADED: ReadonlySet<string> = new Set(['article-helps', 'keeps-draft', 'matters-more', 'needs']);

describe('an offer that waits', () => {
  const pay: Undertaking = { kind: 'tokens', by: one, to: two, token: funds, amount: 2, when: { on: 'now' } };
  const deed: Undertaking = { kind: 'deed', by: two, to: one, concession: training, when: { on: 'now' } };
  /** Training is worth 200 to the first delegation; it would pay for it with two units of funds, worth this much each. */
  const waiting = (unit: number, undertakings: readonly Undertaking[] = [pay, deed], from = one): Game =>
    wanting(given().at('corridor'), 0, { tokenWorth: [20, unit], gains: [0, 200] }).with((state) => ({
      ...state,
      tokens: state.tokens.map(() => [9, 9]),
      offers: [
        {
          id: asOffer('offer-1'),
          from,
          to: [from === one ? two : one],
          undertakings,
          open: false,
          expires: 2,
          accepted: [],
          because: [],
        },
      ],
    }));

  it('is taken back when it has become worse than none, and not while it is worth nothing or more', () => {
    const game = waiting(150);
    const act = doing('withdraw', game, one);
    expect(act?.command).toEqual({ kind: 'withdraw', offer: asOffer('offer-1') });
    // 200 for the training, less twice 150.
    expect(act?.because).toEqual([{ code: 'unbalanced', gain: -100 }]);
    if (act === undefined) throw new Error('taken back');
    game.when(one, act.command).gives('offer-withdrawn');
    expect(game.state.offers).toEqual([]);
    expect(doing('withdraw', waiting(100), one)).toBeUndefined();
    expect(doing('withdraw', waiting(101), one)).toBeDefined();
  });

  it('is taken back whatever it is worth where it would cross what has become a red line', () => {
    const provision = { article: art(1), option: 2 };
    const word: Undertaking = { kind: 'position', by: one, to: two, provision, stance: 'accept' };
    const red = (option: number): Game =>
      wanting(waiting(0, [word, deed]), 0, {
        gains: [0, 200],
        redLines: [{ article: art(1), option }],
      });
    expect(doing('withdraw', red(2), one)?.because).toEqual([{ code: 'red-line', article: art(1) }]);
    expect(doing('withdraw', red(3), one)).toBeUndefined();
  });

  it("stays where it is another's, or where it pays for the adoption of a text", () => {
    expect(doing('withdraw', waiting(150, [pay, deed], two), one)).toBeUndefined();
    const when = { on: 'adoption', containing: [{ article: art(1), option: 1 }] } as const;
    expect(doing('withdraw', waiting(150, [{ ...pay, when }]), one)).toBeUndefined();
  });
});

describe('a package that is offered', () => {
  const offers = STRENGTHS.flatMap((strength) =>
    [newYork(), invented('a'), invented('b'), invented('c')].flatMap((scenario) => {
      const game = play(scenario, `packages/${strength}`, { strength });
      return turnsOf(game, 'offer').flatMap(({ view, command }) => {
        const self = selfOf(scenario, view);
        const [to] = command.to;
        const model = modelsOf(scenario, view).find(({ delegation }) => delegation === to);
        const trade = command.because.some(({ code }) => TRADED.has(code));
        if (self === undefined || model === undefined || !trade || command.answers !== undefined) return [];
        const worthOf = (items: readonly Undertaking[]): number => reckoned(self, items, strength);
        const chanceOf = (items: readonly Undertaking[]): number =>
          takes(guessedPackage(scenario, view, model, items));
        return [{ strength, self, model, undertakings: command.undertakings, worthOf, chanceOf }];
      });
    }),
  );

  it('is no longer than its strength can put together, and in part longer than three', () => {
    expect(offers.length).toBeGreaterThan(200);
    for (const strength of STRENGTHS) {
      const sizes = offers
        .filter((offer) => offer.strength === strength)
        .map(({ undertakings }) => undertakings.length);
      expect(Math.max(...sizes)).toBe(PLAY[strength].longest);
    }
  });

  it('asks for something, holds one option of an article, and is worth it', () => {
    for (const { self, model, undertakings, worthOf, chanceOf } of offers) {
      expect(undertakings.some(({ by }) => by === model.delegation)).toBe(true);
      const articles = undertakings.flatMap((item) =>
        item.kind === 'position' ? [item.provision.article] : [],
      );
      expect(new Set(articles).size).toBe(articles.length);
      expect(worthOf(undertakings)).toBeGreaterThanOrEqual(24);
      expect(chanceOf(undertakings)).toBeGreaterThan(0.34);
      expect(isRefused(self.view, model.delegation, undertakings)).toBe(false);
    }
  });

  it('asks nobody for a word for what crosses a red line of its own', () => {
    const games = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((k) => play(class45, `acc/${k}`, { strength: 'hard' }));
    const asked = games.flatMap((game) =>
      turnsOf(game, 'offer').flatMap(({ view: seen, seat, command }) =>
        command.undertakings.flatMap((item) =>
          item.kind === 'position' && item.by !== seat
            ? [{ provision: item.provision, redLines: seen.own?.mandate.redLines ?? [] }]
            : [],
        ),
      ),
    );
    expect(asked.length).toBeGreaterThan(60);
    const crossing = asked.filter(({ provision, redLines }) =>
      redLines.some(({ article, option }) => article === provision.article && option === provision.option),
    );
    expect(crossing).toEqual([]);
  });

  it('by whoever takes the best has nothing in it that does not earn its place', () => {
    const idle = offers
      .filter(({ strength }) => PLAY[strength].among === 1)
      .flatMap(({ self, model, undertakings, worthOf, chanceOf }) =>
        undertakings.flatMap((item) => {
          const rest = undertakings.filter((other) => other !== item);
          // With something else left out, other tokens would be paid: that is another package.
          const other = item.kind !== 'tokens' && rest.some(({ kind }) => kind === 'tokens');
          const asks = rest.some(({ by }) => by === model.delegation);
          if (other || !asks || worthOf(rest) < 25 || chanceOf(rest) < 0.35) return [];
          if (isRefused(self.view, model.delegation, rest)) return [];
          const earned = worthOf(undertakings) * chanceOf(undertakings) - worthOf(rest) * chanceOf(rest);
          return [earned];
        }),
      );
    expect(idle.length).toBeGreaterThan(30);
    // Each piece was priced by itself, in whole hundredths.
    expect(Math.min(...idle)).toBeGreaterThan(EARNS - 3);
  });
});
