import type { Players } from '../analysis/branches/index.ts';
import { aiEverywhere, chair, conduct, type Agent, type Strength } from '../delegates/index.ts';
import type { Scenario, SeatId } from '../engine/index.ts';
import { agentNamed, type AgentName } from '../trial/index.ts';

/** AI players in all seats of a branch, of the strength the game had. */
export const branchPlayers = (scenario: Scenario, strength: Strength): Players =>
  aiEverywhere(scenario, strength);

/** Players by name in all seats of a branch. */
export const playersNamed =
  (scenario: Scenario, nameOf: (seat: SeatId) => AgentName): Players =>
  ({ viewOf, diceOf }) =>
    conduct({
      scenario,
      seats: new Map<SeatId, Agent>([
        ['chair', chair(scenario)],
        ...scenario.delegations.map(({ id }): [SeatId, Agent] => [id, agentNamed(scenario, nameOf(id), id)]),
      ]),
      people: [],
      viewOf,
      diceOf,
    });
