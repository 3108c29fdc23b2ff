import type { Strength } from '../delegates/index.ts';
import { decide, hashOf, open } from '../engine/index.ts';
import type { GameRecord } from '../scenario/index.ts';
import type { PlayedGame } from './machines.ts';

/**
 * The record of a game that machines have played. Every move is decided once more for the fingerprint after it, so that
 * `nia replay --verify` compares the recorded events with what the rules made of the moves.
 */
export const recordOf = (game: PlayedGame, text: string, strength: Strength): GameRecord => {
  const { scenario, seed } = game.table;
  let state = open(game.table);
  return {
    scenario: { id: scenario.id, version: scenario.version, text },
    seed,
    seat: 'observer',
    strength,
    moves: game.moves.map(({ move, events, because }) => {
      state = decide(game.table, state, move).next ?? state;
      return { move, events, because, hash: hashOf(state) };
    }),
  };
};
