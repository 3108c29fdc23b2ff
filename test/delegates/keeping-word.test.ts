import { describe, expect, it } from 'vitest';
import { suspicions, type Strength } from '../../src/delegates/index.ts';
import { gainOf, selfOf, type Self } from '../../src/delegates/own.ts';
import { weigh } from '../../src/delegates/weigh.ts';
import {
  asDeal,
  asPromise,
  breaches,
  contains,
  decide,
  incidentOf,
  placeOf,
  plainWorth,
  standingText,
  view,
  type Pledge,
  type Provision,
  type Text,
  type Undertaking,
} from '../../src/engine/index.ts';
import { art, funds, given, one, two } from '../engine/given.ts';
import { invented, newYork, play, turnsOf, type Played, type Turn } from './play.ts';

/** What machines promise, and what they then do, over whole games. */

const STRENGTHS: readonly Strength[] = ['seasoned', 'hard'];
const games: readonly Played[] = STRENGTHS.flatMap((strength) => [
  play(newYork(), `word/${strength}`, { strength }),
  ...['a', 'b', 'c', 'd'].map((seed) => play(invented(seed), `word/${seed}`, { strength })),
]);

const seated = ({ table }: Played, turn: Turn): Self => {
  const self = selfOf(table.scenario, turn.view);
  if (self === undefined) throw new Error('a view without a seat');
  return self;
};

/** Promises of the seat that this command breaks. */
const brokenBy = (game: Played, { before, seat, command }: Turn): readonly string[] => {
  const decided = decide(game.table, before, { seat, command });
  return (decided.events ?? []).flatMap((event) =>
    event.kind === 'promise-settled' && event.state === 'broken' && event.by === seat ? [event.pledge] : [],
  );
};

describe('a machine that has promised something', () => {
  it('breaks no promise by what it says', () => {
    const said = games.flatMap((game) =>
      [...turnsOf(game, 'speak'), ...turnsOf(game, 'position')].map((turn) => brokenBy(game, turn)),
    );
    expect(said.length).toBeGreaterThan(100);
    expect(said.flat()).toEqual([]);
  });

  it('names in an objection nothing that it has promised to stand by, unless it is a red line or all there is', () => {
    const named = games.flatMap((game) =>
      turnsOf(game, 'answer').flatMap((turn) => {
        const { decision, pledges } = turn.view;
        if (decision === undefined || turn.command.articles.length < 2) return [];
        const { mandate } = seated(game, turn);
        return turn.command.articles.filter((article) => {
          const option = decision.text[placeOf(game.table.scenario, 'article', article)];
          const promised = pledges.some(
            ({ state, undertaking }) =>
              state === 'open' &&
              undertaking.kind === 'position' &&
              undertaking.by === turn.seat &&
              undertaking.provision.article === article &&
              undertaking.provision.option === option,
          );
          return (
            promised && !mandate.redLines.some((line) => line.article === article && line.option === option)
          );
        });
      }),
    );
    expect(named).toEqual([]);
  });

  it('never promises to support two options of one article', () => {
    for (const { last } of games) {
      const supported = last.pledges.flatMap(({ undertaking }) =>
        undertaking.kind === 'position' && undertaking.stance === 'support'
          ? [{ by: undertaking.by, ...undertaking.provision }]
          : [],
      );
      for (const { by, article, option } of supported)
        expect(
          supported.filter(
            (other) => other.by === by && other.article === article && other.option !== option,
          ),
        ).toEqual([]);
    }
  });
});

describe('what a machine sells', () => {
  const game = given().at('corridor');
  const { scenario } = game.table;
  const seen = view(game.table, game.state, one);
  const seatedWith = (pledges: readonly Pledge[] = []): Self => {
    const self = selfOf(scenario, { ...seen, pledges });
    if (self === undefined) throw new Error('D0 has a seat');
    return self;
  };
  const self = seatedWith();
  const provisions = (text: Text): readonly Provision[] =>
    scenario.articles.map(({ id }, place) => ({ article: id, option: text[place] ?? 0 }));
  const worthOf = (text: Text): number => plainWorth(self.mandate, text) - self.mandate.reservation;
  const texts = scenario.articles.flatMap(({ options }, place) =>
    [...options.keys()].flatMap((first) =>
      [...options.keys()].map((second) =>
        standingText(seen.articles)
          .with(place, first)
          .with((place + 1) % scenario.articles.length, second),
      ),
    ),
  );
  const paid = (text: Text, amount: number): Undertaking => ({
    kind: 'tokens',
    by: two,
    to: one,
    token: funds,
    amount,
    when: { on: 'adoption', containing: provisions(text) },
  });
  const join = (text: Text): Undertaking => ({
    kind: 'join',
    by: one,
    to: two,
    containing: provisions(text),
  });

  it('is no promise to join a text that it would refuse, whatever is paid for it now', () => {
    const bearable = texts.filter((text) => breaches(scenario, self.mandate, text).length === 0);
    const [poor, good] = [
      bearable.filter((text) => worthOf(text) < 0),
      bearable.filter((text) => worthOf(text) >= 0),
    ];
    expect(poor.length).toBeGreaterThan(0);
    expect(good.length).toBeGreaterThan(0);
    const now: Undertaking = {
      kind: 'tokens',
      by: two,
      to: one,
      token: funds,
      amount: 40,
      when: { on: 'now' },
    };
    for (const text of poor)
      expect(weigh(self, [join(text), now], 1).forbidden).toEqual({ code: 'worse-than-no-agreement' });
    for (const text of good) expect(weigh(self, [join(text)], 1).forbidden).toBeUndefined();
    for (const text of texts.filter((other) => !bearable.includes(other)))
      expect(weigh(self, [join(text)], 1).forbidden?.code).toBe('red-line');
  });

  it('is such a promise if what is due on adoption makes the text worth joining', () => {
    const unit = self.mandate.tokenWorth[placeOf(scenario, 'token', funds)] ?? 0;
    const text = texts.find(
      (other) => worthOf(other) < 0 && breaches(scenario, self.mandate, other).length === 0,
    );
    if (text === undefined || unit <= 0) throw new Error('nothing to pay for');
    const enough = Math.ceil(-worthOf(text) / unit);
    expect(weigh(self, [join(text), paid(text, enough)], 1).forbidden).toBeUndefined();
    expect(weigh(self, [join(text), paid(text, enough - 1)], 1).forbidden).toBeDefined();
  });

  it('is no support for one option where it has promised to support another', () => {
    const support = (option: number): Undertaking => ({
      kind: 'position',
      by: one,
      to: two,
      provision: { article: art(0), option },
      stance: 'support',
    });
    const free = [0, 1, 2, 3].filter(
      (option) => !self.mandate.redLines.some((line) => line.article === art(0) && line.option === option),
    );
    const [first = 0, second = 1] = free;
    const bound = seatedWith([
      { id: asPromise('p'), deal: asDeal('d'), undertaking: support(first), state: 'open', open: true },
    ]);
    expect(weigh(bound, [support(second)], 1).forbidden).toEqual({ code: 'promised', to: two });
    expect(weigh(bound, [support(first)], 1).forbidden).toBeUndefined();
    expect(weigh(self, [support(second)], 1).forbidden).toBeUndefined();
  });

  it('and keeps: whoever has sold such a promise in a game was not worse off by the draft it was sold on', () => {
    const sold = games.flatMap((played) =>
      turnsOf(played, 'accept').flatMap((turn) => {
        const offer = turn.view.offers.find(({ id }) => id === turn.command.offer);
        const mine = seated(played, turn);
        const due = (offer?.undertakings ?? []).filter(
          (item) => (item.kind === 'tokens' || item.kind === 'deed') && item.when.on === 'adoption',
        );
        return (offer?.undertakings ?? []).flatMap((item) => {
          if (item.kind !== 'join' || item.by !== turn.seat || due.length > 0) return [];
          const text = item.containing.reduce<Text>(
            (now, { article, option }) =>
              now.with(placeOf(played.table.scenario, 'article', article), option),
            standingText(turn.view.articles),
          );
          expect(contains(played.table.scenario, text, item.containing)).toBe(true);
          return [gainOf(mine, text)];
        });
      }),
    );
    expect(sold.filter((gain) => gain < 0)).toEqual([]);
  });
});

describe('a machine over an incident', () => {
  const more = ['c/1', 'c/2'].map((seed) => play(newYork(), seed));
  const responses = [...games, ...more].flatMap((game) =>
    turnsOf(game, 'respond').flatMap((turn) => {
      const sight = turn.view.incidents.find(({ id }) => id === turn.command.incident);
      if (sight === undefined) return [];
      const [first] = suspicions(game.table.scenario, sight);
      return [{ scenario: game.table.scenario, turn, sight, first, response: turn.command.response }];
    }),
  );

  it('shares with the victim no evidence that points to itself', () => {
    const shared = responses.filter(
      ({ response, sight }) => response.kind === 'share' && response.with === sight.victim,
    );
    expect(shared.length).toBeGreaterThan(0);
    expect(shared.filter(({ first, turn }) => first?.culprit === turn.seat)).toEqual([]);
  });

  it('condemns nobody for what it, or whoever was hit, holds for an accident', () => {
    const condemned = responses.filter(({ response }) => response.kind === 'condemn');
    expect(condemned.length).toBeGreaterThan(0);
    expect(
      condemned.filter(
        ({ first, sight }) =>
          first?.origin === 'accident' ||
          sight.responses.some(
            ({ by, response }) =>
              by === sight.victim && response.kind === 'attribute' && response.origin === 'accident',
          ),
      ),
    ).toEqual([]);
  });

  it('refers to articles that the incident touches, and to no others', () => {
    const cited = responses.flatMap(({ scenario, turn, sight }) =>
      (turn.command.cites ?? []).map((article) => ({
        article,
        touches: incidentOf(scenario, sight.id).touches.map((touch) => touch.article),
      })),
    );
    expect(cited.length).toBeGreaterThan(0);
    expect(cited.filter(({ article, touches }) => !touches.includes(article))).toEqual([]);
  });
});
