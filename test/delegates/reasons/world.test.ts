import { describe, expect, it } from 'vitest';
import {
  asDeal,
  asPromise,
  type DelegationId,
  type Scenario,
  type State,
  type Undertaking,
} from '../../../src/engine/index.ts';
import { art, given, one, three, training, two, type Game } from '../../engine/given.ts';
import { channel, dialogue, seaRules } from '../../engine/world.ts';
import { EXPOSED, allWant, quietWorld, rows, styled, wanting } from '../situation.ts';
import { momentIn, momentsIn, scenarioIn, type Moment } from './stated.ts';
import { expectAllSo, THEMES } from './table.ts';

const line = (article: number, option: number) => ({ article: art(article), option });

const pledged = (undertaking: Undertaking): Partial<State> => ({
  pledges: [
    { id: asPromise('promise-1'), deal: asDeal('deal-1'), undertaking, state: 'open', open: true, due: 0 },
  ],
});

/** The first has nothing left to agree in its room with the second, which has wronged it today. */
const wronged = (wrong: (game: Game) => Game): readonly Moment[] => {
  const game = quietWorld(styled('principled'));
  const points = game.state.mandates[0]?.points.map(() => -100) ?? [];
  return momentIn(wrong(wanting(game, 0, { points }).at('corridor')).at('capital'), one);
};
const provision = line(1, 1);
const breaking = wronged((game) =>
  game
    .with((state) => ({
      ...state,
      ...pledged({ kind: 'position', by: two, to: one, provision, stance: 'accept' }),
    }))
    .when(two, { kind: 'position', positions: [{ ...provision, stance: 'object' }] })
    .gives('promise-settled'),
);
const found = wronged((game) => game.with((state) => ({ ...state, latest: [...state.latest, EXPOSED] })));

/** What it owes the first is due. */
const owing = momentIn(
  given()
    .at('corridor')
    .with((state) => ({
      ...state,
      tokens: state.tokens.map(() => [9, 9]),
      ...pledged({ kind: 'later', by: two, to: one, concession: training, due: 0 }),
    })),
  two,
);

/** One red line stands before a draft that would be good. */
const tempted = momentIn(
  wanting(quietWorld().at('capital'), 0, {
    table: rows({ 1: [0, 5000, 0, 0] }),
    reservation: 4500,
    redLines: [line(1, 1)],
    tokenWorth: [20, 20],
  }),
  one,
);

/** The first leads a group on the second article, of which two members can live with option 2. */
const leading = (): Game => {
  const values = [0, 40, 60, 100];
  const members: readonly DelegationId[] = [one, two, three];
  return given({}, allWant([values, values, values, values]))
    .at('corridor')
    .with((state) => ({
      ...state,
      offered: state.offered.map(() => 99),
      groups: [{ article: art(1), facilitator: one, members }],
      stances: state.stances.map((_, seat) =>
        state.articles.map((__, article) =>
          [0, 1, 2, 3].map((option) =>
            article === 1 && option === 2 && (seat === 1 || seat === 2) ? 'accept' : 'silent',
          ),
        ),
      ),
    }));
};

const played = momentsIn(scenarioIn('hospital-night'), 'why/2', 'seasoned');

describe('what is said at home, in side tracks, of an operation and of what has been promised', () => {
  it('is so, and each reason of it is met', () => {
    expectAllSo([breaking, found, owing, tempted, momentIn(leading(), one), played].flat(), THEMES.world);
  });
});

describe('a room that is left', () => {
  it('is left for what was done: a word broken, or a deed found out', () => {
    expect(breaking[0]?.kept).toEqual([{ code: 'broken-promise', by: two }]);
    expect(found[0]?.kept).toEqual([{ code: 'evidence-points-to', towards: two, belief: 1 }]);
  });
});

describe('a room that is entered', () => {
  it('is entered for a point that others seem to want too, not for what is best for oneself alone', () => {
    const disliked = (scenario: Scenario): Scenario => ({
      ...scenario,
      tracks: scenario.tracks.map((track) => ({
        ...track,
        points: track.points.map((point) =>
          point.id === dialogue
            ? {
                ...point,
                worth: point.worth.map((item) =>
                  item.delegation === one ? item : { ...item, worth: { min: -200, max: -100 } },
                ),
              }
            : point,
        ),
      })),
    });
    const game = quietWorld(disliked);
    const points = game.state.mandates[0]?.points.map((_, place) => (place === 0 ? 500 : 200)) ?? [];
    const [moment] = momentIn(wanting(game, 0, { points, tokenWorth: [20, 20] }), one);
    expect(moment?.command).toMatchObject({ kind: 'track', track: channel, step: 'enter' });
    expect(moment?.kept).toEqual([{ code: 'prepares-point', track: channel, point: seaRules }]);
  });
});
