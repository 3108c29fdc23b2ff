import { describe, expect, it } from 'vitest';
import { asArticle, asDelegation, asIncident, view, type Intervention } from '../../src/engine/index.ts';
import { art, capital, funds, given, hospital, offerOf, one, struck, three, two } from './given.ts';

const put = (intervention: Intervention) => ({ kind: 'intervene', intervention }) as const;
const quiet = () => given().with((state) => ({ ...state, incidents: [], tension: 20, risen: 0 }));

describe('whoever runs the room', () => {
  it('is the only one who may intervene, and may do nothing else', () => {
    const game = quiet();
    for (const seat of [one, 'chair', 'observer'] as const)
      game.when(seat, put({ kind: 'close' })).refused({ refused: 'not-your-command' });
    game.when('facilitator', { kind: 'done' }).refused({ refused: 'not-your-command' });
    game.when('facilitator', { kind: 'advance' }).refused({ refused: 'not-your-command' });
    expect(view(game.table, game.state, 'facilitator').may).toEqual(['intervene']);
    expect(view(game.table, game.state, 'facilitator').own).toBeUndefined();
  });

  it('lets an incident happen, to whom and by whom it says; once in a game', () => {
    const game = quiet()
      .when(
        'facilitator',
        put({ kind: 'incident', incident: hospital, victim: two, origin: 'state', culprit: three }),
      )
      .gives('facilitated', 'incident-struck', 'incident-hidden', 'tension-moved');
    expect(game.state.incidents).toMatchObject([
      { id: hospital, victim: two, truth: { origin: 'state', culprit: three } },
    ]);
    game
      .when('facilitator', put({ kind: 'incident', incident: hospital }))
      .refused({ refused: 'already-happened', what: hospital });
    quiet()
      .when('facilitator', put({ kind: 'incident', incident: asIncident('none') }))
      .refused({ refused: 'no-such-incident', incident: 'none' });
    quiet()
      .when('facilitator', put({ kind: 'incident', incident: hospital, victim: two, culprit: three }))
      .refused({ refused: 'culprit-not-fitting' });
    quiet()
      .when(
        'facilitator',
        put({ kind: 'incident', incident: hospital, victim: two, origin: 'state', culprit: two }),
      )
      .refused({ refused: 'oneself' });
  });

  it('lets the truth come out, which judges accusations, and clues that nobody has shared', () => {
    const truth = {
      origin: 'state',
      culprit: three,
      clues: [{ index: 0, origin: 'state', culprit: three, reliability: 80 }],
    } as const;
    struck(truth)
      .when('facilitator', put({ kind: 'leak-clues', incident: hospital }))
      .gives('facilitated', 'clues-leaked')
      .when('facilitator', put({ kind: 'leak-clues', incident: hospital }))
      .refused({ refused: 'no-more-clues', incident: hospital })
      .when('facilitator', put({ kind: 'truth', incident: hospital }))
      .gives('facilitated', 'truth-out')
      .when('facilitator', put({ kind: 'truth', incident: hospital }))
      .refused({ refused: 'truth-is-out', incident: hospital });
  });

  it('writes news on the spot: all read it, tension rises no more than a session allows', () => {
    const game = quiet();
    const allowed = game.table.scenario.tension.risePerSession;
    game
      .when(
        'facilitator',
        put({
          kind: 'bulletin',
          headline: 'Ministers recalled',
          story: 'Both of them.',
          effects: [
            { kind: 'tension', by: 90 },
            { kind: 'tokens', of: [one], token: capital, by: 2 },
          ],
          damage: { to: two, points: 3 },
        }),
      )
      .gives('facilitated', 'tension-moved', 'tokens-moved', 'corrected');
    expect(game.state.tension).toBe(20 + allowed);
    expect(game.state.damage[1]).toBe(3);
    for (const seat of ['observer', three] as const)
      expect(JSON.stringify(view(game.table, game.state, seat).log)).toContain('Ministers recalled');
  });

  it('can take damage off a delegation, and help that comes later takes away no more than is left', () => {
    const game = struck({ origin: 'accident', clues: [] });
    const { damage = 0, victim } = game.state.incidents.find(({ id }) => id === hospital) ?? {};
    const place = game.table.scenario.delegations.findIndex(({ id }) => id === victim);
    expect(damage).toBeGreaterThan(1);
    const points = 0 - (game.state.damage[place] ?? 0);
    game
      .when(
        'facilitator',
        put({ kind: 'bulletin', headline: 'Up again', story: '', effects: [], damage: { to: two, points } }),
      )
      .gives('corrected')
      .when(one, { kind: 'respond', incident: hospital, response: { kind: 'assist' } })
      .gives('damage-eased');
    expect(victim).toBe(two);
    expect(game.state.damage[place]).toBe(0);
    expect(game.state.incidents[0]?.damage).toBeLessThan(damage);
  });

  it('gives one delegation new instructions that nobody else sees', () => {
    const game = quiet();
    const before = game.state.mandates[0]?.reservation ?? 0;
    game
      .when('facilitator', put({ kind: 'instruction', to: one, message: 'Be bold', reservation: -200 }))
      .gives('facilitated', 'instruction-given', 'instructed');
    expect(game.state.mandates[0]?.reservation).toBe(Math.max(0, before - 200));
    expect(JSON.stringify(view(game.table, game.state, one))).toContain('Be bold');
    for (const seat of [two, 'chair', 'observer', 'facilitator'] as const)
      expect(JSON.stringify(view(game.table, game.state, seat))).not.toContain('Be bold');
    game
      .when('facilitator', put({ kind: 'instruction', to: asDelegation('atlantis'), message: 'x' }))
      .refused({ refused: 'no-such-delegation', delegation: 'atlantis' });
    game
      .when('facilitator', put({ kind: 'instruction', to: one, message: ' ' }))
      .refused({ refused: 'malformed', field: 'message' });
  });

  it('sets right what went wrong, and says why; what is as it should be is no correction', () => {
    const because = 'a slip of the finger';
    const right = (what: Extract<Intervention, { kind: 'correct' }>['what']) =>
      put({ kind: 'correct', what, because });
    const game = quiet();
    game
      .when('facilitator', right({ of: 'tokens', delegation: one, token: funds, to: 7 }))
      .gives('facilitated', 'tokens-moved');
    game
      .when('facilitator', right({ of: 'tokens', delegation: one, token: funds, to: 7 }))
      .refused({ refused: 'no-change' });
    game.when('facilitator', right({ of: 'tension', to: 55 })).gives('facilitated', 'corrected');
    expect([game.state.tension, game.state.risen]).toEqual([55, 0]);
    game.when('facilitator', right({ of: 'trust', from: one, to: two, points: 90 })).gives('trust-moved');
    expect(game.state.trust[0]?.[1]).toBe(90);
    game
      .when(
        'facilitator',
        right({ of: 'stance', delegation: two, position: { article: art(0), option: 1, stance: 'object' } }),
      )
      .gives('position-taken');
    expect(game.state.stances[1]?.[0]?.[1]).toBe('object');
    game
      .when(
        'facilitator',
        right({ of: 'article', article: art(1), now: { option: 2, brackets: [], settled: true } }),
      )
      .gives('corrected');
    expect(game.state.articles[1]).toMatchObject({ option: 2, brackets: [], settled: true });
    game
      .when(
        'facilitator',
        right({
          of: 'article',
          article: asArticle('none'),
          now: { option: 0, brackets: [], settled: false },
        }),
      )
      .refused({ refused: 'no-such-article', article: 'none' });
    game
      .when('facilitator', right({ of: 'tension', to: Number.NaN }))
      .refused({ refused: 'malformed', field: 'to' });
  });

  it('takes back an offer that was made by mistake', () => {
    const game = quiet().at('corridor');
    game.when(one, offerOf([two], [{ kind: 'restraint', by: one, to: two, through: 1 }])).gives('offered');
    const offer = game.state.offers[0]?.id;
    expect(offer).toBeDefined();
    if (offer === undefined) return;
    game
      .when(
        'facilitator',
        put({ kind: 'correct', what: { of: 'offer', offer }, because: 'the wrong partner' }),
      )
      .gives('facilitated', 'offer-withdrawn');
    expect(game.state.offers).toEqual([]);
  });

  it('ends play: the game is closed and scored', () => {
    const game = quiet()
      .when('facilitator', put({ kind: 'close' }))
      .gives('facilitated', 'closed', 'scored');
    // A decision still lay ahead: nobody knows how it would have ended.
    expect(game.state.outcome?.end).toBe('stopped');
    game.when('facilitator', put({ kind: 'close' })).refused({ refused: 'game-closed' });
  });

  it('whatever is sent instead of an intervention is refused', () => {
    for (const nonsense of [
      undefined,
      null,
      7,
      'close',
      {},
      { kind: 'magic' },
      { kind: 'correct' },
      { kind: 'bulletin', headline: 'x', story: '', effects: [null] },
    ])
      quiet()
        .when('facilitator', { kind: 'intervene', intervention: nonsense as never })
        .refused(expect.objectContaining({ refused: 'malformed' }) as never);
  });
});
