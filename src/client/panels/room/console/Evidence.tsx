import type { ReactNode } from 'react';
import { r } from '../../../i18n/room.ts';
import { Button } from '../../bits.tsx';
import { usePlaying } from '../../context.tsx';
import { useRoomSight } from '../context.tsx';
import { answeredBy, evidenceOf } from '../evidence.ts';
import { useAsk, useDeskSight } from './act.ts';

const figure = (value: number | undefined, signed = false): string =>
  value === undefined
    ? '–'
    : `${signed && value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;

/** The teacher's own evidence: three questions on the learning goals, asked before play and again after it. */
export const Evidence = ({ when }: { readonly when: 'before' | 'after' }): ReactNode => {
  const ask = useAsk();
  const { settings, people } = useRoomSight();
  const { reflections } = useDeskSight();
  const { scenario, names } = usePlaying();
  if (scenario.goals.length === 0) return null;
  const said = reflections.map(({ seat, said: words }) => ({ seat, ...words }));
  const asking = settings.questions === when;
  const answering = people.filter(
    ({ role }) => role !== 'facilitator' && role !== 'co-facilitator' && role !== 'projector',
  ).length;
  const answered = answeredBy(when, said);
  return (
    <section className="evidence" aria-labelledby="evidence" data-testid="evidence">
      <h3 id="evidence">{r('evidence')}</h3>
      <p className="quiet">{r('evidenceAbout')}</p>
      <div className="row">
        <Button
          look={asking ? 'plain' : 'main'}
          testId={`ask-${when}`}
          onPress={() =>
            void ask<'settings'>({ ask: 'settings', settings: { questions: asking ? 'none' : when } })
          }
        >
          {asking ? r('evidenceStop') : r(`evidenceAsk_${when}`)}
        </Button>
        {asking || answered > 0 ? (
          <output>{r('evidenceCount', { answered, people: answering })}</output>
        ) : null}
      </div>
      {answered === 0 && answeredBy('before', said) === 0 ? null : (
        <table className="evidence-table">
          <thead>
            <tr>
              <th scope="col">{r('evidenceGoal')}</th>
              <th scope="col">{r('evidenceBefore')}</th>
              <th scope="col">{r('evidenceAfter')}</th>
              <th scope="col">{r('evidenceChange')}</th>
            </tr>
          </thead>
          <tbody>
            {evidenceOf(scenario.goals, said).map(({ goal, before, after, change }) => (
              <tr key={goal.id}>
                <th scope="row">{names.words(goal.goal)}</th>
                <td>{figure(before)}</td>
                <td>{figure(after)}</td>
                <td>{figure(change, true)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};
