import { useState, type ReactNode } from 'react';
import type { Scenario, View } from '../../../engine/seat.ts';
import { h } from '../../i18n/handover.ts';
import { handover, type Handover } from '../../session/film/index.ts';
import { Button } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { briefText } from './handover-text.ts';
import { HandoverGroups, useHandoverGroups } from './HandoverGroups.tsx';

/** What was done in a seat before it was taken over from a film: until now, as far as the seat itself knows. */
const untilNow = (scenario: Scenario, view: View): Handover =>
  handover(scenario, view, {
    since: 0,
    until: view.log.reduce((sum, { events }) => sum + events.length, 0),
  });

/** What a seat brings along for whoever takes it over in the middle of a game, until they have read it. */
const TakenOver = ({ onRead }: { readonly onRead: () => void }): ReactNode => {
  const { scenario, view, names } = usePlaying();
  // What comes after is one's own doing.
  const [summary] = useState(() => untilNow(scenario, view));
  const groups = useHandoverGroups(summary);
  if (groups.length === 0) return null;
  const brief = briefText(summary);
  return (
    <section className="taken-over" aria-labelledby="taken-over" data-testid="taken-over">
      <h2 id="taken-over">{h('takenTitle', { name: names.delegation(summary.seat) })}</h2>
      <p>
        {h('takenAbout')} {brief === '' ? null : <strong>{brief}</strong>}
      </p>
      <Button onPress={onRead}>{h('takenRead')}</Button>
      <details open>
        <summary>{h('backOpen')}</summary>
        <HandoverGroups groups={groups} />
      </details>
    </section>
  );
};

export default TakenOver;
