import { describe, expect, it } from 'vitest';
import { asDeal, asPromise } from '../../src/engine/index.ts';
import { art, one, three, training, two, type Game } from '../engine/given.ts';
import { channel } from '../engine/world.ts';
import { doing, quietWorld, styled, wanting } from './situation.ts';

describe('a room of two', () => {
  const promised = { article: art(1), option: 1 };
  /** The second delegation owes this word to one of the others, and breaks it. What can be agreed in the room is worth so much. */
  const wronged = (
    to = one,
    style: Parameters<typeof styled>[0] = 'principled',
    worth = -100,
    stance: 'accept' | 'object' = 'object',
  ): Game => {
    const game = quietWorld(styled(style));
    const points = (game.state.mandates[0]?.points ?? []).map(() => worth);
    wanting(game, 0, { points })
      .at('corridor')
      .with((state) => ({
        ...state,
        pledges: [
          {
            id: asPromise('p'),
            deal: asDeal('d'),
            undertaking: { kind: 'position', by: two, to, provision: promised, stance: 'accept' },
            state: 'open',
            open: true,
          },
        ],
      }))
      .when(two, { kind: 'position', positions: [{ ...promised, stance }] });
    return game;
  };

  it('is suspended by whoever was wronged there today and has nothing left to agree', () => {
    const game = wronged().gives('promise-settled').at('capital');
    const act = doing('track', game, one);
    expect(act?.command).toEqual({ kind: 'track', track: channel, step: 'suspend' });
    expect(act?.because).toEqual([{ code: 'broken-promise', by: two }]);
    if (act === undefined) throw new Error('a step');
    game.when(one, act.command).gives('track-step');
    expect(game.state.tracks[0]?.open).toBe(false);
    expect(doing('track', game, one)).toBeUndefined();
  });

  it('is suspended by whoever answers in kind, and not by others', () => {
    expect(doing('track', wronged(one, 'reciprocal').at('capital'), one)).toBeDefined();
    expect(doing('track', wronged(one, 'trader').at('capital'), one)).toBeUndefined();
  });

  it('stays open where no word was broken, or one to somebody else', () => {
    const kept = wronged(one, 'principled', -100, 'accept').never('promise-settled');
    expect(doing('track', kept.at('capital'), one)).toBeUndefined();
    const others = wronged(three).gives('promise-settled');
    expect(doing('track', others.at('capital'), one)).toBeUndefined();
  });

  it('stays open where a promise was kept today', () => {
    const game = wronged(one, 'principled', -100, 'accept').at('capital');
    const pledge = { id: asPromise('q'), deal: asDeal('d'), state: 'open', open: true, due: 0 } as const;
    const undertaking = { kind: 'later', by: two, to: one, concession: training, due: 0 } as const;
    game.with((state) => ({ ...state, pledges: [{ ...pledge, undertaking }] }));
    game.when(two, { kind: 'perform', pledge: pledge.id }).gives('promise-settled');
    expect(doing('track', game, one)).toBeUndefined();
  });

  it('stays open while something may still be agreed there', () => {
    expect(doing('track', wronged(one, 'principled', 400).at('capital'), one)).toBeUndefined();
  });

  it('stays open where the wrong is of an earlier session', () => {
    expect(doing('track', wronged().at('capital', 1), one)).toBeUndefined();
  });
});
