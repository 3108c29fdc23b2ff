import { delegate, STRENGTHS } from '../../../src/delegates/index.ts';
import type { DelegationId, Scenario } from '../../../src/engine/index.ts';
import { game, interval, points, row, shelf, utilityOf } from './common.ts';
import { knowing } from './knowing.ts';

/** The same seat played gentle, seasoned, hard, and by somebody who knows everybody's mandate; seasoned in all other seats. */
const SEATS = ['US', 'KE', 'CN', 'CH'] as const;

const playedBy = (scenario: Scenario, id: DelegationId, seed: string): Readonly<Record<string, number>> => ({
  ...Object.fromEntries(
    STRENGTHS.map((strength) => [
      strength,
      utilityOf(
        game(scenario, seed, 'seasoned', () => new Map([[id, delegate(scenario, id, strength)]])),
        id,
      ),
    ]),
  ),
  knowing: utilityOf(
    game(scenario, seed, 'seasoned', (table) => new Map([[id, knowing(table, id)]])),
    id,
  ),
});

const STEPS = [
  ['gentle', 'seasoned'],
  ['seasoned', 'hard'],
  ['hard', 'knowing'],
] as const;

export const strengthsPart = (seeds: number): void => {
  const scenario = shelf('oewg-2022');
  console.log(
    `\nStrengths: oewg-2022, one seat against seasoned delegates, ${seeds} seeds each; points, with the 95 % interval`,
  );
  row(['seat', ...STEPS.map(([low, high]) => `${high} over ${low}`)]);
  const all = STEPS.map((): number[] => []);
  for (const { id } of scenario.delegations.filter(({ id: one }) => SEATS.some((seat) => seat === one))) {
    const found = Array.from({ length: seeds }, (_, k) => playedBy(scenario, id, `strength/${k + 1}`));
    row([
      id,
      ...STEPS.map(([low, high], step) => {
        const gains = found.map((one) => (one[high] ?? 0) - (one[low] ?? 0));
        all[step]?.push(...gains);
        const { mean, half } = interval(gains);
        return `${points(mean)} ± ${points(half)}`;
      }),
    ]);
  }
  row([
    'all',
    ...all.map((gains) => {
      const { mean, half } = interval(gains);
      return `${points(mean)} ± ${points(half)}${mean - half > 0 ? '' : ' (not clear of zero)'}`;
    }),
  ]);
};
