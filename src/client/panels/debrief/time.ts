/** Parts of a debrief in full, in their order: feelings first, figures after them. */
export const FULL = ['feelings', 'facts', 'causes', 'transfer', 'takeaway', 'keep'] as const;
/** The short form. */
export const SHORT = ['short', 'keep'] as const;
export type Step = (typeof FULL)[number] | (typeof SHORT)[number];

/** Of the playing time: a third, so that nobody says afterwards that there was none. At least ten minutes. */
const SHARE = 1 / 3;
const LEAST = 10;
const SHORTEST = 5;

/** What each part takes of the whole, in hundredths. */
const PARTS: { readonly [S in Step]: number } = {
  feelings: 12,
  facts: 22,
  causes: 26,
  transfer: 22,
  takeaway: 14,
  keep: 4,
  short: 80,
};

/** Minutes to keep for a debrief in full of a game of so many minutes. */
export const minutesOf = (playing: number): number => Math.max(LEAST, Math.round(playing * SHARE));

/** Minutes of one part; at least one. */
export const minutesFor = (step: Step, all: number): number =>
  Math.max(1, Math.round((all * PARTS[step]) / 100));

/** Minutes of the short form. */
export const SHORT_MINUTES = SHORTEST;
