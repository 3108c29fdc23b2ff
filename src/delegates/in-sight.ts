import { standingText, type Text, type View } from '../engine/seat.ts';

/** The text that failed last, if one has. */
export const lastFailed = (view: View): Text | undefined => {
  for (const { events } of view.log.toReversed())
    for (const event of events.toReversed())
      if (event.kind === 'decided' && !event.adopted && event.amendment === undefined) return event.text;
  return undefined;
};

/** The text that one reckons with: the one that failed last, or the draft. */
export const textInSight = (view: View): Text => lastFailed(view) ?? standingText(view.articles);
