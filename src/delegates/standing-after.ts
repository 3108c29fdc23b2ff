import { placeOf, type Event, type Scenario, type Text } from '../engine/seat.ts';

/** Kinds of events that change what stands in the draft. All are public. */
export const REDRAFTING = [
  'draft-issued',
  'group-reported',
  'decided',
  'corrected',
] as const satisfies readonly Event['kind'][];
export type Redrafting = Extract<Event, { kind: (typeof REDRAFTING)[number] }>;

/** The draft's options after an event, brackets aside: what a log alone tells of it. */
export const standingAfter = (scenario: Scenario, standing: Text, event: Redrafting): Text => {
  switch (event.kind) {
    case 'draft-issued':
      return event.articles.map(({ option }) => option);
    case 'group-reported':
      return standing.with(placeOf(scenario, 'article', event.article), event.option);
    case 'decided':
      return event.amendment !== undefined && event.adopted ? event.text : standing;
    case 'corrected':
      return event.what.of === 'article'
        ? standing.with(placeOf(scenario, 'article', event.what.article), event.what.now.option)
        : standing;
  }
};
