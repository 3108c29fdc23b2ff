import type { Scenario } from '../../../engine/seat.ts';
import type { Reflection } from '../../session/index.ts';
import { asked, levelOf } from '../debrief/levels.ts';

type Goal = Scenario['goals'][number];

/** What people said of one learning goal; means over those who answered, the change over those who answered both times. */
export interface GoalEvidence {
  readonly goal: Goal;
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly change: number | undefined;
}

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

export const evidenceOf = (goals: readonly Goal[], said: readonly Reflection[]): readonly GoalEvidence[] =>
  asked(goals).map((goal) => {
    const both = said.map((one) => ({
      before: levelOf(one, 'before', goal.id),
      after: levelOf(one, 'after', goal.id),
    }));
    return {
      goal,
      before: mean(both.flatMap(({ before }) => before ?? [])),
      after: mean(both.flatMap(({ after }) => after ?? [])),
      change: mean(
        both.flatMap(({ before, after }) =>
          before === undefined || after === undefined ? [] : [after - before],
        ),
      ),
    };
  });

/** People who have answered at least one of the questions. */
export const answeredBy = (when: 'before' | 'after', said: readonly Reflection[]): number =>
  said.filter((one) => (one[when] ?? []).length > 0).length;
