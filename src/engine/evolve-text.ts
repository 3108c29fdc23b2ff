import { including, replaced } from './copy.ts';
import type { Position } from './command.ts';
import type { Event } from './event.ts';
import type { DelegationId } from './ids.ts';
import { placeOf } from './lookup.ts';
import type { RollingArticle, State } from './state.ts';
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
      | 'decided';
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
      const place = placeOf(table.scenario, 'article', event.article);
      const article = state.articles[place];
      if (article === undefined) return state;
      const opened = {
        ...article,
        settled: false,
        brackets: [...article.brackets, event.option].toSorted((a, b) => a - b),
        sponsors: sponsored(article, event.option, event.by),
      };
      return positioned(table, { ...state, articles: replaced(state.articles, place, opened) }, event.by, {
        article: event.article,
        option: event.option,
        stance: 'support',
      });
    }
    case 'draft-issued':
      return {
        ...state,
        drafts: event.number,
        articles: state.articles.map((article, place) => {
          const draft = event.articles[place];
          return draft === undefined
            ? article
            : { ...article, option: draft.option, brackets: draft.brackets, settled: draft.settled };
        }),
      };
    case 'text-put':
      return { ...state, decision: { method: event.method, text: event.text, answers: [] }, done: [] };
    case 'answered': {
      if (state.decision === undefined) return state;
      const { by, answer, articles, because } = event;
      const answers = [...state.decision.answers, { by, answer, articles, because }];
      return { ...state, decision: { ...state.decision, answers } };
    }
    case 'decided': {
      const { decision: _over, ...rest } = state;
      const tried = [...state.tried, { method: event.method, text: event.text }];
      if (!event.adopted) return { ...rest, tried, done: [] };
      const bound =
        event.method === 'vote'
          ? event.answers.filter((given) => given.answer === 'yes').map((given) => given.by)
          : table.scenario.delegations.map((delegation) => delegation.id);
      return {
        ...rest,
        tried,
        done: [],
        adopted: { text: event.text, method: event.method, bound, session: state.session },
      };
    }
  }
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
