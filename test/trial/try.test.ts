import { describe, expect, it } from 'vitest';
import { remarksOn, summed, tryOnce, type TriedGame } from '../../src/trial/index.ts';
import { tiny } from '../fixtures/index.ts';

const seat = (utility: number, walkAway: number, met: boolean): TriedGame['seats'][number] => ({
  utility,
  walkAway,
  met,
});
/** A game as one wants it: all three gain, the second text of each article, calm. */
const game = (change: Partial<TriedGame> = {}): TriedGame => ({
  seed: 'x',
  end: 'adopted',
  tension: 30,
  session: 1,
  incidents: 1,
  feasible: true,
  nashShare: 0.9,
  text: [1, 1, 1],
  seats: [seat(6000, 4000, true), seat(6000, 4000, true), seat(6000, 4000, true)],
  ...change,
});
const { text: _text, ...failed } = game({
  end: 'not-adopted',
  nashShare: 0,
  seats: [seat(4000, 4000, false), seat(4000, 4000, false), seat(4000, 4000, false)],
});
const ten = (make: (k: number) => TriedGame): readonly TriedGame[] =>
  Array.from({ length: 10 }, (_, k) => make(k));
const codes = (games: readonly TriedGame[]): readonly string[] =>
  remarksOn(summed(tiny, games)).map(({ code }) => code);

describe('a trial', () => {
  it('plays a game to its end, the same for the same seed', () => {
    const one = tryOnce(tiny, 'try/1');
    expect(one).toEqual(tryOnce(tiny, 'try/1'));
    expect(one.end).not.toBe('unfinished');
    expect(one.seats).toHaveLength(3);
    expect(one.text === undefined).toBe(one.end !== 'adopted');
  });

  it('adds up', () => {
    const sum = summed(tiny, [game(), game({ nashShare: 0.5, text: [2, 1, 0], tension: 50 }), failed]);
    expect(sum.ends).toEqual({ adopted: 2, 'not-adopted': 1, collapsed: 0, unfinished: 0 });
    expect(sum.nashShare).toBeCloseTo((0.9 + 0.5) / 3, 10);
    expect(sum.tension).toBeCloseTo(110 / 3, 10);
    expect(sum.articles).toEqual([
      [0, 1, 1],
      [0, 2, 0],
      [1, 1, 0],
    ]);
    expect(sum.seats[0]).toEqual({ utility: 16000 / 3, walkAway: 4000, met: 2 / 3 });
  });

  it('says nothing of nothing', () => {
    expect(remarksOn(summed(tiny, []))).toEqual([]);
  });
});

describe('what is said of a trial', () => {
  const mixed = (k: number): TriedGame =>
    k < 3
      ? failed
      : game({
          text: [1, (k % 2) + 1, 1],
          seats: [seat(6000, 4000, true), seat(6000, 4000, true), seat(6000, 4000, k > 4)],
        });
  it('nothing to mend', () => expect(codes(ten(mixed))).toEqual(['balanced']));
  it('a seat never gains', () => {
    const games = ten((k) =>
      k < 3 ? failed : { ...mixed(k), seats: [seat(3000, 4000, false), ...game().seats.slice(1)] },
    );
    expect(remarksOn(summed(tiny, games))).toEqual([
      { code: 'never-gains', place: 0, utility: 3300, walkAway: 4000 },
    ]);
  });
  it('a seat seldom gains', () => {
    const games = ten((k) =>
      k < 3 ? failed : { ...mixed(k), seats: [seat(4000, 4000, k === 9), ...game().seats.slice(1)] },
    );
    expect(remarksOn(summed(tiny, games))).toEqual([{ code: 'seldom-gains', place: 0, count: 1, games: 10 }]);
  });
  it('everybody always gains', () => {
    expect(codes(ten((k) => game({ text: [1, (k % 2) + 1, 1] })))).toEqual(['all-gain']);
  });
  it('one seat always gains, and the text is always adopted', () => {
    const games = ten((k) =>
      game({
        text: [1, (k % 2) + 1, 1],
        seats: [seat(6000, 4000, true), seat(1, 1, k > 3), seat(1, 1, k > 4)],
      }),
    );
    expect(codes(games)).toEqual(['always-gains', 'always-adopted']);
  });
  it('always one text, an article that is always left out', () => {
    expect(codes(ten((k) => (k < 3 ? failed : game({ text: [1, 1, 0] }))))).toEqual([
      'same-text',
      'article-dead',
    ]);
  });
  it('hardly anything is adopted; nothing could be; talks collapse; machines never end', () => {
    expect(codes(ten(() => failed))).toEqual(['hardly-adopted']);
    expect(codes(ten(() => ({ ...failed, feasible: false })))).toEqual([
      'nothing-feasible',
      'hardly-adopted',
    ]);
    expect(codes(ten((k) => (k < 5 ? { ...failed, end: 'collapsed' } : mixed(k))))).toEqual(['collapses']);
    expect(codes(ten((k) => (k < 1 ? { ...failed, end: 'unfinished' } : mixed(k))))).toContain('unfinished');
  });
  it('much is left on the table; it ends tense', () => {
    expect(codes(ten((k) => ({ ...mixed(k), nashShare: 0.4 })))).toEqual(['far-from-best']);
    expect(codes(ten((k) => ({ ...mixed(k), tension: 85 })))).toEqual(['tense']);
  });
});
