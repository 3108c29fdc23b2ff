import { describe, expect, it } from 'vitest';
import { asArticle, asDelegation, type Command } from '../../src/engine/seat.ts';
import { art, given, one, three, two } from './given.ts';

const statement = (change: Partial<Extract<Command, { kind: 'speak' }>> = {}): Command => ({
  kind: 'speak',
  positions: [{ article: art(0), option: 2, stance: 'support' }],
  priorities: [art(0)],
  tone: 'plain',
  names: [],
  ...change,
});
const floor = () => given().at('floor');

describe('a statement', () => {
  it('is made once a session, on the floor, and declares positions and priorities', () => {
    given().when(one, statement()).refused({ refused: 'wrong-phase', now: 'briefing' });
    const game = floor().when(one, statement()).gives('spoke');
    expect(game.state.stances[0]?.[0]?.[2]).toBe('support');
    expect(game.state.priorities[0]).toEqual([art(0)]);
    game.when(one, statement()).refused({ refused: 'already-spoken' });
    game.at('floor', 1).when(one, statement()).gives('spoke');
  });

  it('has its limits', () => {
    const position = { article: art(0), option: 1, stance: 'accept' } as const;
    floor()
      .when(one, statement({ positions: Array.from({ length: 5 }, () => position) }))
      .refused({ refused: 'too-many-positions', most: 4 });
    floor()
      .when(one, statement({ priorities: [art(0), art(0)] }))
      .refused({ refused: 'malformed', field: 'priorities' });
    floor()
      .when(one, statement({ priorities: [art(0), art(1), art(2), art(3)] }))
      .refused({ refused: 'malformed' });
    floor()
      .when(one, statement({ positions: [{ ...position, article: asArticle('art-77') }] }))
      .refused({ refused: 'no-such-article' });
    floor()
      .when(one, statement({ positions: [{ ...position, option: 7 }] }))
      .refused({ refused: 'no-such-option', options: 4 });
    floor()
      .when(one, statement({ names: [asDelegation('atlantis')] }))
      .refused({ refused: 'no-such-delegation' });
    floor()
      .when(one, statement({ names: [one] }))
      .refused({ refused: 'oneself' });
  });

  it('may say beside what in the draft an option is spoken of, if that stands there on another article', () => {
    const stands = floor().state.articles[1]?.option ?? 0;
    const beside = { article: art(1), option: stands };
    const position = { article: art(0), option: 2, stance: 'object', beside } as const;
    const game = floor().when(one, statement({ positions: [position] }));
    expect(game.events('spoke')).toMatchObject([{ positions: [position] }]);
    expect(game.state.stances[0]?.[0]?.[2]).toBe('object');
    for (const untrue of [
      { article: art(1), option: stands + 1 },
      { article: art(0), option: floor().state.articles[0]?.option ?? 0 },
    ])
      floor()
        .when(one, statement({ positions: [{ ...position, beside: untrue }] }))
        .refused({ refused: 'malformed', field: 'beside' });
    floor()
      .when(one, statement({ positions: [{ ...position, beside: { article: art(1), option: 9 } }] }))
      .refused({ refused: 'no-such-option' });
  });

  it('warm words win trust, sharp words lose it and raise tension; whoever is named may reply once', () => {
    const warm = floor();
    const before = warm.trust(1, 0);
    warm
      .when(one, statement({ tone: 'warm', names: [two] }))
      .gives('spoke', 'trust-moved')
      .never('tension-moved');
    expect(warm.trust(1, 0)).toBeGreaterThan(before);
    const sharp = floor()
      .when(one, statement({ tone: 'sharp', names: [two] }))
      .gives('spoke', 'trust-moved', 'tension-moved');
    expect(sharp.trust(1, 0)).toBeLessThan(before);
    sharp.when(three, { kind: 'reply', to: one, tone: 'plain' }).refused({ refused: 'not-named', by: one });
    sharp.when(two, { kind: 'reply', to: one, tone: 'plain' }).gives('replied');
    sharp.when(two, { kind: 'reply', to: one, tone: 'plain' }).refused({ refused: 'not-named', by: one });
  });
});

describe('an amendment', () => {
  const free = (game: ReturnType<typeof given>) => {
    const article = game.state.articles[0];
    const option = [0, 1, 2, 3].find(
      (candidate) => candidate !== article?.option && article?.brackets.includes(candidate) === false,
    );
    if (option === undefined) throw new Error('an option is free');
    return option;
  };

  it('puts an option in brackets beside what stands, with its sponsor', () => {
    const game = floor().with((state) => ({
      ...state,
      articles: state.articles.map((article) => ({ ...article, brackets: [] })),
    }));
    const option = free(game);
    const standing = game.state.articles[0]?.option;
    game.when(one, { kind: 'amend', article: art(0), option }).gives('amended');
    expect(game.state.articles[0]).toMatchObject({
      option: standing,
      brackets: [option],
      settled: false,
      sponsors: [{ option, by: one }],
    });
    expect(game.state.stances[0]?.[0]?.[option]).toBe('support');
    game
      .when(two, { kind: 'amend', article: art(0), option })
      .refused({ refused: 'already-on-table', article: art(0), option });
  });

  it('reopens a settled article at a price', () => {
    const settled = () =>
      floor().with((state) => ({
        ...state,
        articles: state.articles.map((article) => ({ ...article, brackets: [], settled: true })),
      }));
    const game = settled();
    const option = free(game);
    const before = game.tokens(0, 0);
    game.when(one, { kind: 'amend', article: art(0), option }).gives('tokens-moved', 'amended');
    expect(game.tokens(0, 0)).toBe(before - 1);
    expect(game.state.articles[0]?.settled).toBe(false);
    settled()
      .with((state) => ({ ...state, tokens: state.tokens.map((row) => row.map(() => 0)) }))
      .when(one, { kind: 'amend', article: art(0), option })
      .refused({ refused: 'over-budget', have: 0, need: 1 });
  });
});

describe("the Chair's draft", () => {
  const draft = (settled: boolean, brackets: readonly number[] = []): Command => ({
    kind: 'draft',
    articles: [0, 1, 2, 3].map((option) => ({ option, brackets, settled })),
  });

  it('says for every article what stands and what stays in brackets', () => {
    const game = given().at('drafting');
    game.when(one, draft(true)).refused({ refused: 'not-your-command' });
    game.when('chair', { kind: 'draft', articles: [] }).refused({ refused: 'malformed', field: 'articles' });
    game.when('chair', draft(true, [0, 3])).refused({ refused: 'malformed', field: 'settled' });
    game.when('chair', draft(false, [9])).refused({ refused: 'no-such-option', option: 9 });
    game.when('chair', draft(false, [3, 1])).gives('draft-issued');
    expect(game.state.articles.map((article) => article.brackets)).toEqual([[1, 3], [3], [1, 3], [1]]);
    expect(game.when('chair', draft(true)).state.drafts).toBe(2);
  });
});

describe('phases', () => {
  it('follow the calendar; a closed folder is opened again in the next phase', () => {
    const game = given().when(one, { kind: 'done' }).gives('done');
    game.when(one, { kind: 'done' }).refused({ refused: 'already-done' });
    game.when('chair', { kind: 'advance' }).gives('phase-opened');
    expect([game.state.phase, game.state.done]).toEqual(['floor', []]);
    game.when(one, { kind: 'advance' }).refused({ refused: 'not-your-command' });
    game.when('observer', { kind: 'done' }).refused({ refused: 'not-your-command' });
    game.when(asDelegation('atlantis'), { kind: 'done' }).refused({ refused: 'no-such-delegation' });
  });

  it('the last one of the last session closes the game without a text', () => {
    const game = given({ sessions: 2 })
      .at('capital', 1)
      .when('chair', { kind: 'advance' })
      .gives('closed', 'scored');
    const outcome = game.state.outcome;
    expect(outcome?.end).toBe('not-adopted');
    outcome?.seats.forEach((seat) => {
      expect(seat.utility).toBe(seat.walkAway);
      expect(seat.utility).toBe(seat.parts.text + seat.parts.tokens + seat.parts.deeds + seat.parts.world);
    });
  });
});
