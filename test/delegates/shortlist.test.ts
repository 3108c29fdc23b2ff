import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelsOf } from '../../src/delegates/models.ts';
import { selfOf } from '../../src/delegates/own.ts';
import { shortlist } from '../../src/delegates/shortlist.ts';
import { lay, open, view, type Scenario } from '../../src/engine/index.ts';
import { readRight, tiny } from '../fixtures/index.ts';

const assembly = readRight(readFileSync('scenarios/general-assembly.yaml', 'utf8'));

const considered = (scenario: Scenario, place: number) => {
  const table = lay(scenario, 'shortlist');
  const seat = scenario.delegations[place]?.id;
  if (seat === undefined) throw new Error(`no delegation at ${place}`);
  const seen = view(table, open(table), seat);
  const self = selfOf(scenario, seen);
  if (self === undefined) throw new Error('no seat');
  const others = modelsOf(scenario, seen).filter((_, at) => at !== place);
  return { others, chosen: shortlist(self, others) };
};

describe('whom a delegation thinks of trading with', () => {
  it('is everybody at a table', () => {
    const { others, chosen } = considered(tiny, 0);
    expect(chosen).toBe(others);
  });

  it('is a few in a hall, each once, and not the same for all', () => {
    const first = considered(assembly, 0).chosen.map(({ delegation }) => delegation);
    const last = considered(assembly, 150).chosen.map(({ delegation }) => delegation);
    expect(first).toHaveLength(16);
    expect(new Set(first).size).toBe(16);
    expect(first).not.toEqual(last);
  });
});
