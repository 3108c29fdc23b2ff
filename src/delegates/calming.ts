import type { Act } from './agent.ts';
import type { Self } from './own.ts';
import { EXCHANGE, worthOfBrink, worthOfTension } from './exchange.ts';
import { affordable, worthOfCost } from './purse.ts';

/** Steps down the ladder in a session besides which no AI delegation takes another. */
const CROWD = 2;
/** Below this share of the ladder, in percent, nobody spends standing on calm. */
const TENSE = 50;

/** A calming step, when what tension costs oneself, or the danger to the talks, is worth more than the step. */
export const calmNow = (self: Self): Act | undefined => {
  const { view, scenario, own } = self;
  if (view.calmed.includes(own.delegation) || view.calmed.length >= CROWD) return undefined;
  if (view.tension * 100 < TENSE * scenario.tension.collapse) return undefined;
  const near = view.tension >= scenario.tension.collapse - EXCHANGE.brink.full;
  const found = scenario.calming
    .filter((move) => affordable(self, move.cost, near ? 0 : 1))
    .map((move) => ({
      move,
      gain:
        worthOfTension(self, -move.tension) +
        worthOfBrink(self, -move.tension) -
        worthOfCost(self, move.cost),
    }))
    .toSorted((a, b) => b.gain - a.gain)[0];
  if (found === undefined || found.gain <= LEAST) return undefined;
  return { command: { kind: 'calm', move: found.move.id }, because: [{ code: 'calms-tension' }] };
};

/** Hundredths of a point a step must bring: one keeps one's standing for what only oneself wants. */
const LEAST = 30;
