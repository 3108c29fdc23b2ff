import type { ReactNode } from 'react';
import type { Answer, Event, View } from '../../../../engine/seat.ts';
import { eventText } from '../../../i18n/events.ts';
import { r } from '../../../i18n/room.ts';
import { Flag } from '../../bits.tsx';
import { usePlaying } from '../../context.tsx';

type Decided = Extract<Event, { readonly kind: 'decided' }>;

/** The last text that was decided on in this phase, or in the one before while its consequences are drawn. */
const lastDecided = (view: View): Decided | undefined =>
  view.log
    .slice(-2)
    .filter(({ session, phase }) => session === view.session && (phase === 'decision' || phase === 'capital'))
    .flatMap(({ events }) => events)
    .findLast((event) => event.kind === 'decided');

/** Who is asked and who has answered, while a text is before the room; and how it went, when the gavel has fallen. */
export const Verdict = (): ReactNode => {
  const { view } = usePlaying();
  if (view.decision !== undefined) return <Asked />;
  const decided = lastDecided(view);
  return decided === undefined ? null : <Result decided={decided} />;
};

const Asked = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const { decision } = view;
  if (decision === undefined) return null;
  const amendment = view.amendments.find(({ id }) => id === decision.amendment);
  return (
    <section className="verdict verdict-open" aria-labelledby="verdict">
      <h2 id="verdict">
        {amendment === undefined
          ? r(`put_${decision.method}`)
          : r('putAmendment', { provision: names.provision(amendment) })}
      </h2>
      <ul className="verdict-flags">
        {scenario.delegations.map((delegation) => {
          const given = decision.answered.includes(delegation.id);
          return (
            <li key={delegation.id} className={given ? 'verdict-given' : ''}>
              <Flag code={delegation.flag} size={30} />
              <span>{names.words(delegation.placard)}</span>
              <span className="hidden">{given ? r('hasAnswered') : r('notAnswered')}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

/** In the order in which a tally is read out. */
const SIDES: readonly { readonly side: 'for' | 'against' | 'aside'; readonly answers: readonly Answer[] }[] =
  [
    { side: 'for', answers: ['join', 'yes'] },
    { side: 'against', answers: ['object', 'no'] },
    { side: 'aside', answers: ['abstain'] },
  ];

const Result = ({ decided }: { readonly decided: Decided }): ReactNode => {
  const { scenario, names } = usePlaying();
  return (
    <section
      className={decided.adopted ? 'verdict verdict-adopted' : 'verdict verdict-failed'}
      aria-labelledby="verdict"
      data-testid="verdict"
    >
      <h2 id="verdict">{decided.adopted ? r('adopted') : r('notAdopted')}</h2>
      <p className="verdict-line">{eventText(names, decided)}</p>
      <dl className="verdict-tally">
        {SIDES.map(({ side, answers }) => {
          const given = decided.answers.filter(({ answer }) => answers.includes(answer));
          return given.length === 0 ? null : (
            <div key={side} className={`tally-${side}`}>
              <dt>
                {r(`tally_${side}`)} <strong>{given.length}</strong>
              </dt>
              <dd>
                {given.map(({ by }) => (
                  <span key={by} title={names.delegation(by)}>
                    <Flag code={scenario.delegations.find(({ id }) => id === by)?.flag ?? ''} size={22} />
                    <span className="hidden">{names.delegation(by)}</span>
                  </span>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
};
