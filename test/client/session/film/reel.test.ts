import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reelOf } from '../../../../src/client/session/film/reel.ts';
import { evolve, hashOf, open, type State } from '../../../../src/engine/index.ts';
import { tableOf } from '../../../../src/scenario/index.ts';
import { recordedGame, scenarioOf } from './films.ts';

const games = ['reel', 'spool'].map((seed) => {
  const record = recordedGame(seed);
  const table = tableOf(scenarioOf(), record);
  const states: State[] = [open(table)];
  for (const { events } of record.moves)
    states.push(events.reduce((now, event) => evolve(table, now, event), states.at(-1) ?? open(table)));
  return { table, moves: record.moves, hashes: states.map(hashOf) };
});

describe('a reel', () => {
  it('shows after k moves what the first k moves lead to, wherever one comes from and however rarely states are kept', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...games),
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
        ({ table, moves, hashes }, every, jumps) => {
          const reel = reelOf(table, moves, every);
          expect(reel.length).toBe(moves.length);
          for (const jump of jumps) {
            const position = Math.round(jump * moves.length);
            expect(hashOf(reel.stateAt(position))).toBe(hashes[position]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('run from its beginning to its end shows each state, and ends with the recorded one', () => {
    for (const { table, moves, hashes } of games) {
      const reel = reelOf(table, moves);
      for (let position = 0; position <= moves.length; position += 1)
        expect(hashOf(reel.stateAt(position))).toBe(hashes[position]);
      expect(hashOf(reel.stateAt(moves.length))).toBe(moves.at(-1)?.hash);
    }
  });

  it('has no other places', () => {
    const [game] = games;
    if (game === undefined) throw new Error('no game');
    const reel = reelOf(game.table, game.moves);
    for (const place of [-1, game.moves.length + 1, 0.5, Number.NaN])
      expect(() => reel.stateAt(place)).toThrow(RangeError);
  });
});
