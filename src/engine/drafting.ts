import { carriedAlong } from './rebase.ts';
import type { Command, DraftArticle } from './command.ts';
import type { Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';

/** The Chair's draft: for every article of the agenda what stands, what is kept in brackets, and whether it is settled. */
export const issueDraft = (
  minutes: Minutes,
  command: Extract<Command, { kind: 'draft' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  if (command.articles.length !== scenario.articles.length)
    return { refused: 'malformed', field: 'articles' };
  const articles: DraftArticle[] = [];
  for (const [place, article] of scenario.articles.entries()) {
    const drafted = command.articles[place];
    if (drafted === undefined) return { refused: 'malformed', field: 'articles' };
    const brackets = [...new Set(drafted.brackets)]
      .filter((option) => option !== drafted.option)
      .toSorted((a, b) => a - b);
    for (const option of [drafted.option, ...brackets])
      if (!Number.isInteger(option) || option < 0 || option >= article.options.length)
        return { refused: 'no-such-option', article: article.id, option, options: article.options.length };
    if (drafted.settled && brackets.length > 0) return { refused: 'malformed', field: 'settled' };
    const now = minutes.state.articles[place];
    if (now !== undefined && !minutes.state.agenda.includes(article.id)) {
      if (drafted.option !== now.option || drafted.settled !== now.settled)
        return { refused: 'off-agenda', article: article.id };
      articles.push({ option: now.option, brackets: now.brackets, settled: now.settled });
    } else
      articles.push(
        carriedAlong(minutes.state, article.id, {
          option: drafted.option,
          brackets,
          settled: drafted.settled,
        }),
      );
  }
  minutes.note({ kind: 'draft-issued', number: minutes.state.drafts + 1, articles });
  return undefined;
};
