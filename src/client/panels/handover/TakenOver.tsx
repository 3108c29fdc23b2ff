import { useState, type ReactNode } from 'react';
import type { Scenario, View } from '../../../engine/seat.ts';
import { h } from '../../i18n/handover.ts';
import { handover, type Handover } from '../../session/film/index.ts';
import { Button } from '../bits.tsx';
import { usePlaying } from '../context.tsx';
import { briefText } from './handover-text.ts';
import { HandoverGroups, useHandoverGroups } from './HandoverGroups.tsx';

/** How many events a seat had witnessed when it was taken over: the game's scenario is read anew with each, so it tells which. */
const cuts = new WeakMap<Scenario, number>();

/** What was done in a seat before it was taken over from a film, as far as the seat itself knows. What comes after is one's own doing. */
const untilTaken = (scenario: Scenario, view: View): Handover => {
  const until = cuts.get(scenario) ?? view.log.reduce((sum, { events }) => sum + events.length, 0);
  cuts.set(scenario, until);
  return handover(scenario, view, { since: 0, until });
};

/** What a seat brings along for whoever takes it over in the middle of a game, until they have read it. */
const TakenOver = ({ onRead }: { readonly onRead: () => void }): ReactNode => {
  const { scenario, view, names } = usePlaying();
  const [summary] = useState(() => untilTaken(scenario, view));
  // On a phone the list would leave no room for what one can do.
  const [roomy] = useState(() => window.matchMedia('(width >= 900px)').matches);
  const groups = useHandoverGroups(summary);
  if (groups.length === 0) return null;
  const brief = briefText(summary);
  return (
    <section className="taken-over" aria-labelledby="taken-over" data-testid="taken-over">
      <h2 id="taken-over">{h('takenTitle', { name: names.delegation(summary.seat) })}</h2>
      <p>
        {h('takenAbout')} {brief === '' ? null : <strong>{brief}</strong>}
      </p>
      <Button
        onPress={() => {
          onRead();
          // The button is gone then: a keyboard goes on where one acts.
          document.querySelector<HTMLElement>('#action')?.focus();
        }}
      >
        {h('takenRead')}
      </Button>
      <details open={roomy}>
        <summary>{h('backOpen')}</summary>
        <HandoverGroups groups={groups} />
      </details>
    </section>
  );
};

export default TakenOver;
