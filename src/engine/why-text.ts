import type { ArticleId, DelegationId } from './ids.ts';
import type { Text } from './mandate.ts';
import type { Reason } from './reason.ts';
import type { Scenario } from './scenario.ts';
import type { View } from './sight.ts';
import { standingText } from './worth.ts';

/** Reasons given for one text at most. */
export const MOST_WHY_TEXT = 3;

/** What is needed of a view: all of it is public. */
export type OnRecord = Pick<View, 'articles' | 'stances' | 'tried' | 'log'>;

/** Who has objected to an option in public: by a position on record, or by naming the article against the last text refused. */
export const objectorsTo = (
  scenario: Scenario,
  view: OnRecord,
  place: number,
  option: number,
): readonly DelegationId[] => {
  const article = scenario.articles[place]?.id;
  const refused = view.tried.at(-1)?.text;
  const decided = view.log
    .at(-1)
    ?.events.findLast((event) => event.kind === 'decided' && event.amendment === undefined);
  const named =
    article !== undefined && refused?.[place] === option && decided?.kind === 'decided'
      ? decided.answers.filter(
          ({ answer, articles }) => (answer === 'object' || answer === 'no') && articles.includes(article),
        )
      : [];
  return scenario.delegations.flatMap(({ id }, seat) =>
    view.stances[seat]?.[place]?.[option] === 'object' || named.some(({ by }) => by === id) ? [id] : [],
  );
};

/**
 * What a text answers and what it leaves open, by what delegations have said in public: whose objections it meets, article by
 * article, against the last text refused in this decision, or against the draft that stands where none has been; and whose remain.
 * At most three reasons, the articles first on which most are met, or remain; the same for every seat, and for a Chair played by anybody.
 */
export const whyThisText = (scenario: Scenario, view: OnRecord, text: Text): readonly Reason[] => {
  const before = view.tried.at(-1)?.text ?? standingText(view.articles);
  const met: Extract<Reason, { code: 'meets-objections' }>[] = [];
  const remaining: { readonly article: ArticleId; readonly of: readonly DelegationId[] }[] = [];
  for (const [place, article] of scenario.articles.entries()) {
    const [was, now] = [before[place] ?? 0, text[place] ?? 0];
    const still = objectorsTo(scenario, view, place, now);
    if (still.length > 0) remaining.push({ article: article.id, of: still });
    if (was === now) continue;
    const of = objectorsTo(scenario, view, place, was).filter((id) => !still.includes(id));
    if (of.length > 0) met.push({ code: 'meets-objections', article: article.id, of });
  }
  const last: Reason =
    remaining.length === 0
      ? { code: 'no-objections' }
      : {
          code: 'objections-remain',
          articles: remaining.toSorted((a, b) => b.of.length - a.of.length).map(({ article }) => article),
          of: scenario.delegations.flatMap(({ id }) =>
            remaining.some(({ of }) => of.includes(id)) ? [id] : [],
          ),
        };
  return [...met.toSorted((a, b) => b.of.length - a.of.length).slice(0, MOST_WHY_TEXT - 1), last];
};
