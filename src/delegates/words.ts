import type { Scenario, Stance, Text } from '../engine/seat.ts';
import { CLOSE, FAR, readiness, type Moment } from './calendar.ts';
import { layoutOf, linked, type Layout } from './layout.ts';
import { redChance, withRed, type Mind } from './mind.ts';
import { chanceBetween, learned, type Sum } from './normal-belief.ts';

/** What words let one conclude: a stance puts what an option costs its speaker, against its best, between bounds. */

/** Hundredths of a point: how exactly a stance is meant. */
const NOISE = 70;
/** The same for words that were paid for. */
const BOUGHT = 500;
/** Chance that a stance says nothing of what its speaker wants. */
const DOUBT = 0.03;
/** Chance that an objection is heard where there is a red line. */
const SPOKEN = 0.95;
/** Chance of a red line where the scenario knows of none, after an objection. */
const UNKNOWN = 0.03;

/** @param bought Whether it was taken as part of a deal. */
export const heardStance = (
  scenario: Scenario,
  mind: Mind,
  place: number,
  said: { readonly article: number; readonly option: number; readonly stance: Stance },
  moment: Moment,
  standing: Text,
  bought: boolean,
): Mind => {
  const { article, option, stance } = said;
  const style = scenario.delegations[place]?.style ?? 'trader';
  const ready = readiness(scenario, moment, style, 'seasoned');
  const sum = lossOf(scenario, mind, place, article, option, standing);
  const [low, high] = boundsOf(stance, ready);
  const told = { sum, low, high, noise: bought ? BOUGHT : NOISE };
  switch (stance) {
    case 'support':
    case 'accept':
      return {
        ...withRed(scenario, mind, place, article, option, () => 0),
        belief: learned(mind.belief, { ...told, doubt: DOUBT }),
      };
    case 'silent':
      return { ...mind, belief: learned(mind.belief, { ...told, doubt: DOUBT }) };
    case 'object': {
      const before = redChance(scenario, mind, place, article, option);
      const without = Math.max(0.05, Math.min(0.95, chanceBetween(mind.belief, told)));
      const red = (before * SPOKEN) / (before * SPOKEN + (1 - before) * without);
      const ratio = without / SPOKEN;
      return {
        ...withRed(scenario, mind, place, article, option, (line) =>
          before === 0 ? UNKNOWN : line / (line + (1 - line) * ratio),
        ),
        // Across a red line one objects whatever it costs.
        belief: learned(mind.belief, { ...told, doubt: Math.max(DOUBT, red) }),
      };
    }
  }
};

const boundsOf = (stance: Stance, ready: number): readonly [number, number] => {
  switch (stance) {
    case 'support':
      return [-Infinity, CLOSE];
    case 'accept':
      return [CLOSE, ready];
    case 'silent':
      return [ready, ready * FAR];
    case 'object':
      return [ready * FAR, Infinity];
  }
};

/** What an option costs against the best other one, by what is believed now. */
const lossOf = (
  scenario: Scenario,
  mind: Mind,
  place: number,
  article: number,
  option: number,
  standing: Text,
): Sum => {
  const layout = layoutOf(scenario);
  const options = scenario.articles[article]?.options.length ?? 0;
  let best: readonly number[] = [];
  let most = -Infinity;
  for (let other = 0; other < options; other += 1) {
    if (other === option || redChance(scenario, mind, place, article, other) > 0.5) continue;
    const parts = changedBy(layout, standing, article, other);
    const worth = parts.reduce((sum, at) => sum + (mind.belief.mean[at] ?? 0), 0);
    if (worth > most) [most, best] = [worth, parts];
  }
  return { plus: best, minus: best.length === 0 ? [] : changedBy(layout, standing, article, option) };
};

/** What of a text's sum depends on one article, with this option in it. */
const changedBy = (layout: Layout, standing: Text, article: number, option: number): readonly number[] => {
  const text = standing.with(article, option);
  return [
    (layout.starts[article] ?? 0) + option,
    ...layout.links
      .filter((link) => (link.a === article || link.b === article) && linked(link, text))
      .map((link) => link.at),
  ];
};
