import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { r } from '../../i18n/room.ts';
import type { Level, Reflection } from '../../session/index.ts';
import { useDesk, usePlaying, useScreen } from '../context.tsx';
import { asked, levelOf, withLevel } from '../debrief/levels.ts';
import { Scale } from '../debrief/Scale.tsx';
import { useMine } from './context.tsx';

const EMPTY: readonly Reflection[] = [];
const say = (level: Level): string => t(`level_${level}`);

/** The three questions on the learning goals that the facilitator asks everybody, before play or after it. Each answer is kept at once. */
export const GoalQuestions = ({ when }: { readonly when: 'before' | 'after' }): ReactNode => {
  const { session } = useDesk();
  const { scenario, names } = usePlaying();
  const mine = useMine();
  const reflections = useScreen((screen) => screen.reflections) ?? EMPTY;
  const { reflect } = session;
  const goals = asked(scenario.goals);
  if (reflect === undefined || goals.length === 0) return null;
  const said = reflections[0] ?? { seat: mine.seat ?? 'observer' };
  const before = when === 'before';
  return (
    <section className="card goal-questions" aria-labelledby={`goals-${when}`} data-testid={`goals-${when}`}>
      <h2 id={`goals-${when}`}>{before ? r('goalsBefore') : r('goalsAfter')}</h2>
      <p className="quiet">{before ? r('goalsBeforeAbout') : r('goalsAfterAbout')}</p>
      {goals.map(({ id, goal }) => (
        <Scale
          key={id}
          legend={names.words(goal)}
          value={levelOf(said, when, id)}
          say={say}
          onChange={(level) => void reflect(withLevel(said, when, id, level))}
        />
      ))}
    </section>
  );
};
