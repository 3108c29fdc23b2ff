import { placeOf, withPayoff, type IncidentSight } from '../engine/seat.ts';
import { maySpeak, speeches } from './accusing.ts';
import { CHARACTER } from './character.ts';
import { EXCHANGE } from './exchange.ts';
import { readingsOf, type Hypothesis, type Suspicion } from './judgement.ts';
import type { Self } from './own.ts';
import { worthOfCost } from './purse.ts';
import type { Speech } from './response.ts';

/** What finding out is worth: how much better the best of accusing and keeping silent becomes. */

/** Clues ahead that are reckoned with: for what one is not sure of after one, two may be enough. */
const AHEAD = 2;

/** Worth of a speech if one believed this, hundredths of a point. */
type SpeechWorth = (speech: Speech, beliefs: readonly Suspicion[]) => number;

/**
 * Worth of the next clue, hundredths of a point, its price aside: the exact expectation over all that it can say. After it one may pay
 * for another. In an inquiry an agreed duty may find more at once, and with a friend at hand another may come from it.
 */
export const worthOfClue = (
  self: Self,
  sight: IncidentSight,
  how: 'investigate' | 'inquiry',
  worth: SpeechWorth,
): number => {
  if (!maySpeak(self, sight)) return 0;
  const { beliefs, chances } = readingsOf(self.scenario, sight, AHEAD);
  if (chances.length === 0) return 0;
  const best = listener(self, sight, beliefs, worth);
  const price = worthOfCost(self, self.scenario.procedure.investigateCost);
  const start = Float64Array.from(beliefs, ({ belief }) => belief);
  // There are thousands of ways in which two clues can read: numbers are worked out in place.
  const buffers = chances.map(() => new Float64Array(beliefs.length));
  /** Worth times the chance of coming to hold these beliefs, `read` clues having been seen, and `free` more to be seen for nothing. */
  const from = (mass: Float64Array, read: number, free: number): number => {
    const clue = chances[read];
    const next = buffers[read];
    if (clue === undefined || next === undefined) return best(mass);
    let found = 0;
    for (const reading of clue) {
      let all = 0;
      for (let place = 0; place < next.length; place += 1) {
        const chance = (mass[place] ?? 0) * (reading[place] ?? 0);
        next[place] = chance;
        all += chance;
      }
      if (all > 0) found += from(next, read + 1, free - 1);
    }
    return free > 0 ? found : Math.max(best(mass), found - price * sumOf(mass));
  };
  const silent = best(start);
  const one =
    how === 'investigate' ? 1 : Math.max(1, withPayoff(self.scenario, self.view.articles, 'inquiry', 1));
  const worthOf = (free: number): number => from(start, 0, free) - silent;
  if (how === 'investigate' || one >= chances.length || !hasFriend(self, sight)) return worthOf(one);
  return (1 - EXCHANGE.joins) * worthOf(one) + EXCHANGE.joins * worthOf(one + 1);
};

/** Whether somebody may join an inquiry: one whom it trusts. */
const hasFriend = (self: Self, sight: IncidentSight): boolean =>
  self.scenario.delegations.some(({ id }) => {
    const band = self.own.trust[placeOf(self.scenario, 'delegation', id)]?.mine;
    return id !== self.own.delegation && id !== sight.suspect && (band === 'good' || band === 'close');
  });

const sumOf = (numbers: Float64Array): number => numbers.reduce((sum, one) => sum + one, 0);

/** By a mass over the hypotheses: what the best speech is worth if one believes so, times that mass; 0 if none is better than silence. */
const listener = (self: Self, sight: IncidentSight, beliefs: readonly Hypothesis[], worth: SpeechWorth) => {
  const { sure } = CHARACTER[self.delegation.style];
  const keys = beliefs.map(({ origin, culprit }) => `${origin}/${culprit ?? ''}`);
  const distinct = [...new Set(keys)];
  const answer = keys.map((key) => distinct.indexOf(key));
  const named = distinct.map((key): Omit<Suspicion, 'belief'> => {
    const { origin, culprit } = beliefs[keys.indexOf(key)] ?? { origin: 'accident', culprit: undefined };
    return { origin, ...(culprit === undefined ? {} : { culprit }) };
  });
  const found = new Float64Array(distinct.length);
  return (mass: Float64Array): number => {
    found.fill(0);
    let all = 0;
    for (let place = 0; place < mass.length; place += 1) {
      const at = answer[place] ?? 0;
      found[at] = (found[at] ?? 0) + (mass[place] ?? 0);
      all += mass[place] ?? 0;
    }
    let top = 0;
    for (let place = 1; place < found.length; place += 1)
      if ((found[place] ?? 0) > (found[top] ?? 0)) top = place;
    const first = named[top];
    const share = (found[top] ?? 0) / all;
    if (first === undefined || !(share >= sure)) return 0;
    const believed = named.map((item, place) => ({ ...item, belief: (found[place] ?? 0) / all }));
    const open = speeches(self, sight, { ...first, belief: share });
    return Math.max(0, ...open.map((speech) => worth(speech, believed))) * all;
  };
};
