import { evolve, open, view, type Scenario, type State, type View } from '../../engine/index.ts';
import type { PastGame } from '../branches/index.ts';
import { againstMandate, type Believed, type Held } from './judged.ts';

/** What a view lets one hold of every delegation, in the scenario's order; `null` of oneself. */
export type Believe = (scenario: Scenario, seen: View) => readonly (Held | null)[];

/** In the scenario's order: what whoever only listened could believe of each delegation when the game closed, against the truth. */
export const believedOf = ({ table, moves }: PastGame, believe: Believe): readonly Believed[] => {
  let state = open(table);
  for (const { events } of moves)
    for (const event of events) if (event.kind !== 'closed') state = evolve(table, state, event);
  return judged(table.scenario, state, believe(table.scenario, view(table, state, 'observer')));
};

const judged = (
  scenario: Scenario,
  { mandates }: State,
  held: readonly (Held | null)[],
): readonly Believed[] => {
  const ids = scenario.articles.map(({ id }) => id);
  return scenario.delegations.flatMap((_, place) => {
    const [belief, mandate] = [held[place], mandates[place]];
    return belief === null || belief === undefined || mandate === undefined
      ? []
      : [againstMandate(ids, belief, mandate)];
  });
};
