import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { agentNamed, playMachines, type AgentName } from '../../src/trial/index.ts';
import { lay } from '../../src/engine/index.ts';
import { readRight } from '../fixtures/index.ts';

const march = readRight(readFileSync('scenarios/oewg-2022.yaml', 'utf8'));

/** How many of so many tables end in collapse, everybody played alike. */
const collapsed = (name: AgentName, tables: number): number => {
  let count = 0;
  for (let table = 0; table < tables; table += 1) {
    const agents = new Map(march.delegations.map(({ id }) => [id, agentNamed(march, name, id)]));
    if (playMachines(lay(march, `collapse/${table}`), agents).last.outcome?.end === 'collapsed') count += 1;
  }
  return count;
};

it('a table of random players collapses in at most a tenth of 100 seeds', { timeout: 900_000 }, () => {
  expect(collapsed('random', 100)).toBeLessThanOrEqual(10);
});

it('a table of AI delegates collapses in at most one of twenty seeds', { timeout: 900_000 }, () => {
  expect(collapsed('seasoned', 40)).toBeLessThanOrEqual(2);
});
