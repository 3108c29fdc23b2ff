import { describe, expect, it } from 'vitest';
import type { Command, DraftArticle } from '../../src/engine/seat.ts';
import { art, four, given, one, three, two } from './given.ts';
import { fullProcedure } from './world.ts';
import { asToken, type Procedure, type Scenario } from '../../src/engine/seat.ts';

const withProcedure =
  (change: Partial<Procedure>) =>
  (scenario: Scenario): Scenario => ({ ...scenario, procedure: { ...scenario.procedure, ...change } });

const draftOf = (articles: readonly Partial<DraftArticle>[]): Command => ({
  kind: 'draft',
  articles: [0, 1, 2, 3].map((place) => ({
    option: 0,
    brackets: [],
    settled: false,
    ...articles[place],
  })),
});

/** An option of the first article that is not on the table. */
const fresh = (game: ReturnType<typeof given>, place = 0): number => {
  const article = game.state.articles[place];
  return (
    [0, 1, 2, 3].find((option) => option !== article?.option && !article?.brackets.includes(option)) ?? 0
  );
};

describe('amendments', () => {
  it('wait for sponsors where the rules ask for more than one, and are then put in brackets', () => {
    const game = given({}, withProcedure({ sponsors: 3 })).at('floor');
    const option = fresh(game);
    game.when(one, { kind: 'amend', article: art(0), option }).gives('amended');
    expect(game.state.amendments).toMatchObject([{ state: 'waiting', sponsors: [one] }]);
    expect(game.state.articles[0]?.brackets).not.toContain(option);
    const id = game.state.amendments[0]?.id ?? ('' as never);
    game.when(one, { kind: 'sponsor', amendment: id }).refused({ refused: 'already-sponsor' });
    game.when(two, { kind: 'sponsor', amendment: id }).gives('sponsored');
    expect(game.state.amendments[0]?.state).toBe('waiting');
    game.when(three, { kind: 'sponsor', amendment: id }).gives('sponsored');
    expect(game.state.amendments[0]?.state).toBe('open');
    expect(game.state.articles[0]?.brackets).toContain(option);
    expect(game.state.stances[2]?.[0]?.[option]).toBe('support');
  });

  it('are carried along by every draft that does not settle their article, and marked where the text has moved', () => {
    const game = given().at('floor');
    const option = fresh(game);
    game.when(one, { kind: 'amend', article: art(0), option }).at('drafting');
    const other =
      [0, 1, 2, 3].find((item) => item !== option && item !== game.state.articles[0]?.option) ?? 0;
    game.when('chair', draftOf([{ option: other }])).gives('draft-issued');
    expect(game.state.articles[0]?.brackets).toContain(option);
    expect(game.state.amendments[0]).toMatchObject({ state: 'open', conflict: true });
    game
      .when(one, { kind: 'sponsor', amendment: game.state.amendments[0]?.id ?? ('' as never) })
      .gives('sponsored');
    expect(game.state.amendments[0]).toMatchObject({ conflict: false, against: other });
  });

  it('are taken by a draft that says so, and dropped by one that settles otherwise', () => {
    const taken = given().at('floor');
    const option = fresh(taken);
    taken.when(one, { kind: 'amend', article: art(0), option }).at('drafting');
    taken.when('chair', draftOf([{ option }]));
    expect(taken.state.amendments[0]?.state).toBe('taken');
    const dropped = given().at('floor');
    dropped.when(one, { kind: 'amend', article: art(0), option: fresh(dropped) }).at('drafting');
    dropped.when('chair', draftOf([{ option: dropped.state.articles[0]?.option ?? 0, settled: true }]));
    expect(dropped.state.amendments[0]?.state).toBe('dropped');
    dropped
      .when(two, { kind: 'sponsor', amendment: dropped.state.amendments[0]?.id ?? ('' as never) })
      .refused({ refused: 'amendment-closed' });
  });

  it('can be voted on by themselves before the whole text, where the rules allow', () => {
    const change = withProcedure({
      amendmentVotes: true,
      methods: ['vote'],
      threshold: 'simple-majority',
      quorum: 0,
    });
    const carried = (yes: readonly (typeof one)[], no: readonly (typeof one)[]) => {
      const game = given({ methods: ['vote'] }, change).at('floor');
      const option = fresh(game);
      game.when(one, { kind: 'amend', article: art(0), option }).at('decision');
      const amendment = game.state.amendments[0]?.id ?? ('' as never);
      game.when('chair', { kind: 'put', text: [], method: 'vote', amendment }).gives('text-put');
      for (const seat of yes) game.when(seat, { kind: 'answer', answer: 'yes', articles: [], because: [] });
      for (const seat of no) game.when(seat, { kind: 'answer', answer: 'no', articles: [], because: [] });
      game.when('chair', { kind: 'gavel' }).gives('decided');
      expect(game.state.adopted).toBeUndefined();
      expect(game.state.tried).toEqual([]);
      game
        .when('chair', { kind: 'put', text: [], method: 'vote', amendment })
        .refused({ refused: 'amendment-closed' });
      return game.state.articles[0]?.option === option;
    };
    expect(carried([one, two], [three])).toBe(true);
    expect(carried([one], [two])).toBe(false);
    given()
      .at('decision')
      .when('chair', { kind: 'put', text: [], method: 'vote', amendment: 'x' as never })
      .refused({ refused: 'amendment-votes-off' });
  });
});

describe('a point of order', () => {
  const settledOver = (objecting: boolean) => {
    const game = given({}, withProcedure({ orderCost: { token: asToken('capital'), amount: 1 } })).at(
      'corridor',
    );
    if (objecting)
      game.when(two, { kind: 'position', positions: [{ article: art(0), option: 2, stance: 'object' }] });
    return game.at('drafting').when('chair', draftOf([{ option: 2, settled: true }]));
  };

  it('opens an article again that was settled over an objection', () => {
    const game = settledOver(true);
    game
      .when(two, { kind: 'point-of-order', article: art(0) })
      .gives('point-of-order')
      .never('tokens-moved');
    expect(game.state.articles[0]?.settled).toBe(false);
    game.when(two, { kind: 'point-of-order', article: art(0) }).refused({ refused: 'once-a-session' });
    game.when(three, { kind: 'point-of-order', article: art(1) }).refused({ refused: 'not-settled' });
  });

  it('is overruled where nobody had objected, and costs', () => {
    const game = settledOver(false);
    game.when(two, { kind: 'point-of-order', article: art(0) }).gives('point-of-order', 'tokens-moved');
    expect(game.state.articles[0]?.settled).toBe(true);
  });
});

describe('the Chair’s levers', () => {
  it('what is not on the agenda is neither spoken to, nor amended, nor redrafted', () => {
    const game = given()
      .at('floor')
      .when('chair', { kind: 'agenda', articles: [art(1), art(2), art(3)] });
    game.gives('agenda-set');
    game
      .when(one, {
        kind: 'speak',
        positions: [{ article: art(0), option: 1, stance: 'support' }],
        priorities: [],
        tone: 'plain',
        names: [],
      })
      .refused({ refused: 'off-agenda', article: art(0) });
    game
      .when(one, { kind: 'amend', article: art(0), option: fresh(game) })
      .refused({ refused: 'off-agenda' });
    const stands = game.state.articles[0]?.option ?? 0;
    game.at('drafting');
    game.when('chair', draftOf([{ option: (stands + 1) % 4 }])).refused({ refused: 'off-agenda' });
    game.when('chair', draftOf([{ option: stands }])).gives('draft-issued');
    expect(game.at('floor', 1).state.agenda).toHaveLength(4);
  });

  it('a contact group reports what no member objects to and half have spoken for', () => {
    const game = given({}, withProcedure({ groups: 1 })).at('corridor');
    game
      .when('chair', { kind: 'group', article: art(0), facilitator: one, members: [two, three] })
      .gives('group-formed');
    game
      .when('chair', { kind: 'group', article: art(1), facilitator: one, members: [two] })
      .refused({ refused: 'too-many-groups' });
    game.when(four, { kind: 'report', article: art(0), option: 2 }).refused({ refused: 'not-facilitator' });
    game.with((state) => ({
      ...state,
      stances: state.stances.map((rows) => rows.with(0, rows[0]?.map(() => 'silent' as const) ?? [])),
    }));
    game.when(one, { kind: 'report', article: art(0), option: 2 }).refused({ refused: 'group-not-agreed' });
    for (const seat of [one, two])
      game.when(seat, { kind: 'position', positions: [{ article: art(0), option: 2, stance: 'accept' }] });
    game.when(three, { kind: 'position', positions: [{ article: art(0), option: 2, stance: 'object' }] });
    game
      .when(one, { kind: 'report', article: art(0), option: 2 })
      .refused({ refused: 'group-not-agreed', by: three });
    game.when(three, { kind: 'position', positions: [{ article: art(0), option: 2, stance: 'silent' }] });
    game.when(one, { kind: 'report', article: art(0), option: 2 }).gives('group-reported');
    expect(game.state.articles[0]?.option).toBe(2);
  });

  it('the floor has time for so many statements', () => {
    const game = given({}, withProcedure({ statements: 1 })).at('floor');
    const speak = { kind: 'speak', positions: [], priorities: [], tone: 'plain', names: [] } as const;
    game.when(one, speak).gives('spoke');
    game.when(two, speak).refused({ refused: 'floor-closed', most: 1 });
  });
});

describe('after adoption', () => {
  const adopted = (option: number) => {
    const procedure = fullProcedure(art(0), asToken('capital'));
    const game = given({}, withProcedure({ signature: procedure.signature })).at('decision', 0);
    game.when('chair', { kind: 'put', text: [option, 0, 0, 0], method: 'silence' });
    return game.when('chair', { kind: 'gavel' }).gives('decided');
  };

  it('a text that needs signatures binds those who sign it', () => {
    const game = adopted(1);
    expect(game.state.adopted?.bound).toEqual([]);
    game.when(two, { kind: 'sign' }).gives('signed');
    game.when(two, { kind: 'sign' }).refused({ refused: 'already-signed' });
    expect(game.state.adopted?.bound).toEqual([two]);
    game.at('capital');
    game.when('chair', { kind: 'advance' });
    expect(game.state.outcome?.seats.map((seat) => seat.bound)).toEqual([false, true, false, false]);
    given().at('decision').when(one, { kind: 'sign' }).refused({ refused: 'nothing-adopted' });
  });

  it('another text binds all who joined it, without a signature', () => {
    const game = adopted(3);
    expect(game.state.adopted?.bound).toHaveLength(4);
    game.when(two, { kind: 'sign' }).refused({ refused: 'no-signature-needed' });
  });

  it('an explanation of position costs the trust of those who support the article', () => {
    const game = adopted(3).with((state) => ({
      ...state,
      stances: state.stances.map((rows, seat) =>
        seat === 2
          ? rows.with(0, ['silent', 'silent', 'silent', 'support'] as const)
          : rows.with(0, ['silent', 'silent', 'silent', 'silent'] as const),
      ),
    }));
    const before = game.trust(2, 0);
    game.when(one, { kind: 'explain', articles: [art(0)], tone: 'plain' }).gives('explained', 'trust-moved');
    expect(game.trust(2, 0)).toBe(before - 2);
    game
      .when(one, { kind: 'explain', articles: [art(0)], tone: 'plain' })
      .refused({ refused: 'already-explained' });
  });
});
