import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOffer, judge } from '../../src/delegates/answer.ts';
import { guessedPackage, takes } from '../../src/delegates/guessed-package.ts';
import { STRENGTHS, type Strength } from '../../src/delegates/index.ts';
import { modelsOf } from '../../src/delegates/models.ts';
import { selfOf } from '../../src/delegates/own.ts';
import { owedBy } from '../../src/delegates/purse.ts';
import { PLAY } from '../../src/delegates/strength.ts';
import { weigh } from '../../src/delegates/weigh.ts';
import {
  placeOf,
  view,
  type Command,
  type DelegationId,
  type Mandate,
  type Scenario,
  type TokenId,
  type Undertaking,
} from '../../src/engine/index.ts';
import { art, capital, funds, given, offerOf, one, three, training, two, visas } from '../engine/given.ts';
import { invented, play, turnsOf } from './play.ts';
import { takes as wouldTake } from './taking.ts';
import { wanting } from './situation.ts';

const offersOf = (strength: Strength) =>
  'a b c d e f g h i j k l'.split(' ').flatMap((seed) => {
    const game = play(invented(seed), `haggle/${seed}`, { strength });
    return turnsOf(game, 'offer').map((turn) => {
      const self = selfOf(game.table.scenario, turn.view);
      if (self === undefined) throw new Error('a view without a seat');
      const asked = turn.command.undertakings.flatMap((item) =>
        item.kind === 'tokens' && item.to === turn.seat && item.when.on === 'now' ? [item] : [],
      );
      return { self, turn, asked };
    });
  });
const played = Object.fromEntries(STRENGTHS.map((strength) => [strength, offersOf(strength)]));
const own = (strength: Strength) =>
  (played[strength] ?? []).filter(({ turn }) => turn.command.answers === undefined);
const share = (strength: Strength): number =>
  own(strength).filter(({ asked }) => asked.length > 0).length / own(strength).length;

/** Counter-offers, with what they answer. */
const countered = (strength: Strength) =>
  (played[strength] ?? []).flatMap(({ self, turn }) => {
    const offer = turn.view.offers.find(({ id }) => id === turn.command.answers);
    return offer === undefined ? [] : [{ self, turn, offer, strength }];
  });
const isTaken = ({ self, offer, strength }: ReturnType<typeof countered>[number]): boolean =>
  judge(self, offer, strength).take;
const haggled = (strength: Strength) => countered(strength).filter(isTaken);
const mended = STRENGTHS.flatMap((strength) => countered(strength).filter((item) => !isTaken(item)));

describe('a price', () => {
  it('is asked in its own offers by whoever plays seasoned, by whoever plays hard more, and never by the gentle', () => {
    expect(share('gentle')).toBe(0);
    expect(share('seasoned')).toBeGreaterThan(0);
    expect(share('hard')).toBeGreaterThan(share('seasoned'));
  });

  it('is asked for what one would take by the hard alone, once, and only where asking promises more than taking', () => {
    expect([haggled('gentle').length, haggled('seasoned').length]).toEqual([0, 0]);
    expect(haggled('hard').length).toBeGreaterThan(0);
    for (const { self, turn, offer } of haggled('hard')) {
      expect(offer.answers).toBeUndefined();
      const model = modelsOf(self.scenario, turn.view)[placeOf(self.scenario, 'delegation', offer.from)];
      if (model === undefined) throw new Error('an offer from nobody');
      const { undertakings } = turn.command;
      const chance = takes(guessedPackage(self.scenario, turn.view, model, undertakings));
      const { words } = PLAY.hard;
      expect(chance * weigh(self, undertakings, words).worth).toBeGreaterThan(
        weigh(self, offer.undertakings, words).worth + 40,
      );
    }
  });

  it('is never more than the other can have begun with', () => {
    const all = STRENGTHS.flatMap((strength) =>
      own(strength).flatMap(({ self, asked }) => asked.map((item) => ({ self, item }))),
    );
    const most = ({ self, item }: (typeof all)[number]): number =>
      self.scenario.delegations[placeOf(self.scenario, 'delegation', item.by)]?.tokens[
        placeOf(self.scenario, 'token', item.token)
      ]?.max ?? 0;
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((asking) => asking.item.amount > most(asking))).toEqual([]);
  });
});

const handed = (some: readonly Undertaking[]) =>
  some.flatMap((item) => (item.kind === 'tokens' && item.when.on === 'now' ? [item] : []));
/** Tokens of a kind that somebody hands over now, less what it gets of them. */
const paid = (some: readonly Undertaking[], by: string, token: string): number =>
  handed(some)
    .filter((item) => item.token === token)
    .reduce((sum, item) => sum + (item.by === by ? item.amount : -item.amount), 0);

describe('a counter-offer', () => {
  const all = STRENGTHS.flatMap((strength) => countered(strength));
  const same = (some: Undertaking, other: Undertaking): boolean =>
    JSON.stringify(some) === JSON.stringify(other);
  const without = (some: readonly Undertaking[], others: readonly Undertaking[]): readonly Undertaking[] =>
    some.filter((item) => !others.some((other) => same(item, other)));

  const others = (some: readonly Undertaking[]): readonly Undertaking[] =>
    some.filter((item) => item.kind !== 'tokens' || item.when.on !== 'now');

  it('adds something, leaves out something of its own, or both: two changes at most', () => {
    const changes = all.map(({ self, turn, offer }) => {
      const [was, is] = [offer.undertakings, turn.command.undertakings];
      return {
        me: turn.seat,
        left: without(others(was), others(is)),
        added: without(others(is), others(was)),
        tokens: self.scenario.tokens.filter(({ id }) => paid(was, turn.seat, id) !== paid(is, turn.seat, id)),
      };
    });
    const counts = changes.map(({ left, added, tokens }) => left.length + added.length + tokens.length);
    expect(Math.max(...counts)).toBe(2);
    expect(Math.min(...counts)).toBe(1);
    expect(changes.filter(({ me, left }) => left.some(({ by }) => by !== me))).toEqual([]);
    expect(changes.filter(({ left }) => left.length > 0).length).toBeGreaterThan(0);
    expect(changes.filter(({ added }) => added.length > 0).length).toBeGreaterThan(0);
  });

  it('has the tokens of a kind in one sum, also where it asks for more of what is held out', () => {
    let more = 0;
    for (const { self, turn, offer } of all)
      for (const { id } of self.scenario.tokens) {
        const now = handed(turn.command.undertakings).filter(({ token }) => token === id);
        expect(now.length).toBeLessThanOrEqual(1);
        const before = paid(offer.undertakings, offer.from, id);
        if (before > 0 && paid(turn.command.undertakings, offer.from, id) > before) more += 1;
      }
    expect(more).toBeGreaterThan(0);
  });

  it('to what one declines is something that one would take, and that the other is likely enough to take', () => {
    expect(mended.length).toBeGreaterThan(10);
    for (const { self, turn, offer, strength } of mended) {
      const { undertakings } = turn.command;
      expect(wouldTake(self, { ...offer, undertakings }, strength)).toBe(true);
      const model = modelsOf(self.scenario, turn.view)[placeOf(self.scenario, 'delegation', offer.from)];
      if (model === undefined) throw new Error('an offer from nobody');
      const chance = takes(guessedPackage(self.scenario, turn.view, model, undertakings));
      expect(chance * weigh(self, undertakings, PLAY[strength].words).worth).toBeGreaterThan(10);
    }
  });

  it('is not made to a counter-offer', () => {
    expect(all.filter(({ offer }) => offer.answers !== undefined)).toEqual([]);
  });
});

describe('whatever is offered', () => {
  const words = (by: DelegationId, to: DelegationId) =>
    fc.record({ article: fc.nat(3), option: fc.nat(3) }).map(({ article, option }): Undertaking => ({
      kind: 'position',
      by,
      to,
      provision: { article: art(article), option },
      stance: 'accept',
    }));
  const handing = (by: DelegationId, to: DelegationId, token: TokenId, amount: number): Undertaking => ({
    kind: 'tokens',
    by,
    to,
    token,
    amount,
    when: { on: 'now' },
  });
  const MOST = new Map([
    [capital, 6],
    [funds, 9],
  ]);
  const tokens = (by: DelegationId, to: DelegationId) =>
    fc.oneof(
      ...[...MOST].map(([token, max]) =>
        fc.integer({ min: 1, max }).map((amount) => handing(by, to, token, amount)),
      ),
    );
  const deed = (by: DelegationId, to: DelegationId): fc.Arbitrary<Undertaking> =>
    fc.constant({ kind: 'deed', by, to, concession: by === one ? visas : training, when: { on: 'now' } });

  /** What the second offers the first, whose tokens are worth so much to it. Others are believed to part with theirs gladly. */
  const situations = fc.record({
    seed: fc.constantFrom('a', 'b', 'c', 'd'),
    theirs: fc.oneof(words(two, one), tokens(two, one), deed(two, one)),
    mine: fc.oneof(words(one, two), tokens(one, two), deed(one, two)),
    worths: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })),
    strength: fc.constantFrom(...STRENGTHS),
  });
  type Situation = typeof situations extends fc.Arbitrary<infer S> ? S : never;
  const readily = (scenario: Scenario): Scenario => ({
    ...scenario,
    delegations: scenario.delegations.map((one_) => ({
      ...one_,
      tokens: [...MOST.values()].map((max) => ({ min: 2, max })),
      tokenWorth: one_.tokenWorth.map(() => ({ min: 2, max: 10 })),
    })),
  });
  /** A word from each of the others that are asked. */
  const alsoFrom = (to: readonly DelegationId[]): readonly Undertaking[] =>
    to
      .filter((party) => party !== one)
      .map((by) => ({
        kind: 'position',
        by,
        to: two,
        provision: { article: art(0), option: 1 },
        stance: 'accept',
      }));
  interface Otherwise {
    readonly left?: number;
    readonly to?: readonly DelegationId[];
    readonly but?: Partial<Mandate>;
  }
  const answerTo = (
    { seed, theirs, mine, worths, strength }: Situation,
    { left = 5, to = [one], but = {} }: Otherwise = {},
  ): Command | undefined => {
    const game = given({ seed }, readily).at('corridor');
    const [drawn] = game.state.mandates;
    if (drawn === undefined) throw new Error('nobody');
    wanting(game, 0, { ...drawn, tokenWorth: worths, ...but })
      .with((state) => ({ ...state, tokens: state.tokens.map(() => [6, 12]) }))
      .when(two, offerOf(to, [theirs, mine, ...alsoFrom(to)]))
      .gives('offered');
    const self = selfOf(game.table.scenario, { ...view(game.table, game.state, one), offersLeft: left });
    if (self === undefined) throw new Error('a view without a seat');
    return answerOffer(self, strength)?.command;
  };
  /** What of these offers is countered, and with what. */
  const counters = (some: fc.Arbitrary<Situation>, otherwise?: Otherwise) =>
    fc.sample(some, { numRuns: 300, seed: 3 }).flatMap((situation) => {
      const command = answerTo(situation, otherwise);
      return command?.kind === 'offer' ? [{ situation, undertakings: command.undertakings }] : [];
    });
  const any = counters(situations);

  it('a counter-offer gives something in return: nobody is asked for a gift', () => {
    expect(any.length).toBeGreaterThan(100);
    expect(any.filter(({ undertakings }) => !undertakings.some(({ by }) => by === one))).toEqual([]);
  });

  it('none is made with the last offer that one may make, nor to what several are asked: then it is taken or declined', () => {
    for (const { situation } of any) {
      expect(['accept', 'decline']).toContain(answerTo(situation, { left: 1 })?.kind);
      expect(['accept', 'decline']).toContain(answerTo(situation, { to: [one, three] })?.kind);
      expect(answerTo(situation, { left: 2 })?.kind).toBe('offer');
    }
  });

  it('no more tokens are asked for than the other is reckoned to have, those counted that it holds out', () => {
    const laden = counters(
      fc.record({
        seed: fc.constantFrom('a', 'b', 'c', 'd'),
        theirs: fc.integer({ min: 1, max: 9 }).map((amount) => handing(two, one, funds, amount)),
        mine: fc.oneof(words(one, two), deed(one, two)),
        worths: fc.tuple(fc.constant(0), fc.integer({ min: 20, max: 60 })),
        strength: fc.constantFrom(...STRENGTHS),
      }),
      { but: { gains: [0, 0] } },
    );
    const asked = laden.flatMap(({ situation, undertakings }) =>
      [...MOST].flatMap(([token, most]) => {
        const [before, after] = [paid([situation.theirs], two, token), paid(undertakings, two, token)];
        return before > 0 && after > before ? [{ after, reckoned: Math.floor((2 + most) / 3) }] : [];
      }),
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(({ after, reckoned }) => after > reckoned)).toEqual([]);
  });

  it('nor a deed for which it cannot have enough beside what it holds out, which may be more than it began with', () => {
    const rich = counters(
      fc.record({
        seed: fc.constantFrom('a', 'b', 'c', 'd'),
        theirs: fc.integer({ min: 6, max: 12 }).map((amount) => handing(two, one, funds, amount)),
        mine: fc.oneof(words(one, two), deed(one, two)),
        worths: fc.constant<[number, number]>([0, 10]),
        strength: fc.constantFrom(...STRENGTHS),
      }),
    );
    const { scenario } = given().table;
    const spent = rich.map(({ situation, undertakings }) => ({
      deeds: undertakings.filter(({ by, kind }) => by === two && kind === 'deed').length,
      held: paid([situation.theirs], two, funds),
      in: owedBy(scenario, two, undertakings, funds),
    }));
    expect(spent.filter(({ deeds }) => deeds > 0).length).toBeGreaterThan(10);
    expect(spent.filter(({ held }) => held > 9).length).toBeGreaterThan(10);
    expect(spent.filter((one_) => one_.in > Math.max(9, one_.held))).toEqual([]);
  });
});
