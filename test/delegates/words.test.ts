import { describe, expect, it } from 'vitest';
import { below } from '../../src/analysis/index.ts';
import { FAR, readiness } from '../../src/delegates/calendar.ts';
import { openMinds, redChance, type Mind } from '../../src/delegates/mind.ts';
import { sumOf } from '../../src/delegates/normal-belief.ts';
import { PLAINNESS } from '../../src/delegates/plainness.ts';
import { heardIn } from '../../src/delegates/heard.ts';
import { compared, heardPriorities, heardStance, type Comparisons } from '../../src/delegates/words.ts';
import { layoutOf } from '../../src/delegates/layout.ts';
import { decide, lay, open, view, type Stance, type State } from '../../src/engine/index.ts';
import type { Strength } from '../../src/delegates/index.ts';
import { newYork, play } from './play.ts';

const scenario = newYork();
const standing = scenario.articles.map(({ draft }) => draft);
const moment = { session: 1, phase: 'floor' } as const;
const mindOf = (place: number): Mind => {
  const mind = openMinds(scenario)[place];
  if (mind === undefined) throw new Error('no such seat');
  return mind;
};
/** How plainly somebody is expected to speak, as a multiple of what is usual. */
const plainnessOf = ({ plainness }: Mind): number =>
  plainness.reduce((sum, chance, at) => sum + chance * (PLAINNESS[at] ?? 0), 0);

describe('how plainly somebody speaks', () => {
  /** Says the same of every option that is not the opening position. */
  const saying = (place: number, stance: Stance): Mind =>
    scenario.articles.reduce(
      (mind, { options }, article) =>
        options.reduce(
          (now, _, option) =>
            scenario.delegations[place]?.wants[article]?.opening === option
              ? now
              : heardStance(scenario, now, place, { article, option, stance }, moment, standing, false),
          mind,
        ),
      mindOf(place),
    );

  it('is learnt from what it can live with and what it objects to', () => {
    for (const place of scenario.delegations.keys()) {
      const usual = plainnessOf(mindOf(place));
      expect(plainnessOf(saying(place, 'accept'))).toBeGreaterThan(usual);
      expect(plainnessOf(saying(place, 'object'))).toBeLessThan(usual);
    }
  });

  it('is told apart in games: the gentle speak more plainly than the hard', () => {
    const heardOf = (strength: Strength): number => {
      const minds = ['plain', 'plain/2', 'plain/3'].flatMap((seed) => {
        const { table, last } = play(scenario, seed, { strength });
        return heardIn(scenario, view(table, last, 'chair'));
      });
      return minds.reduce((sum, mind) => sum + plainnessOf(mind), 0) / minds.length;
    };
    expect(heardOf('gentle')).toBeGreaterThan(heardOf('hard') + 0.1);
  });
});

describe('a stance', () => {
  const table = lay(scenario, 'again');
  const [speaker] = scenario.delegations;
  const [article] = scenario.articles;
  if (speaker === undefined || article === undefined) throw new Error('nothing to speak of');
  const option = article.options.length - 1;
  /** The state after it has said this, in a chapter of its own. What is said in the corridor is part of a deal. */
  const saying = (
    state: State,
    session: number,
    stance: Stance,
    phase: 'drafting' | 'corridor' = 'drafting',
  ): State => ({
    ...state,
    stances: state.stances.map((rows, place) =>
      place === 0 ? rows.map((row, at) => (at === 0 ? row.with(option, stance) : row)) : rows,
    ),
    log: [
      ...state.log,
      {
        session,
        phase,
        events: [
          { kind: 'position-taken', by: speaker.id, position: { article: article.id, option, stance } },
        ],
      },
    ],
  });
  const heardOf = (state: State) => heardIn(scenario, view(table, state, 'chair'))[0];
  const once = saying(open(table), 1, 'accept');

  it('tells nothing new when it is said again in the same session, and does later', () => {
    expect(heardOf(once)).not.toEqual(heardOf(open(table)));
    expect(heardOf(saying(once, 1, 'accept'))).toEqual(heardOf(once));
    expect(heardOf(saying(once, 2, 'accept'))).not.toEqual(heardOf(once));
  });

  it('tells nothing new of what the option is worth when another was said in between', () => {
    const twice = saying(once, 1, 'object');
    expect(heardOf(twice)).not.toEqual(heardOf(once));
    const back = saying(twice, 1, 'accept');
    const worth = (state: State) => [heardOf(state)?.belief, heardOf(state)?.plainness];
    expect(worth(back)).toEqual(worth(twice));
    expect(worth(saying(back, 1, 'object'))).toEqual(worth(twice));
    // An objection that was a slip leaves no red line behind, and one that was taken back by a slip is there again.
    const red = (state: State): number => {
      const mind = heardOf(state);
      return mind === undefined ? 0 : redChance(scenario, mind, 0, 0, option);
    };
    expect(red(twice)).toBeGreaterThan(0);
    expect(red(back)).toBe(0);
    expect(red(saying(back, 1, 'object'))).toBeCloseTo(red(twice), 9);
  });

  it('that was part of a deal still tells something when it is said freely, and not the other way round', () => {
    const bought = saying(open(table), 1, 'accept', 'corridor');
    expect(heardOf(saying(bought, 1, 'accept', 'corridor'))).toEqual(heardOf(bought));
    const free = saying(bought, 1, 'accept');
    expect(heardOf(free)).not.toEqual(heardOf(bought));
    expect(heardOf(saying(free, 1, 'accept'))).toEqual(heardOf(free));
    expect(heardOf(saying(once, 1, 'accept', 'corridor'))).toEqual(heardOf(once));
  });
});

describe('what is said where there may be a red line', () => {
  /** Without linkages an option's worth is one number. */
  const plain = { ...scenario, linkages: [] };
  const [place, line] = plain.delegations.flatMap(({ redLines }, at) =>
    redLines.flatMap((one) => (one.options.length === 1 ? [[at, one] as const] : [])),
  )[0] ?? [0, undefined];
  const article = plain.articles.findIndex(({ id }) => id === line?.article);
  const option = line?.options[0] ?? -1;
  const start = layoutOf(plain).starts[article] ?? 0;
  const { style = 'trader' } = plain.delegations[place] ?? {};

  /** What it costs its speaker against its best option, as believed: mean and variance. */
  const costOf = ({ belief }: Mind) => {
    const options = plain.articles[article]?.options.map((_, other) => other) ?? [];
    const [best = 0] = options
      .filter((other) => other !== option)
      .toSorted((a, b) => (belief.mean[start + b] ?? 0) - (belief.mean[start + a] ?? 0));
    return sumOf(belief, { plus: [start + best], minus: [start + option] });
  };

  /** The mind that gives its line this chance, and no other any. */
  const believing = (chance: number): Mind => {
    const first = openMinds(plain)[place];
    if (first === undefined) throw new Error('no such seat');
    return {
      ...first,
      lines: (plain.delegations[place]?.redLines ?? []).map((one) => (one === line ? chance : 0)),
    };
  };

  it.each([0.05, 0.5, 0.9, 1])(
    'makes one unlikelier by falling silent, as far as integration says: %f',
    (chance) => {
      const before = believing(chance);
      const silent = { article, option, stance: 'silent' } as const;
      const after = heardStance(plain, before, place, silent, moment, standing, false);
      const from = readiness(plain, moment, style, 'seasoned');
      const { mean, variance } = costOf(before);
      let [all, otherwise] = [0, 0];
      for (let step = -8; step <= 8; step += 0.01) {
        const cost = mean + step * Math.sqrt(variance);
        const prior = Math.exp((-step * step) / 2);
        PLAINNESS.forEach((times, at) => {
          const weight = prior * (before.plainness[at] ?? 0);
          const falls = below((cost - from * times) / 70) - below((cost - from * FAR * times) / 70);
          all += weight;
          otherwise += weight * (0.97 * falls + 0.03 * 0.35);
        });
      }
      // A capital may have given way: nine tenths at most are left of what was sure. Of red lines 95 of 100 are spoken of.
      const held = Math.min(chance, 0.9);
      const there = held * 0.05;
      expect(redChance(plain, after, place, article, option)).toBeCloseTo(
        there / (there + ((1 - held) * otherwise) / all),
        4,
      );
      expect(redChance(plain, after, place, article, option)).toBeLessThan(chance);
    },
  );

  it('leaves none to what can be lived with', () => {
    for (const stance of ['accept', 'support'] as const) {
      const after = heardStance(
        plain,
        believing(1),
        place,
        { article, option, stance },
        moment,
        standing,
        false,
      );
      expect(redChance(plain, after, place, article, option)).toBe(0);
    }
  });

  it.each([0.05, 0.2, 0.5, 0.9])(
    'makes one likelier by an objection, as far as integration says: %f',
    (chance) => {
      const before = believing(chance);
      const after = heardStance(
        plain,
        before,
        place,
        { article, option, stance: 'object' },
        moment,
        standing,
        false,
      );

      // A red line is spoken of in 95 of 100 cases; 3 of 100 stances say nothing, and are objections in 35 of 100; 70 hundredths of a point off.
      const from = readiness(plain, moment, style, 'seasoned') * FAR;
      const { mean, variance } = costOf(before);
      const width = Math.sqrt(variance);
      const ways = PLAINNESS.map(() => 0);
      let [all, sum, red] = [0, 0, 0];
      for (let step = -8; step <= 8; step += 0.01) {
        const cost = mean + step * width;
        const prior = Math.exp((-step * step) / 2);
        PLAINNESS.forEach((times, at) => {
          const objects = below((cost - from * times) / 70);
          const likely = chance * 0.95 + (1 - chance) * (0.97 * objects + 0.03 * 0.35);
          const weight = prior * (before.plainness[at] ?? 0) * likely;
          ways[at] = (ways[at] ?? 0) + weight;
          all += weight;
          sum += weight * cost;
          red += prior * (before.plainness[at] ?? 0) * chance * 0.95;
        });
      }
      expect(redChance(plain, after, place, article, option)).toBeCloseTo(red / all, 4);
      expect(costOf(after).mean).toBeCloseTo(sum / all, 0);
      after.plainness.forEach((found, at) => expect(found).toBeCloseTo((ways[at] ?? 0) / all, 4));
    },
  );
});

describe('what somebody says matters most', () => {
  /** Without linkages an article's span is its own. */
  const plain = { ...scenario, linkages: [] };
  const mindIn = (place: number): Mind => openMinds(plain)[place] ?? mindOf(place);
  /** What lies between the best and the worst option of an article by what is believed. */
  const spanOf = ({ belief }: Mind, article: number): number => {
    const start = layoutOf(plain).starts[article] ?? 0;
    const worths = (scenario.articles[article]?.options ?? []).map(
      (_, option) => belief.mean[start + option] ?? 0,
    );
    return Math.max(...worths) - Math.min(...worths);
  };
  const nothing: Comparisons = scenario.articles.map(() => scenario.articles.map(() => false));
  const inOrder = (mind: Mind): readonly number[] =>
    [...scenario.articles.keys()].toSorted((a, b) => spanOf(mind, a) - spanOf(mind, b));

  it('is believed to matter more than before, and more against what is not named', () => {
    for (const place of scenario.delegations.keys()) {
      const before = mindIn(place);
      const named = inOrder(before)[Math.floor(scenario.articles.length / 2)] ?? 0;
      const after = heardPriorities(plain, before, [named], nothing, standing);
      const ahead = (mind: Mind): number =>
        [...scenario.articles.keys()].reduce(
          (sum, other) => sum + spanOf(mind, named) - spanOf(mind, other),
          0,
        );
      expect(spanOf(after, named)).toBeGreaterThan(spanOf(before, named));
      expect(ahead(after)).toBeGreaterThan(ahead(before));
    }
  });

  it('is hardly believed where it is absurd: all of a list is meant, or none of it', () => {
    for (const place of scenario.delegations.keys()) {
      const before = mindIn(place);
      // The two that are thought to matter least, as if they mattered most.
      const absurd = inOrder(before).slice(0, 2);
      const [last = 0] = absurd;
      const after = heardPriorities(plain, before, absurd, nothing, standing);
      const top = spanOf(before, inOrder(before).at(-1) ?? 0);
      expect(spanOf(after, last) - spanOf(before, last)).toBeLessThan((top - spanOf(before, last)) / 4);
    }
  });

  it('teaches once what is said in two lists', () => {
    for (const place of scenario.delegations.keys()) {
      const before = mindIn(place);
      const [a = 0, b = 0, c = 0] = inOrder(before).toReversed();
      const once = heardPriorities(plain, before, [a, b, c], nothing, standing);
      // The shorter list has nothing that the longer one has not.
      const said = compared(nothing, [a, b, c]);
      expect(heardPriorities(plain, once, [a, b], said, standing)).toBe(once);
      // Nor has the longer one anything after the shorter and another, but that the last of it comes before the rest.
      const [d = 0] = inOrder(before).toReversed().slice(3);
      const both = compared(said, [a, b, d]);
      const twice = heardPriorities(plain, once, [a, b, d], said, standing);
      expect(twice).not.toBe(once);
      expect(heardPriorities(plain, twice, [a, b], both, standing)).toBe(twice);
      // What is said the other way round is news, and then the first way again.
      const turned = compared(said, [b, a]);
      expect(turned[a]?.[b]).toBe(false);
      expect(heardPriorities(plain, once, [a, b], turned, standing)).not.toBe(once);
    }
  });

  it('is taken in the order in which it is said', () => {
    for (const place of scenario.delegations.keys()) {
      const before = mindIn(place);
      // Of two that are thought to matter much, and nearly the same, either order can be meant.
      const order = inOrder(before).slice(-4);
      const [, one, other] = order
        .slice(1)
        .map((b, at) => {
          const a = order[at] ?? 0;
          return [spanOf(before, b) - spanOf(before, a), a, b] as const;
        })
        .toSorted(([x], [y]) => x - y)[0] ?? [0, 0, 0];
      const ahead = (named: readonly number[]): number => {
        const after = heardPriorities(plain, before, named, nothing, standing);
        return spanOf(after, one) - spanOf(after, other);
      };
      expect(ahead([one, other])).toBeGreaterThan(ahead([other, one]));
    }
  });

  it('is heard from a statement, and tells nothing new when it is said again', () => {
    const table = lay(scenario, 'priorities');
    const speaker = scenario.delegations[0]?.id;
    const named = scenario.articles.slice(-2).map(({ id }) => id);
    if (speaker === undefined) throw new Error('nobody at the table');
    const spoken = (state: State, priorities: typeof named): State => {
      const said = decide(
        table,
        { ...state, phase: 'floor', spoken: [] },
        {
          seat: speaker,
          command: { kind: 'speak', positions: [], priorities, tone: 'plain', names: [], cites: [] },
        },
      );
      if (said.refusal !== undefined) throw new Error(JSON.stringify(said.refusal));
      return said.next;
    };
    const heardOf = (state: State) => heardIn(scenario, view(table, state, 'chair'))[0]?.belief;
    const silent = spoken(open(table), []);
    const once = spoken(silent, named);
    expect(heardOf(once)).not.toEqual(heardOf(silent));
    expect(heardOf(spoken(once, named))).toEqual(heardOf(once));
    expect(heardOf(spoken(once, named.toReversed()))).not.toEqual(heardOf(once));
  });
});
