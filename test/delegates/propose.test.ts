import { describe, expect, it } from 'vitest';
import { asOffer } from '../../src/engine/index.ts';
import type { Undertaking } from '../../src/engine/seat.ts';
import { art, funds, given, one, training, two, type Game } from '../engine/given.ts';
import { doing, wanting } from './situation.ts';

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
