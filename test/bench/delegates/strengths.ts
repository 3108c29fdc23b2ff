import { delegate, type Strength } from '../../../src/delegates/index.ts';
import { game, interval, points, row, shelf, utilityOf } from './common.ts';

/**
 * The same seat played gentle, seasoned and hard, seasoned delegates in all others, over the same seeds: the seat's realised utility,
 * which is its value of no agreement with what else it got where no text was adopted. Differences are taken seed by seed.
 */
const TABLES = [
  { name: 'oewg-2022', seats: ['US', 'CN', 'BR', 'KE'] },
  { name: 'class-45', seats: 'all' },
  { name: 'first-steps', seats: 'all' },
] as const;

const STEPS = [
  ['gentle', 'seasoned'],
  ['seasoned', 'hard'],
] as const;

export const strengthsPart = (seeds: number, only?: string): void => {
  for (const { name, seats } of TABLES.filter((table) => only === undefined || table.name === only)) {
    const scenario = shelf(name);
    console.log(
      `\nStrengths: ${name}, one seat against seasoned delegates, ${seeds} seeds each; points, with the 95 % interval`,
    );
    row(['seat', ...STEPS.map(([low, high]) => `${high} over ${low}`), 'clear of zero']);
    const all = STEPS.map((): number[] => []);
    // Not the games themselves: two hundred of oewg-2022 with all that was reckoned in them fill five gigabytes.
    const usual = Array.from({ length: seeds }, (_, k) => {
      const seasoned = game(scenario, `strength/${k + 1}`, 'seasoned');
      return new Map(scenario.delegations.map(({ id }) => [id, utilityOf(seasoned, id)]));
    });
    const wanted = scenario.delegations.filter(
      ({ id }) => seats === 'all' || seats.some((seat) => seat === id),
    );
    for (const { id } of wanted) {
      const found = usual.map((seasoned, k) => {
        const playedBy = (strength: Strength): number =>
          utilityOf(
            game(
              scenario,
              `strength/${k + 1}`,
              'seasoned',
              () => new Map([[id, delegate(scenario, id, strength)]]),
            ),
            id,
          );
        return { gentle: playedBy('gentle'), seasoned: seasoned.get(id) ?? 0, hard: playedBy('hard') };
      });
      const steps = STEPS.map(([low, high], step) => {
        const gains = found.map((one) => one[high] - one[low]);
        all[step]?.push(...gains);
        return interval(gains);
      });
      row([
        id,
        ...steps.map(({ mean, half }) => `${points(mean)} ± ${points(half)}`),
        steps.every(({ mean, half }) => mean - half > 0) ? 'both' : 'no',
      ]);
    }
    row([
      'all',
      ...all.map((gains) => `${points(interval(gains).mean)} ± ${points(interval(gains).half)}`),
      '',
    ]);
  }
};
