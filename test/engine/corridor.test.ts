import { describe, expect, it } from 'vitest';
import { asDelegation, asOffer, type Undertaking } from '../../src/engine/seat.ts';
import { art, capital, four, funds, given, offerOf, one, three, training, two, visas } from './given.ts';

const offer = asOffer('offer-1');
const pays = (amount: number, when: 'now' | 'adoption' = 'now'): Undertaking => ({
  kind: 'tokens',
  by: one,
  to: two,
  token: funds,
  amount,
  when: when === 'now' ? { on: 'now' } : { on: 'adoption', containing: [{ article: art(0), option: 1 }] },
});
const supports: Undertaking = {
  kind: 'position',
  by: two,
  to: one,
  provision: { article: art(1), option: 2 },
  stance: 'support',
};
const accepts = { kind: 'accept', offer, because: [] } as const;

describe('an offer', () => {
  const corridor = () => given().at('corridor');

  it('is made in the corridor only', () => {
    given()
      .when(one, offerOf([two], [pays(1)]))
      .refused({ refused: 'wrong-phase', now: 'briefing', allowed: ['corridor'] });
  });

  it('needs somebody else, something in it, and parties that each have a part', () => {
    corridor()
      .when(one, offerOf([], [pays(1)]))
      .refused({ refused: 'empty-offer' });
    corridor()
      .when(one, offerOf([two], []))
      .refused({ refused: 'empty-offer' });
    corridor()
      .when(one, offerOf([one], [pays(1)]))
      .refused({ refused: 'oneself' });
    corridor()
      .when(one, offerOf([two, three], [pays(1)]))
      .refused({ refused: 'silent-party', delegation: three });
    corridor()
      .when(one, offerOf([three], [pays(1)]))
      .refused({ refused: 'stranger-in-deal', delegation: two });
    corridor()
      .when(one, offerOf([asDelegation('atlantis')], [pays(1)]))
      .refused({ refused: 'no-such-delegation' });
  });

  it('cannot promise what one does not have, nor amounts that are no amounts', () => {
    corridor()
      .when(one, offerOf([two], [pays(99)]))
      .refused({ refused: 'over-budget', token: funds, need: 99 });
    for (const amount of [-4, 0, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      corridor()
        .when(one, offerOf([two], [pays(amount)]))
        .refused({ refused: 'malformed', field: 'amount' });
  });

  it('cannot hand over a concession that is not its to give, or the same twice', () => {
    const deed = (by: typeof one, to: typeof one): Undertaking => ({
      kind: 'deed',
      by,
      to,
      concession: visas,
      when: { on: 'now' },
    });
    corridor()
      .when(two, offerOf([one], [deed(two, one)]))
      .refused({ refused: 'cannot-give', concession: visas, by: two });
    corridor()
      .when(one, offerOf([two], [deed(one, two), deed(one, two)]))
      .refused({ refused: 'already-given', concession: visas, by: one });
  });

  it('takes back the folder that its addressee had closed', () => {
    const game = corridor().when(two, { kind: 'done' }).gives('done');
    expect(game.state.done).toEqual([two]);
    expect(game.when(one, offerOf([two], [pays(1)])).gives('offered').state.done).toEqual([]);
  });

  it('is not made twice while it stands, and not more often than the procedure allows', () => {
    const game = corridor()
      .when(one, offerOf([two], [pays(1)]))
      .gives('offered');
    game.when(one, offerOf([two], [pays(1)])).refused({ refused: 'same-offer-stands', offer });
    for (const amount of [2, 3]) game.when(one, offerOf([two], [pays(amount)])).gives('offered');
    for (const to of [two, three])
      game.when(one, offerOf([to], [{ kind: 'restraint', by: one, to, through: 2 }])).gives('offered');
    game.when(one, offerOf([two], [supports])).refused({ refused: 'too-many-offers', most: 5 });
  });

  it('is accepted by whom it was made to, and by nobody else', () => {
    const game = corridor().when(one, offerOf([two], [pays(1)]));
    game.when(three, accepts).refused({ refused: 'not-addressee', offer });
    game.when(one, accepts).refused({ refused: 'not-addressee', offer });
    game.when(two, accepts).gives('offer-accepted', 'deal-struck');
    game.when(two, accepts).refused({ refused: 'no-such-offer' });
  });

  it('is withdrawn by whoever made it, declined by whom it was made to', () => {
    const game = corridor().when(one, offerOf([two], [pays(1)]));
    game.when(two, { kind: 'withdraw', offer }).refused({ refused: 'not-your-offer', offer });
    game
      .when(three, { kind: 'decline', offer, because: [], wouldChange: [] })
      .refused({ refused: 'not-addressee' });
    game.when(one, { kind: 'withdraw', offer }).gives('offer-withdrawn');
    expect(game.state.offers).toEqual([]);
  });

  it('among three becomes a deal when both others have agreed', () => {
    const game = corridor().when(
      one,
      offerOf([two, three], [pays(1), { kind: 'restraint', by: three, to: one, through: 2 }]),
    );
    game.when(two, accepts).gives('offer-accepted').never('deal-struck');
    game.when(two, accepts).refused({ refused: 'already-accepted', offer });
    game.when(three, accepts).gives('offer-accepted', 'deal-struck', 'promised');
  });

  it('lapses when the corridor of its last session closes', () => {
    const game = corridor().when(one, { ...offerOf([two], [pays(1)]), expires: 0 } as ReturnType<
      typeof offerOf
    >);
    game.when('chair', { kind: 'advance' }).gives('offer-lapsed', 'phase-opened');
    expect(game.state.offers).toEqual([]);
  });
});

describe('a deal', () => {
  it('carries out at once what can be carried out: tokens move, positions change, clues pass', () => {
    const game = given().at('corridor');
    const before = [game.tokens(0, 1), game.tokens(1, 1)] as const;
    game
      .when(one, offerOf([two], [pays(2), supports]))
      .when(two, accepts)
      .gives('deal-struck', 'tokens-moved', 'position-taken', 'promised');
    expect([game.tokens(0, 1), game.tokens(1, 1)]).toEqual([before[0] - 2, before[1] + 2]);
    expect(game.state.stances[1]?.[1]?.[2]).toBe('support');
  });

  it('holds conditional tokens in escrow until adoption, and gives them back if the text is another', () => {
    const text = (option: number) => [option, 1, 1, 1];
    for (const [option, gained] of [
      [1, 3],
      [2, 0],
    ] as const) {
      const game = given().at('corridor');
      const before = [game.tokens(0, 1), game.tokens(1, 1)] as const;
      game
        .when(one, offerOf([two], [pays(3, 'adoption')]))
        .when(two, accepts)
        .gives('deal-struck', 'tokens-moved');
      expect(game.state.escrow[1]).toBe(3);
      expect(game.tokens(1, 1)).toBe(before[1]);
      game
        .at('decision')
        .when('chair', { kind: 'put', text: text(option), method: 'silence' })
        .when('chair', { kind: 'gavel' });
      game.gives('decided', 'tokens-moved', 'conditions-met');
      expect([game.tokens(0, 1), game.tokens(1, 1), game.state.escrow[1]]).toEqual([
        before[0] - gained,
        before[1] + gained,
        0,
      ]);
    }
  });

  it('cannot be struck when one side has meanwhile spent what it offered', () => {
    const game = given()
      .at('corridor')
      .when(one, offerOf([two], [pays(1)]));
    game.with((state) => ({
      ...state,
      tokens: state.tokens.map((row, place) => (place === 0 ? row.map(() => 0) : row)),
    }));
    game.when(two, accepts).refused({ refused: 'over-budget', token: funds, have: 0, need: 1 });
  });

  it('with a deed spends what the deed costs, once in a game', () => {
    const deed: Undertaking = { kind: 'deed', by: two, to: one, concession: training, when: { on: 'now' } };
    const game = given().at('corridor');
    const before = game.tokens(1, 1);
    game
      .when(two, offerOf([one], [deed]))
      .when(one, accepts)
      .gives('deal-struck', 'tokens-moved', 'deed-done');
    expect(game.tokens(1, 1)).toBe(before - 2);
    game
      .when(two, offerOf([one], [deed]))
      .refused({ refused: 'already-given', concession: training, by: two });
  });
});

describe('a promise', () => {
  const promised = (undertaking: Undertaking, open_ = true) =>
    given()
      .at('corridor')
      .when(one, offerOf([two], [undertaking, supports], open_))
      .when(two, accepts)
      .gives('promised');
  const later: Undertaking = { kind: 'later', by: one, to: two, concession: visas, due: 0 };

  it('of a deed is kept by doing it, and trust grows', () => {
    const game = promised(later);
    const before = game.trust(1, 0);
    const pledge = game.state.pledges.find((item) => item.undertaking.kind === 'later');
    if (pledge === undefined) throw new Error('promised');
    game
      .when(two, { kind: 'perform', pledge: pledge.id })
      .refused({ refused: 'not-your-promise', pledge: pledge.id });
    game.when(one, { kind: 'perform', pledge: pledge.id }).gives('deed-done', 'promise-settled');
    expect(game.trust(1, 0)).toBeGreaterThan(before);
    game
      .when(one, { kind: 'perform', pledge: pledge.id })
      .refused({ refused: 'promise-settled', pledge: pledge.id });
  });

  it('of a deed is broken when its session ends, and whoever was harmed trusts less than the others', () => {
    const game = promised(later);
    const before = [game.trust(1, 0), game.trust(2, 0)] as const;
    game.at('briefing', 1);
    expect(game.state.pledges.find((item) => item.undertaking.kind === 'later')?.state).toBe('broken');
    const lost = [before[0] - game.trust(1, 0), before[1] - game.trust(2, 0)] as const;
    expect(lost[0]).toBeGreaterThan(lost[1]);
    expect(lost[1]).toBeGreaterThan(0);
  });

  it('made in secret and broken costs trust only with the one it was made to', () => {
    const game = promised(later, false);
    const before = game.trust(2, 0);
    game.at('briefing', 1);
    expect(game.trust(2, 0)).toBe(before);
  });

  it('to hold a position is broken by falling behind it, not by going further', () => {
    const hold: Undertaking = { ...supports, by: one, to: two, stance: 'accept' };
    const game = promised(hold);
    const provision = { article: art(1), option: 2 };
    game
      .when(one, { kind: 'position', positions: [{ ...provision, stance: 'support' }] })
      .gives('position-taken')
      .never('promise-settled');
    game
      .when(one, { kind: 'position', positions: [{ ...provision, stance: 'object' }] })
      .gives('position-taken', 'promise-settled');
    expect(game.events('promise-settled')[0]?.state).toBe('broken');
  });

  it('to support an option is not broken by selling a weaker word for it afterwards: the stronger is held', () => {
    const support: Undertaking = { ...supports, by: one, to: two, stance: 'support' };
    const weaker: Undertaking = { ...supports, by: one, to: three, stance: 'accept' };
    const game = promised(support);
    game
      .at('corridor')
      .when(one, offerOf([three], [weaker]))
      .gives('offered');
    const asked = game.state.offers.at(-1)?.id;
    if (asked === undefined) throw new Error('no offer');
    game
      .when(three, { kind: 'accept', offer: asked, because: [] })
      .gives('deal-struck', 'promised')
      .never('promise-settled');
    expect(game.state.stances[0]?.[1]?.[2]).toBe('support');
    expect(game.state.pledges.map(({ state }) => state)).not.toContain('broken');
  });

  it('to join is broken by objecting to a text that has all it named, and by nothing else', () => {
    const join: Undertaking = {
      kind: 'join',
      by: one,
      to: two,
      containing: [{ article: art(0), option: 1 }],
    };
    const objects = { kind: 'answer', answer: 'object', articles: [], because: [] } as const;
    for (const [option, state] of [
      [1, 'broken'],
      [2, 'open'],
    ] as const) {
      const game = promised(join).at('decision');
      game
        .when('chair', { kind: 'put', text: [option, 1, 1, 1], method: 'silence' })
        .when(one, objects)
        .when('chair', { kind: 'gavel' });
      expect(game.state.pledges.find((item) => item.undertaking.kind === 'join')?.state).toBe(state);
    }
  });

  it('cannot be due in a session that is over or not in the calendar', () => {
    given()
      .at('corridor', 1)
      .when(one, offerOf([two], [{ ...later, due: 0 }]))
      .refused({ refused: 'past-session', now: 1, last: 2 });
    given()
      .at('corridor')
      .when(one, offerOf([two], [{ ...later, due: 9 }]))
      .refused({ refused: 'past-session', session: 9 });
  });

  it('secret ones are seen by the two only', async () => {
    const { view } = await import('../../src/engine/index.ts');
    const game = promised(later, false);
    expect(view(game.table, game.state, two).pledges).toHaveLength(2);
    expect(view(game.table, game.state, four).pledges).toHaveLength(0);
    expect(view(game.table, game.state, 'chair').deals).toHaveLength(0);
    expect(capital).toBe('capital');
  });
});
