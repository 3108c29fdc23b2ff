import type { Findings, Result } from '../../session/film/index.ts';

/** What many replays came to for one delegation, beside the game. */
export interface Tally {
  readonly games: number;
  readonly adopted: number;
  readonly better: number;
  readonly worse: number;
  readonly same: number;
}

const utilityOf = ({ outcome }: Result, place: number): number => outcome.seats[place]?.utility ?? 0;

/** Less than this, hundredths of a point, is shown as no difference. */
const LEAST = 5;

export const tally = (results: readonly Result[], happened: Result, place: number): Tally => {
  const was = utilityOf(happened, place);
  const changes = results.map((result) => utilityOf(result, place) - was);
  const better = changes.filter((change) => change >= LEAST).length;
  const worse = changes.filter((change) => change <= -LEAST).length;
  return {
    games: results.length,
    adopted: results.filter(({ outcome }) => outcome.end === 'adopted').length,
    better,
    worse,
    same: results.length - better - worse,
  };
};

/** Whether chance made no difference: all replays came to the same text, worths and tension. */
export const allAlike = ({ utilities, tension, ends, games }: Findings): boolean =>
  games > 1 &&
  [...utilities, tension].every(({ variance }) => variance === 0) &&
  Object.values(ends).includes(games);

/** Values that lie together, for bubbles: each with how many. */
export const bunched = (
  values: readonly number[],
  width: number,
): readonly { readonly value: number; readonly count: number }[] => {
  const bunches = new Map<number, { value: number; count: number }>();
  for (const value of values) {
    const key = Math.round(value / width);
    const known = bunches.get(key);
    if (known === undefined) bunches.set(key, { value, count: 1 });
    else {
      known.value = (known.value * known.count + value) / (known.count + 1);
      known.count += 1;
    }
  }
  return [...bunches.values()].toSorted((a, b) => a.value - b.value);
};
