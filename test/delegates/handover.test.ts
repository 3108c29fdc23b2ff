import { describe, expect, it } from 'vitest';
import { handover } from '../../src/delegates/index.ts';
import { view, type DelegationId } from '../../src/engine/index.ts';
import { invented, play } from './play.ts';

const game = play(invented('handover'), 'handover', { strength: 'hard' });
const { scenario } = game.table;
const after = view(game.table, game.last, 'chair');

/** What one delegation saw when a machine took its seat: its first view in the corridor. */
const thenOf = (id: DelegationId) =>
  game.turns.find(({ seat, view: seen }) => seat === id && seen.phase === 'corridor')?.view;

describe('a seat that is handed back', () => {
  const told = scenario.delegations.map(({ id }) => {
    const then = thenOf(id);
    if (then === undefined) throw new Error(`${id} never moved`);
    const now = view(game.table, game.last, id);
    const summary = handover(scenario, then, now);
    if (summary === undefined) throw new Error(`${id} has no summary`);
    return { id, before: then, now, summary };
  });

  it('comes with every position that moved, as it was and as it is', () => {
    let changed = 0;
    for (const { before: then, now, summary, id } of told) {
      const seat = scenario.delegations.findIndex((delegation) => delegation.id === id);
      const replayed = then.stances[seat]?.map((row) => [...row]) ?? [];
      for (const { position, before: was } of summary.positions) {
        const article = scenario.articles.findIndex(({ id: one }) => one === position.article);
        const row = replayed[article];
        expect(row?.[position.option]).toBe(was);
        if (row !== undefined) row[position.option] = position.stance;
        changed += 1;
      }
      expect(replayed).toEqual(now.stances[seat]);
    }
    expect(changed).toBeGreaterThan(0);
  });

  it('with every deal struck in its name, and every promise that binds it now', () => {
    const struck = told.flatMap(({ summary }) => summary.deals.map(({ id }) => id));
    expect(struck.length).toBeGreaterThan(0);
    for (const { id, before: then, summary } of told) {
      expect(summary.deals.map((deal) => deal.id)).toEqual(
        game.last.deals
          .filter((deal) => deal.parties.includes(id) && !then.deals.some((old) => old.id === deal.id))
          .map((deal) => deal.id),
      );
      expect(summary.bound).toEqual(
        game.last.pledges.filter(({ state, undertaking }) => state === 'open' && undertaking.by === id),
      );
    }
  });

  it('with what it answered to texts, and with what its purse has won and lost', () => {
    expect(told.some(({ summary }) => summary.answers.length > 0)).toBe(true);
    for (const { before: then, now, summary } of told)
      expect(summary.tokens).toEqual(
        (now.own?.tokens ?? []).map((amount, token) => amount - (then.own?.tokens[token] ?? 0)),
      );
  });

  it('tells nothing to a seat that it does not concern', () => {
    const [first, second] = told;
    if (first === undefined || second === undefined) throw new Error('too few seats');
    expect(handover(scenario, first.before, second.now)).toBeUndefined();
    expect(handover(scenario, after, after)).toBeUndefined();
  });

  it('says nothing of what was done before', () => {
    for (const { now } of told) {
      const nothing = handover(scenario, now, now);
      expect([nothing?.positions, nothing?.deals, nothing?.promised, nothing?.responses]).toEqual([
        [],
        [],
        [],
        [],
      ]);
    }
  });
});
