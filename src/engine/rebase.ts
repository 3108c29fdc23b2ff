import type { DraftArticle } from './command.ts';
import type { ArticleId } from './ids.ts';
import type { Amendment, State } from './state.ts';

/** What a new draft and open amendments do to each other. */

/** Whether an amendment can still be sponsored, taken or dropped. */
export const alive = (amendment: Amendment): boolean =>
  amendment.state === 'open' || amendment.state === 'waiting';

/** A draft as it is issued: amendments that it does not settle stay in brackets, whatever the Chair wrote. */
export const carriedAlong = (state: State, article: ArticleId, draft: DraftArticle): DraftArticle => {
  if (draft.settled) return draft;
  const open = state.amendments
    .filter((item) => item.article === article && item.state === 'open' && item.option !== draft.option)
    .map((item) => item.option);
  return { ...draft, brackets: [...new Set([...draft.brackets, ...open])].toSorted((a, b) => a - b) };
};

/** What a new draft does to the amendments on one of its articles. */
export const rebased = (amendment: Amendment, draft: DraftArticle): Amendment => {
  if (!alive(amendment)) return amendment;
  if (draft.option === amendment.option) return { ...amendment, state: 'taken', conflict: false };
  if (draft.settled) return { ...amendment, state: 'dropped', conflict: false };
  return { ...amendment, conflict: amendment.conflict || draft.option !== amendment.against };
};
