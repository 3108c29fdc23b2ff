import { places } from './lookup.ts';
import type { Provision } from './mandate.ts';
import type { Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';

/** The article and option exist. */
export const checkProvision = (minutes: Minutes, article: string, option: number): Refusal | undefined => {
  const { scenario } = minutes.table;
  const place = places(scenario).article.get(article);
  const found = place === undefined ? undefined : scenario.articles[place];
  if (found === undefined) return { refused: 'no-such-article', article };
  if (!Number.isInteger(option) || option < 0 || option >= found.options.length)
    return { refused: 'no-such-option', article: found.id, option, options: found.options.length };
  return undefined;
};

/** Whether one text could have all of both: they name no two options of one article. */
export const meetIn = (some: readonly Provision[], others: readonly Provision[]): boolean => {
  const named = new Map<string, number>();
  return [...some, ...others].every(({ article, option }) => {
    const before = named.get(article) ?? option;
    named.set(article, before);
    return before === option;
  });
};
