import type { ArticleId, DelegationId } from './ids.ts';
import { placeOf, places } from './lookup.ts';
import { moveTrust, type Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';
import type { Scenario } from './scenario.ts';
import type { RollingArticle } from './state.ts';
import type { Benefit } from './vocabulary.ts';

/** Settled provisions that pay off in play: what the text already gives before it is adopted. */

/** What a benefit comes to by the provisions settled now: percent of what is usual without any. The strongest counts. */
export const payoff = (
  scenario: Scenario,
  articles: readonly RollingArticle[],
  gives: Benefit,
): { readonly percent: number; readonly by?: ArticleId } => {
  let best: { readonly percent: number; readonly by?: ArticleId } = { percent: 100 };
  for (const item of scenario.payoffs) {
    if (item.gives !== gives) continue;
    const article = articles[placeOf(scenario, 'article', item.article)];
    if (article === undefined || !article.settled || !item.options.includes(article.option)) continue;
    if (Math.abs(item.percent - 100) > Math.abs(best.percent - 100))
      best = { percent: item.percent, by: item.article };
  }
  return best;
};

/** A number with the benefit worked in. */
export const paid = (minutes: Minutes, gives: Benefit, usual: number): number =>
  withPayoff(minutes.table.scenario, minutes.state.articles, gives, usual);

/** A number with what the provisions settled now make of it, rounded away from nothing. */
export const withPayoff = (
  scenario: Scenario,
  articles: readonly RollingArticle[],
  gives: Benefit,
  usual: number,
): number => {
  const { percent } = payoff(scenario, articles, gives);
  const exact = (usual * percent) / 100;
  return usual < 0 ? -Math.round(-exact) : Math.round(exact);
};

/** Articles one statement or response may refer to. */
export const MOST_CITED = 2;
/** Trust won, for each article cited, with every delegation that supports what it says. */
export const CITED_TRUST = 1;

/** Only what is settled can be cited. */
export const checkCited = (minutes: Minutes, cites: readonly string[] | undefined): Refusal | undefined => {
  if (cites === undefined) return undefined;
  if (cites.length > MOST_CITED || new Set(cites).size < cites.length)
    return { refused: 'malformed', field: 'cites' };
  const { scenario } = minutes.table;
  for (const id of cites) {
    const place = places(scenario).article.get(id);
    const article = place === undefined ? undefined : scenario.articles[place];
    if (place === undefined || article === undefined) return { refused: 'no-such-article', article: id };
    const rolling = minutes.state.articles[place];
    if (rolling === undefined || !rolling.settled || rolling.option === 0)
      return { refused: 'not-settled', article: article.id };
  }
  return undefined;
};

/** Whoever supports what is cited thinks better of whoever holds the others to it. */
export const cite = (minutes: Minutes, by: DelegationId, cites: readonly ArticleId[]): void => {
  const { scenario } = minutes.table;
  for (const id of cites) {
    const place = placeOf(scenario, 'article', id);
    const option = minutes.state.articles[place]?.option ?? 0;
    scenario.delegations.forEach((other, seat) => {
      if (minutes.state.stances[seat]?.[place]?.[option] === 'support')
        moveTrust(minutes, other.id, by, paid(minutes, 'citation', CITED_TRUST), {
          code: 'cited',
          article: id,
        });
    });
  }
};
