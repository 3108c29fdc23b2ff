import { including, moved, movedIn, replaced } from './copy.ts';
import type { Conditional } from './deal.ts';
import type { Event, Holder } from './event.ts';
import { evolveIncidents } from './evolve-incidents.ts';
import type { DelegationId, TokenId } from './ids.ts';
import { placeOf } from './lookup.ts';
import { evolveText } from './evolve-text.ts';
import { rebased } from './rebase.ts';
import { evolveWorld } from './evolve-world.ts';
import type { Chapter, State } from './state.ts';
import type { Table } from './table.ts';

/** The state after an event. Never chooses, never refuses: `decide` has done both. */
export const evolve = (table: Table, state: State, event: Event): State => {
  const next = applied(table, state, event);
  if (event.kind !== 'phase-opened' && next.latest.length < UNBOUND)
    return { ...next, latest: [...next.latest, event] };
  return { ...next, ...bound(next, event) };
};

const UNBOUND = 24;

const bound = (state: State, event: Event): Pick<State, 'log' | 'latest'> => {
  const log = chapters(state);
  return event.kind === 'phase-opened'
    ? { log: [...log, { session: event.session, phase: event.phase, events: [event] }], latest: [] }
    : { log, latest: [event] };
};

/** All events so far, a chapter for each phase. */
export const chapters = (state: State): readonly Chapter[] => {
  const last = state.log.at(-1);
  if (last === undefined || state.latest.length === 0) return state.log;
  return replaced(state.log, state.log.length - 1, { ...last, events: [...last.events, ...state.latest] });
};

const applied = (table: Table, state: State, event: Event): State => {
  const seat = (id: DelegationId): number => placeOf(table.scenario, 'delegation', id);
  switch (event.kind) {
    case 'phase-opened':
      return phaseOpened(table, state, event);
    case 'done':
      return { ...state, done: including(state.done, event.by) };
    case 'context-drawn':
      return { ...state, contexts: [...state.contexts, event.card] };
    case 'tension-moved':
      return { ...state, tension: event.to, risen: state.risen + Math.max(0, event.by) };
    case 'trust-moved':
      return { ...state, trust: movedIn(state.trust, seat(event.from), seat(event.to), event.by) };
    case 'instructed':
      return { ...state, mandates: replaced(state.mandates, seat(event.delegation), event.mandate) };
    case 'tokens-moved':
      return tokensMoved(table, state, event.from, event.to, event.token, event.amount);
    case 'incident-struck':
    case 'incident-hidden':
    case 'clue-found':
    case 'clues-shared':
    case 'responded':
    case 'damage-eased':
    case 'truth-out':
      return evolveIncidents(table, state, event);
    case 'mended':
    case 'warned':
    case 'warning-passed':
    case 'track-step':
    case 'point-agreed':
    case 'operation-ordered':
    case 'operation-done':
    case 'operation-exposed':
    case 'secret-learned':
    case 'calmed':
    case 'interviewed':
    case 'opinion-moved':
    case 'deal-leaked':
    case 'leaked':
    case 'leak-traced':
    case 'flexed':
    case 'clues-leaked':
      return evolveWorld(table, state, event);
    case 'spoke':
    case 'replied':
    case 'position-taken':
    case 'amended':
    case 'draft-issued':
    case 'text-put':
    case 'answered':
    case 'decided':
    case 'agenda-set':
    case 'group-formed':
    case 'group-reported':
    case 'sponsored':
    case 'point-of-order':
    case 'signed':
    case 'explained':
      return evolveText(table, state, event);
    case 'offered':
      return {
        ...state,
        offers: [...state.offers, event.offer],
        offered: moved(state.offered, seat(event.offer.from), 1),
        counters: { ...state.counters, offers: state.counters.offers + 1 },
        done: state.done.filter((id) => !event.offer.to.includes(id)),
      };
    case 'offer-accepted':
      return {
        ...state,
        offers: state.offers.map((offer) =>
          offer.id === event.offer ? { ...offer, accepted: [...offer.accepted, event.by] } : offer,
        ),
      };
    case 'offer-declined':
    case 'offer-withdrawn':
    case 'offer-lapsed':
      return { ...state, offers: state.offers.filter((offer) => offer.id !== event.offer) };
    case 'deal-struck':
      return {
        ...state,
        offers: state.offers.filter((offer) => offer.id !== event.offer),
        deals: [...state.deals, event.deal],
        pending: [
          ...state.pending,
          ...event.deal.undertakings.filter(
            (item): item is Conditional =>
              (item.kind === 'tokens' || item.kind === 'deed') && item.when.on === 'adoption',
          ),
        ],
        counters: { ...state.counters, deals: state.counters.deals + 1 },
      };
    case 'deed-done':
      return { ...state, deeds: [...state.deeds, event.undertaking] };
    case 'promised':
      return {
        ...state,
        pledges: [...state.pledges, event.pledge],
        counters: { ...state.counters, pledges: state.counters.pledges + 1 },
      };
    case 'promise-settled':
      return {
        ...state,
        pledges: state.pledges.map((pledge) =>
          pledge.id === event.pledge
            ? {
                ...pledge,
                state: event.state,
                settled: state.session,
                ...(event.cost === undefined ? {} : { cost: event.cost }),
              }
            : pledge,
        ),
      };
    case 'conditions-met':
      return { ...state, pending: [], carriedOut: event.carriedOut };
    case 'facilitated':
    case 'instruction-given':
      return state;
    case 'corrected':
      return evolveCorrected(table, state, event);
    case 'closed':
      return { ...state, status: 'closed' };
    case 'scored':
      return { ...state, outcome: event.outcome };
  }
};

/** What whoever runs the room has set right. */
const evolveCorrected = (
  { scenario }: Table,
  state: State,
  { what }: Extract<Event, { kind: 'corrected' }>,
): State => {
  switch (what.of) {
    case 'damage':
      return {
        ...state,
        damage: replaced(state.damage, placeOf(scenario, 'delegation', what.delegation), what.to),
      };
    case 'tension':
      return { ...state, tension: what.to };
    case 'article': {
      const place = placeOf(scenario, 'article', what.article);
      const article = state.articles[place];
      return article === undefined
        ? state
        : {
            ...state,
            articles: replaced(state.articles, place, { ...article, ...what.now }),
            amendments: state.amendments.map((item) =>
              item.article === what.article ? rebased(item, what.now) : item,
            ),
          };
    }
  }
};

const phaseOpened = (table: Table, state: State, event: Extract<Event, { kind: 'phase-opened' }>): State => {
  const { decision: _over, ...rest } = state;
  return {
    ...rest,
    session: event.session,
    phase: event.phase,
    done: [],
    risen: event.session === state.session ? state.risen : 0,
    spoken: event.phase === 'floor' ? [] : state.spoken,
    replies: event.phase === 'corridor' ? [] : state.replies,
    offered: event.phase === 'corridor' ? state.offered.map(() => 0) : state.offered,
    tried: event.phase === 'decision' ? [] : state.tried,
    voted: event.phase === 'decision' ? [] : state.voted,
    orders: event.phase === 'drafting' ? [] : state.orders,
    ...(event.session === state.session ? {} : anew(table, state)),
  };
};

/** What a new session begins with: full agenda, no groups, empty side rooms, everybody may speak to the press again. */
const anew = ({ scenario }: Table, state: State) => ({
  agenda: scenario.articles.map((article) => article.id),
  groups: [],
  tracks: state.tracks.map((track) => (track.present.length === 0 ? track : { ...track, present: [] })),
  calmed: [],
  interviews: state.interviews.map(() => 0),
  flexed: [],
});

const tokensMoved = (
  table: Table,
  state: State,
  from: Holder,
  to: Holder,
  token: TokenId,
  amount: number,
): State => {
  const kind = placeOf(table.scenario, 'token', token);
  const shift = (now: State, holder: Holder, by: number): State => {
    if (holder === 'world') return now;
    if (holder === 'escrow') return { ...now, escrow: moved(now.escrow, kind, by) };
    return { ...now, tokens: movedIn(now.tokens, placeOf(table.scenario, 'delegation', holder), kind, by) };
  };
  return shift(shift(state, from, -amount), to, amount);
};
