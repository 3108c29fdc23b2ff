import type { DelegationId, Scenario, Words } from '../engine/seat.ts';

/** Words a minute that somebody reads who meets the matter for the first time. An estimate. */
const PACE = 200;

/** What whoever plays a seat has to read, in minutes. */
export interface ReadingLoad {
  readonly delegation: DelegationId;
  /** Its own role sheet: needed before the first move. */
  readonly sheet: number;
  /** All it may read before play: the sheet, the summary, the articles with their wordings, who the others are, the deeds. */
  readonly all: number;
}

/** By delegation, in the scenario's order: how long its reading takes, in the scenario's own language. */
export const readingOf = (scenario: Scenario): readonly ReadingLoad[] => {
  const say = (text: Words | undefined): string => text?.[scenario.language] ?? '';
  const count = (...texts: readonly (Words | undefined)[]): number =>
    texts.reduce((sum, text) => sum + wordsIn(say(text)), 0);
  const table =
    count(scenario.summary) +
    scenario.articles.reduce(
      (sum, { title, about, options }) =>
        sum + count(title, about, ...options.flatMap(({ label, wording }) => [label, wording])),
      0,
    ) +
    scenario.concessions.reduce((sum, { title, about }) => sum + count(title, about), 0) +
    // What a whole bloc says is read once.
    [...new Set(scenario.delegations.flatMap(({ about, manner }) => [about, manner].map(say)))].reduce(
      (sum, text) => sum + wordsIn(text),
      0,
    );
  return scenario.delegations.map(({ id, briefing }) => ({
    delegation: id,
    sheet: count(briefing) / PACE,
    all: (count(briefing) + table) / PACE,
  }));
};

/** Words of a text: what stands between spaces and holds a letter or a digit. */
export const wordsIn = (text: string): number =>
  text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
