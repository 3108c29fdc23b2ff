import { inWords, lay, type Scenario } from '../../../engine/index.ts';
import { placedIn, readingOf, readScenario, writeGameFile } from '../../../scenario/index.ts';
import {
  agentNamed,
  gamesOf,
  lintPlay,
  lintSpace,
  playMachines,
  recordOf,
  remarksOn,
  summed,
  tryOnce,
  type TriedGame,
} from '../../../trial/index.ts';
import type { Cover, Done, Order, Read, TrialReport } from './wire.ts';

export type Progress = (at: number, of: number) => void;

/** Carries out an order. Takes its time: it belongs into a worker. */
export const carriedOut = (order: Order, progress: Progress): Done[Order['order']] => {
  switch (order.order) {
    case 'read':
      return readOf(order.text);
    case 'lint':
      return lintOf(order.text, progress);
    case 'try':
      return trialOf(order.text, order.seed, order.games, progress);
    case 'game':
      return gameOf(order.text, order.seed);
  }
};

const readOf = (text: string): Read => {
  const { scenario, faults, warnings } = readScenario(text);
  return scenario === undefined ? { faults, warnings } : { faults: [], warnings, cover: coverOf(scenario) };
};

const say = (scenario: Scenario, words: Scenario['title']): string =>
  inWords(scenario, words, scenario.language);

const seatsOf = (scenario: Scenario): Cover['delegations'] =>
  scenario.delegations.map(({ id, name, flag }) => ({ id, name: say(scenario, name), flag }));

const coverOf = (scenario: Scenario): Cover => ({
  title: say(scenario, scenario.title),
  subtitle: say(scenario, scenario.subtitle),
  summary: say(scenario, scenario.summary),
  minutes: scenario.minutes,
  articles: scenario.articles.length,
  delegations: seatsOf(scenario),
  reading: readingOf(scenario),
});

const lintOf = (text: string, progress: Progress): Done['lint'] => {
  const { scenario } = readScenario(text);
  if (scenario === undefined) return undefined;
  const games = gamesOf(scenario);
  progress(0, games + 1);
  const space = lintSpace(scenario);
  const play = lintPlay(scenario, (game) => progress(game + 1, games + 1));
  return placedIn(text, [...space, ...play]);
};

const trialOf = (text: string, seed: string, games: number, progress: Progress): TrialReport | undefined => {
  const { scenario } = readScenario(text);
  if (scenario === undefined) return undefined;
  progress(0, games);
  const played: TriedGame[] = [];
  for (let game = 1; game <= games; game += 1) {
    played.push(tryOnce(scenario, `${seed}/${String(game)}`));
    progress(game, games);
  }
  const tried = summed(scenario, played);
  return {
    tried,
    remarks: remarksOn(tried),
    seats: seatsOf(scenario),
    articles: scenario.articles.map(({ short, options }) => ({
      name: say(scenario, short),
      options: options.map(({ label }) => say(scenario, label)),
    })),
  };
};

/** The game of that seed once more, as the file of a game that was watched: it opens where it ended. */
const gameOf = (text: string, seed: string): string | undefined => {
  const { scenario } = readScenario(text);
  if (scenario === undefined) return undefined;
  const agents = new Map(
    scenario.delegations.map(({ id }) => [id, agentNamed(scenario, 'seasoned', id)] as const),
  );
  const game = playMachines(lay(scenario, seed), agents);
  return writeGameFile(recordOf(game, text, 'seasoned'));
};
