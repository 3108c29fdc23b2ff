import { rebased } from './rebase.ts';
import { including, replaced } from './copy.ts';
import type { Position } from './command.ts';
import type { Event } from './event.ts';
import type { DelegationId } from './ids.ts';
import { placeOf } from './lookup.ts';
import { needsSignature } from './binding.ts';
import type { Amendment, RollingArticle, State } from './state.ts';
import type { Table } from './table.ts';

type TextEvent = Extract<
  Event,
  {
    kind:
      | 'spoke'
      | 'replied'
      | 'position-taken'
      | 'amended'
      | 'draft-issued'
      | 'text-put'
      | 'answered'
      | 'decided'
      | 'agenda-set'
      | 'group-formed'
      | 'group-reported'
      | 'sponsored'
      | 'point-of-order'
      | 'signed'
      | 'explained';
  }
>;

/** What statements, amendments, drafts and decisions do to the state. */
export const evolveText = (table: Table, state: State, event: TextEvent): State => {
  switch (event.kind) {
    case 'spoke': {
      const heard = event.positions.reduce(
        (now, position) => positioned(table, now, event.by, position),
        state,
      );
      return {
        ...heard,
        priorities: replaced(
          heard.priorities,
          placeOf(table.scenario, 'delegation', event.by),
          event.priorities,
        ),
        spoken: including(heard.spoken, event.by),
        replies: event.names.reduce((replies, named) => withReply(replies, named, event.by), heard.replies),
      };
    }
    case 'replied':
      return {
        ...state,
        replies: state.replies.filter((reply) => reply.named !== event.by || reply.by !== event.to),
      };
    case 'position-taken':
      return positioned(table, state, event.by, event.position);
    case 'amended': {
      const put = bracketed(
        table,
        { ...state, amendments: [...state.amendments, event.amendment] },
        event.amendment,
      );
      return positioned(table, put, event.by, {
        article: event.article,
        option: event.option,
        stance: 'support',
      });
    }
    case 'sponsored':
      return sponsoredToo(table, state, event);
    case 'draft-issued': {
      const drafts = new Map(
        table.scenario.articles.map((article, place) => [article.id, event.articles[place]]),
      );
      return {
        ...state,
        drafts: event.number,
        articles: state.articles.map((article, place) => {
          const draft = event.articles[place];
          return draft === undefined
            ? article
            : { ...article, option: draft.option, brackets: draft.brackets, settled: draft.settled };
        }),
        amendments: state.amendments.map((amendment) => {
          const draft = drafts.get(amendment.article);
          return draft === undefined ? amendment : rebased(amendment, draft);
        }),
      };
    }
    case 'agenda-set':
      return { ...state, agenda: event.articles };
    case 'group-formed':
      return { ...state, groups: [...state.groups, event.group] };
    case 'group-reported': {
      const place = placeOf(table.scenario, 'article', event.article);
      return {
        ...withStanding(state, place, event.option),
        groups: state.groups.map((group) =>
          group.article === event.article ? { ...group, report: event.option } : group,
        ),
      };
    }
    case 'point-of-order':
      return ordered(table, { ...state, orders: including(state.orders, event.by) }, event);
    case 'signed':
      return state.adopted === undefined
        ? state
        : { ...state, adopted: { ...state.adopted, bound: including(state.adopted.bound, event.by) } };
    case 'explained':
      return { ...state, explained: [...state.explained, { by: event.by, articles: event.articles }] };
    case 'text-put':
      return {
        ...state,
        decision: {
          method: event.method,
          text: event.text,
          answers: [],
          ...(event.amendment === undefined ? {} : { amendment: event.amendment }),
        },
        done: [],
      };
    case 'answered': {
      if (state.decision === undefined) return state;
      const { by, answer, articles, because } = event;
      const answers = [...state.decision.answers, { by, answer, articles, because }];
      return { ...state, decision: { ...state.decision, answers } };
    }
    case 'decided':
      return decided(table, state, event);
  }
};

const decided = (table: Table, state: State, event: Extract<Event, { kind: 'decided' }>): State => {
  const { decision: _over, ...rest } = state;
  if (event.amendment !== undefined) return voted(table, rest, event, event.amendment);
  const tried = [...state.tried, { method: event.method, text: event.text }];
  if (!event.adopted) return { ...rest, tried, done: [] };
  const joined =
    event.method === 'vote'
      ? event.answers.filter((given) => given.answer === 'yes').map((given) => given.by)
      : table.scenario.delegations.map((delegation) => delegation.id);
  const bound = needsSignature(table.scenario, event.text) ? [] : joined;
  return {
    ...rest,
    tried,
    done: [],
    adopted: { text: event.text, method: event.method, bound, session: state.session },
  };
};

/** The vote on one amendment: it stands in the text from now on, or is gone. */
const voted = (
  table: Table,
  state: State,
  event: Extract<Event, { kind: 'decided' }>,
  id: Amendment['id'],
): State => {
  const found = state.amendments.find((item) => item.id === id);
  if (found === undefined) return state;
  const place = placeOf(table.scenario, 'article', found.article);
  const after = event.adopted
    ? withStanding(state, place, found.option)
    : withoutBracket(state, place, found.option);
  return {
    ...after,
    done: [],
    voted: [...state.voted, id],
    amendments: state.amendments.map((item) =>
      item.id === id ? { ...item, state: event.adopted ? 'taken' : 'dropped', conflict: false } : item,
    ),
  };
};

/** Another option stands now; what stood stays on the table in brackets. */
const withStanding = (state: State, place: number, option: number): State => {
  const article = state.articles[place];
  if (article === undefined || article.option === option) return state;
  const brackets = [...new Set([...article.brackets, article.option])]
    .filter((other) => other !== option)
    .toSorted((a, b) => a - b);
  return {
    ...state,
    articles: replaced(state.articles, place, { ...article, option, brackets, settled: false }),
  };
};

const withoutBracket = (state: State, place: number, option: number): State => {
  const article = state.articles[place];
  if (article === undefined) return state;
  const brackets = article.brackets.filter((other) => other !== option);
  return { ...state, articles: replaced(state.articles, place, { ...article, brackets }) };
};

/** An open amendment stands in brackets; one that waits for sponsors does not yet. */
const bracketed = (table: Table, state: State, amendment: Amendment): State => {
  const [mover] = amendment.sponsors;
  if (amendment.state !== 'open' || mover === undefined) return state;
  const place = placeOf(table.scenario, 'article', amendment.article);
  const article = state.articles[place];
  if (article === undefined) return state;
  const opened: RollingArticle = {
    ...article,
    settled: false,
    brackets:
      article.option === amendment.option
        ? article.brackets
        : [...new Set([...article.brackets, amendment.option])].toSorted((a, b) => a - b),
    sponsors: sponsored(article, amendment.option, mover),
  };
  return { ...state, articles: replaced(state.articles, place, opened) };
};

const sponsoredToo = (table: Table, state: State, event: Extract<Event, { kind: 'sponsored' }>): State => {
  const found = state.amendments.find((item) => item.id === event.amendment);
  if (found === undefined) return state;
  const place = placeOf(table.scenario, 'article', found.article);
  const sponsors = including(found.sponsors, event.by);
  const enough = sponsors.length >= table.scenario.procedure.sponsors;
  const anew = found.sponsors[0] === event.by;
  const next: Amendment = {
    ...found,
    sponsors,
    state: enough ? 'open' : found.state,
    ...(anew ? { against: state.articles[place]?.option ?? found.against, conflict: false } : {}),
  };
  const amendments = state.amendments.map((item) => (item.id === found.id ? next : item));
  return positioned(table, bracketed(table, { ...state, amendments }, next), event.by, {
    article: found.article,
    option: found.option,
    stance: 'support',
  });
};

/** A sustained point of order opens the article again, and brings back what the ruling had dropped. */
const ordered = (table: Table, state: State, event: Extract<Event, { kind: 'point-of-order' }>): State => {
  if (!event.sustained) return state;
  const place = placeOf(table.scenario, 'article', event.article);
  const article = state.articles[place];
  if (article === undefined) return state;
  const reopened: State = {
    ...state,
    articles: replaced(state.articles, place, { ...article, settled: false }),
    amendments: state.amendments.map((item): Amendment =>
      item.article === event.article && item.state === 'dropped' && !state.voted.includes(item.id)
        ? {
            ...item,
            state: item.sponsors.length >= table.scenario.procedure.sponsors ? 'open' : 'waiting',
            conflict: true,
          }
        : item,
    ),
  };
  return reopened.amendments
    .filter((item) => item.article === event.article && item.state === 'open')
    .reduce((now, item) => bracketed(table, now, item), reopened);
};

const sponsored = (article: RollingArticle, option: number, by: DelegationId): RollingArticle['sponsors'] =>
  article.sponsors.some((sponsor) => sponsor.option === option)
    ? article.sponsors
    : [...article.sponsors, { option, by }];

const positioned = (table: Table, state: State, by: DelegationId, position: Position): State => {
  const delegation = placeOf(table.scenario, 'delegation', by);
  const article = placeOf(table.scenario, 'article', position.article);
  const rows = state.stances[delegation] ?? [];
  const row = replaced(rows[article] ?? [], position.option, position.stance);
  return { ...state, stances: replaced(state.stances, delegation, replaced(rows, article, row)) };
};

/** Whoever is named may answer once whoever named it. */
export const withReply = (
  replies: State['replies'],
  named: DelegationId,
  by: DelegationId,
): State['replies'] =>
  replies.some((reply) => reply.named === named && reply.by === by) ? replies : [...replies, { named, by }];
