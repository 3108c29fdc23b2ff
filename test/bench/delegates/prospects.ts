import { joins, modelsOf } from '../../../src/delegates/models.ts';
import { gainOf, selfOf } from '../../../src/delegates/own.ts';
import { chanceOf, prospectsOf } from '../../../src/delegates/prospects.ts';
import { expected } from './expected.ts';
import {
  evolve,
  open,
  placeOf,
  plainWorth,
  standingText,
  view,
  type Provision,
  type Scenario,
  type State,
  type Text,
} from '../../../src/engine/index.ts';
import type { PlayedGame } from '../../../src/trial/machines.ts';
import { game, mean, points, row, SHELF, shelf } from './common.ts';

/**
 * How likely each delegation held it, at the opening of each corridor, that an option is adopted, that two options of neighbouring articles
 * are, that any text is; and what it expected of it. Beside it the rule of before (a fifth, and half of how likely the others
 * are on average to join the draft with it), and what somebody would say who has seen the end of all other games of the scenario and
 * nothing of this one.
 */

const KINDS = ['option', 'pair', 'any text'] as const;
type Kind = (typeof KINDS)[number];

/** Three forecasts of one thing: ours, the rule of before, other games. */
type Said = readonly [number, number, number];

/** Forecasts of one kind, added up. */
interface Tally {
  count: number;
  said: number;
  came: number;
  readonly brier: [number, number, number];
  readonly log: [number, number, number];
  /** By {@link BINS}: how many, what was said, how often it came. */
  readonly bins: readonly { count: number; said: number; came: number }[];
}

const BINS = [0, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

const noTally = (): Tally => ({
  count: 0,
  said: 0,
  came: 0,
  brier: [0, 0, 0],
  log: [0, 0, 0],
  bins: BINS.slice(1).map(() => ({ count: 0, said: 0, came: 0 })),
});

/** No forecast is taken to be surer than this: one that is sure and wrong would count without bound. */
const SUREST = 0.001;

const counted = (tally: Tally, said: Said, came: 0 | 1): void => {
  tally.count += 1;
  tally.said += said[0];
  tally.came += came;
  for (const way of [0, 1, 2] as const) {
    tally.brier[way] += (said[way] - came) ** 2;
    const chance = Math.min(1 - SUREST, Math.max(SUREST, said[way]));
    tally.log[way] -= Math.log(came === 1 ? chance : 1 - chance);
  }
  const bin = tally.bins[BINS.findLastIndex((from, place) => place < BINS.length - 1 && said[0] >= from)];
  if (bin === undefined) return;
  bin.count += 1;
  bin.said += said[0];
  bin.came += came;
};

/** Hundredths of a point over no agreement. */
interface Worth {
  readonly expected: number;
  readonly came: number;
  /** What the draft would bring, by the chance that the rule of before gave it. */
  readonly before: number;
}

const meets = (scenario: Scenario, text: Text | undefined, containing: readonly Provision[]): boolean =>
  text !== undefined &&
  containing.every(({ article, option }) => text[placeOf(scenario, 'article', article)] === option);

/** What is asked: every option, every pair of options of two articles that follow on each other, any text. */
const questionsOf = ({ articles }: Scenario): readonly { kind: Kind; containing: readonly Provision[] }[] => {
  const of = (place: number): readonly Provision[] => {
    const article = articles[place % articles.length];
    return article?.options.map((_, option) => ({ article: article.id, option })) ?? [];
  };
  return [
    { kind: 'any text', containing: [] },
    ...articles.flatMap((_, place) =>
      of(place).map((one) => ({ kind: 'option' as const, containing: [one] })),
    ),
    ...articles.flatMap((_, place) =>
      of(place).flatMap((one) =>
        of(place + 1).map((two) => ({ kind: 'pair' as const, containing: [one, two] })),
      ),
    ),
  ];
};

/** The states in which corridors open. */
const corridorsOf = ({ table, moves }: PlayedGame): readonly State[] => {
  const found: State[] = [];
  let state = open(table);
  for (const { events } of moves)
    for (const event of events) {
      const before = state.phase;
      state = evolve(table, state, event);
      if (state.phase === 'corridor' && before !== 'corridor') found.push(state);
    }
  return found;
};

const forecastsIn = (
  scenario: Scenario,
  games: readonly PlayedGame[],
  tell: (kind: Kind, said: Said, came: 0 | 1) => void,
): readonly Worth[] => {
  const questions = questionsOf(scenario);
  const ends = games.map(({ last }) => last.adopted?.text);
  const usual = questions.map(
    ({ containing }) => ends.filter((text) => meets(scenario, text, containing)).length,
  );
  const worths: Worth[] = [];
  games.forEach((played, number) => {
    const end = ends[number];
    for (const state of corridorsOf(played))
      for (const { id } of scenario.delegations) {
        const seen = view(played.table, state, id);
        const self = selfOf(scenario, seen);
        if (self === undefined) continue;
        const prospects = prospectsOf(self);
        const company = modelsOf(scenario, seen).filter((_, place) => place !== self.own.index);
        const standing = standingText(seen.articles);
        const asBefore = (text: Text): number => 0.2 + 0.5 * mean(company.map((model) => joins(model, text)));
        questions.forEach(({ kind, containing }, at) => {
          const came = meets(scenario, end, containing) ? 1 : 0;
          const text = containing.reduce<Text>(
            (now, { article, option }) => now.with(placeOf(scenario, 'article', article), option),
            standing,
          );
          const others = ((usual[at] ?? 0) - came + 0.5 * share(scenario, containing)) / games.length;
          tell(kind, [chanceOf(prospects, containing), asBefore(text), others], came);
        });
        const { reservation } = self.mandate;
        worths.push({
          expected: expected(self),
          came: end === undefined ? 0 : plainWorth(self.mandate, end) - reservation,
          before: asBefore(standing) * gainOf(self, standing),
        });
      }
  });
  return worths;
};

/** What is said of one more game of which nothing is known, so that nothing is held impossible. */
const share = ({ articles }: Scenario, containing: readonly Provision[]): number =>
  containing.reduce(
    (left, { article }) => left / (articles.find(({ id }) => id === article)?.options.length ?? 1),
    1,
  );

const reliability = ({ bins }: Tally): void => {
  row(['said', 'forecasts', 'mean', 'came']);
  for (const [place, { count, said, came }] of bins.entries())
    if (count > 0)
      row([
        `${((BINS[place] ?? 0) * 100).toFixed(0)} to ${((BINS[place + 1] ?? 1) * 100).toFixed(0)} %`,
        count,
        (said / count).toFixed(3),
        (came / count).toFixed(3),
      ]);
};

export const prospectsPart = (count: number, only?: string): void => {
  const names = only === undefined ? SHELF : SHELF.filter((name) => name === only);
  console.log(
    `\nProspects: what is held likely at the opening of each corridor, by each seat; ${count} games each`,
  );
  row([
    'scenario',
    'of',
    'forecasts',
    'mean',
    'came',
    'Brier',
    'before',
    'other games',
    'log score',
    'before',
    'other games',
  ]);
  const everything = new Map(KINDS.map((kind) => [kind, noTally()]));
  const lines: (readonly (string | number)[])[] = [];
  for (const name of names) {
    const scenario = shelf(name);
    const games = Array.from({ length: count }, (_, k) => game(scenario, `prospects/${k + 1}`, 'seasoned'));
    const here = new Map(KINDS.map((kind) => [kind, noTally()]));
    const worths = forecastsIn(scenario, games, (kind, said, came) => {
      for (const tallies of [here, everything]) {
        const tally = tallies.get(kind);
        if (tally !== undefined) counted(tally, said, came);
      }
    });
    for (const [kind, { count: all, said, came, brier, log }] of here)
      row([
        name,
        kind,
        all,
        (said / all).toFixed(3),
        (came / all).toFixed(3),
        ...[...brier, ...log].map((sum) => (sum / all).toFixed(4)),
      ]);
    const off = mean(worths.map(({ expected: hoped, came }) => hoped - came));
    const rms = (of: (one: Worth) => number): string =>
      points(Math.sqrt(mean(worths.map((one) => (of(one) - one.came) ** 2))));
    lines.push([
      name,
      points(mean(worths.map((one) => one.expected))),
      points(mean(worths.map(({ came }) => came))),
      points(off),
      rms((one) => one.expected),
      rms((one) => one.before),
    ]);
  }
  console.log('\nWhat was expected of the text over no agreement, points');
  row(['scenario', 'expected, mean', 'came, mean', 'off', 'off, root mean square', 'before']);
  for (const line of lines) row(line);
  for (const [kind, tally] of everything) {
    console.log(`\nReliability: ${kind}, all scenarios`);
    reliability(tally);
  }
};
