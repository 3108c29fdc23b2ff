import { inWords, type Scenario } from '../engine/index.ts';
import { counted, type SimResult } from '../trial/index.ts';

const points = (hundredths: number): string => (hundredths / 100).toFixed(1);
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The figures of many games, for people. */
export const simInWords = (scenario: Scenario, result: SimResult): string => {
  const title = inWords(scenario, scenario.title, scenario.language);
  const lines = [
    `${title}: ${counted(result.games, 'game')}, seed ${result.seed}`,
    '',
    `finished ${result.finished}, adopted ${result.adopted} (${percent(result.adopted / Math.max(1, result.games))}), collapsed ${result.collapsed}, without any feasible text ${result.infeasible}`,
    `share of the Nash optimum, games with a feasible text: mean ${result.nashShare.mean}, lowest tenth ${result.nashShare.p10}; of the texts alone: mean ${result.textShare.mean}, lowest tenth ${result.textShare.p10}`,
    `distance to the frontier when adopted: mean ${result.paretoDistance.mean}`,
    `deals ${result.deals}; promises made ${result.promises.made}, kept ${result.promises.kept}, broken ${result.promises.broken}`,
    `bound below reservation ${result.belowReservation}, across a red line ${result.redLinesCrossed}, refused by the rules ${result.refusedByRule}, replays that differ ${result.replayMismatches}`,
    `${result.gamesPerSecond} games and ${result.commandsPerSecond} commands a second`,
    '',
    'delegation            utility  walk-away   better off',
  ];
  const seats = scenario.delegations.map((delegation) => {
    const seat = result.seats[delegation.id];
    const name = inWords(scenario, delegation.name, scenario.language).padEnd(20);
    return seat === undefined
      ? name
      : `${name} ${points(seat.meanUtility).padStart(8)} ${points(seat.meanReservation).padStart(10)} ${percent(seat.metMandate).padStart(12)}`;
  });
  return `${[...lines, ...seats].join('\n')}\n`;
};
