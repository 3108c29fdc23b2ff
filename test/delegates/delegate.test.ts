import { describe, expect, it } from 'vitest';
import { asDeal, asPromise } from '../../src/engine/index.ts';
import { given, one, training, two, type Game } from '../engine/given.ts';
import { doing } from './situation.ts';

describe('a promise of something later', () => {
  const pledge = asPromise('p');
  /** The second delegation owes the first training, which takes two units of funds. */
  const owed = (funds = 2, due = 0, phase: 'corridor' | 'capital' = 'capital'): Game =>
    given()
      .at(phase)
      .with((state) => ({
        ...state,
        tokens: state.tokens.with(1, [9, funds]),
        pledges: [
          {
            id: pledge,
            deal: asDeal('d'),
            undertaking: { kind: 'later', by: two, to: one, concession: training, due },
            state: 'open',
            open: false,
            due,
          },
        ],
      }));

  it('is kept in the session in which it is due, for nothing more than that it was promised', () => {
    for (const phase of ['corridor', 'capital'] as const) {
      const game = owed(4, 0, phase);
      const act = doing('perform', game, two);
      expect(act?.command).toEqual({ kind: 'perform', pledge });
      expect(act?.because).toEqual([{ code: 'promised', to: one }]);
      if (act === undefined) throw new Error('a deed');
      game.when(two, act.command).gives('deed-done', 'promise-settled');
      expect(game.state.pledges[0]?.state).toBe('kept');
      expect(game.tokens(1, 1)).toBe(2);
      expect(doing('perform', game, two)).toBeUndefined();
    }
  });

  it('is not kept before it is due', () => {
    expect(doing('perform', owed(2, 1), two)).toBeUndefined();
  });

  it('cannot be kept with less than it takes', () => {
    expect(doing('perform', owed(2), two)).toBeDefined();
    expect(doing('perform', owed(1), two)).toBeUndefined();
  });

  it('is kept by whoever gave it', () => {
    expect(doing('perform', owed(), one)).toBeUndefined();
  });
});
