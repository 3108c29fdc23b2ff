import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/index.ts';
import { play, turnsOf } from './play.ts';

const { scenario } = readScenario(readFileSync('scenarios/crime-convention.yaml', 'utf8'));
if (scenario === undefined) throw new Error('crime-convention has faults');

it('nobody offers more than it has, deeds and tokens together', () => {
  const offers = Array.from({ length: 6 }, (_, k) =>
    play(scenario, `1/${k + 28}`, { strength: 'hard' }),
  ).flatMap((game) => turnsOf(game, 'offer'));
  const deeds = ({ command, seat }: (typeof offers)[number]): number =>
    command.undertakings.filter((item) => item.kind === 'deed' && item.by === seat).length;
  expect(offers.some((turn) => deeds(turn) > 0)).toBe(true);
  expect(offers.flatMap(({ refusal }) => refusal ?? [])).toEqual([]);
});
