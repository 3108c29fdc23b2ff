import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import type { Level, Reflection } from '../../session/index.ts';
import { useDesk, usePlaying, useScreen } from '../context.tsx';
import { asked, levelOf, withLevel } from '../debrief/levels.ts';
import { Scale } from '../debrief/Scale.tsx';

const EMPTY: readonly Reflection[] = [];
const say = (level: Level): string => t(`level_${level}`);

/** Three questions tied to the learning goals, before the first day. Whoever does not open them plays on. */
export const BeforeQuestions = (): ReactNode => {
  const { session, companions } = useDesk();
  const { scenario, names } = usePlaying();
  const seat = useScreen((screen) => screen.seat);
  const reflections = useScreen((screen) => screen.reflections) ?? EMPTY;
  const { reflect } = session;
  if (seat === undefined || seat === 'observer' || reflect === undefined || scenario.goals.length === 0)
    return null;
  const said = reflections.find((one) => one.seat === seat) ?? { seat };
  return (
    <details className="before-questions" data-testid="before-questions">
      <summary>{t('beforeTitle')}</summary>
      <p className="quiet">
        {t('beforeLead')} {companions === undefined ? '' : t('beforeRead')}
      </p>
      {asked(scenario.goals).map(({ id, goal }) => (
        <Scale
          key={id}
          legend={names.words(goal)}
          value={levelOf(said, 'before', id)}
          say={say}
          onChange={(level) => void reflect(withLevel(said, 'before', id, level))}
        />
      ))}
    </details>
  );
};
