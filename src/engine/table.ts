import type { Scenario } from './scenario.ts';

/** What a game is played from: its scenario and its seed. The seed is the host's secret. */
export interface Table {
  readonly scenario: Scenario;
  readonly seed: string;
}

export const lay = (scenario: Scenario, seed: string): Table => ({ scenario, seed });
