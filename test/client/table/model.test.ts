import { describe, expect, it } from 'vitest';
import {
  asArticle,
  asConcession,
  asDelegation,
  asToken,
  decide,
  evolve,
  lay as layTable,
  open,
  plainWorth,
  standingText,
  type RollingArticle,
  type Undertaking,
  type View,
} from '../../../src/engine/index.ts';
import type { Mat } from '../../../src/client/session/contract.ts';
import { soundOf, viewOfEvent, viewOfPhase } from '../../../src/client/table/director.ts';
import {
  cardName,
  deckOf,
  pileOf,
  PILES,
  undertake,
  type Parties,
} from '../../../src/client/table/model/deck.ts';
import { cardFace, slipFace } from '../../../src/client/table/model/faces.ts';
import { approach, clear, lay, lift, sameSubject, turn } from '../../../src/client/table/model/mat.ts';
import { points, range } from '../../../src/client/table/model/points.ts';
import { answersUnder, lastAnswers, posturesOf, signOf } from '../../../src/client/table/model/room.ts';
import { gist, rims } from '../../../src/client/table/model/sentence.ts';
import { canOffer, handPage, NEW_TALK, offerOnMat, offersTo } from '../../../src/client/table/model/talk.ts';
import { stancesOnStanding, temperColour, temperOf } from '../../../src/client/table/model/temper.ts';
import { distinct, linesOf } from '../../../src/client/table/model/world.ts';
import { stepAt } from '../../../src/client/table/paint/ladder.ts';
import { targetAt } from '../../../src/client/table/pointing.ts';
import { conference } from './conference.ts';
import { ME, playConference, type MomentName } from './play.ts';

const moments = playConference();
const at = (name: MomentName): View => {
  const moment = moments.get(name);
  if (moment === undefined) throw new RangeError(name);
  return moment.view;
};
const INDIA = asDelegation('india');
const parties: Parties = { me: ME, partner: INDIA };
const english = (words: Readonly<Record<string, string>>): string => words['en'] ?? '';

describe('the warmth of an article', () => {
  const rolling = (more: Partial<RollingArticle>): RollingArticle => ({
    option: 1,
    brackets: [],
    settled: false,
    sponsors: [],
    ...more,
  });

  it('is whole when it is settled, whatever was said', () => {
    expect(temperOf(rolling({ settled: true }), ['object', 'object']).warmth).toBe(1);
  });

  it('falls with every objection and every bracket and rises with support', () => {
    const calm = temperOf(rolling({}), ['silent', 'silent', 'silent']).warmth;
    expect(temperOf(rolling({}), ['object', 'silent', 'silent']).warmth).toBeLessThan(calm);
    expect(temperOf(rolling({ brackets: [2] }), ['silent', 'silent', 'silent']).warmth).toBeLessThan(calm);
    expect(temperOf(rolling({}), ['support', 'accept', 'silent']).warmth).toBeGreaterThan(calm);
  });

  it('never looks settled while it is not', () => {
    expect(temperOf(rolling({}), ['support', 'support', 'support']).warmth).toBeLessThan(1);
    expect(temperOf(rolling({ brackets: [2, 3, 4] }), ['object', 'object', 'object']).warmth).toBe(0);
  });

  it('goes from red over amber to green', () => {
    expect(temperColour(0)).toBe('#b3392f');
    expect(temperColour(0.5)).toBe('#d1912f');
    expect(temperColour(1)).toBe('#3f7d5a');
  });

  it('counts the stances on what stands', () => {
    const now = at('floor');
    expect(stancesOnStanding(now, 0)).toHaveLength(conference.delegations.length);
    expect(stancesOnStanding(now, 0).some((stance) => stance !== 'silent')).toBe(true);
  });
});

describe('the hand', () => {
  it('holds each deed I can give, each kind of token I have, positions I have not taken', () => {
    const cards = deckOf(conference, at('corridor'), parties, 'give');
    expect(cards.filter(({ kind }) => kind === 'deed')).toHaveLength(conference.concessions.length);
    const left = at('corridor').own?.tokens ?? [];
    expect(cards.flatMap((card) => (card.kind === 'tokens' ? [card.left] : []))).toEqual(
      left.filter((amount) => amount > 0),
    );
    for (const card of cards) {
      if (card.kind !== 'position') continue;
      const k = conference.articles.findIndex(({ id }) => id === card.article);
      const stance = at('corridor').stances[at('corridor').own?.index ?? -1]?.[k]?.[card.option];
      expect(stance === 'accept' || stance === 'support').toBe(false);
    }
  });

  it('has a different name for every card, and a pile', () => {
    for (const side of ['give', 'ask'] as const) {
      const cards = deckOf(conference, at('corridor'), parties, side);
      expect(new Set(cards.map((card) => cardName(side, card))).size).toBe(cards.length);
      for (const card of cards) expect(PILES).toContain(pileOf(card));
    }
  });

  it('turns every page of every pile, each card once', () => {
    const deck = deckOf(conference, at('corridor'), parties, 'ask');
    const seen = PILES.flatMap((pile) => {
      const talk = { ...NEW_TALK, piles: { ...NEW_TALK.piles, ask: pile } };
      const { pages } = handPage(conference, at('corridor'), parties, 'ask', talk, 4);
      return Array.from(
        { length: pages },
        (_, page) =>
          handPage(conference, at('corridor'), parties, 'ask', { ...talk, pages: { give: 0, ask: page } }, 4)
            .cards,
      ).flat();
    });
    expect(seen.map((card) => cardName('ask', card)).toSorted()).toEqual(
      deck.map((card) => cardName('ask', card)).toSorted(),
    );
  });

  it('shows the last page when the one looked at is gone', () => {
    const talk = { ...NEW_TALK, pages: { give: 99, ask: 0 } };
    const hand = handPage(conference, at('corridor'), parties, 'give', talk, 4);
    expect(hand.page).toBe(hand.pages - 1);
    expect(hand.cards.length).toBeGreaterThan(0);
  });

  it('makes an offer that the rules take: every card, both sides', () => {
    const table = layTable(conference, 'table');
    let taken = 0;
    for (const side of ['give', 'ask'] as const)
      for (const card of deckOf(conference, at('corridor'), parties, side)) {
        let state = open(table);
        while (state.phase !== 'corridor') {
          const step = decide(table, state, { seat: 'chair', command: { kind: 'advance' } });
          if (step.refusal !== undefined) throw new Error(step.refusal.refused);
          for (const event of step.events) state = evolve(table, state, event);
        }
        const decided = decide(table, state, {
          seat: ME,
          command: {
            kind: 'offer',
            to: [INDIA],
            undertakings: [undertake(card, side, parties)],
            open: false,
            expires: 0,
            because: [],
          },
        });
        const refused = decided.refusal?.refused ?? 'taken';
        // Evidence that is not there and tokens that the other has not are its own business: all else must pass.
        expect(['taken', 'no-clues', 'over-budget', 'no-such-incident']).toContain(refused);
        taken += refused === 'taken' ? 1 : 0;
      }
    expect(taken).toBeGreaterThan(20);
  });

  it('has a promise to stand against what costs most of the text that stands, at most three provisions', () => {
    const moment = at('corridor');
    const own = moment.own;
    if (own === undefined) throw new Error('nobody sits here');
    const text = standingText(moment.articles);
    const cost = conference.articles.map(
      (_, k) => plainWorth(own.mandate, text.with(k, 0)) - plainWorth(own.mandate, text),
    );
    for (const side of ['give', 'ask'] as const) {
      const cards = deckOf(conference, moment, parties, side).filter(({ kind }) => kind === 'oppose');
      expect(cards).toHaveLength(1);
      const named = cards.flatMap((card) => (card.kind === 'oppose' ? card.containing : []));
      const places = named.map(({ article }) => conference.articles.findIndex(({ id }) => id === article));
      expect(named.map(({ option }) => option)).toEqual(places.map((k) => text[k]));
      const costs = places.map((k) => cost[k] ?? 0).toSorted((a, b) => b - a);
      expect(costs).toEqual(
        cost
          .filter((one) => one > 0)
          .toSorted((a, b) => b - a)
          .slice(0, 3),
      );
    }
  });

  it('has no such promise where nothing that stands costs anything', () => {
    const moment = at('corridor');
    const articles = moment.articles.map((article) => ({ ...article, option: 0 }));
    const kinds = deckOf(conference, { ...moment, articles }, parties, 'give').map(({ kind }) => kind);
    expect(kinds).toContain('join');
    expect(kinds).not.toContain('oppose');
  });

  it('says on the mat what text is to be stood against', () => {
    const law = conference.articles.find(({ id }) => id === 'law');
    const said = english(law?.options[1]?.label ?? {});
    const item: Undertaking = {
      kind: 'oppose',
      by: ME,
      to: INDIA,
      containing: [{ article: asArticle('law'), option: 1 }],
    };
    expect(slipFace(conference, item, english).title).toBe(`against ${english(law?.short ?? {})}: ${said}`);
    const both = [...item.containing, { article: asArticle('status'), option: 1 }];
    expect(slipFace(conference, { ...item, containing: both }, english).title).toBe(
      `against ${english(law?.short ?? {})}, Legal status`,
    );
  });

  it('prints the cost of giving as a loss and the use of getting as a gain', () => {
    const given = deckOf(conference, at('corridor'), parties, 'give').map((card) =>
      cardFace(conference, card, 'give', english),
    );
    expect(given.flatMap(({ worth }) => (worth === undefined ? [] : [worth.good]))).not.toContain(true);
    for (const face of given) expect(`${face.kind}${face.title}`.length).toBeGreaterThan(3);
    const got = deckOf(conference, at('corridor'), parties, 'ask').map((card) =>
      cardFace(conference, card, 'ask', english),
    );
    expect(got.some(({ worth }) => worth?.good === true)).toBe(true);
  });
});

describe('the mat', () => {
  const empty: Mat = { partner: INDIA, undertakings: [], open: false };
  const funds: Undertaking = {
    kind: 'tokens',
    by: ME,
    to: INDIA,
    token: asToken('funds'),
    amount: 1,
    when: { on: 'now' },
  };
  const host: Undertaking = {
    kind: 'deed',
    by: ME,
    to: INDIA,
    concession: asConcession('host'),
    when: { on: 'now' },
  };

  it('stacks tokens of one kind up to what there is', () => {
    const twice = lay(lay(empty, funds), funds);
    expect(twice.undertakings).toEqual([{ ...funds, amount: 2 }]);
    expect(lay(twice, funds, 2).undertakings).toEqual(twice.undertakings);
  });

  it('lays a deed once', () => {
    expect(lay(lay(empty, host), host).undertakings).toEqual([host]);
  });

  it('keeps what we give apart from what they give', () => {
    const back: Undertaking = { ...host, by: INDIA, to: ME };
    expect(lay(lay(empty, host), back).undertakings).toEqual([host, back]);
    expect(sameSubject(host, back)).toBe(false);
  });

  it('replaces another position on the same article', () => {
    const position = (option: number): Undertaking => ({
      kind: 'position',
      by: ME,
      to: INDIA,
      provision: { article: asArticle('law'), option },
      stance: 'accept',
    });
    expect(lay(lay(empty, position(1)), position(2)).undertakings).toEqual([position(2)]);
  });

  it('lifts one token at a time, anything else at once', () => {
    const mat = lay(lay(lay(empty, funds), funds), host);
    expect(lift(mat, 0).undertakings).toEqual([funds, host]);
    expect(lift(mat, 1).undertakings).toEqual([{ ...funds, amount: 2 }]);
    expect(clear(mat, 0).undertakings).toEqual([host]);
    expect(lift(mat, 7)).toBe(mat);
  });

  it('turns what can wait to "on adoption" and back', () => {
    const mat = lay(empty, host);
    const waiting = turn(mat, 0);
    expect(waiting.undertakings[0]).toEqual({ ...host, when: { on: 'adoption', containing: [] } });
    expect(turn(waiting, 0)).toEqual(mat);
    const restraint: Undertaking = { kind: 'restraint', by: ME, to: INDIA, through: 1 };
    const fixed = lay(empty, restraint);
    expect(turn(fixed, 0)).toBe(fixed);
  });

  it('is cleared for another partner, and only then', () => {
    const mat = lay(empty, host);
    expect(approach(mat, INDIA)).toBe(mat);
    expect(approach(mat, asDelegation('brazil'))).toEqual({
      partner: asDelegation('brazil'),
      undertakings: [],
      open: false,
    });
  });

  it('says what waits', () => {
    expect(slipFace(conference, host, english).waits).toBe(false);
    expect(slipFace(conference, { ...host, when: { on: 'adoption', containing: [] } }, english).waits).toBe(
      true,
    );
  });

  it('goes over only in the corridor, to somebody, with something on it', () => {
    expect(canOffer(at('corridor'), lay(empty, host))).toBe(true);
    expect(canOffer(at('corridor'), empty)).toBe(false);
    expect(canOffer(at('corridor'), { undertakings: [host], open: false })).toBe(false);
    expect(canOffer(at('floor'), lay(empty, host))).toBe(false);
    expect(canOffer({ ...at('corridor'), offersLeft: 0 }, lay(empty, host))).toBe(false);
  });

  it('knows the offers that wait for me', () => {
    expect(offersTo(at('corridor'), ME).map(({ from }) => from)).toEqual([INDIA]);
    expect(offersTo(at('floor'), ME)).toEqual([]);
  });
});

describe('postures', () => {
  const place = (id: string): number => conference.delegations.findIndex((one) => one.id === id);

  it('leave the chamber for the corridor', () => {
    expect(posturesOf(conference, at('corridor'), undefined, []).every(({ present }) => !present)).toBe(true);
    expect(posturesOf(conference, at('drafting'), undefined, []).every(({ present }) => present)).toBe(true);
  });

  it('number the speakers in their order', () => {
    const postures = posturesOf(conference, at('floor'), undefined, []);
    expect(postures[place('brazil')]?.spoke).toBe(1);
    expect(postures[place('eu')]?.spoke).toBeUndefined();
  });

  it('close the folder of whoever is done', () => {
    const postures = posturesOf(conference, at('drafting'), undefined, []);
    expect(postures.filter(({ done }) => done)).toHaveLength(2);
    expect(postures[place('singapore')]?.done).toBe(true);
  });

  it('show the stance on the article looked at, and none otherwise', () => {
    const id = conference.articles[0]?.id ?? '';
    const postures = posturesOf(conference, at('floor'), { kind: 'article', id }, []);
    expect(postures.map(({ rim }) => rim)).toEqual(rims(at('floor'), 0));
    expect(posturesOf(conference, at('floor'), undefined, []).every(({ rim }) => rim === undefined)).toBe(
      true,
    );
  });

  it('hold answers back until the gavel, then turn', () => {
    const before = posturesOf(conference, at('decision'), undefined, []);
    expect(before.every(({ answer }) => answer === undefined)).toBe(true);
    expect(before.filter(({ answered }) => answered)).toHaveLength(5);
    const after = posturesOf(conference, at('decided'), undefined, []);
    expect(after[place('russia')]?.answer).toBe('object');
    expect(after[place('brazil')]?.answer).toBe('join');
    expect(lastAnswers(at('decision'))).toEqual([]);
    expect(lastAnswers(at('floor'))).toEqual([]);
  });

  it('can turn to every answer of the procedure, and to no other', () => {
    const { procedure } = conference;
    const under = (methods: typeof procedure.methods, amendmentVotes = false): readonly string[] =>
      answersUnder({ ...procedure, methods, amendmentVotes });
    expect(under(['silence', 'consensus'])).toEqual(['join', 'object']);
    expect(under(['vote'])).toEqual(['yes', 'no', 'abstain']);
    expect(under(['consensus', 'vote'])).toEqual(['join', 'object', 'yes', 'no', 'abstain']);
    expect(under(['consensus'], true)).toEqual(['join', 'object', 'yes', 'no', 'abstain']);
  });

  it('show a vote by the signs of the other answers', () => {
    expect((['yes', 'no', 'abstain'] as const).map(signOf)).toEqual(['join', 'object', 'abstain']);
  });
});

describe('the world', () => {
  it('draws an accusation from the accused to the victim, with its confidence', () => {
    const lines = linesOf(at('incident'));
    const accusation = lines.find(({ kind }) => kind === 'attribution');
    const incident = at('incident').incidents[0];
    expect(accusation?.to).toBe(incident?.victim);
    expect(accusation?.confidence).toBe('moderate');
    expect(lines.some(({ kind }) => kind === 'hotline')).toBe(true);
    expect(lines.some(({ kind, to }) => kind === 'assistance' && to === incident?.victim)).toBe(true);
  });

  it('draws the surest of the same accusations once', () => {
    const line = {
      kind: 'attribution',
      from: INDIA,
      to: ME,
      incident: at('incident').incidents[0]?.id,
    } as const;
    if (line.incident === undefined) throw new Error('no incident');
    const [low, high] = [
      { ...line, incident: line.incident, confidence: 'low' as const },
      { ...line, incident: line.incident, confidence: 'high' as const },
    ];
    expect(distinct([low, high])).toEqual([high]);
    expect(distinct([high, low])).toEqual([high]);
  });
});

describe('small things', () => {
  it('writes points with a sign that is not a hyphen', () => {
    expect([points(124), points(-46), points(3), points(-4)]).toEqual(['+1.2', '−0.5', '0', '0']);
    expect(range(-60, 90)).toBe('−0.6 … +0.9');
  });

  it('lights the step a tension is on', () => {
    const steps = [
      { from: 0, name: 'a' },
      { from: 20, name: 'b' },
      { from: 60, name: 'c' },
    ];
    expect([0, 19, 20, 59, 100].map((tension) => stepAt(steps, tension))).toEqual([0, 0, 1, 1, 2]);
  });

  it('says objections first', () => {
    const article = asArticle('law');
    const said = (['accept', 'object', 'support'] as const).map((stance, option) => ({
      article,
      option,
      stance,
    }));
    expect(gist(said, 2).map(({ stance }) => stance)).toEqual(['object', 'support']);
  });

  it('finds the topmost target, and a small one a little beside it', () => {
    const targets = [
      { name: 'below', box: { x: 0, y: 0, w: 100, h: 100 } },
      { name: 'above', box: { x: 40, y: 40, w: 20, h: 20 } },
      { name: 'small', box: { x: 200, y: 200, w: 6, h: 6 } },
    ];
    expect(targetAt(targets, { x: 50, y: 50 })?.name).toBe('above');
    expect(targetAt(targets, { x: 10, y: 10 })?.name).toBe('below');
    expect(targetAt(targets, { x: 210, y: 210 })?.name).toBe('small');
    expect(targetAt(targets, { x: 230, y: 203 })).toBeUndefined();
  });

  it('takes the eye to where something happens', () => {
    expect(viewOfPhase('corridor')).toBe('corridor');
    expect(viewOfPhase('floor')).toBe('chamber');
    const struck = moments.get('briefing')?.events.find(({ kind }) => kind === 'incident-struck');
    const opened = moments.get('corridor')?.events.find(({ kind }) => kind === 'phase-opened');
    if (opened === undefined || struck === undefined) throw new Error('the conference lacks an event');
    expect([viewOfEvent(opened), soundOf(opened)]).toEqual(['corridor', 'gavel']);
    expect([viewOfEvent(struck), soundOf(struck)]).toEqual(['map', 'alarm']);
  });
});

describe('an offer made to me', () => {
  it('can be accepted from the mat only as it was made', () => {
    const offer = at('corridor').offers[0];
    if (offer === undefined) throw new Error('no offer');
    const mat: Mat = { partner: offer.from, undertakings: offer.undertakings, open: offer.open };
    expect(offerOnMat(at('corridor'), mat)?.id).toBe(offer.id);
    expect(offerOnMat(at('corridor'), { ...mat, undertakings: offer.undertakings.slice(1) })).toBeUndefined();
    expect(offerOnMat(at('corridor'), { ...mat, partner: asDelegation('brazil') })).toBeUndefined();
    expect(offerOnMat(at('drafting'), mat)).toBeUndefined();
  });
});
