import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.ts';
import { affordable, free, lacking } from '../../src/delegates/purse.ts';
import { selfOf } from '../../src/delegates/own.ts';
import { asOffer, view, type Undertaking } from '../../src/engine/index.ts';
import { art, funds, given, offerOf, one, training, two, type Game } from '../engine/given.ts';
import { play, turnsOf } from './play.ts';

const { scenario } = readScenario(readFileSync('scenarios/crime-convention.yaml', 'utf8'));
if (scenario === undefined) throw new Error('crime-convention has faults');

it('nobody offers more than it has, deeds and tokens together', () => {
  const offers = Array.from({ length: 6 }, (_, k) =>
    play(scenario, `1/${k + 28}`, { strength: 'hard' }),
  ).flatMap((game) => turnsOf(game, 'offer'));
  const deeds = ({ command, seat }: (typeof offers)[number]): number =>
    command.undertakings.filter((item) => item.kind === 'deed' && item.by === seat).length;
  expect(offers.some((turn) => deeds(turn) > 0)).toBe(true);
  expect(offers.flatMap(({ refusal }) => refusal ?? [])).toEqual([]);
});

describe('a deed that is promised for later', () => {
  /** The second has so many funds, of which the deed it promises for the last session spends two. */
  const promised = (left: number, due = 1, seed = 'later'): Game =>
    given({ seed })
      .at('corridor')
      .when(one, offerOf([two], [{ kind: 'later', by: two, to: one, concession: training, due }]))
      .when(two, { kind: 'accept', offer: asOffer('offer-1'), because: [] })
      .gives('promised')
      .with((state) => ({
        ...state,
        tokens: state.tokens.with(1, (state.tokens[1] ?? []).with(1, left)),
      }));
  const pays = (amount: number): readonly Undertaking[] => [
    { kind: 'tokens', by: two, to: one, token: funds, amount, when: { on: 'now' } },
  ];

  it('keeps what it spends aside: nothing else can have it', () => {
    const { table, state } = promised(5);
    const self = selfOf(table.scenario, view(table, state, two));
    if (self === undefined) throw new Error('no seat');
    expect(free(self, funds)).toBe(3);
    const spend = (amount: number): boolean => affordable(self, { token: funds, amount }, 0);
    expect([spend(0), spend(3), spend(4)]).toEqual([true, true, false]);
    expect([lacking(self, pays(3)), lacking(self, pays(4))]).toEqual([undefined, funds]);
    // What is not given by it costs it nothing.
    expect(lacking(self, [])).toBeUndefined();
  });

  it('is done by a machine that takes the seat over, which has kept the tokens for it', () => {
    const ends = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((seed) =>
      [0, 1].flatMap((due) =>
        [2, 3].flatMap((left) => {
          const game = promised(left, due, seed);
          const { last } = play(game.table.scenario, game.table.seed, { from: game.state, strength: 'hard' });
          return last.pledges.flatMap(({ undertaking, state }) =>
            undertaking.kind === 'later' ? [state] : [],
          );
        }),
      ),
    );
    // Some are never called upon: a text is adopted before.
    expect(ends).toHaveLength(24);
    expect(ends).not.toContain('broken');
    expect(ends.filter((end) => end === 'kept').length).toBeGreaterThanOrEqual(12);
  });
});

it('a machine that takes a seat over stands by the words that were given in it', () => {
  for (const seed of ['a', 'b', 'c'])
    for (const option of [0, 1, 2, 3]) {
      const provision = { article: art(1), option };
      const game = given({ seed })
        .at('corridor')
        .when(one, offerOf([two], [{ kind: 'position', by: two, to: one, provision, stance: 'accept' }]))
        .when(two, { kind: 'accept', offer: asOffer('offer-1'), because: [] })
        .gives('promised');
      const { last } = play(game.table.scenario, game.table.seed, { from: game.state });
      const [pledge] = last.pledges;
      expect(pledge?.undertaking).toMatchObject({ kind: 'position', by: two, provision });
      expect(pledge?.state).not.toBe('broken');
    }
});
