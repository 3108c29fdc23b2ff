import { readFileSync } from 'node:fs';
import { nash, problemOf } from '../../src/analysis/index.ts';
import { lay, open, plainWorth, type Mandate, type Text } from '../../src/engine/index.ts';
import { readScenario } from '../../src/scenario/index.ts';

/** By article, by their names in the file: an option. */
export type Choice = Readonly<Record<string, string>>;

/** What a scenario's role sheets say, held against the numbers that seeds draw. */
export const sheetsOf = (name: string, games: number) => {
  const { scenario } = readScenario(readFileSync(`scenarios/${name}.yaml`, 'utf8'));
  if (scenario === undefined) throw new Error(`${name} cannot be read`);
  const draws = Array.from({ length: games }, (_, k) => open(lay(scenario, `sheet/${k}`)).mandates);

  const textOf = (choice: Choice): Text => {
    const wanted = Object.entries(choice);
    if (wanted.length !== scenario.articles.length || wanted.some(([id]) => !has(id)))
      throw new Error(`not a text of ${name}: ${JSON.stringify(choice)}`);
    return scenario.articles.map(({ id, options }) => {
      const found = options.findIndex((option) => option.id === choice[id]);
      if (found < 0) throw new Error(`${id} has no option ${String(choice[id])}`);
      return found;
    });
  };
  const has = (article: string): boolean => scenario.articles.some(({ id }) => id === article);

  /** In what share of the games, 0 to 1, this is so of a delegation's mandate. */
  const share = (id: string, is: (mandate: Mandate) => boolean): number => {
    const place = scenario.delegations.findIndex((one) => one.id === id);
    return (
      draws.filter((mandates) => {
        const mandate = mandates[place];
        if (mandate === undefined) throw new Error(`no seat ${id}`);
        return is(mandate);
      }).length / draws.length
    );
  };

  /** By how much a change of the text is better for a delegation, on average over the games; hundredths of a point. */
  const gained = (id: string, better: Choice, worse: Choice): number => {
    const place = scenario.delegations.findIndex((one) => one.id === id);
    const gains = draws.map((mandates) => {
      const mandate = mandates[place];
      if (mandate === undefined) throw new Error(`no seat ${id}`);
      return worth(mandate, better) - worth(mandate, worse);
    });
    return gains.reduce((sum, one) => sum + one, 0) / gains.length;
  };

  const worth = (mandate: Mandate, choice: Choice): number => plainWorth(mandate, textOf(choice));

  /** Of the games with a text that suits all: how often each text is the best for all together, the commonest first. */
  const best = (): readonly number[] => {
    const found = draws.flatMap((mandates) => nash(problemOf(scenario, mandates))?.text.join() ?? []);
    return [...new Set(found)]
      .map((kind) => found.filter((text) => text === kind).length / found.length)
      .toSorted((a, b) => b - a);
  };

  /** In what share of the games some text suits all. */
  const feasible = (): number =>
    draws.filter((mandates) => nash(problemOf(scenario, mandates)) !== undefined).length / draws.length;

  return { scenario, share, worth, gained, best, feasible };
};
