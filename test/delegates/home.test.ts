import { describe, expect, it } from 'vitest';
import { asWarning, plainWorth, standingText, view } from '../../src/engine/index.ts';
import type { Provision, Warning } from '../../src/engine/seat.ts';
import { art, one, three, two, type Game } from '../engine/given.ts';
import { doing, quietWorld, rows, wanting } from './situation.ts';

describe('a warning', () => {
  const warning: Warning = {
    id: asWarning('w'),
    of: one,
    session: 1,
    victim: two,
    sector: 'health',
    reliability: 70,
    told: [],
  };
  /** The first delegation holds it, and trusts the second so far. */
  const held = (change: Partial<Warning>, trust = 50): Game =>
    wanting(quietWorld(), 0, {}).with((state) => ({
      ...state,
      warnings: [{ ...warning, ...change }],
      trust: state.trust.with(0, [100, trust, 50, 50]),
    }));

  it('is passed on to whoever is in danger, who then has it', () => {
    const game = held({});
    const act = doing('warn', game, one);
    expect(act?.command).toEqual({ kind: 'warn', warning: warning.id, to: two });
    expect(act?.because).toEqual([{ code: 'warns-in-time', of: two }]);
    if (act === undefined) throw new Error('a warning');
    game.when(one, act.command).gives('warning-passed');
    expect(view(game.table, game.state, two).own?.warnings).toHaveLength(1);
    expect(doing('warn', game, one)).toBeUndefined();
  });

  it('is passed on to nobody else: who is not in danger, has been told, or is oneself', () => {
    expect(doing('warn', held({ victim: three }), one)?.command).toMatchObject({ to: three });
    expect(doing('warn', held({ told: [two] }), one)).toBeUndefined();
    expect(doing('warn', held({ victim: one }), one)).toBeUndefined();
    expect(doing('warn', held({ of: three }), one)).toBeUndefined();
  });

  it('is kept from whoever one does not trust: 38 of 100 is enough, 37 is not', () => {
    expect(doing('warn', held({}, 38), one)).toBeDefined();
    expect(doing('warn', held({}, 37), one)).toBeUndefined();
    expect(doing('warn', held({}, 10), one)).toBeUndefined();
  });

  it('is passed on only in time', () => {
    const later = (session: number): Game =>
      quietWorld()
        .at('briefing', 1)
        .with((state) => ({ ...state, warnings: [{ ...warning, session }] }));
    expect(doing('warn', later(1), one)).toBeDefined();
    expect(doing('warn', later(0), one)).toBeUndefined();
  });
});

describe('flexibility', () => {
  const line = (article: number, option: number): Provision => ({ article: art(article), option });
  /** The draft says option 1 of the second article: the red line. Asking costs one piece of capital, worth 20. */
  const tempted = (gain: number, redLines: readonly Provision[] = [line(1, 1)], purse = 2): Game =>
    wanting(quietWorld().at('capital'), 0, {
      table: rows({ 1: [0, 5000, 0, 0] }),
      reservation: 5000 - gain,
      redLines,
      tokenWorth: [20, 20],
    }).with((state) => ({ ...state, tokens: state.tokens.with(0, [purse, 9]) }));

  it('is asked for where one red line alone stands before a draft worth four points more than no agreement, and the price', () => {
    const game = tempted(420);
    const act = doing('flexibility', game, one);
    expect(act?.command).toEqual({ kind: 'flexibility', redLine: line(1, 1) });
    expect(act?.because).toEqual([{ code: 'asks-capital', redLine: line(1, 1) }]);
    const [mandate] = game.state.mandates;
    if (mandate === undefined) throw new Error('a mandate');
    expect(plainWorth(mandate, standingText(game.state.articles)) - mandate.reservation).toBe(420);
    expect(doing('flexibility', tempted(419), one)).toBeUndefined();
  });

  it('is not asked for where another red line stands before it too, or none does', () => {
    expect(doing('flexibility', tempted(420, [line(1, 1), line(2, 2)]), one)).toBeUndefined();
    expect(doing('flexibility', tempted(420, [line(1, 2)]), one)).toBeUndefined();
    expect(doing('flexibility', tempted(420, [line(1, 1), line(2, 1)]), one)).toBeDefined();
  });

  it('is not asked for the last of the capital one has', () => {
    expect(doing('flexibility', tempted(420, [line(1, 1)], 1), one)).toBeUndefined();
  });

  it('is not asked for against what one has ruled out before the press', () => {
    const vowed = (option: number): Game =>
      tempted(420).with((state) => ({ ...state, vows: [{ by: one, ...line(1, option), says: 'never' }] }));
    expect(doing('flexibility', vowed(1), one)).toBeUndefined();
    expect(doing('flexibility', vowed(2), one)).toBeDefined();
  });

  it('is asked for once a session', () => {
    const game = tempted(420).with((state) => ({ ...state, flexed: [one] }));
    expect(doing('flexibility', game, one)).toBeUndefined();
  });
});
