import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { agentNames, simulate } from '../../src/cli/sim.ts';
import { readScenario } from '../../src/scenario/index.ts';
import { tiny } from '../fixtures/index.ts';
import { lessonOf } from './lesson.ts';

const { result: some } = simulate(tiny, agentNames(tiny, '', 'seasoned'), 2, 'lesson');
const seats = (metMandate: number, meanGainAdopted: number): typeof some.seats =>
  Object.fromEntries(
    Object.entries(some.seats).map(([id, seat]) => [id, { ...seat, metMandate, meanGainAdopted }]),
  );
const good = { ...some, games: 100, finished: 100, adopted: 60, replayMismatches: 0, seats: seats(0.6, 800) };

describe('what is worth a lesson', () => {
  it('is adopted in 15 to 95 % of the games, and every seat can win and lose', () => {
    expect(lessonOf(good).shorts).toEqual([]);
    expect(lessonOf({ ...good, adopted: 15, seats: seats(0.15, 1) }).shorts).toEqual([]);
    expect(lessonOf({ ...good, adopted: 95, seats: seats(0.9, 1) }).shorts).toEqual([]);
  });

  it.each([
    ['games that do not end', { finished: 99 }, '1 games do not end'],
    ['a replay that differs', { replayMismatches: 1 }, '1 replays differ'],
    ['a text that hardly ever comes about', { adopted: 14 }, 'adopted in 14 % only'],
    ['a text that always comes about', { adopted: 96 }, 'adopted in 96 %'],
    ['a seat that gains nothing', { seats: seats(0.6, 0) }, 'KEST gains nothing by an adopted text'],
    ['a seat that cannot win', { seats: seats(0.14, 800) }, 'KEST hardly can win'],
    ['a seat that cannot lose', { seats: seats(0.91, 800) }, 'TOLV hardly can lose'],
    ['somebody who accepts too little', { belowReservation: 2 }, '2 accepted less than no agreement'],
    ['somebody who crosses a red line', { redLinesCrossed: 1 }, '1 crossed a red line'],
  ])('is not: %s', (_, change, short) => {
    expect(lessonOf({ ...good, ...change }).shorts).toEqual([short]);
  });
});

/** More seats than this have tests of their own. */
const CROWD = 40;
/** Seats played in all for a scenario: enough to see that its games end well; `npm run bench -- shelf` plays a hundred. */
const SEATS = 24;

describe('the shelf', () => {
  const shelf = readdirSync('scenarios')
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => readScenario(readFileSync(`scenarios/${name}`, 'utf8')).scenario ?? [])
    .filter(({ delegations }) => delegations.length <= CROWD);

  it.each(shelf.map((scenario) => [scenario.id, scenario] as const))(
    '%s: games end, and well',
    (_, scenario) => {
      const games = Math.max(1, Math.round(SEATS / scenario.delegations.length));
      const { result } = simulate(scenario, agentNames(scenario, '', 'seasoned'), games, 'shelf');
      expect(result).toMatchObject({
        finished: games,
        replayMismatches: 0,
        belowReservation: 0,
        redLinesCrossed: 0,
      });
    },
  );
});
