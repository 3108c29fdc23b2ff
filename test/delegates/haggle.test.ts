import { describe, expect, it } from 'vitest';
import { judge } from '../../src/delegates/answer.ts';
import { guessedPackage, takes } from '../../src/delegates/guessed-package.ts';
import { STRENGTHS, type Strength } from '../../src/delegates/index.ts';
import { modelsOf } from '../../src/delegates/models.ts';
import { selfOf } from '../../src/delegates/own.ts';
import { PLAY } from '../../src/delegates/strength.ts';
import { weigh } from '../../src/delegates/weigh.ts';
import { placeOf } from '../../src/engine/index.ts';
import { invented, play, turnsOf } from './play.ts';

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

/** Counters to what whoever counters would take: the offer, and what was asked on top. */
const haggled = (strength: Strength) =>
  (played[strength] ?? []).flatMap(({ self, turn, asked }) => {
    const offer = turn.view.offers.find(({ id }) => id === turn.command.answers);
    return offer !== undefined && judge(self, offer, strength).take ? [{ self, turn, asked, offer }] : [];
  });

describe('a price', () => {
  it('is asked in its own offers by whoever plays seasoned, by whoever plays hard more, and never by the gentle', () => {
    expect(share('gentle')).toBe(0);
    expect(share('seasoned')).toBeGreaterThan(0);
    expect(share('hard')).toBeGreaterThan(share('seasoned'));
  });

  it('is asked for what one would take by the hard alone, once, and only where asking promises more than taking', () => {
    expect([haggled('gentle').length, haggled('seasoned').length]).toEqual([0, 0]);
    expect(haggled('hard').length).toBeGreaterThan(0);
    for (const { self, turn, asked, offer } of haggled('hard')) {
      expect(asked).toHaveLength(1);
      expect(offer.answers).toBeUndefined();
      const model = modelsOf(self.scenario, turn.view)[placeOf(self.scenario, 'delegation', offer.from)];
      if (model === undefined) throw new Error('an offer from nobody');
      const { undertakings } = turn.command;
      const chance = takes(guessedPackage(self.scenario, turn.view, model, undertakings));
      const { words } = PLAY.hard;
      expect(chance * weigh(self, undertakings, words).worth).toBeGreaterThan(
        weigh(self, offer.undertakings, words).worth,
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
