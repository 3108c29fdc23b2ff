import { describe, expect, it } from 'vitest';
import type { Answer, Method, Undertaking } from '../../src/engine/index.ts';
import { asOffer } from '../../src/engine/seat.ts';
import { art, four, given, offerOf, one, three, two, type Game } from './given.ts';

const bad = { article: art(0), option: 1 };
const BAD = [1, 1, 1, 1];
const OTHER = [2, 1, 1, 1];
const opposes = (by = one, to = two, containing = [bad]): Undertaking => ({
  kind: 'oppose',
  by,
  to,
  containing,
});
const joins = (containing = [bad]): Undertaking => ({ kind: 'join', by: one, to: two, containing });
const answering = (answer: Answer) => ({ kind: 'answer', answer, articles: [], because: [] }) as const;

const table = (methods: readonly Method[]): Game =>
  given({}, (scenario) => ({ ...scenario, procedure: { ...scenario.procedure, methods, quorum: 0 } }));

/** One has promised two, in the open, to stand against every text with the first option of the first article. */
const promised = (methods: readonly Method[], openly = true): Game =>
  table(methods)
    .at('corridor')
    .when(one, offerOf([two], [opposes()], openly))
    .when(two, { kind: 'accept', offer: asOffer('offer-1'), because: [] })
    .gives('promised')
    .at('decision');

const pledge = (game: Game): string | undefined =>
  game.state.pledges.find(({ undertaking }) => undertaking.kind === 'oppose')?.state;

/** What becomes of the promise when one says this to such a text and three that, and when the game is over. */
const after = (
  method: Method,
  answer: Answer | undefined,
  others: Answer | undefined,
  text = BAD,
): readonly (string | undefined)[] => {
  const game = promised([method]).when('chair', { kind: 'put', text, method });
  if (answer !== undefined) game.when(one, answering(answer));
  if (others !== undefined) game.when(three, answering(others));
  game.when('chair', { kind: 'gavel' });
  const then = pledge(game);
  for (let left = 40; left > 0 && game.state.status === 'open'; left -= 1)
    game.when('chair', { kind: 'advance' });
  return [then, pledge(game)];
};

describe('a promise to stand against a text', () => {
  it('is broken by joining one that has all it names, or voting for it, whether it passes or not', () => {
    expect(after('silence', 'join', undefined)).toEqual(['broken', 'broken']);
    expect(after('consensus', 'join', 'object')).toEqual(['broken', 'broken']);
    expect(after('vote', 'yes', 'yes')).toEqual(['broken', 'broken']);
    expect(after('vote', 'yes', 'no')).toEqual(['broken', 'broken']);
  });

  it('is broken by silence or abstention only if the text passes: then it was let pass', () => {
    expect(after('silence', undefined, undefined)[0]).toBe('broken');
    expect(after('silence', undefined, 'object')).toEqual(['open', 'void']);
    expect(after('vote', 'abstain', 'yes')[0]).toBe('broken');
    expect(after('vote', 'abstain', 'no')).toEqual(['open', 'void']);
    expect(after('vote', undefined, 'yes')[0]).toBe('broken');
  });

  it('is kept at the end where it was called upon and held, also if the text passed all the same', () => {
    expect(after('consensus', 'object', 'join')).toEqual(['open', 'kept']);
    const game = promised(['vote']).when('chair', { kind: 'put', text: BAD, method: 'vote' });
    for (const seat of [two, three, four]) game.when(seat, answering('yes'));
    game.when(one, answering('no')).when('chair', { kind: 'gavel' });
    expect(game.state.adopted).toBeDefined();
    expect(pledge(game)).toBe('open');
    while (game.state.status === 'open') game.when('chair', { kind: 'advance' });
    expect(pledge(game)).toBe('kept');
  });

  it('is void where no such text was put', () => {
    expect(after('silence', 'join', undefined, OTHER)).toEqual(['open', 'void']);
    expect(after('consensus', 'object', 'join', OTHER)).toEqual(['open', 'void']);
  });

  it('is not kept by what its giver opposed before it was given', () => {
    const game = table(['silence'])
      .at('decision')
      .when('chair', { kind: 'put', text: BAD, method: 'silence' })
      .when(one, answering('object'))
      .when('chair', { kind: 'gavel' })
      .at('corridor', 1)
      .when(one, offerOf([two], [opposes()]))
      .when(two, { kind: 'accept', offer: asOffer('offer-1'), because: [] })
      .gives('promised');
    while (game.state.status === 'open') game.when('chair', { kind: 'advance' });
    expect(pledge(game)).toBe('void');
  });

  it('is kept, of several on one matter, by what its giver opposed since this one was given', () => {
    const days = [0, 1, 2] as const;
    const whichever = days.reduce<readonly (readonly number[])[]>(
      (some, day) => [...some, ...some.map((chosen) => [...chosen, day])],
      [[]],
    );
    for (const promising of whichever)
      for (const opposing of whichever) {
        const game = table(['silence']);
        for (const day of days) {
          game.at('corridor', day);
          if (promising.includes(day)) {
            const to = [two, three, four][day] ?? two;
            game.when(one, offerOf([to], [opposes(one, to)])).gives('offered');
            for (const { id } of game.events('offered').map(({ offer }) => offer))
              game.when(to, { kind: 'accept', offer: id, because: [] }).gives('promised');
          }
          game.at('decision', day);
          if (opposing.includes(day))
            game
              .when('chair', { kind: 'put', text: BAD, method: 'silence' })
              .when(one, answering('object'))
              .when('chair', { kind: 'gavel' })
              .gives('decided');
        }
        while (game.state.status === 'open') game.when('chair', { kind: 'advance' });
        expect(game.state.pledges.map(({ state }) => state)).toEqual(
          promising.map((given_) => (opposing.some((day) => day >= given_) ? 'kept' : 'void')),
        );
      }
  });

  it('costs as much trust as one to join, by what is named, and more in the open', () => {
    const lost = (openly: boolean): readonly number[] => {
      const game = promised(['silence'], openly);
      const before = [game.trust(1, 0), game.trust(2, 0)];
      game
        .when('chair', { kind: 'put', text: BAD, method: 'silence' })
        .when(one, answering('join'))
        .when('chair', { kind: 'gavel' });
      return [(before[0] ?? 0) - game.trust(1, 0), (before[1] ?? 0) - game.trust(2, 0)];
    };
    const [harmed = 0, witness] = lost(true);
    expect(harmed).toBeGreaterThanOrEqual(11);
    expect(harmed).toBeLessThanOrEqual(33);
    expect(witness).toBe(4);
    expect(lost(false)).toEqual([harmed, 0]);
  });
});

describe('a package with such a promise', () => {
  const corridor = () => given().at('corridor');

  it('names something, and what there is', () => {
    corridor()
      .when(one, offerOf([two], [opposes(one, two, [])]))
      .refused({ refused: 'malformed', field: 'containing' });
    corridor()
      .when(one, offerOf([two], [opposes(one, two, [{ article: art(0), option: 99 }])]))
      .refused({ refused: 'no-such-option' });
  });

  it('is refused where the same delegation would have to join and oppose one text', () => {
    const refused = { refused: 'joins-and-opposes', by: one } as const;
    const [first, second] = [opposes(), joins()];
    corridor()
      .when(one, offerOf([two], [first, second]))
      .refused(refused);
    corridor()
      .when(one, offerOf([two], [second, first]))
      .refused(refused);
    // One text could have both.
    corridor()
      .when(one, offerOf([two], [first, joins([{ article: art(1), option: 2 }])]))
      .refused(refused);
    // No text has two options of one article.
    corridor()
      .when(one, offerOf([two], [first, joins([{ article: art(0), option: 2 }])]))
      .gives('offered');
    // Two delegations may do different things.
    corridor()
      .when(one, offerOf([two], [opposes(two, one), second]))
      .gives('offered');
  });
});
