import { describe, expect, it } from 'vitest';
import {
  asDeal,
  asPromise,
  placeOf,
  type DelegationId,
  type Pledge,
  type Style,
} from '../../../src/engine/index.ts';
import { art, given, one, two, type Game } from '../../engine/given.ts';
import { bluffing, invented } from '../play.ts';
import { EXPOSED, quietWorld, rows, styled, wanting } from '../situation.ts';
import { isRedLine, momentIn, momentsByAll, scenarioIn, statedIn, type Moment } from './stated.ts';
import { expectAllSo, THEMES } from './table.ts';
import { isAgainst, leastLoss, lossIn, positionsIn } from './words.ts';

const provision = { article: art(1), option: 2 };

const pledged = (by: DelegationId, to: DelegationId): readonly Pledge[] => [
  {
    id: asPromise('promise-1'),
    deal: asDeal('deal-1'),
    undertaking: { kind: 'position', by, to, provision, stance: 'support' },
    state: 'open',
    open: true,
  },
];

/** The second breaks its word to the first, which speaks next in the session after. */
const broken = (style: Style): Game =>
  quietWorld(styled(style))
    .at('corridor')
    .with((state) => ({ ...state, pledges: pledged(two, one) }))
    .when(two, { kind: 'position', positions: [{ ...provision, stance: 'object' }] })
    .gives('promise-settled')
    .at('floor', 1)
    .with((state) => ({ ...state, tension: 0 }));

/** The second is found out to have worked against the first. */
const exposed = (): Game => {
  return quietWorld(styled('reciprocal'))
    .at('floor')
    .with((state) => ({ ...state, latest: [...state.latest, EXPOSED] }));
};

/** All is as good to the first as the rest, and it has said so, but for one option, for which it has given its word. */
const bound = (game: Game): Game =>
  wanting(game, 0, { table: rows({ 1: [0, 0, -2000, 0] }) }).with((state) => ({
    ...state,
    pledges: pledged(one, two),
    stances: state.stances.with(
      0,
      state.articles.map((_, place) =>
        [0, 1, 2, 3].map((option) => (place === 1 && option === 2 ? 'silent' : 'support')),
      ),
    ),
  }));

const drafted = (): Game =>
  bound(given().at('drafting')).when('chair', {
    kind: 'draft',
    articles: [0, 1, 2, 3].map((option) => ({ option, brackets: [], settled: false })),
  });

const named = (): Game =>
  given()
    .at('floor')
    .with((state) => ({ ...state, spoken: [one] }))
    .when(two, { kind: 'speak', positions: [], priorities: [], tone: 'sharp', names: [one], cites: [] });

/** Nothing is worth anything to it, and all of that is said already. */
const content = (): Game =>
  wanting(given().at('floor'), 0, {}).with((state) => ({
    ...state,
    stances: state.stances.with(
      0,
      state.articles.map(() => ['support', 'support', 'support', 'support']),
    ),
  }));

const situations = [
  momentIn(broken('principled'), one),
  momentIn(broken('reciprocal'), one),
  momentIn(exposed(), one),
  momentIn(bound(given().at('floor')), one),
  momentIn(drafted(), one),
  momentIn(named(), one),
  momentIn(content(), one),
].flat();

const bluffed = [
  ...momentsByAll(bluffing(scenarioIn('class-45')), 'words'),
  ...momentsByAll(bluffing(invented('a')), 'words'),
];
const played: readonly Moment[] = [
  ...bluffed,
  ...['class-45', 'geneva-2021'].flatMap((name) => momentsByAll(scenarioIn(name), 'words')),
  ...momentsByAll(invented('b'), 'words'),
];

describe('what a machine says in public', () => {
  it('is so, and each reason of it is met', () => {
    expectAllSo([...situations, ...played], THEMES.words);
  });

  it('is met in games too, of bluffers as of others: it admits less, and what it says of its losses is true', () => {
    const codes = (moments: readonly Moment[]): ReadonlySet<string> =>
      new Set(statedIn(moments.filter((at) => positionsIn(at).length > 0)).map(({ reason }) => reason.code));
    for (const moments of [played, bluffed])
      expect([...codes(moments)]).toEqual(
        expect.arrayContaining(['red-line', 'article-hurts', 'article-helps', 'bearable', 'linked']),
      );
    expect(bluffed.every(({ self }) => self.delegation.bluff === 60)).toBe(true);
  });

  it('has a reason for each of the first three positions', () => {
    const speaking = played.filter((at) => positionsIn(at).length > 0);
    expect(speaking.length).toBeGreaterThan(50);
    for (const at of speaking) expect(at.kept).toHaveLength(Math.min(3, positionsIn(at).length));
  });

  it('is said beside what the draft says elsewhere, wherever a change there would make it bearable', () => {
    const against = played.flatMap((at) =>
      positionsIn(at).flatMap((position, place) =>
        isAgainst(position) && at.kept[place]?.code !== 'promised' && !isRedLine(at, position)
          ? [{ at, position }]
          : [],
      ),
    );
    const bearableElsewhere = ({ at, position }: (typeof against)[number]): boolean =>
      at.scenario.articles.some(
        ({ id, options }, place) =>
          id !== position.article &&
          options.some(
            (_, option) =>
              !isRedLine(at, { article: id, option }) &&
              lossIn(at, at.standing.with(place, option), position) <= leastLoss(at, position),
          ),
      );
    expect(against.filter(({ position }) => position.beside !== undefined).length).toBeGreaterThan(20);
    expect(
      against
        .filter((item) => bearableElsewhere(item) !== (item.position.beside !== undefined))
        .map(({ position }) => position),
    ).toEqual([]);
  });

  it('has something in it that is wanted, where anything new is, and nothing against a silence that nobody proposes', () => {
    const statements = played.filter(({ act }) => act === 'speak');
    const idle = statements.filter((at) =>
      positionsIn(at).some(({ article, option }) => {
        const rolling = at.view.articles[placeOf(at.scenario, 'article', article)];
        return (
          option === 0 &&
          positionsIn(at).some((other) => other.option > 0) &&
          rolling?.option !== 0 &&
          rolling?.brackets.includes(0) !== true &&
          !at.view.amendments.some((item) => item.article === article && item.option === 0)
        );
      }),
    );
    expect(idle.map(({ command }) => command)).toEqual([]);
    const hopeful = statements.filter((at) => positionsIn(at).some((position) => !isAgainst(position)));
    expect(hopeful.length / statements.length).toBeGreaterThan(0.6);
  });
});
