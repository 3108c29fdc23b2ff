import { simulate, agentNames } from '../../../src/cli/sim.ts';
import { against, row, shelf, SHELF } from './common.ts';

/** Scenarios of the shelf, AI in all seats. */
export const shelfPart = (games: number, only?: string): void => {
  console.log(`\nThe shelf: hard AI delegates in all seats, ${games} games each, seed 1`);
  row([
    'scenario',
    'Nash share',
    'asked',
    'ratio',
    'lowest tenth',
    'asked',
    'ratio',
    'texts alone',
    'lowest tenth',
    'adopted of those with a feasible text',
    'asked',
    'ratio',
    'adopted of all',
    'below reservation, red lines',
    'games a second',
  ]);
  for (const name of SHELF.filter((one) => only === undefined || one === only)) {
    const scenario = shelf(name);
    const { result } = simulate(scenario, agentNames(scenario, '', 'hard'), games, '1');
    const feasible = Math.max(1, result.games - result.infeasible);
    row([
      name,
      ...against(result.nashShare.mean, 0.9),
      ...against(result.nashShare.p10, 0.7),
      result.textShare.mean.toFixed(3),
      result.textShare.p10.toFixed(3),
      ...against(result.adoptedFeasible / feasible, 0.9),
      (result.adopted / result.games).toFixed(2),
      result.belowReservation + result.redLinesCrossed,
      result.gamesPerSecond,
    ]);
  }
};
