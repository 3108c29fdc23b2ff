import { describe, expect, it } from 'vitest';
import { handoverText } from '../../../src/client/panels/room/handover-text.ts';
import { code } from '../../../src/client/i18n/index.ts';
import { namesOf } from '../../../src/client/i18n/names.ts';
import { handover } from '../../../src/delegates/index.ts';
import { view, type View } from '../../../src/engine/index.ts';
import { newYork, play } from '../../delegates/play.ts';

const game = play(newYork(), 'words', { strength: 'hard' });
const { scenario } = game.table;
const names = namesOf(scenario);
const lengthOf = ({ log }: View): number => log.reduce((sum, { events }) => sum + events.length, 0);

/** A whole game of each seat, as told to somebody who comes at its end, or when two thirds are over. */
const told = [2 / 3, 1].flatMap((part) => {
  const state = game.turns[Math.floor(game.turns.length * part)]?.before ?? game.last;
  return scenario.delegations.map(({ id }) => {
    const now = view(game.table, state, id);
    const summary = handover(scenario, now, { since: 0, until: lengthOf(now) });
    return { summary, groups: handoverText(names, summary) };
  });
});

describe('what is read to whoever takes a seat again', () => {
  it('names whom each promise was given to, and what was promised; one line each', () => {
    let lines = 0;
    for (const { summary, groups } of told) {
      const promised = groups.find(({ group }) => group === 'promised')?.lines ?? [];
      expect(promised).toHaveLength(summary.promised.length);
      for (const [place, { undertaking }] of summary.promised.entries())
        expect(promised[place]).toContain(`To ${names.delegation(undertaking.to)}: `);
      lines += promised.length;
    }
    expect(lines).toBeGreaterThan(0);
  });

  it('names the option and the article of each position', () => {
    for (const { summary, groups } of told) {
      const positions = groups.find(({ group }) => group === 'positions')?.lines ?? [];
      for (const { position } of summary.positions) {
        const line = positions.filter((one) => one.includes(code(`stance.${position.stance}`)));
        expect(line.join()).toContain(names.provision(position));
      }
    }
    expect(told.some(({ summary }) => summary.positions.length > 0)).toBe(true);
  });

  it('leaves no word unsaid and no group empty', () => {
    for (const { groups } of told)
      for (const { lines } of groups) {
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines)
          expect(line).not.toMatch(/undefined|\{\{|^(back|event|code|pledge)[_A-Z.]/u);
      }
  });
});
