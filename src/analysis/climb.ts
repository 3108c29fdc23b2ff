import type { Text } from './problem.ts';

/** A text and what it scores. */
export interface Climbed {
  readonly text: readonly number[];
  readonly score: number;
}

/**
 * Coordinate ascent: the one-article amendment that raises the score most, again and again, until none does. Ties to the first
 * article and option. The end is a local best, not always the best there is: start it from several texts.
 *
 * @param options By article: how many options it has.
 * @param score Any number; `-Infinity` for what must not be.
 * @param most How many amendments at most.
 */
export const climb = (
  options: readonly number[],
  start: Text,
  score: (text: readonly number[]) => number,
  most: number = Infinity,
): Climbed => {
  const text = [...start];
  let best = score(text);
  for (let round = 0; round < most; round += 1) {
    let article = -1;
    let option = 0;
    for (let k = 0; k < options.length; k += 1) {
      const kept = text[k] ?? 0;
      for (let o = 0; o < (options[k] ?? 0); o += 1) {
        if (o === kept) continue;
        text[k] = o;
        const here = score(text);
        if (here > best) {
          best = here;
          article = k;
          option = o;
        }
      }
      text[k] = kept;
    }
    if (article < 0) break;
    text[article] = option;
  }
  return { text, score: best };
};
