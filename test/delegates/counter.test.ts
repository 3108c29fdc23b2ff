import { describe, expect, it } from 'vitest';
import { judge } from '../../src/delegates/answer.ts';
import { guessedPackage, takes } from '../../src/delegates/guessed-package.ts';
import { STRENGTHS, type Strength } from '../../src/delegates/index.ts';
import { modelsOf } from '../../src/delegates/models.ts';
import { selfOf } from '../../src/delegates/own.ts';
import { PLAY } from '../../src/delegates/strength.ts';
import { weigh } from '../../src/delegates/weigh.ts';
import { placeOf, type Undertaking } from '../../src/engine/index.ts';
import { invented, play, turnsOf } from './play.ts';
import { takes as wouldTake } from './reckoning.ts';

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
const mended = STRENGTHS.flatMap((strength) => countered(strength).filter((one) => !isTaken(one)));

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
    expect(all.filter((one) => one.item.amount > most(one))).toEqual([]);
  });
});

describe('a counter-offer', () => {
  const all = STRENGTHS.flatMap((strength) => countered(strength));
  const same = (one: Undertaking, other: Undertaking): boolean =>
    JSON.stringify(one) === JSON.stringify(other);
  const without = (some: readonly Undertaking[], others: readonly Undertaking[]): readonly Undertaking[] =>
    some.filter((item) => !others.some((other) => same(item, other)));

  const handed = (some: readonly Undertaking[]) =>
    some.flatMap((item) => (item.kind === 'tokens' && item.when.on === 'now' ? [item] : []));
  const others = (some: readonly Undertaking[]): readonly Undertaking[] =>
    some.filter((item) => item.kind !== 'tokens' || item.when.on !== 'now');
  /** Tokens of a kind that somebody hands over now, less what it gets of them. */
  const paid = (some: readonly Undertaking[], by: string, token: string): number =>
    handed(some)
      .filter((item) => item.token === token)
      .reduce((sum, item) => sum + (item.by === by ? item.amount : -item.amount), 0);

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
