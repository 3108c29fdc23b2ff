import type { Outcome, Text } from '../../engine/index.ts';
import { branch, type Change, type PastGame, type Players, type RefusedBranch } from './game.ts';

/** Numbers of many games. Hundredths of a point where worths are meant; quantiles are values that occurred. */
export interface Spread {
  readonly least: number;
  readonly lower: number;
  readonly middle: number;
  readonly upper: number;
  readonly most: number;
  readonly mean: number;
  /** Mean squared distance from the mean. */
  readonly variance: number;
}

/** How the branches ended, beside what happened. */
export interface Distribution {
  readonly games: number;
  readonly ends: { readonly [E in Outcome['end']]: number };
  /** Adopted texts, most frequent first; ties in article order. */
  readonly texts: readonly { readonly text: Text; readonly games: number }[];
  /** By delegation: what it got. */
  readonly utilities: readonly Spread[];
  /** By delegation: over its value of no agreement. */
  readonly gains: readonly Spread[];
  /** By delegation: in how many games it is bound. */
  readonly bound: readonly number[];
  readonly tension: Spread;
  readonly damage: Spread;
  readonly broken: Spread;
}

/** @param values At least one. */
export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (quarter: number): number => sorted[Math.floor(((sorted.length - 1) * quarter) / 4)] ?? 0;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, sorted.length);
  const squares = sorted.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return {
    least: at(0),
    lower: at(1),
    middle: at(2),
    upper: at(3),
    most: at(4),
    mean,
    variance: squares / Math.max(1, sorted.length),
  };
};

/** What many games came to. `undefined` for none. */
export const distributionOf = (outcomes: readonly Outcome[]): Distribution | undefined => {
  const [first] = outcomes;
  if (first === undefined) return undefined;
  const ended = (end: Outcome['end']): number => outcomes.filter((outcome) => outcome.end === end).length;
  const bySeat = <T>(of: (place: number) => T): readonly T[] => first.seats.map((_, place) => of(place));
  const texts = new Map<string, { readonly text: Text; games: number }>();
  for (const { text } of outcomes) {
    if (text === undefined) continue;
    const known = texts.get(text.join());
    if (known === undefined) texts.set(text.join(), { text, games: 1 });
    else known.games += 1;
  }
  return {
    games: outcomes.length,
    ends: {
      adopted: ended('adopted'),
      'not-adopted': ended('not-adopted'),
      collapsed: ended('collapsed'),
      stopped: ended('stopped'),
    },
    texts: [...texts.values()].toSorted((a, b) => b.games - a.games || inArticleOrder(a.text, b.text)),
    utilities: bySeat((place) => spreadOf(outcomes.map(({ seats }) => seats[place]?.utility ?? 0))),
    gains: bySeat((place) =>
      spreadOf(outcomes.map(({ seats }) => (seats[place]?.utility ?? 0) - (seats[place]?.walkAway ?? 0))),
    ),
    bound: bySeat((place) => outcomes.filter(({ seats }) => seats[place]?.bound === true).length),
    tension: spreadOf(outcomes.map((outcome) => outcome.tension)),
    damage: spreadOf(outcomes.map((outcome) => outcome.damage)),
    broken: spreadOf(outcomes.map(({ promises }) => promises.broken)),
  };
};

const inArticleOrder = (a: Text, b: Text): number => {
  const differ = a.findIndex((option, article) => option !== b[article]);
  return differ === -1 ? 0 : (a[differ] ?? 0) - (b[differ] ?? 0);
};

/** What became of a branch that was played many times. */
export type Counterfactual =
  | { readonly refusal?: undefined; readonly distribution: Distribution | undefined; readonly runs: number }
  | RefusedBranch;

/**
 * Plays a branch many times, one run for each step, so that a worker can say how far it is. Run 0 has the players' own chances;
 * games that did not end within the rules' time are left out of the distribution, but counted in `runs`.
 */
export function* playBranches(
  game: PastGame,
  at: number,
  change: Change,
  players: Players,
  runs: number,
): Generator<number, Counterfactual> {
  const outcomes: Outcome[] = [];
  for (let run = 0; run < runs; run += 1) {
    const played = branch(game, at, change, players, run);
    if (played.refusal !== undefined) return played;
    if (played.last.outcome !== undefined) outcomes.push(played.last.outcome);
    yield run + 1;
  }
  return { distribution: distributionOf(outcomes), runs };
}

/** As {@link playBranches}, at one go. */
export const counterfactual = (
  game: PastGame,
  at: number,
  change: Change,
  players: Players,
  runs: number,
): Counterfactual => {
  const playing = playBranches(game, at, change, players, runs);
  for (;;) {
    const step = playing.next();
    if (step.done === true) return step.value;
  }
};
