import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carried, view } from '../../src/engine/index.ts';
import type { Answer, Method } from '../../src/engine/seat.ts';
import { art, given, one, three, two, type Game } from './given.ts';

const TEXT = [1, 2, 1, 0];
const answer = (given_: Answer, articles = [art(0)]) =>
  ({ kind: 'answer', answer: given_, articles, because: [] }) as const;
const put = (method: Method) => ({ kind: 'put', text: TEXT, method }) as const;
const deciding = (methods: readonly Method[] = ['silence', 'consensus']): Game =>
  given({ methods }).at('decision');

describe('a text before the room', () => {
  it('is put by the Chair, whole, in the order of methods that the procedure sets', () => {
    deciding().when(one, put('silence')).refused({ refused: 'not-your-command' });
    deciding()
      .when('chair', { ...put('silence'), text: [1, 2] })
      .refused({ refused: 'malformed', field: 'text' });
    deciding()
      .when('chair', { ...put('silence'), text: [1, 2, 9, 0] })
      .refused({ refused: 'no-such-option', option: 9 });
    deciding()
      .when('chair', put('consensus'))
      .refused({ refused: 'method-not-open', open: ['silence'] });
    deciding().when('chair', put('vote')).refused({ refused: 'method-not-open' });
    const game = deciding().when('chair', put('silence')).gives('text-put');
    game.when('chair', put('silence')).refused({ refused: 'text-already-put' });
    game.when('chair', { kind: 'advance' }).refused({ refused: 'text-already-put' });
  });

  it('is not answered before it is put, nor twice, nor by a ballot where there is no vote', () => {
    deciding().when(one, answer('join')).refused({ refused: 'no-text-put' });
    const game = deciding().when('chair', put('silence'));
    game.when(one, answer('yes')).refused({ refused: 'wrong-answer', method: 'silence' });
    game.when(one, answer('join')).gives('answered');
    game.when(one, answer('object')).refused({ refused: 'already-answered' });
  });

  it('shows who has answered, not what, until the gavel falls', () => {
    const game = deciding().when('chair', put('silence')).when(one, answer('object'));
    const seen = view(game.table, game.state, two);
    expect(seen.decision?.answered).toEqual([one]);
    expect(JSON.stringify(seen)).not.toContain('"object"');
    expect(view(game.table, game.state, one).decision?.mine?.answer).toBe('object');
    game.when('chair', { kind: 'gavel' }).gives('decided');
    expect(JSON.stringify(view(game.table, game.state, two).log)).toContain('"object"');
  });
});

describe('silence and consensus', () => {
  it('adopt when nobody objects; whoever said nothing has not objected', () => {
    for (const method of ['silence', 'consensus'] as const) {
      const game = deciding([method])
        .when('chair', put(method))
        .when(one, answer('join'))
        .when('chair', { kind: 'gavel' });
      expect(game.events('decided')[0]).toMatchObject({ adopted: true, method });
      expect(game.state.adopted?.bound).toHaveLength(4);
    }
  });

  it('one objection stops them', () => {
    const game = deciding()
      .when('chair', put('silence'))
      .when(two, answer('object'))
      .when('chair', { kind: 'gavel' });
    expect(game.events('decided')[0]).toMatchObject({ adopted: false });
    expect(game.state.adopted).toBeUndefined();
    game.when('chair', put('consensus')).gives('text-put');
  });

  it('stopping a consensus costs capital and the trust of those who had joined; breaking silence does not', () => {
    const silence = deciding()
      .when('chair', put('silence'))
      .when(two, answer('object'))
      .when(one, answer('join'));
    const trust = silence.trust(0, 1);
    silence.when('chair', { kind: 'gavel' }).never('tokens-moved').never('trust-moved');
    const capital = silence.tokens(1, 0);
    silence
      .when('chair', put('consensus'))
      .when(two, answer('object'))
      .when(one, answer('join'))
      .when('chair', { kind: 'gavel' });
    expect(silence.tokens(1, 0)).toBe(Math.max(0, capital - 2));
    expect(silence.trust(0, 1)).toBeLessThan(trust);
  });

  it('no more texts than the procedure allows', () => {
    const game = deciding();
    for (let text = 0; text < 3; text += 1)
      game
        .when('chair', put('silence'))
        .when(two, answer('object'))
        .when('chair', { kind: 'gavel' })
        .gives('decided');
    game.when('chair', put('silence')).refused({ refused: 'too-many-texts', most: 3 });
  });

  it('after adoption the game closes with the capital phase, and not before', () => {
    const game = deciding()
      .when('chair', put('silence'))
      .when('chair', { kind: 'gavel' })
      .when('chair', { kind: 'advance' });
    expect(game.state.phase).toBe('capital');
    expect(game.state.status).toBe('open');
    game.when('chair', { kind: 'advance' }).gives('closed', 'scored');
    expect(game.state.outcome).toMatchObject({ end: 'adopted', text: TEXT });
    game.when(one, { kind: 'done' }).refused({ refused: 'game-closed' });
  });
});

describe('a vote', () => {
  const voted = (ballots: readonly Answer[]): Game => {
    const game = deciding(['vote']).when('chair', put('vote'));
    ballots.forEach((ballot, place) => {
      const seat = [one, two, three][place] ?? one;
      game.when(seat, answer(ballot, []));
    });
    return game.when('chair', { kind: 'gavel' });
  };

  it('needs two thirds of those present and voting; abstentions are not votes cast', () => {
    expect(voted(['yes', 'yes', 'no']).events('decided')[0]).toMatchObject({ adopted: true });
    expect(voted(['yes', 'no', 'abstain']).events('decided')[0]).toMatchObject({ adopted: false });
    expect(voted(['yes', 'abstain', 'abstain']).events('decided')[0]).toMatchObject({ adopted: true });
  });

  it('binds those who voted for it', () => {
    expect(voted(['yes', 'yes', 'no']).state.adopted?.bound).toEqual([one, two]);
  });

  it('is not valid without its quorum', () => {
    expect(voted(['yes']).events('decided')[0]).toMatchObject({ adopted: false, valid: false });
  });

  it('thresholds: two thirds implies a majority, a tie never carries, nobody in favour never carries', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (yes, no) => {
        expect(carried('two-thirds', yes, no) && no > 0 && !carried('simple-majority', yes, no)).toBe(false);
        expect(carried('simple-majority', yes, yes)).toBe(false);
        expect(carried('two-thirds', 0, no)).toBe(false);
        expect(carried('two-thirds', 2 * no + 2, no)).toBe(true);
      }),
    );
  });
});
