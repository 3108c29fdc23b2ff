import { appraisePackage, appraiseText, believe, type Strength } from '../../../src/delegates/index.ts';
import { selfOf } from '../../../src/delegates/own.ts';
import { PLAY } from '../../../src/delegates/strength.ts';
import { weigh } from '../../../src/delegates/weigh.ts';
import {
  breaches,
  evolve,
  open,
  plainWorth,
  view,
  type Scenario,
  type SeatId,
} from '../../../src/engine/index.ts';
import { game, mean, row, SHELF, shelf } from './common.ts';

/** What the Chair believed of each delegation when a text was put, against what the text was worth to it. */

interface Guess {
  readonly session: number;
  readonly error: number;
  readonly doubt: number;
  readonly joins: number;
  readonly would: boolean;
}

const guessesIn = (scenario: Scenario, seed: string): readonly Guess[] => {
  const played = game(scenario, seed, 'seasoned');
  const found: Guess[] = [];
  let state = open(played.table);
  for (const { move, events } of played.moves) {
    if (move.command.kind === 'put' && move.command.amendment === undefined) {
      const { text } = move.command;
      const seat: SeatId = 'chair';
      const guesses = appraiseText(scenario, view(played.table, state, seat), text);
      guesses.forEach(({ low, high, joins }, place) => {
        const mandate = state.mandates[place];
        if (mandate === undefined) return;
        const worth = plainWorth(mandate, text);
        found.push({
          session: state.session,
          error: (low + high) / 2 - worth,
          doubt: (high - low) / 2,
          joins: joins / 100,
          would: worth >= mandate.reservation && breaches(scenario, mandate, text).length === 0,
        });
      });
    }
    for (const event of events) state = evolve(played.table, state, event);
  }
  return found;
};

/** A value of no agreement, and the range stated for it by whoever has heard the whole game; hundredths of a point. */
interface Stated {
  readonly truth: number;
  readonly low: number;
  readonly high: number;
  /** What the scenario's range alone would state: its middle 68 %. */
  readonly atFirst: number;
}

const statedIn = (scenario: Scenario, seed: string): readonly Stated[] => {
  const played = game(scenario, seed, 'seasoned');
  let state = open(played.table);
  for (const { events } of played.moves)
    for (const event of events) {
      if (event.kind === 'closed') break;
      state = evolve(played.table, state, event);
    }
  return believe(scenario, view(played.table, state, 'observer')).flatMap((belief, place) => {
    const span = scenario.delegations[place]?.reservation;
    const truth = state.mandates[place]?.reservation;
    if (belief === null || span === undefined || truth === undefined) return [];
    return [{ truth, ...belief.reservation, atFirst: 68 * (span.max - span.min) }];
  });
};

const reservations = (seeds: number): void => {
  console.log('\nValues of no agreement: what is stated at the end of a game, by the public record');
  row([
    'scenario',
    'values',
    'within the stated range (68 % asked)',
    'range, points',
    'before a word',
    'middle off by (root mean square)',
  ]);
  for (const name of ['class-45', 'oewg-2022']) {
    const scenario = shelf(name);
    const all = Array.from({ length: seeds }, (_, k) => statedIn(scenario, `reservations/${k + 1}`)).flat();
    const inside = mean(all.map(({ truth, low, high }) => (truth >= low && truth <= high ? 1 : 0)));
    const off = mean(all.map(({ truth, low, high }) => (truth - (low + high) / 2) ** 2));
    row([
      name,
      all.length,
      `${(inside * 100).toFixed(0)} %`,
      (mean(all.map(({ low, high }) => high - low)) / 100).toFixed(2),
      (mean(all.map(({ atFirst }) => atFirst)) / 100).toFixed(2),
      (Math.sqrt(off) / 100).toFixed(2),
    ]);
  }
};

/** A package that was offered, as the one who offers it has guessed its worth to the other, and that worth; hundredths of a point. */
interface Package {
  readonly guessed: number;
  readonly half: number;
  readonly truth: number;
}

const packagesIn = (scenario: Scenario, seed: string, strength: Strength): readonly Package[] => {
  const played = game(scenario, seed, strength);
  const found: Package[] = [];
  let state = open(played.table);
  for (const { move, events } of played.moves) {
    const { command, seat } = move;
    if (command.kind === 'offer') {
      const guesses = appraisePackage(
        scenario,
        view(played.table, state, seat),
        command.undertakings,
        command.to,
        command.open,
      );
      for (const { delegation, low, high } of guesses) {
        const self = selfOf(scenario, view(played.table, state, delegation));
        if (self === undefined) continue;
        const { worth, forbidden } = weigh(self, command.undertakings, PLAY[strength].words);
        if (forbidden === undefined)
          found.push({ guessed: (low + high) / 2, half: (high - low) / 2, truth: worth });
      }
    }
    for (const event of events) state = evolve(played.table, state, event);
  }
  return found;
};

/** The range of before: made up, for comparison. */
const rangeBefore = (guessed: number): number => 60 + 0.35 * Math.abs(guessed);

const packages = (seeds: number): void => {
  console.log('\nPackages offered: what they seem worth to the other, against what they are');
  row([
    'strength',
    'scenario',
    'packages',
    'within the stated range (68 % asked)',
    'half the range, points',
    'within the range of before',
    'half of it',
    'off (root mean square)',
  ]);
  for (const strength of ['gentle', 'seasoned', 'hard'] as const)
    for (const name of SHELF) {
      const scenario = shelf(name);
      const all = Array.from({ length: seeds }, (_, k) =>
        packagesIn(scenario, `packages/${k + 1}`, strength),
      ).flat();
      const within = (half: (one: Package) => number): string =>
        `${(100 * mean(all.map((one) => (Math.abs(one.truth - one.guessed) <= half(one) ? 1 : 0)))).toFixed(0)} %`;
      row([
        strength,
        name,
        all.length,
        within(({ half }) => half),
        (mean(all.map(({ half }) => half)) / 100).toFixed(2),
        within(({ guessed }) => rangeBefore(guessed)),
        (mean(all.map(({ guessed }) => rangeBefore(guessed))) / 100).toFixed(2),
        (Math.sqrt(mean(all.map(({ truth, guessed }) => (truth - guessed) ** 2))) / 100).toFixed(2),
      ]);
    }
};

export const beliefsPart = (seeds: number): void => {
  const scenario = shelf('oewg-2022');
  const all = Array.from({ length: seeds }, (_, k) => guessesIn(scenario, `beliefs/${k + 1}`)).flat();
  console.log(`\nBeliefs: oewg-2022, ${all.length} guesses of what a text put is worth to a delegation`);
  const squares = mean(all.map(({ error }) => error * error));
  row(['error, root mean square, points', 'doubt stated, points', 'within the stated range (68 % asked)']);
  row([
    (Math.sqrt(squares) / 100).toFixed(2),
    (mean(all.map(({ doubt }) => doubt)) / 100).toFixed(2),
    `${(mean(all.map(({ error, doubt }) => (Math.abs(error) <= doubt ? 1 : 0))) * 100).toFixed(0)} %`,
  ]);
  row(['said to join', 'guesses', 'mean', 'would']);
  for (let bin = 0; bin < 5; bin += 1) {
    const here = all.filter(({ joins }) => Math.min(4, Math.floor(joins * 5)) === bin);
    if (here.length > 0)
      row([
        `${bin * 20} to ${bin * 20 + 20} %`,
        here.length,
        mean(here.map(({ joins }) => joins)).toFixed(2),
        mean(here.map(({ would }) => (would ? 1 : 0))).toFixed(2),
      ]);
  }
  reservations(seeds);
  packages(Math.ceil(seeds / 8));
};
