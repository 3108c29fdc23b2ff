import type { ReactNode } from 'react';
import { t } from '../../i18n/index.ts';
import { Button } from '../bits.tsx';
import { useDesk, useHands, usePlaying, useScreen } from '../context.tsx';
import { PlayAgain } from './PlayAgain.tsx';
import { waitingFor } from './waiting.ts';

/**
 * What can be done now, in one sentence, and the one main button. While a text is before the room it leads to the answer:
 * whoever closes the folder there consents by silence, and should not do so unawares.
 */
export const ActionBar = ({ onAnswer }: { readonly onAnswer: () => void }): ReactNode => {
  const { session, companions } = useDesk();
  const hands = useHands();
  const { scenario, view, names, own } = usePlaying();
  const busy = useScreen((screen) => screen.busy);
  const shared = useScreen((screen) => screen.people !== undefined);
  const done = own !== undefined && view.done.includes(own.delegation);
  const answered = view.decision?.mine !== undefined;
  const awaited = view.decision !== undefined && !answered && own !== undefined;
  const others = scenario.delegations.filter(
    ({ id }) =>
      id !== own?.delegation && !view.done.includes(id) && !(view.decision?.answered.includes(id) ?? false),
  );
  return (
    <footer className="action" id="action" tabIndex={-1}>
      <p className="action-now">
        {sentence(view)}
        {(done || answered) && others.length > 0 ? (
          <span className="quiet">
            {' '}
            {t('waitingFor', {
              names: others.map(({ id }) => names.delegation(id)).join(', '),
              count: others.length,
            })}
          </span>
        ) : null}
      </p>
      {shared && view.status === 'open' ? (
        <Button testId="hand-on" onPress={() => void session.sit(undefined)}>
          {t('handOn')}
        </Button>
      ) : null}
      {!hands || (companions !== undefined && view.status === 'closed') ? null : view.status === 'closed' ? (
        <PlayAgain key="over" onPress={() => session.leave()} />
      ) : view.seat === 'chair' ? (
        <Button
          look="main"
          disabled={busy || view.decision !== undefined}
          onPress={() => void session.send({ kind: 'advance' })}
          testId="main-action"
        >
          {t('chairAdvance')}
        </Button>
      ) : awaited ? (
        <Button look="main" onPress={onAnswer} testId="main-action">
          {t('answerText')}
        </Button>
      ) : (
        <Button
          look="main"
          disabled={busy || done || answered}
          onPress={() => void session.send({ kind: 'done' })}
          testId="main-action"
        >
          {answered ? t('answeredAlready') : done ? t('doneAlready') : t('done')}
        </Button>
      )}
    </footer>
  );
};

const sentence = (view: ReturnType<typeof usePlaying>['view']): string => {
  if (view.status === 'closed') return t('now_closed');
  if (view.seat === 'chair') return t('now_chair');
  if (view.phase !== 'decision') return t(`now_${view.phase}`);
  if (view.decision === undefined) return t(waitingFor(view));
  if (view.decision.mine !== undefined) return t('now_decision_answered');
  return t(view.decision.method === 'vote' ? 'now_decision_vote' : 'now_decision');
};
