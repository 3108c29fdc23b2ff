import { describe, expect, it } from 'vitest';
import { alternativesAt, alternativesAtOpening, branch } from '../../../src/analysis/branches/index.ts';
import { branchPlayers } from '../../../src/cli/branch-players.ts';
import { agentNamed, playMachines } from '../../../src/trial/index.ts';
import { evolve, lay, open, type State } from '../../../src/engine/index.ts';
import { tiny } from '../../fixtures/index.ts';

const games = ['one', 'three'].map((seed) =>
  playMachines(
    lay(tiny, seed),
    new Map(tiny.delegations.map(({ id }) => [id, agentNamed(tiny, 'seasoned', id)])),
  ),
);
const ai = branchPlayers(tiny, 'seasoned');

/** Every move of the games, with the state it was made in and what could have been otherwise. */
const moves = games.flatMap((game) => {
  let state: State = open(game.table);
  return game.moves.map((made, at) => {
    const before = state;
    state = made.events.reduce((now, event) => evolve(game.table, now, event), state);
    return { game, at, made, list: alternativesAt(game.table, before, made) };
  });
});
const all = moves.flatMap(({ list, ...move }) => list.map((alternative) => ({ ...move, ...alternative })));
const keyOf = ({ change }: (typeof all)[number]): string =>
  change.kind === 'fate' ? change.fate.kind : change.command.kind;

describe('what could have been otherwise at a move', () => {
  it('is something else, by whoever made the move, or the world', () => {
    for (const { made, by, change } of all) {
      expect(by).toBe(change.kind === 'instead' ? made.move.seat : undefined);
      expect(change).not.toEqual({ kind: 'instead', command: made.move.command });
    }
  });

  it('can be played', () => {
    const kinds = [...new Set(all.map(keyOf))];
    for (const kind of ['accept', 'decline', 'answer', 'done']) expect(kinds).toContain(kind);
    for (const kind of kinds) {
      const one = all.find((alternative) => keyOf(alternative) === kind);
      if (one === undefined) throw new Error(kind);
      expect(branch(one.game, one.at, one.change, ai, 1).refusal, kind).toBeUndefined();
    }
  });

  it('at an answer is another answer, and no passing over it', () => {
    const answers = moves.flatMap(({ made, list }) =>
      made.move.command.kind === 'answer' ? [{ given: made.move.command.answer, list }] : [],
    );
    expect(answers.length).toBeGreaterThan(0);
    for (const { given, list } of answers) {
      const others = list.flatMap(({ change }) =>
        change.kind === 'instead' && change.command.kind === 'answer' ? [change.command.answer] : [],
      );
      expect(others).toHaveLength(list.length);
      expect(others.length).toBeGreaterThan(0);
      expect(others).not.toContain(given);
    }
  });

  it('at the opening is what the world brought', () => {
    for (const { table } of games) {
      const { incidents } = open(table);
      const spared = alternativesAtOpening(table).flatMap(({ change }) =>
        change.kind === 'fate' && change.fate.kind === 'spared' ? [change.fate.incident] : [],
      );
      expect(spared).toEqual(incidents.map(({ id }) => id));
    }
  });
});
