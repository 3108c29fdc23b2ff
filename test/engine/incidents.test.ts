import { describe, expect, it } from 'vitest';
import { asDelegation, USUAL_RULES, type Response } from '../../src/engine/seat.ts';
import { easedBy } from '../../src/engine/consequences.ts';
import { art, four, given, hospital, offerOf, one, struck, three, two, type Game } from './given.ts';

const clues = [
  { index: 0, origin: 'state', culprit: three, reliability: 80 },
  { index: 1, origin: 'criminals', reliability: 50 },
] as const;
const byState = { origin: 'state', culprit: three, clues } as const;
const respond = (response: Response) => ({ kind: 'respond', incident: hospital, response }) as const;
const accuse = (
  culprit: typeof one | undefined,
  origin: 'state' | 'accident' | 'criminals' = 'state',
): ReturnType<typeof respond> =>
  respond({
    kind: 'attribute',
    origin,
    confidence: 'moderate',
    ...(culprit === undefined ? {} : { culprit }),
  });
const rich = (game: Game): Game =>
  game.with((state) => ({ ...state, tokens: state.tokens.map((row) => row.map(() => 5)) }));

describe('an investigation', () => {
  it('costs a token and finds the next clue, which only the investigator sees', () => {
    const game = rich(struck(byState))
      .when(one, respond({ kind: 'investigate' }))
      .gives('tokens-moved', 'responded', 'clue-found');
    expect(game.tokens(0, 0)).toBe(4);
    expect(game.state.incidents[0]?.known[0]).toEqual([0]);
    expect(game.state.incidents[0]?.known[1]).toEqual([]);
    game.when(one, respond({ kind: 'investigate' })).gives('clue-found');
    game
      .when(one, respond({ kind: 'investigate' }))
      .refused({ refused: 'no-more-clues', incident: hospital });
  });

  it('is refused without tokens, and once the truth is out', () => {
    struck(byState)
      .with((state) => ({ ...state, tokens: state.tokens.map((row) => row.map(() => 0)) }))
      .when(one, respond({ kind: 'investigate' }))
      .refused({ refused: 'over-budget', have: 0, need: 1 });
    rich(struck(byState))
      .with((state) => ({
        ...state,
        incidents: state.incidents.map((incident) => ({ ...incident, out: true })),
      }))
      .when(one, respond({ kind: 'investigate' }))
      .refused({ refused: 'truth-is-out', incident: hospital });
  });
});

describe('sharing', () => {
  it('hands over what one knows, and whoever learns something thinks better of the giver', () => {
    const game = rich(struck(byState))
      .when(one, respond({ kind: 'share', with: two }))
      .refused({ refused: 'no-clues' });
    game.when(one, respond({ kind: 'investigate' }));
    const before = game.trust(1, 0);
    game.when(one, respond({ kind: 'share', with: two })).gives('clues-shared', 'trust-moved');
    expect(game.trust(1, 0)).toBeGreaterThan(before);
    game
      .when(one, respond({ kind: 'share', with: two }))
      .gives('clues-shared')
      .never('trust-moved');
    game.when(one, respond({ kind: 'share', with: 'all' })).gives('clues-shared');
    expect(game.state.incidents[0]?.known).toEqual([[0], [0], [0], [0]]);
  });

  it('can be part of a deal, if there is something to hand over', () => {
    const game = rich(struck(byState)).at('corridor');
    const hand = { kind: 'intelligence', by: one, to: two, incident: hospital } as const;
    game.when(one, offerOf([two], [hand])).refused({ refused: 'no-clues', incident: hospital });
    game
      .when(one, respond({ kind: 'investigate' }))
      .when(one, offerOf([two], [hand]))
      .gives('offered');
    const id = game.state.offers[0]?.id;
    if (id === undefined) throw new Error('offered');
    game.when(two, { kind: 'accept', offer: id, because: [] }).gives('deal-struck', 'clues-shared');
    expect(game.state.incidents[0]?.known[1]).toEqual([0]);
  });
});

describe('help', () => {
  it('takes a quarter of the damage away, at least a point, and is remembered', () => {
    expect([0, 1, 3, 4, 8, 9].map((damage) => easedBy(damage, USUAL_RULES.help))).toEqual([0, 1, 1, 1, 2, 3]);
    const game = rich(struck(byState));
    const before = game.trust(1, 0);
    game.when(two, respond({ kind: 'assist' })).refused({ refused: 'oneself' });
    game
      .when(one, respond({ kind: 'assist' }))
      .gives('tokens-moved', 'responded', 'damage-eased', 'trust-moved');
    expect(game.state.incidents[0]?.damage).toBe(6);
    expect(game.state.damage[1]).toBe(6);
    expect(game.trust(1, 0)).toBeGreaterThan(before);
    game.when(one, respond({ kind: 'assist' })).refused({ refused: 'already-responded', incident: hospital });
  });
});

describe('the hotline', () => {
  it('is for the victim and for whoever is suspected or accused, and calms', () => {
    const game = struck(byState, two, three);
    const before = game.state.tension;
    game
      .when(one, respond({ kind: 'hotline', to: two }))
      .refused({ refused: 'not-concerned', incident: hospital });
    game.when(three, respond({ kind: 'hotline', to: two })).gives('responded', 'tension-moved');
    expect(game.state.tension).toBe(before - 4);
    game.when(two, respond({ kind: 'hotline', to: four })).gives('responded');
    game.when(two, respond({ kind: 'hotline', to: two })).refused({ refused: 'oneself' });
  });
});

describe('an attribution', () => {
  it('of a state must name one, of an accident must not', () => {
    struck(byState).when(one, accuse(undefined)).refused({ refused: 'culprit-needed' });
    struck(byState).when(one, accuse(three, 'accident')).refused({ refused: 'culprit-not-fitting' });
    struck(byState).when(one, accuse(one)).refused({ refused: 'oneself' });
    struck(byState)
      .when(one, accuse(asDelegation('atlantis')))
      .refused({ refused: 'no-such-delegation' });
  });

  it('raises tension, costs the trust of the accused and gives it the right of reply', () => {
    const game = struck(byState);
    const before = [game.state.tension, game.trust(2, 0)] as const;
    game.when(one, accuse(three)).gives('responded', 'tension-moved', 'trust-moved');
    expect(game.state.tension).toBe(before[0] + 3);
    expect(game.trust(2, 0)).toBeLessThan(before[1]);
    expect(game.state.accused).toEqual([0, 0, 1, 0]);
    expect(game.state.replies).toEqual([{ named: three, by: one }]);
    game.when(one, accuse(four)).refused({ refused: 'already-responded', incident: hospital });
  });

  it('breaks a promise of restraint', () => {
    const game = given().at('corridor');
    game.when(one, offerOf([three], [{ kind: 'restraint', by: one, to: three, through: 2 }], true));
    const id = game.state.offers[0]?.id;
    if (id === undefined) throw new Error('offered');
    game.when(three, { kind: 'accept', offer: id, because: [] }).gives('promised');
    const incidents = struck(byState).state.incidents;
    game
      .with((state) => ({ ...state, incidents }))
      .when(one, accuse(three))
      .gives('responded', 'promise-settled');
    expect(game.events('promise-settled')[0]).toMatchObject({ state: 'broken', by: one, to: three });
  });

  it('that the truth contradicts costs the accuser, one that it bears out does not', () => {
    const until = (culprit: typeof one, seed: string): Game => {
      const game = struck(byState, two, undefined, seed).when(one, accuse(culprit)).gives('responded');
      for (let session = 1; session < 3 && game.state.incidents[0]?.out !== true; session += 1)
        game.at('briefing', session);
      return game;
    };
    const seeds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const found = [three, four]
      .flatMap((culprit) => seeds.map((seed) => until(culprit, seed)))
      .filter((game) => game.state.incidents[0]?.out === true);
    for (const game of found) {
      const judged = game
        .log()
        .filter((event) => event.kind === 'trust-moved' && event.why.code === 'wrongly-accused');
      const right = game.state.incidents[0]?.responses[0]?.response;
      const wrong = right?.kind === 'attribute' && right.culprit === four;
      expect(judged.length > 0).toBe(wrong);
    }
    expect(found.length).toBeGreaterThan(4);
  });

  it('opens the way to sanctions, which cost more', () => {
    const game = struck(byState);
    game.when(one, respond({ kind: 'sanction', on: three })).refused({ refused: 'not-accused', on: three });
    game
      .when(two, accuse(three))
      .when(one, respond({ kind: 'sanction', on: three }))
      .gives('responded', 'tension-moved', 'trust-moved');
    expect(game.events('tension-moved')[0]?.by).toBe(5);
  });

  it('of an accident or of crime calms', () => {
    const game = struck(byState)
      .when(two, accuse(undefined, 'criminals'))
      .gives('responded', 'tension-moved');
    expect(game.events('tension-moved')[0]?.by).toBe(-2);
  });
});

describe('tension', () => {
  it('rises by no more in a session than the ladder allows', () => {
    const game = struck(byState).with((state) => ({ ...state, risen: 19 }));
    game.when(one, accuse(three)).gives('tension-moved');
    expect(game.events('tension-moved')[0]?.by).toBe(1);
    game.when(two, accuse(four)).gives('responded').never('tension-moved');
  });

  it('at the top of the ladder the talks collapse and everybody is scored without a text', () => {
    const game = struck(byState)
      .with((state) => ({ ...state, tension: 98 }))
      .when(one, accuse(three))
      .gives('tension-moved', 'closed', 'scored');
    expect(game.state.status).toBe('closed');
    expect(game.state.outcome?.end).toBe('collapsed');
    expect(game.state.outcome?.seats.every((seat) => !seat.bound)).toBe(true);
  });
});

describe('an incident', () => {
  it('is softened by a settled provision that is meant to soften it', () => {
    const totals = [false, true].map((settled) => {
      let damage = 0;
      for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
        const game = given({ incidents: 100, seed }).with((state) => ({
          ...state,
          articles: state.articles.map((article, place) =>
            place === 1 ? { ...article, option: 1, settled } : article,
          ),
        }));
        game.at('briefing', 1);
        damage += game.events('incident-struck').reduce((sum, event) => sum + event.damage, 0);
        damage += game
          .log()
          .reduce((sum, event) => sum + (event.kind === 'incident-struck' ? event.damage : 0), 0);
      }
      return damage;
    });
    expect(totals[1]).toBeLessThan(totals[0] ?? 0);
  });

  it('makes what it touches weigh more for its victim than for others', () => {
    const game = given({ incidents: 100 });
    const instructed = game
      .log()
      .filter((event) => event.kind === 'instructed' && event.why.code === 'incident');
    const strike = game.log().find((event) => event.kind === 'incident-struck');
    if (strike?.kind !== 'incident-struck') throw new Error('an incident comes for certain');
    const weights = new Map<string, number>();
    for (const event of instructed)
      if (event.kind === 'instructed') weights.set(event.delegation, event.mandate.raw.weights[0] ?? 0);
    expect(weights.size).toBe(4);
    expect(art(0)).toBe('art-0');
    const before = game.state.mandates.map((mandate) => mandate.raw.weights[0] ?? 0);
    expect(before.every((weight) => weight > 0)).toBe(true);
  });
});
