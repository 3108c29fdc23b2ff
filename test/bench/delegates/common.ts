import { readFileSync } from 'node:fs';
import { playMachines, type PlayedGame } from '../../../src/trial/machines.ts';
import { delegate, type Agent, type Strength } from '../../../src/delegates/index.ts';
import {
  lay,
  open,
  type DelegationId,
  type Scenario,
  type SeatId,
  type State,
  type Table,
} from '../../../src/engine/index.ts';
import { readScenario } from '../../../src/scenario/index.ts';

/** What the parts of the bench share: scenarios of the shelf, whole games by machines, means with their intervals. */

export const SHELF = [
  'first-steps',
  'class-45',
  'geneva-2021',
  'oewg-2022',
  'crime-convention',
  'final-report-2025',
  'global-mechanism',
  'hospital-night',
] as const;

/** By name; benches run at the root of the project. */
export const shelf = (name: string): Scenario => {
  const { scenario } = readScenario(readFileSync(`scenarios/${name}.yaml`, 'utf8'));
  if (scenario === undefined) throw new Error(`${name} has faults`);
  return scenario;
};

/** A game by delegates of one strength, with other agents in some seats; these may look at all that is so, by `now`. */
export const game = (
  scenario: Scenario,
  seed: string,
  strength: Strength,
  instead: (table: Table, now: () => State) => ReadonlyMap<SeatId, Agent> = () => new Map(),
): PlayedGame => {
  const table = lay(scenario, seed);
  let state = open(table);
  return playMachines(
    table,
    new Map<SeatId, Agent>([
      ...scenario.delegations.map(({ id }): [SeatId, Agent] => [id, delegate(scenario, id, strength)]),
      ...instead(table, () => state),
    ]),
    (now) => {
      state = now;
    },
  );
};

/** What a seat had in the end, hundredths of a point. */
export const utilityOf = ({ last }: PlayedGame, id: DelegationId): number => {
  const seat = last.outcome?.seats.find(({ delegation }) => delegation === id);
  if (seat === undefined) throw new Error(`${id} was not scored`);
  return seat.utility;
};

export const mean = (all: readonly number[]): number =>
  all.length === 0 ? 0 : all.reduce((sum, one) => sum + one, 0) / all.length;

/** Mean and half the width of its 95 % interval. */
export const interval = (all: readonly number[]): { readonly mean: number; readonly half: number } => {
  const middle = mean(all);
  const variance =
    all.reduce((sum, one) => sum + (one - middle) * (one - middle), 0) / Math.max(1, all.length - 1);
  return { mean: middle, half: 1.96 * Math.sqrt(variance / Math.max(1, all.length)) };
};

export const lowestTenth = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.1)] ?? 0;

export const row = (cells: readonly (string | number)[]): void => {
  console.log(`| ${cells.join(' | ')} |`);
};

/** A figure against what is asked: the ratio is above 1 where the figure is better. */
export const against = (figure: number, limit: number, digits = 3): readonly string[] => [
  figure.toFixed(digits),
  limit.toFixed(digits),
  (figure / limit).toFixed(2),
];

export const points = (hundredths: number): string => (hundredths / 100).toFixed(2);
