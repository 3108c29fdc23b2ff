import { mayBe } from './random.ts';
import type { Agent } from './agent.ts';

/** Does nothing: in a decision it is silent, and whoever is silent has not objected. */
export const passive: Agent = { act: () => undefined };

/** Objects to every text, whatever it says. */
export const blocker: Agent = {
  act: (view) => {
    if (view.decision === undefined || view.decision.mine !== undefined || view.own === undefined)
      return undefined;
    const answer = view.decision.method === 'vote' ? 'no' : 'object';
    return { command: { kind: 'answer', answer, articles: [], because: [] }, because: [{ code: 'routine' }] };
  },
};

/** Plays at random, mostly possible things: a table without judgement. */
export const random = mayBe;
