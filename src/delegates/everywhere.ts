import type { Dice, Scenario, SeatId, View } from '../engine/seat.ts';
import type { Agent, Strength } from './agent.ts';
import { chair } from './chair.ts';
import { conduct, type Conductor } from './conduct.ts';
import { delegate } from './delegate.ts';

/** What AI players in all seats need of a game. */
export interface Everywhere {
  readonly viewOf: (seat: SeatId) => View;
  readonly diceOf: (seat: SeatId) => Dice;
}

/** AI players of one strength in all seats: they play on where a branch of a game leaves it. */
export const aiEverywhere =
  (scenario: Scenario, strength: Strength): ((around: Everywhere) => Conductor) =>
  ({ viewOf, diceOf }) =>
    conduct({
      scenario,
      seats: new Map<SeatId, Agent>([
        ['chair', chair(scenario)],
        ...scenario.delegations.map(({ id }): [SeatId, Agent] => [id, delegate(scenario, id, strength)]),
      ]),
      people: [],
      viewOf,
      diceOf,
    });
