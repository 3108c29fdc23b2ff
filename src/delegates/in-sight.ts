import {
  placeOf,
  standingText,
  type Provision,
  type Scenario,
  type Text,
  type View,
} from '../engine/seat.ts';

/** The text that failed last, if one has. */
const lastFailed = (view: View): Text | undefined => {
  for (const { events } of view.log.toReversed())
    for (const event of events.toReversed())
      if (event.kind === 'decided' && !event.adopted && event.amendment === undefined) return event.text;
  return undefined;
};

/** The text that one reckons with: the one that failed last, or the draft. */
export const textInSight = (view: View): Text => lastFailed(view) ?? standingText(view.articles);

/** A text with these provisions in it. */
export const withAll = (scenario: Scenario, from: Text, containing: readonly Provision[]): Text =>
  containing.reduce<Text>(
    (now, { article, option }) => now.with(placeOf(scenario, 'article', article), option),
    from,
  );
