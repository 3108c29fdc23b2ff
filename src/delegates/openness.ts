import type { Position } from '../engine/seat.ts';
import type { Strength } from './agent.ts';
import { prospect, withEvents } from './foresight.ts';
import type { Self } from './own.ts';
import { newPositions, type Wanted } from './stances.ts';
import { PLAY } from './strength.ts';

/** How openly to speak: what a hard delegation works out before it takes the floor. */

/** Shares of what it would admit, most open first. */
const SHARES = [1, 0.75, 0.55, 0.4] as const;
/** Hundredths of a point that less openness must bring. */
const WORTH = 25;

/**
 * What to say now: at most `most` positions. Whoever looks ahead tries how the Chair would draft after each way of putting it, and takes the
 * one that promises most, by its own gain and by the chance that all others join; where they promise alike, the most open.
 */
export const positionsToTake = (
  self: Self,
  strength: Strength,
  most: number,
  may: (position: Position) => boolean,
): readonly Wanted[] => {
  const said = (openness: number): readonly Wanted[] =>
    newPositions(self, strength, openness)
      .filter(({ position }) => may(position))
      .slice(0, most);
  const open = said(1);
  if (!PLAY[strength].weighsWords) return open;
  const { best } = SHARES.slice(1).reduce(
    (now, share) => {
      const words = said(share);
      const value = worthOfSaying(self, words);
      return value >= now.value + WORTH ? { best: words, value } : now;
    },
    { best: open, value: worthOfSaying(self, open) },
  );
  return best;
};

/** What the Chair's next text would promise, hundredths of a point over no agreement, if this were said. */
const worthOfSaying = (self: Self, words: readonly Wanted[]): number => {
  const { view, own, scenario } = self;
  const rows = words.reduce((now, { position: { article, option, stance } }) => {
    const place = scenario.articles.findIndex(({ id }) => id === article);
    return now.with(place, (now[place] ?? []).with(option, stance));
  }, view.stances[own.index] ?? []);
  const after = withEvents(
    { ...view, stances: view.stances.with(own.index, rows) },
    words.map(({ position }) => ({ kind: 'position-taken', by: own.delegation, position })),
  );
  const next = prospect(self, after);
  return next === undefined ? 0 : next.chance * next.gain;
};
