import type { ReactNode } from 'react';
import { w } from '../../i18n/workshop.ts';
import { addGoal, goalsOf, listAt, removeGoal, stringAt } from '../../session/workshop/index.ts';
import { useForm } from './context.tsx';
import { ChoiceField, TextField } from './fields.tsx';
import { AddRow, EntryTools } from './tools.tsx';

/** What is learned, and what is asked afterwards. */
export const LearningForm = (): ReactNode => {
  const { data, change } = useForm();
  const goals = goalsOf(data);
  const questions = listAt(data, ['debrief']);
  return (
    <>
      <h3>{w('goals')}</h3>
      {goals.map((goal) => (
        <div key={goal.id} className="entry">
          <div className="entry-head">
            <TextField label={w('goal')} path={['goals', goal.place, 'goal']} />
            <EntryTools
              name={goal.name}
              onRemove={goals.length < 2 ? undefined : () => change(removeGoal(data, goal.place))}
            />
          </div>
          <TextField label={w('goalDecisions')} path={['goals', goal.place, 'decisions']} lines={2} />
        </div>
      ))}
      <AddRow label={w('newGoal')} button={w('addGoal')} onAdd={(name) => change(addGoal(data, name))} />
      <h3>{w('questions')}</h3>
      {questions.map((_, place) => (
        <div key={place} className="entry">
          <div className="entry-head">
            <ChoiceField
              label={w('questionGoal')}
              path={['debrief', place, 'goal']}
              choices={goals.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <EntryTools
              name={w('questionN', { n: place + 1 })}
              onRemove={() => change([{ edit: 'remove', path: ['debrief', place] }])}
            />
          </div>
          <TextField label={w('question')} path={['debrief', place, 'question']} lines={2} />
        </div>
      ))}
      <AddRow
        label={w('newQuestion')}
        button={w('addQuestion')}
        onAdd={(question) =>
          change([
            {
              edit: 'insert',
              path: ['debrief'],
              at: questions.length,
              value: { goal: goals[0]?.id ?? stringAt(data, ['debrief', 0, 'goal']) ?? '', question },
            },
          ])
        }
      />
    </>
  );
};
