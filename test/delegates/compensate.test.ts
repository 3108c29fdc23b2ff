import { describe, expect, it } from 'vitest';
import { isCompensation } from '../../src/delegates/compensate.ts';
import { contains, plainWorth, placeOf } from '../../src/engine/index.ts';
import { newYork, play, turnsOf, type Played } from './play.ts';

const paymentsIn = (one: Played) =>
  turnsOf(one, 'offer').filter(({ command }) => isCompensation(command.undertakings));

/** The first game in which one delegation is short of what it needs, and is paid for a text by which all others gain. */
const found = (): Played => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const one = play(newYork(), `tune/${seed}`, { strength: 'seasoned' });
    const paid = one.last.carriedOut.some(({ when }) => when.on === 'adoption');
    if (paid && paymentsIn(one).length > 1) return one;
  }
  throw new Error('in twenty games nobody is paid for a text');
};
const game = found();
const { scenario } = game.table;
const paid = paymentsIn(game);

describe('a payment for a text that lacks somebody', () => {
  it('is offered in the open, on adoption, before a decision', () => {
    for (const { command, view } of paid) {
      expect(command.open).toBe(true);
      expect(scenario.sessions[view.session]?.phases).toContain('decision');
    }
  });

  it('is offered by those who gain by the text: at most a quarter of what they gain', () => {
    const failed = game.turns
      .flatMap(({ command }) => (command.kind === 'put' ? [command.text] : []))
      .toReversed();
    for (const { seat, command, before } of paid) {
      const mandate = before.mandates[placeOf(scenario, 'delegation', seat)];
      if (mandate === undefined) throw new Error('a seat without a mandate');
      const gains = failed.map((text) => plainWorth(mandate, text) - mandate.reservation);
      for (const item of command.undertakings) {
        if (item.kind !== 'tokens') throw new Error('a payment in something else');
        const cost = item.amount * (mandate.tokenWorth[placeOf(scenario, 'token', item.token)] ?? 0);
        expect(gains.some((gain) => gain >= 800 && cost <= gain / 4)).toBe(true);
      }
    }
  });

  it('is carried out if the text that is adopted has what it hangs on, and only then', () => {
    const { adopted, carriedOut, pending } = game.last;
    expect(adopted).toBeDefined();
    const conditions = carriedOut.flatMap(({ when }) => (when.on === 'adoption' ? [when.containing] : []));
    expect(conditions.length).toBeGreaterThan(0);
    expect(conditions.filter((containing) => !contains(scenario, adopted?.text ?? [], containing))).toEqual(
      [],
    );
    expect(pending).toEqual([]);
  });
});
