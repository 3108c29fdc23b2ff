import seedrandom from 'seedrandom';

/** What a draw is for. Nothing else moves it, so branches of one game can be compared. */
export type Purpose =
  | 'mandate'
  | 'tokens'
  | 'tension'
  | 'context'
  | 'incident-comes'
  | 'incident-card'
  | 'victim'
  | 'damage'
  | 'incident-tension'
  | 'origin'
  | 'culprit'
  | 'framed'
  | 'suspect'
  | 'clue-holds'
  | 'clue-origin'
  | 'clue-culprit'
  | 'truth-out'
  | 'flaw'
  | 'opinion'
  | 'parallel'
  | 'warning-comes'
  | 'warning-holds'
  | 'warning-card'
  | 'warning-victim'
  | 'briefing'
  | 'deal-leaks'
  | 'leak-traced'
  | 'flexibility'
  | 'operation'
  | 'operation-mishap'
  | 'operation-exposed';

/** A number in [0, 1), a function of its key alone. */
export const draw = (seed: string, purpose: Purpose, session: number, index: number): number =>
  seedrandom.alea(`${seed}/${purpose}/${session}/${index}`)();

/** Keyed chance for whoever plays a seat by machine. It does not give the seed away. */
export type Dice = (purpose: string, index: number) => number;

export const dice =
  (seed: string, key: string): Dice =>
  (purpose, index) =>
    seedrandom.alea(`${seed}/seat/${key}/${purpose}/${index}`)();

/** A whole number of a span, from a draw in [0, 1). */
export const within = (span: { readonly min: number; readonly max: number }, drawn: number): number =>
  span.min + Math.min(span.max - span.min, Math.floor(drawn * (span.max - span.min + 1)));

/** One of the items, in proportion to its weight; `undefined` if no weight is positive. */
export const pick = <T>(items: readonly T[], weight: (item: T) => number, drawn: number): T | undefined => {
  const total = items.reduce((sum, item) => sum + Math.max(0, weight(item)), 0);
  if (total <= 0) return undefined;
  let left = drawn * total;
  for (const item of items) {
    const w = Math.max(0, weight(item));
    if (w === 0) continue;
    if (left < w) return item;
    left -= w;
  }
  return items.findLast((item) => weight(item) > 0);
};
