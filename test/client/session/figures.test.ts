import { describe, expect, it } from 'vitest';
import { packageFigures, strengthsIn } from '../../../src/client/session/figures.ts';
import { view, type Undertaking } from '../../../src/engine/index.ts';
import { given, funds, one, three, two } from '../../engine/given.ts';

describe('how strong whoever answers is', () => {
  it('is on record of machines; a person is taken for a seasoned delegate', () => {
    const of = strengthsIn({
      seat: one,
      people: [
        { seat: one, name: 'Ada' },
        { seat: two, name: 'Bo' },
      ],
      strength: 'hard',
    });
    expect([one, two, three].map(of)).toEqual(['seasoned', 'seasoned', 'hard']);
    expect(strengthsIn({ seat: one, strength: 'gentle' })(two)).toBe('gentle');
  });

  it('tells how likely a package is taken, and whether more is asked even then', () => {
    const { table, state } = given().at('corridor');
    const pays: Undertaking = {
      kind: 'tokens',
      by: one,
      to: two,
      token: funds,
      amount: 1,
      when: { on: 'now' },
    };
    const figuresOf = (strength: 'seasoned' | 'hard') =>
      packageFigures(table.scenario, view(table, state, one), [pays], [one, two], true, () => strength)
        .others[0];
    const [seasoned, hard] = [figuresOf('seasoned'), figuresOf('hard')];
    expect(seasoned?.haggles).toBe(false);
    expect(hard?.haggles).toBe(true);
    expect(hard?.accepts ?? 100).toBeLessThan(seasoned?.accepts ?? 0);
  });
});
