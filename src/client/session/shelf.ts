import { inWords, type Scenario } from '../../engine/seat.ts';
import type { ShelfItem } from './contract.ts';

/** Scenarios that come with the game, each its own chunk, loaded when it is asked for. */
const texts = import.meta.glob<string>('/scenarios/*.yaml', { query: '?raw', import: 'default' });

const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/u, '');

export const shelfIds = (): readonly string[] => Object.keys(texts).map(idOf);

/** The source text of a shelf scenario; `undefined` for one that is not there. */
export const shelfText = async (id: string): Promise<string | undefined> => {
  const path = Object.keys(texts).find((candidate) => idOf(candidate) === id);
  return path === undefined ? undefined : texts[path]?.();
};

export const shelfItem = (id: string, scenario: Scenario): ShelfItem => {
  const say = (words: Scenario['title']): string => inWords(scenario, words, scenario.language);
  return {
    id,
    title: say(scenario.title),
    subtitle: say(scenario.subtitle),
    summary: say(scenario.summary),
    minutes: scenario.minutes,
    delegations: scenario.delegations.length,
  };
};
