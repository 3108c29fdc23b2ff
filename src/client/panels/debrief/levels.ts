import type { Level, Reflection } from '../../session/index.ts';

/** From 1 to 5, as the answers have them. */
export const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

/** Up to so many goals are asked about before and after: the first of the scenario's. */
const ASKED = 3;

export const asked = <G>(goals: readonly G[]): readonly G[] => goals.slice(0, ASKED);

export const levelOf = (reflection: Reflection, when: 'before' | 'after', goal: string): Level | undefined =>
  reflection[when]?.find((item) => item.goal === goal)?.level;

/** Answers with one more, instead of what was answered to the same goal. */
export const withLevel = (
  reflection: Reflection,
  when: 'before' | 'after',
  goal: string,
  level: Level,
): Reflection => ({
  ...reflection,
  [when]: [...(reflection[when] ?? []).filter((item) => item.goal !== goal), { goal, level }],
});
