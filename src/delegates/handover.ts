import {
  placeOf,
  type Answer,
  type Command,
  type Deal,
  type DelegationId,
  type IncidentId,
  type Offer,
  type Pledge,
  type Position,
  type PromiseState,
  type Response,
  type Scenario,
  type Stance,
  type Text,
  type View,
} from '../engine/seat.ts';

/** What was done in a seat while somebody else sat in it: to hand back to whoever takes it again. Own things only. */
export interface Handover {
  readonly delegation: DelegationId;
  /** Positions that are not what they were, in the scenario's order; each as it was and is. */
  readonly positions: readonly {
    readonly position: Position;
    readonly before: Stance;
  }[];
  readonly deals: readonly Deal[];
  /** Offers made to others that have found no answer yet, and those that wait for one's own. */
  readonly waiting: { readonly made: readonly Offer[]; readonly received: readonly Offer[] };
  readonly declined: { readonly byMe: number; readonly byOthers: number };
  /** What one has promised since, and what has become of promises by and to one. */
  readonly promised: readonly Pledge[];
  readonly settled: readonly {
    readonly pledge: Pledge['id'];
    readonly state: PromiseState;
    readonly by: DelegationId;
    readonly to: DelegationId;
  }[];
  /** All that binds one now, whoever promised it. */
  readonly bound: readonly Pledge[];
  readonly responses: readonly { readonly incident: IncidentId; readonly response: Response }[];
  /** What one answered to texts, and whether they were adopted. */
  readonly answers: readonly { readonly text: Text; readonly answer: Answer; readonly adopted: boolean }[];
  /** By token: won (or, below 0, spent and given). */
  readonly tokens: readonly number[];
  /** Other things that were done, by kind of command. */
  readonly others: readonly { readonly kind: Command['kind']; readonly times: number }[];
}

/**
 * What happened in a seat between two of its views: when somebody was relieved, and now. It is made of what the seat itself
 * witnessed, so it tells nobody else's secrets. `undefined` for a view that is no delegation's.
 */
export const handover = (scenario: Scenario, then: View, now: View): Handover | undefined => {
  const { own } = now;
  if (own === undefined || then.own?.delegation !== own.delegation) return undefined;
  const me = own.delegation;
  const events = eventsSince(then, now);
  const answers: { text: Text; answer: Answer; adopted: boolean }[] = [];
  const settled: Handover['settled'][number][] = [];
  const responses: Handover['responses'][number][] = [];
  const times = new Map<Command['kind'], number>();
  const count = (kind: Command['kind']): void => {
    times.set(kind, (times.get(kind) ?? 0) + 1);
  };
  let [byMe, byOthers] = [0, 0];
  for (const event of events)
    switch (event.kind) {
      case 'decided': {
        const mine = event.answers.find(({ by }) => by === me);
        if (mine !== undefined)
          answers.push({ text: event.text, answer: mine.answer, adopted: event.adopted });
        break;
      }
      case 'promise-settled':
        if (event.by === me || event.to === me)
          settled.push({ pledge: event.pledge, state: event.state, by: event.by, to: event.to });
        break;
      case 'responded':
        if (event.by === me) responses.push({ incident: event.incident, response: event.response });
        break;
      case 'offer-declined':
        if (event.by === me) byMe += 1;
        else if (event.parties[0] === me) byOthers += 1;
        break;
      case 'spoke':
        if (event.by === me) count('speak');
        break;
      case 'amended':
        if (event.by === me) count('amend');
        break;
      case 'sponsored':
        if (event.by === me) count('sponsor');
        break;
      case 'point-of-order':
        if (event.by === me) count('point-of-order');
        break;
      case 'interviewed':
        if (event.by === me) count('interview');
        break;
      case 'track-step':
        if (event.by === me) count('track');
        break;
      case 'calmed':
        if (event.by === me) count('calm');
        break;
      case 'mended':
        if (event.by === me) count('mend');
        break;
      case 'warning-passed':
        if (event.by === me) count('warn');
        break;
      case 'flexed':
        if (event.by === me) count('flexibility');
        break;
      case 'signed':
        if (event.by === me) count('sign');
        break;
      case 'explained':
        if (event.by === me) count('explain');
        break;
      case 'offer-withdrawn':
        if (event.by === me) count('withdraw');
        break;
      // The rest is somebody else's, or the world's, or told above in another way.
      case 'phase-opened':
      case 'done':
      case 'context-drawn':
      case 'tension-moved':
      case 'trust-moved':
      case 'instructed':
      case 'tokens-moved':
      case 'incident-struck':
      case 'incident-hidden':
      case 'clue-found':
      case 'clues-shared':
      case 'clues-leaked':
      case 'damage-eased':
      case 'truth-out':
      case 'warned':
      case 'point-agreed':
      case 'operation-ordered':
      case 'operation-done':
      case 'secret-learned':
      case 'operation-exposed':
      case 'opinion-moved':
      case 'deal-leaked':
      case 'leaked':
      case 'leak-traced':
      case 'agenda-set':
      case 'group-formed':
      case 'group-reported':
      case 'replied':
      case 'position-taken':
      case 'draft-issued':
      case 'offered':
      case 'offer-accepted':
      case 'offer-lapsed':
      case 'deal-struck':
      case 'deed-done':
      case 'promised':
      case 'conditions-met':
      case 'text-put':
      case 'answered':
      case 'facilitated':
      case 'instruction-given':
      case 'corrected':
      case 'closed':
      case 'scored':
        break;
    }
  const known = new Set(then.pledges.map(({ id }) => id));
  return {
    delegation: me,
    positions: moved(scenario, then, now, own.index),
    deals: now.deals.filter(
      (deal) => deal.parties.includes(me) && !then.deals.some(({ id }) => id === deal.id),
    ),
    waiting: {
      made: now.offers.filter(({ from }) => from === me),
      received: now.offers.filter(({ to, accepted }) => to.includes(me) && !accepted.includes(me)),
    },
    declined: { byMe, byOthers },
    promised: now.pledges.filter(({ id, undertaking }) => undertaking.by === me && !known.has(id)),
    settled,
    bound: now.pledges.filter(({ state, undertaking }) => state === 'open' && undertaking.by === me),
    responses,
    answers,
    tokens: own.tokens.map((amount, token) => amount - (then.own?.tokens[token] ?? 0)),
    others: [...times].map(([kind, often]) => ({ kind, times: often })),
  };
};

type Event = View['log'][number]['events'][number];

/** What the seat has witnessed since: chapters only grow, and past ones do not change. */
const eventsSince = (then: View, now: View): readonly Event[] =>
  now.log.flatMap(({ events }, place) => events.slice(then.log[place]?.events.length ?? 0));

const moved = (scenario: Scenario, then: View, now: View, seat: number): Handover['positions'] =>
  scenario.articles.flatMap(({ id, options }) => {
    const place = placeOf(scenario, 'article', id);
    return options.flatMap((_, option) => {
      const stance = now.stances[seat]?.[place]?.[option] ?? 'silent';
      const before = then.stances[seat]?.[place]?.[option] ?? 'silent';
      return stance === before ? [] : [{ position: { article: id, option, stance }, before }];
    });
  });
