import type { DelegationId, Scenario } from '../../../src/engine/index.ts';
import { game, interval, points, row, shelf, utilityOf } from './common.ts';
import { knowing, MEANS, type Means } from './knowing.ts';

/**
 * How much a person who plays well can gain over a hard delegate in its seat, hard delegates in all others: somebody who knows all
 * mandates, in five ways of play. Whoever plays such a table once can do the best of them.
 */

const TABLES = [
  { name: 'class-45', seats: 'all' },
  { name: 'first-steps', seats: 'all' },
  { name: 'oewg-2022', seats: ['US', 'RU', 'CN', 'BR', 'KE', 'CH'] },
] as const;

const gainsOf = (
  scenario: Scenario,
  id: DelegationId,
  means: Means,
  base: readonly number[],
): readonly number[] =>
  base.map((hard, k) => {
    const played = game(
      scenario,
      `head/${k + 1}`,
      'hard',
      (table, now) => new Map([[id, knowing(table, now, id, means)]]),
    );
    return utilityOf(played, id) - hard;
  });

/** @param only One scenario. @param seat Of it, one seat alone. */
export const headroomPart = (seeds: number, only?: string, seat?: string): void => {
  for (const { name, seats } of TABLES.filter((table) => only === undefined || table.name === only)) {
    const scenario = shelf(name);
    console.log(
      `\nHead-room: ${name}, whoever knows all mandates over hard, against hard, ${seeds} seeds a seat; points, 95 %`,
    );
    row([
      'seat',
      'asks exact prices',
      'speaks for its text',
      'holds out for it',
      'and lies about texts',
      'the best in rehearsal',
      'hard, in all',
      'gains by one of them',
    ]);
    let gaining = 0;
    const wanted = scenario.delegations.filter(({ id }) =>
      seat === undefined ? seats === 'all' || seats.some((one) => one === id) : id === seat,
    );
    const hard = Array.from({ length: seeds }, (_, k) => {
      const played = game(scenario, `head/${k + 1}`, 'hard');
      return wanted.map(({ id }) => utilityOf(played, id));
    });
    for (const [place, { id }] of wanted.entries()) {
      const base = hard.map((utilities) => utilities[place] ?? 0);
      const gains = MEANS.map((means) => gainsOf(scenario, id, means, base));
      const found = gains.map(interval);
      const clear = found.some(({ mean, half }) => mean - half > 0);
      if (clear) gaining += 1;
      row([
        id,
        ...found.map(({ mean, half }) => `${points(mean)} ± ${points(half)}`),
        points(interval(base).mean),
        clear ? 'yes' : 'no',
      ]);
    }
    console.log(`gain clear of zero in ${gaining} of ${wanted.length} seats`);
  }
};
