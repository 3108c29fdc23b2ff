import type { ReactNode } from 'react';
import { contextOf } from '../../../engine/seat.ts';
import { usePlaying } from '../context.tsx';
import { BeforeQuestions } from './BeforeQuestions.tsx';
import { Capital } from './Capital.tsx';
import { ChairDesk } from './ChairDesk.tsx';
import { DecisionPaper } from './DecisionPaper.tsx';
import { Floor } from './Floor.tsx';
import { IncidentCard } from './Incidents.tsx';
import { Offers } from './Offers.tsx';
import { OutcomePaper } from './OutcomePaper.tsx';
import { Treaty } from './Treaty.tsx';

/** The paper that goes with the phase. */
export const Now = (): ReactNode => {
  const { view, scenario } = usePlaying();
  if (view.status === 'closed') return <OutcomePaper />;
  // Asked once, before the first day's work begins.
  const isFirst = view.session === 0 && view.phase === scenario.sessions[0]?.phases[0];
  return (
    <>
      {view.seat === 'chair' ? <ChairDesk key={`${String(view.session)}-${view.phase}`} /> : null}
      <PhasePaper />
      {isFirst ? <BeforeQuestions /> : null}
    </>
  );
};

const PhasePaper = (): ReactNode => {
  const { view } = usePlaying();
  switch (view.phase) {
    case 'briefing':
      return <Briefing />;
    case 'floor':
      return <Floor />;
    case 'corridor':
      return <Offers />;
    case 'drafting':
      return <Treaty />;
    case 'decision':
      return <DecisionPaper />;
    case 'capital':
      return <Capital />;
  }
};

/** The day's news: what the world brings, and what has struck. */
const Briefing = (): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const today = view.log.at(-1)?.events ?? [];
  const cards = today.flatMap((event) =>
    event.kind === 'context-drawn' ? [contextOf(scenario, event.card)] : [],
  );
  const struck = view.incidents.filter((incident) => incident.session === view.session);
  const older = view.incidents.filter(
    (incident) => incident.session < view.session && incident.truth === undefined,
  );
  return (
    <>
      <h2>{names.session(view.session)}</h2>
      {/* Whom one speaks for comes before the news. */}
      {view.session === 0 ? <Role /> : null}
      {cards.map((card) => (
        <article key={card.id} className="news">
          <h3>{names.words(card.title)}</h3>
          <p>{names.words(card.story)}</p>
        </article>
      ))}
      {[...struck, ...older].map((incident) => (
        <IncidentCard key={incident.id} incident={incident} />
      ))}
    </>
  );
};

const Role = (): ReactNode => {
  const { scenario, names, own } = usePlaying();
  const me = own === undefined ? undefined : scenario.delegations[own.index];
  return me === undefined ? null : (
    <article className="sheet">
      <h3>{names.delegation(me.id)}</h3>
      <p>{names.words(me.briefing)}</p>
    </article>
  );
};
