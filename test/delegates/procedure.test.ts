import { describe, expect, it } from 'vitest';
import { asAmendment, plainWorth, standingText, type Provision } from '../../src/engine/index.ts';
import { art, given, one, three, two, type Game } from '../engine/given.ts';
import { adopted, allWant, doing, quietWorld, rows, wanting } from './situation.ts';

/** The draft begins with option 0 of the first article, 1 of the second, 2 of the third and 3 of the fourth. */

const line = (article: number, option: number): Provision => ({ article: art(article), option });

/** What putting this option into the draft would bring a delegation, by its own numbers. */
const bringing = ({ state }: Game, seat: number, article: number, option: number): number => {
  const mandate = state.mandates[seat];
  if (mandate === undefined) throw new RangeError(`no delegation at ${seat}`);
  const standing = standingText(state.articles);
  return plainWorth(mandate, standing.with(article, option)) - plainWorth(mandate, standing);
};

describe('an amendment', () => {
  const others = [0, 100, 100, 100];
  const harmless = allWant([others, others, others, others]);
  const harmful = allWant([others, [0, 100, 0, 100], others, others]);
  const drafting = (gain: number, change = harmless): Game =>
    wanting(given({}, change).at('drafting'), 0, { table: rows({ 1: [0, 0, gain, 0] }) });

  it('is moved for what is much better for oneself and costs the others nothing', () => {
    const game = drafting(800);
    const act = doing('amend', game, one);
    expect(act?.command).toEqual({ kind: 'amend', article: art(1), option: 2 });
    expect(act?.because).toEqual([{ code: 'article-helps', article: art(1), gain: 800 }]);
    expect(bringing(game, 0, 1, 2)).toBe(800);
  });

  it('is moved for the best of several', () => {
    const game = drafting(800);
    wanting(game, 0, { table: rows({ 0: [0, 900, 0, 0], 1: [0, 0, 800, 0], 3: [850, 0, 0, 0] }) });
    expect(doing('amend', game, one)?.command).toMatchObject({ article: art(0), option: 1 });
  });

  it('is moved for four points and a half, and not for less', () => {
    expect(doing('amend', drafting(450), one)).toBeDefined();
    expect(doing('amend', drafting(449), one)).toBeUndefined();
  });

  it('is not moved for what costs the others much', () => {
    expect(doing('amend', drafting(800, harmful), one)).toBeUndefined();
  });

  it('is not moved across a red line of its own', () => {
    const game = wanting(drafting(800), 0, { table: rows({ 1: [0, 0, 800, 0] }), redLines: [line(1, 2)] });
    expect(doing('amend', game, one)).toBeUndefined();
  });

  it('is not moved on what is settled, off the agenda, or on the table already', () => {
    const rolling = (change: object): Game =>
      drafting(800).with((state) => ({
        ...state,
        articles: state.articles.map((item, place) => (place === 1 ? { ...item, ...change } : item)),
      }));
    expect(doing('amend', rolling({}), one)).toBeDefined();
    expect(doing('amend', rolling({ settled: true }), one)).toBeUndefined();
    expect(doing('amend', rolling({ brackets: [2] }), one)).toBeUndefined();
    const off = drafting(800).with((state) => ({ ...state, agenda: [art(0), art(2), art(3)] }));
    expect(doing('amend', off, one)).toBeUndefined();
  });

  it('is moved once a session, and by no gentle delegation', () => {
    const game = drafting(800);
    expect(doing('amend', game, one, 'hard')).toBeDefined();
    expect(doing('amend', game, one, 'gentle')).toBeUndefined();
    const act = doing('amend', game, one);
    if (act === undefined) throw new Error('an amendment');
    game.when(one, act.command).gives('amended');
    wanting(game, 0, { table: rows({ 0: [0, 900, 0, 0] }) });
    expect(doing('amend', game, one)).toBeUndefined();
  });
});

describe("an amendment of another's that waits for sponsors", () => {
  const moved = (gain: number): Game =>
    wanting(quietWorld().at('floor'), 0, { table: rows({ 1: [0, 0, gain, 0] }) })
      .when(two, { kind: 'amend', article: art(1), option: 2 })
      .gives('amended')
      .with((state) => ({ ...state, spoken: [one] }));

  it('is sponsored by whoever gains enough by it, and not by others', () => {
    const game = moved(150);
    const act = doing('sponsor', game, one);
    const [amendment] = game.state.amendments;
    expect(act?.command).toEqual({ kind: 'sponsor', amendment: amendment?.id });
    expect(act?.because).toEqual([{ code: 'article-helps', article: art(1), gain: 150 }]);
    expect(bringing(game, 0, 1, 2)).toBe(150);
    expect(doing('sponsor', moved(149), one)).toBeUndefined();
  });

  it('is not sponsored across a red line, nor when it waits no longer', () => {
    const red = wanting(moved(800), 0, { table: rows({ 1: [0, 0, 800, 0] }), redLines: [line(1, 2)] });
    expect(doing('sponsor', red, one)).toBeUndefined();
    const open = moved(800).when(three, { kind: 'sponsor', amendment: asAmendment('amendment-1') });
    expect(open.state.amendments[0]?.state).toBe('open');
    expect(doing('sponsor', open, one)).toBeUndefined();
  });

  it('is then in brackets, and not sponsored twice', () => {
    const game = moved(800);
    const act = doing('sponsor', game, one);
    if (act === undefined) throw new Error('a sponsor');
    game.when(one, act.command).gives('sponsored');
    expect(game.state.articles[1]?.brackets).toContain(2);
    expect(doing('sponsor', game, one)).toBeUndefined();
  });

  it('is written anew by its mover where the text has moved, once', () => {
    const game = moved(0);
    wanting(game, 1, { table: rows({ 1: [0, 0, 200, 0] }) });
    const moving = (conflict: boolean): Game =>
      game.with((state) => ({
        ...state,
        spoken: [one, two],
        amendments: state.amendments.map((item) => ({ ...item, conflict })),
      }));
    expect(doing('sponsor', moving(false), two)).toBeUndefined();
    const act = doing('sponsor', moving(true), two);
    expect(act?.because).toEqual([{ code: 'article-helps', article: art(1), gain: 200 }]);
    if (act === undefined) throw new Error('written anew');
    game.when(two, act.command).gives('sponsored');
    expect(doing('sponsor', game, two)).toBeUndefined();
  });
});

describe('a contact group', () => {
  const values = [0, 40, 60, 100];
  const members = [one, two, three];
  type Said = Readonly<Record<number, 'accept' | 'object' | 'support'>>;
  /** What the three members have said of the options of the second article is on record. */
  const group = (said: Said, third: Said = said): Game =>
    given({}, allWant([values, values, values, values]))
      .at('corridor')
      .with((state) => ({
        ...state,
        offered: state.offered.map(() => 99),
        groups: [{ article: art(1), facilitator: one, members }],
        stances: [said, said, third, {}].map((record: Said) =>
          [0, 1, 2, 3].map((article) =>
            [0, 1, 2, 3].map((option) => (article === 1 ? (record[option] ?? 'silent') : 'silent')),
          ),
        ),
      }));

  it('is reported on by whoever leads it: what seems best for all in it', () => {
    const act = doing('report', group({ 1: 'accept', 2: 'support', 3: 'accept' }), one);
    expect(act?.command).toEqual({ kind: 'report', article: art(1), option: 3 });
    expect(act?.because).toEqual([
      { code: 'builds-coalition', with: members, provision: { article: art(1), option: 3 } },
    ]);
  });

  it('does not report what somebody in it objects to', () => {
    const most: Said = { 1: 'accept', 2: 'accept', 3: 'support' };
    expect(doing('report', group(most), one)?.command).toMatchObject({ option: 3 });
    const act = doing('report', group(most, { ...most, 3: 'object' }), one);
    expect(act?.command).toMatchObject({ option: 2 });
  });

  it('reports nothing where too few have spoken, or only for no text at all', () => {
    expect(doing('report', group({}), one)).toBeUndefined();
    expect(doing('report', group({ 0: 'accept' }), one)).toBeUndefined();
  });

  it("does not report what is its leader's red line", () => {
    const game = wanting(group({ 2: 'accept', 3: 'accept' }), 0, { redLines: [line(1, 3)] });
    expect(doing('report', game, one)?.command).toMatchObject({ option: 2 });
  });

  it('is reported on also by whoever leads another, on which it has reported or has nothing to report', () => {
    for (const report of [{ report: 2 }, {}]) {
      const game = group({ 3: 'accept' }).with((state) => ({
        ...state,
        groups: [{ article: art(0), facilitator: one, members, ...report }, ...state.groups],
      }));
      expect(doing('report', game, one)?.command).toEqual({ kind: 'report', article: art(1), option: 3 });
    }
  });

  it('is reported on by nobody else, and once', () => {
    const game = group({ 3: 'accept' });
    expect(doing('report', game, two)).toBeUndefined();
    const act = doing('report', game, one);
    if (act === undefined) throw new Error('a report');
    game.when(one, act.command).gives('group-reported');
    expect(doing('report', game, one)).toBeUndefined();
  });
});

describe('a text that binds whoever signs it', () => {
  /** The first article at option 1 makes it one; the text is worth 3000 to the first delegation. */
  const treaty = (reservation: number, text = [1, 0, 0, 0]): Game =>
    adopted(
      wanting(quietWorld().at('capital'), 0, { table: rows({ 0: [3000, 3000, 3000, 3000] }), reservation }),
      text,
    );

  it('is signed by whoever would rather have it than no agreement', () => {
    const act = doing('sign', treaty(2500), one);
    expect(act?.because).toEqual([{ code: 'better-than-no-agreement', gain: 500 }]);
    expect(doing('sign', treaty(3000), one)?.because).toEqual([
      { code: 'better-than-no-agreement', gain: 0 },
    ]);
    expect(doing('sign', treaty(3001), one)).toBeUndefined();
  });

  it('is signed at once, in the phase that adopted it', () => {
    const game = treaty(2500).with((state) => ({ ...state, phase: 'decision' }));
    expect(doing('sign', game, one)).toBeDefined();
  });

  it('is not signed across a red line, however good it is', () => {
    const table = rows({ 0: [3000, 3000, 3000, 3000] });
    const crossed = (redLines: readonly Provision[]): Game =>
      adopted(wanting(quietWorld().at('capital'), 0, { table, redLines }), [1, 0, 0, 0]);
    expect(doing('sign', crossed([line(3, 1)]), one)).toBeDefined();
    expect(doing('sign', crossed([line(3, 0)]), one)).toBeUndefined();
  });

  it('is signed once; one that needs no signature is not', () => {
    const game = treaty(2500).when(one, { kind: 'sign' }).gives('signed');
    expect(doing('sign', game, one)).toBeUndefined();
    expect(doing('sign', treaty(2500, [3, 0, 0, 0]), one)).toBeUndefined();
  });
});

describe('an explanation of position', () => {
  /** The second article is adopted at option 1; another would have been better by this much. */
  const dislikes = (loss: number, opinion: number): Game =>
    wanting(quietWorld().at('capital'), 0, {
      table: rows({ 1: [0, 0, loss, 9000], 2: [0, 480, 0, 0] }),
      redLines: [line(1, 3)],
    }).with((state) => ({ ...state, opinion: state.opinion.with(0, opinion) }));
  const disliked = (loss: number, opinion = 49): Game => adopted(dislikes(loss, opinion), [0, 1, 0, 0]);

  it('is given on the article that hurts most, against the best that one could have borne', () => {
    const act = doing('explain', disliked(800), one);
    expect(act?.command).toEqual({ kind: 'explain', articles: [art(1)], tone: 'plain' });
    expect(act?.because).toEqual([{ code: 'article-hurts', article: art(1), loss: 800 }]);
  });

  it('is given for five points, and not for less', () => {
    expect(doing('explain', disliked(500), one)).toBeDefined();
    expect(doing('explain', disliked(499), one)).toBeUndefined();
  });

  it('is given only while opinion at home could be better, to win it', () => {
    expect(doing('explain', disliked(800, 50), one)).toBeUndefined();
    const game = disliked(800);
    const act = doing('explain', game, one);
    if (act === undefined) throw new Error('an explanation');
    expect(game.when(one, act.command).gives('explained', 'opinion-moved').state.opinion[0]).toBe(53);
  });

  it('is given once, and only of what was adopted', () => {
    const game = disliked(800).when(one, { kind: 'explain', articles: [art(1)], tone: 'plain' });
    game.gives('explained').with((state) => ({ ...state, opinion: state.opinion.with(0, 49) }));
    expect(doing('explain', game, one)).toBeUndefined();
    expect(doing('explain', dislikes(800, 49), one)).toBeUndefined();
  });
});
