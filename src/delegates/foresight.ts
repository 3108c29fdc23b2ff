import type { Chapter, GivenAnswer, Text, View } from '../engine/seat.ts';
import { chairsText } from './chair.ts';
import { decisionsLeft } from './calendar.ts';
import { joins, modelsOf } from './models.ts';
import { bearable, gainOf, type Self } from './own.ts';

/**
 * What would come next: the Chair drafts from what everybody has heard, so whoever has heard it too can draft with it. Looking one
 * text ahead is what a hard delegation does before it says no to something that it could live with.
 */

/** A text that the Chair could be expected to put. */
export interface Prospect {
  readonly text: Text;
  /** Gain over no agreement, hundredths of a point; 0 where one could not bear it. */
  readonly gain: number;
  /** Chance, 0 to 1, that all others join. */
  readonly chance: number;
}

/** What is said of a text by whoever objects to it. */
export type Objection = Omit<GivenAnswer, 'by'>;

const JOINED: GivenAnswer['because'] = [{ code: 'better-than-no-agreement' }];

/** What the Chair would put next, if all others joined the text before the room and one objected with these words. */
export const afterObjecting = (self: Self, objection: Objection): Prospect | undefined => {
  const { view, scenario, own } = self;
  if (view.decision === undefined) return undefined;
  const { text, method } = view.decision;
  const answers = scenario.delegations.map(({ id }): GivenAnswer =>
    id === own.delegation
      ? { by: id, ...objection }
      : { by: id, answer: method === 'vote' ? 'yes' : 'join', articles: [], because: JOINED },
  );
  const { decision: _put, ...rest } = view;
  return prospect(
    self,
    withEvents({ ...rest, tried: [...view.tried, { method, text }] }, [
      { kind: 'decided', method, text, adopted: false, answers, valid: true },
    ]),
  );
};

/** The Chair's text as things stand in a view, real or imagined, of one's own seat. */
export const prospect = (self: Self, view: View): Prospect | undefined => {
  const { scenario, own } = self;
  const text = chairsText(scenario, view);
  if (text === undefined) return undefined;
  const chance = modelsOf(scenario, view).reduce(
    (all, model, place) => (place === own.index ? all : all * joins(model, text)),
    1,
  );
  return { text, chance, gain: bearable(self, text) ? Math.max(0, gainOf(self, text)) : 0 };
};

/** The view as it would be after these events. */
export const withEvents = (view: View, events: Chapter['events']): View => {
  const last = view.log.at(-1) ?? { session: view.session, phase: view.phase, events: [] };
  return { ...view, log: [...view.log.slice(0, -1), { ...last, events: [...last.events, ...events] }] };
};

/** Share of what one could have had that one reckons with, when the next text fails too and there is time for another. */
const AGAIN = 0.6;

/** What one can expect of objecting, hundredths of a point over no agreement: the next text, and what may come after it. */
export const worthOfObjecting = (self: Self, objection: Objection, gain: number): number => {
  const { view, scenario } = self;
  const next = afterObjecting(self, objection);
  const here = scenario.procedure.textsPerDecision - view.tried.length - 1;
  const later = decisionsLeft(scenario, view);
  if (here + later <= 0) return 0;
  const again = here - 1 + later > 0 ? AGAIN * gain : 0;
  return next === undefined ? again : next.chance * next.gain + (1 - next.chance) * again;
};
