import { exp, ln } from '../analysis/index.ts';
import type { Scenario, Stance, Text } from '../engine/seat.ts';
import { CLOSE, FAR, readiness, type Moment } from './calendar.ts';
import { layoutOf, linked, type Layout } from './layout.ts';
import { redChance, withRed, type Mind } from './mind.ts';
import {
  chanceBetween,
  learnedOneWay,
  learnedTogether,
  PLAIN,
  type NormalBelief,
  type Sum,
} from './normal-belief.ts';
import { PLAINNESS } from './plainness.ts';

/**
 * What words let one conclude: a stance puts what an option costs its speaker, against its best, between bounds; priorities put articles
 * in an order.
 */

/** Hundredths of a point: how exactly a stance is meant. */
const NOISE = 70;
/** The same for words that were paid for. */
const BOUGHT = 500;
/** Chance that a stance says nothing of what its speaker wants. */
const DOUBT = 0.03;
/** Chance that an objection is heard where there is a red line. */
const SPOKEN = 0.95;
/** Chance at most that a red line is still there when somebody falls silent on it: capitals give way, if rarely. */
const KEPT = 0.9;
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
  const noise = bought ? BOUGHT : NOISE;
  const ways = PLAINNESS.map((times) => {
    const [low, high] = boundsOf(stance, ready * times);
    return { low, high, noise, doubt: DOUBT };
  });
  const before = redChance(scenario, mind, place, article, option);
  /** How likely it is to be said where there is no red line. */
  const otherwise = (): number => {
    const chance = ways.reduce(
      (total, way, at) => total + (mind.plainness[at] ?? 0) * chanceBetween(mind.belief, { sum, ...way }),
      0,
    );
    return (1 - DOUBT) * chance + DOUBT * PLAIN;
  };
  if (stance !== 'object') {
    const heard = learnedOneWay(mind.belief, sum, ways, mind.plainness);
    const silence = stance === 'silent' && before > 0 ? otherwise() : 0;
    return {
      ...withRed(scenario, mind, place, article, option, (line) =>
        stance === 'silent' ? stillThere(Math.min(line, KEPT), silence) : 0,
      ),
      belief: heard.belief,
      plainness: bought ? mind.plainness : heard.chances,
    };
  }
  const ratio = otherwise() / SPOKEN;
  // Across a red line one objects whatever it costs: then the words say nothing of what it costs.
  const doubt = before + (1 - before) * DOUBT;
  const idle = (before * SPOKEN + (1 - before) * DOUBT * PLAIN) / doubt;
  const heard = learnedOneWay(
    mind.belief,
    sum,
    ways.map((way) => ({ ...way, doubt, idle })),
    mind.plainness,
  );
  return {
    ...withRed(scenario, mind, place, article, option, (line) =>
      before === 0 ? UNKNOWN : line / (line + (1 - line) * ratio),
    ),
    belief: heard.belief,
    plainness: bought ? mind.plainness : heard.chances,
  };
};

/** Chance that there is a red line where something is not objected to, by Bayes. @param otherwise How likely that is without one. */
const stillThere = (line: number, otherwise: number): number => {
  if (line === 0) return 0;
  const there = line * (1 - SPOKEN);
  return there / (there + (1 - line) * otherwise);
};

/**
 * Somebody has said what matters most: on the first of these articles there is more between its best and its worst option, in the draft
 * as it stands, than on the second, and so on; and on all of them more than on any other. Where nothing is known of which option is the
 * best, nothing follows.
 * @param before What it has said of two articles before, and not taken back since: that tells nothing new, also if the draft has changed.
 */
export const heardPriorities = (
  scenario: Scenario,
  mind: Mind,
  articles: readonly number[],
  before: Comparisons,
  standing: Text,
): Mind => {
  const all = scenario.articles.length;
  const said = comparisonsIn(articles, all);
  const fresh = said.filter(([more, less]) => before[more]?.[less] !== true);
  if (fresh.length === 0) return mind;
  const sums = fresh.map(([a, b]): Sum => {
    const more = spanOf(scenario, mind.belief, a, standing);
    const less = spanOf(scenario, mind.belief, b, standing);
    return { plus: [...more.plus, ...less.minus], minus: [...more.minus, ...less.plus] };
  });
  // Whoever names articles for another reason may name any, in any order; of what was said before a share is known.
  const lists = articles.reduce((count, _, rank) => count * Math.max(1, all - rank), 1);
  const idle = exp((-ln(lists) * fresh.length) / said.length);
  const belief = learnedTogether(mind.belief, sums, { noise: ROUGHLY, doubt: ELSEWHERE, idle });
  return { ...mind, belief };
};

/** Which article is said to matter more than which: each named one more than all that come later or are not named. */
const comparisonsIn = (named: readonly number[], all: number): readonly (readonly [number, number])[] =>
  named.flatMap((article, rank) =>
    Array.from({ length: all }, (_, other) => [article, other] as const).filter(
      ([, other]) => !named.slice(0, rank + 1).includes(other),
    ),
  );

/** `[article][article]`: whether the first was last said to matter more than the second. */
export type Comparisons = readonly (readonly boolean[])[];

/** What has been said of any two articles, after these have been named. */
export const compared = (before: Comparisons, articles: readonly number[]): Comparisons =>
  comparisonsIn(articles, before.length).reduce(
    (now, [more, less]) =>
      now.with(more, (now[more] ?? []).with(less, true)).with(less, (now[less] ?? []).with(more, false)),
    before,
  );

/** Hundredths of a point: how exactly it is meant that one article matters more than another. */
const ROUGHLY = 150;
/** Chance that the list was made for another reason. */
const ELSEWHERE = 0.1;

/** What lies between the best and the worst option of an article, by what is believed now. */
const spanOf = (scenario: Scenario, belief: NormalBelief, article: number, standing: Text): Sum => {
  const layout = layoutOf(scenario);
  let [plus, minus]: [readonly number[], readonly number[]] = [[], []];
  let [most, least] = [-Infinity, Infinity];
  for (const option of (scenario.articles[article]?.options ?? []).keys()) {
    const parts = changedBy(layout, standing, article, option);
    const worth = parts.reduce((sum, at) => sum + (belief.mean[at] ?? 0), 0);
    if (worth > most) [most, plus] = [worth, parts];
    if (worth < least) [least, minus] = [worth, parts];
  }
  return { plus, minus };
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
