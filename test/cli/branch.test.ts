import { describe, expect, it } from 'vitest';
import {
  branch,
  counterfactual,
  distributionOf,
  spreadOf,
  struckAt,
} from '../../src/analysis/branches/index.ts';
import { branchPlayers, playersNamed } from '../../src/cli/branch-players.ts';
import { agentNamed, playMachines, type PlayedGame } from '../../src/trial/index.ts';
import { chapters, hashOf, lay, open, type Command } from '../../src/engine/index.ts';
import { tiny } from '../fixtures/index.ts';

const played = (seed: string): PlayedGame =>
  playMachines(
    lay(tiny, seed),
    new Map(tiny.delegations.map(({ id }) => [id, agentNamed(tiny, 'seasoned', id)])),
  );
const games = ['one', 'two', 'three', 'four'].map(played);
const ai = branchPlayers(tiny, 'seasoned');

const bytes = (value: unknown): string => JSON.stringify(value);

describe('a branch', () => {
  it.each(games.map((game) => ({ seed: game.table.seed, game })))(
    'in which nothing is changed reproduces the game byte for byte, from any of its moves (seed $seed)',
    ({ game }) => {
      for (let at = 0; at <= game.moves.length; at += 3) {
        const found = branch(game, at, { kind: 'nothing' }, ai, 0);
        if (found.refusal !== undefined) throw new Error(found.refusal.refused);
        expect(bytes([...game.moves.slice(0, at), ...found.moves])).toBe(bytes(game.moves));
        expect(bytes(found.last)).toBe(bytes(game.last));
        expect(hashOf(found.last)).toBe(hashOf(game.last));
      }
    },
  );

  it('in which a move is replaced by itself reproduces the game as well', () => {
    for (const game of games) {
      const at = game.moves.findIndex(({ move }) => move.command.kind === 'speak');
      const command = game.moves[at]?.move.command;
      if (command === undefined) throw new Error('nobody spoke');
      const found = branch(game, at, { kind: 'instead', command }, ai, 0);
      if (found.refusal !== undefined) throw new Error(found.refusal.refused);
      expect(hashOf(found.last)).toBe(hashOf(game.last));
    }
  });

  it('after which no delegation had a further choice has no variance', () => {
    for (const game of games) {
      const at = game.moves.findLastIndex(({ move }) => move.command.kind === 'answer');
      const command = game.moves[at]?.move.command;
      if (command?.kind !== 'answer') throw new Error('nobody answered');
      const other: Command = { ...command, answer: command.answer === 'join' ? 'object' : 'join' };
      const still = playersNamed(tiny, () => 'passive');
      const found = counterfactual(game, at, { kind: 'instead', command: other }, still, 5);
      if (found.refusal !== undefined) throw new Error(found.refusal.refused);
      const { distribution } = found;
      if (distribution === undefined) throw new Error('no game ended');
      expect(distribution.games).toBe(5);
      for (const spread of [...distribution.utilities, ...distribution.gains, distribution.tension])
        expect([spread.variance, spread.most - spread.least]).toEqual([0, 0]);
    }
  });

  it('keeps the world: only the players draw otherwise', () => {
    const [game] = games;
    if (game === undefined) throw new Error('no game');
    const world = (moves: readonly { readonly events: readonly { readonly kind: string }[] }[]): string =>
      bytes(
        moves
          .flatMap(({ events }) => events)
          .filter(({ kind }) => kind === 'context-drawn' || kind === 'incident-hidden'),
      );
    for (let run = 0; run < 4; run += 1) {
      const found = branch(game, 0, { kind: 'nothing' }, ai, run);
      if (found.refusal !== undefined) throw new Error(found.refusal.refused);
      expect(world(found.moves)).toBe(world(game.moves));
    }
  });

  it('without an incident is the same up to it, and has it no more in that session', () => {
    const hit = games.flatMap((game) => game.last.incidents.map((incident) => ({ game, incident })));
    expect(hit.length).toBeGreaterThan(0);
    for (const { game, incident } of hit) {
      const at = struckAt(game, incident.id) ?? -1;
      const fate = { kind: 'spared', incident: incident.id, session: incident.session } as const;
      const found = branch(game, at, { kind: 'fate', fate }, ai, 0);
      if (found.refusal !== undefined) throw new Error(found.refusal.refused);
      expect(
        found.last.incidents.some(({ id, session }) => id === incident.id && session === incident.session),
      ).toBe(false);
      expect(found.last.mandates).toHaveLength(tiny.delegations.length);
      expect(found.last.status).toBe('closed');
    }
  });

  it('with another origin keeps victim, damage and session, and the truth is the other one', () => {
    const hit = games.flatMap((game) => game.last.incidents.map((incident) => ({ game, incident })));
    for (const { game, incident } of hit) {
      const at = struckAt(game, incident.id) ?? -1;
      const origin = incident.truth.origin === 'accident' ? 'criminals' : 'accident';
      const fate = { kind: 'origin', incident: incident.id, origin } as const;
      const found = branch(game, at, { kind: 'fate', fate }, ai, 0);
      if (found.refusal !== undefined) throw new Error(found.refusal.refused);
      const now = found.last.incidents.find(({ id }) => id === incident.id);
      expect(now?.truth.origin).toBe(origin);
      expect(now?.truth.culprit).toBeUndefined();
      expect([now?.victim, now?.damage, now?.session]).toEqual([
        incident.victim,
        incident.damage,
        incident.session,
      ]);
      const same = { kind: 'origin', incident: incident.id, origin: incident.truth.origin } as const;
      const { culprit } = incident.truth;
      const again = branch(
        game,
        at,
        { kind: 'fate', fate: culprit === undefined ? same : { ...same, culprit } },
        ai,
        0,
      );
      if (again.refusal !== undefined) throw new Error(again.refusal.refused);
      // The origin it had: nothing has changed.
      expect(hashOf(again.last)).toBe(hashOf(game.last));
    }
  });

  it('of a game that others played too keeps what was done up to the change, and ends', () => {
    const [someone] = tiny.delegations;
    const mixed = playMachines(
      lay(tiny, 'others'),
      new Map(
        tiny.delegations.map(({ id }) => [
          id,
          agentNamed(tiny, id === someone?.id ? 'random' : 'seasoned', id),
        ]),
      ),
    );
    for (let at = 0; at <= mixed.moves.length; at += 7) {
      const found = branch(mixed, at, { kind: 'nothing' }, ai, 0);
      if (found.refusal !== undefined) throw new Error(found.refusal.refused);
      const before = mixed.moves.slice(0, at).flatMap(({ events }) => events);
      const log = chapters(found.last).flatMap(({ events }) => events);
      const opening = chapters(open(mixed.table)).flatMap(({ events }) => events);
      expect(bytes(log.slice(opening.length, opening.length + before.length))).toBe(bytes(before));
      expect(found.last.status).toBe('closed');
    }
  });

  it('that would break the rules is refused, and so is one from a move that was not made', () => {
    const [game] = games;
    if (game === undefined) throw new Error('no game');
    expect(branch(game, 0, { kind: 'instead', command: { kind: 'gavel' } }, ai, 0).refusal).toBeDefined();
    expect(branch(game, -1, { kind: 'nothing' }, ai, 0).refusal).toEqual({
      refused: 'no-such-move',
      moves: game.moves.length,
    });
    const end = game.moves.length;
    expect(branch(game, end, { kind: 'instead', command: { kind: 'done' } }, ai, 0).refusal).toEqual({
      refused: 'no-such-move',
      moves: end,
    });
  });
});

describe('a distribution', () => {
  it('has the quartiles, mean and variance of its values', () => {
    // 1 to 5: mean 3, squared distances 4 + 1 + 0 + 1 + 4 = 10, over 5.
    expect(spreadOf([5, 1, 4, 2, 3])).toEqual({
      least: 1,
      lower: 2,
      middle: 3,
      upper: 4,
      most: 5,
      mean: 3,
      variance: 2,
    });
    expect(distributionOf([])).toBeUndefined();
  });

  it('counts ends and texts', () => {
    const outcomes = games.flatMap(({ last }) => last.outcome ?? []);
    const found = distributionOf(outcomes);
    expect(found?.games).toBe(outcomes.length);
    expect(found?.ends.adopted).toBe(outcomes.filter(({ end }) => end === 'adopted').length);
    expect(found?.texts.reduce((sum, { games: count }) => sum + count, 0)).toBe(
      outcomes.filter(({ text }) => text !== undefined).length,
    );
  });
});
