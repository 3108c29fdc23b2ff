import type { Command } from './command.ts';
import { checkProvision } from './provision.ts';
import { asAmendment, type ArticleId, type DelegationId } from './ids.ts';
import { placeOf } from './lookup.ts';
import type { Minutes } from './minutes.ts';
import type { Refusal } from './refusal.ts';
import { pay, spendUpTo } from './spend.ts';
import { alive } from './rebase.ts';
import type { Amendment } from './state.ts';

/** Amendments: moved, sponsored, carried along by every new draft, and what delegations can say of a ruling. */

/** An amendment puts an option in brackets beside what stands; a settled article is reopened, at a price. */
export const amend = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'amend' }>,
): Refusal | undefined => {
  const refusal = checkProvision(minutes, command.article, command.option);
  if (refusal !== undefined) return refusal;
  if (!minutes.state.agenda.includes(command.article))
    return { refused: 'off-agenda', article: command.article };
  const { scenario } = minutes.table;
  const { article: id, option } = command;
  const article = minutes.state.articles[placeOf(scenario, 'article', id)];
  if (article === undefined) return { refused: 'no-such-article', article: id };
  const moved = minutes.state.amendments.some(
    (other) => other.article === id && other.option === option && alive(other),
  );
  if (article.option === option || article.brackets.includes(option) || moved)
    return { refused: 'already-on-table', article: id, option };
  if (article.settled) {
    const unpaid = pay(minutes, by, scenario.procedure.reopenCost);
    if (unpaid !== undefined) return unpaid;
  }
  moveAmendment(minutes, by, id, option);
  return undefined;
};

/** Notes an amendment. It is in brackets at once if it needs no second sponsor. */
export const moveAmendment = (
  minutes: Minutes,
  by: DelegationId,
  article: ArticleId,
  option: number,
): void => {
  const { scenario } = minutes.table;
  const { state } = minutes;
  const rolling = state.articles[placeOf(scenario, 'article', article)];
  const amendment: Amendment = {
    id: asAmendment(`amendment-${state.amendments.length + 1}`),
    article,
    option,
    sponsors: [by],
    against: rolling?.option ?? 0,
    conflict: state.amendments.some((other) => other.article === article && alive(other)),
    state: scenario.procedure.sponsors <= 1 ? 'open' : 'waiting',
  };
  const reopened = (rolling?.settled ?? false) && amendment.state === 'open';
  minutes.note({ kind: 'amended', by, article, option, reopened, amendment });
};

/** Another sponsor; or the mover, who writes it anew on the text that now stands. */
export const sponsor = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'sponsor' }>,
): Refusal | undefined => {
  const found = minutes.state.amendments.find((item) => item.id === command.amendment);
  if (found === undefined) return { refused: 'no-such-amendment', amendment: String(command.amendment) };
  if (!alive(found)) return { refused: 'amendment-closed', amendment: found.id };
  const anew = found.sponsors[0] === by && found.conflict;
  if (found.sponsors.includes(by) && !anew) return { refused: 'already-sponsor', amendment: found.id };
  minutes.note({ kind: 'sponsored', amendment: found.id, by });
  return undefined;
};

/** A delegation objects to a ruling that settled an article. It is sustained if somebody is on record against what was settled. */
export const pointOfOrder = (
  minutes: Minutes,
  by: DelegationId,
  command: Extract<Command, { kind: 'point-of-order' }>,
): Refusal | undefined => {
  const { scenario } = minutes.table;
  const refusal = checkProvision(minutes, command.article, 0);
  if (refusal !== undefined) return refusal;
  const { state } = minutes;
  if (state.orders.includes(by)) return { refused: 'once-a-session', what: 'point-of-order' };
  const place = placeOf(scenario, 'article', command.article);
  const article = state.articles[place];
  if (article === undefined || !article.settled) return { refused: 'not-settled', article: command.article };
  const sustained = state.stances.some((rows) => rows[place]?.[article.option] === 'object');
  minutes.note({ kind: 'point-of-order', article: command.article, by, sustained });
  if (!sustained) spendUpTo(minutes, by, scenario.procedure.orderCost);
  return undefined;
};
