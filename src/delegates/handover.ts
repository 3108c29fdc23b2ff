import {
  placeOf,
  type Deal,
  type Offer,
  type OfferId,
  type Pledge,
  type Position,
  type Provision,
  type Response,
  type Scenario,
  type SeatId,
  type TokenId,
  type View,
} from '../engine/seat.ts';

type Event = View['log'][number]['events'][number];

/** When somebody else sat in a seat, counted in events that the seat has witnessed: those after the first `since`, up to `until`. */
export interface Absence {
  readonly since: number;
  readonly until: number;
}

/** What was done in a seat while somebody else sat in it: to hand back to whoever takes it again. Own things only. */
export interface Handover {
  readonly seat: SeatId;
  /** Positions that are not what they were, in the order they were first taken up; each as it was and is. */
  readonly positions: readonly {
    readonly position: Position;
    readonly before: Position;
  }[];
  readonly deals: readonly Deal[];
  /** What was promised in one's name, and to one, in that time; each as it stands now. */
  readonly promised: readonly Pledge[];
  readonly owed: readonly Pledge[];
  /** Promises by and to one from before that were kept, broken or fell away. */
  readonly settled: readonly Pledge[];
  /** Offers that wait now: for one's own answer, for others' to what was offered, for others' to what was accepted in that time. */
  readonly waiting: {
    readonly received: readonly Offer[];
    readonly made: readonly Offer[];
    readonly accepted: readonly Offer[];
  };
  /** Tokens that came and went, in the order they first moved. What is held until adoption has gone. */
  readonly purse: readonly { readonly token: TokenId; readonly received: number; readonly spent: number }[];
  /** Whatever else was done in one's name, as the log has it. */
  readonly did: readonly Event[];
  /** What happened to one. */
  readonly met: readonly Event[];
}

/**
 * What happened in a seat in somebody's absence. It is made of what the seat itself has witnessed, and of its view now, so it
 * tells nobody else's secrets.
 */
export const handover = (scenario: Scenario, now: View, { since, until }: Absence): Handover => {
  const me = now.seat;
  const witnessed = now.log.flatMap(({ events }) => events);
  const events = witnessed.slice(since, until);
  const promised = pledged(now, events, 'by');
  const owed = pledged(now, events, 'to');
  const fresh = new Set([...promised, ...owed].map(({ id }) => id));
  const settled = new Set(
    events.flatMap((event) =>
      event.kind === 'promise-settled' && !fresh.has(event.pledge) ? [event.pledge] : [],
    ),
  );
  const offered = new Set(
    events.flatMap((event) => (event.kind === 'offered' && event.offer.from === me ? [event.offer.id] : [])),
  );
  const accepted = new Set<OfferId>(
    events.flatMap((event) => (event.kind === 'offer-accepted' && event.by === me ? [event.offer] : [])),
  );
  const toMe = now.offers.filter(({ to }) => to.some((party) => party === me));
  return {
    seat: me,
    positions: moved(scenario, me, witnessed.slice(0, since), events),
    deals: events.flatMap((event) =>
      event.kind === 'deal-struck' && event.deal.parties.some((party) => party === me) ? [event.deal] : [],
    ),
    promised,
    owed,
    settled: now.pledges.filter(
      ({ id, undertaking: { by, to } }) => settled.has(id) && (by === me || to === me),
    ),
    waiting: {
      received: toMe.filter((offer) => !offer.accepted.some((party) => party === me)),
      made: now.offers.filter(({ id }) => offered.has(id)),
      accepted: toMe.filter(({ id }) => accepted.has(id)),
    },
    purse: purseOf(me, events),
    did: events.filter((event) => isOwn(event, me)),
    met: events.filter((event) => befalls(event, now)),
  };
};

/** Promises by or to a seat, as they stand now. */
const pledged = (now: View, events: readonly Event[], side: 'by' | 'to'): readonly Pledge[] =>
  events.flatMap((event) =>
    event.kind === 'promised' && event.pledge.undertaking[side] === now.seat
      ? [now.pledges.find(({ id }) => id === event.pledge.id) ?? event.pledge]
      : [],
  );

/** What it said of options: from the floor, in a deal, and by moving an amendment or supporting one. */
const positionsIn = (
  event: Event,
  me: SeatId,
  amended: ReadonlyMap<string, Provision>,
): readonly Position[] => {
  if (event.kind === 'spoke' && event.by === me) return event.positions;
  if (event.kind === 'position-taken' && event.by === me) return [event.position];
  if ((event.kind !== 'amended' && event.kind !== 'sponsored') || event.by !== me) return [];
  const provision = event.kind === 'amended' ? event : amended.get(event.amendment);
  return provision === undefined
    ? []
    : [{ article: provision.article, option: provision.option, stance: 'support' }];
};

const moved = (
  scenario: Scenario,
  me: SeatId,
  past: readonly Event[],
  events: readonly Event[],
): Handover['positions'] => {
  const opening = scenario.delegations.find(({ id }) => id === me)?.wants;
  const amended = new Map(
    [...past, ...events].flatMap((event) =>
      event.kind === 'amended' ? [[event.amendment.id, event] as const] : [],
    ),
  );
  const stances = (of: readonly Event[]): ReadonlyMap<string, Position> =>
    new Map(
      of.flatMap((event) =>
        positionsIn(event, me, amended).map((position) => [
          `${position.article}/${String(position.option)}`,
          position,
        ]),
      ),
    );
  const held = stances(past);
  return [...stances(events)].flatMap(([key, position]) => {
    const opens = opening?.[placeOf(scenario, 'article', position.article)]?.opening === position.option;
    const { article, option } = position;
    const before = held.get(key) ?? { article, option, stance: opens ? 'support' : 'silent' };
    return isSame(before, position) ? [] : [{ position, before }];
  });
};

/** Whether the same is said of an option, beside the same; who is silent is silent beside whatever stands. */
const isSame = (one: Position, other: Position): boolean =>
  one.stance === other.stance &&
  (one.stance === 'silent' ||
    (one.beside?.article === other.beside?.article && one.beside?.option === other.beside?.option));

const purseOf = (me: SeatId, events: readonly Event[]): Handover['purse'] => {
  const purse = new Map<TokenId, { readonly received: number; readonly spent: number }>();
  for (const event of events) {
    if (event.kind !== 'tokens-moved' || (event.from !== me && event.to !== me)) continue;
    const { received, spent } = purse.get(event.token) ?? { received: 0, spent: 0 };
    purse.set(
      event.token,
      event.to === me
        ? { received: received + event.amount, spent }
        : { received, spent: spent + event.amount },
    );
  }
  return [...purse].map(([token, sums]) => ({ token, ...sums }));
};

/** Whether a seat did this, and it is told in no other part of the summary. */
const isOwn = (event: Event, me: SeatId): boolean => {
  switch (event.kind) {
    case 'spoke':
    case 'replied':
    case 'amended':
    case 'sponsored':
    case 'point-of-order':
    case 'group-reported':
    case 'offer-declined':
    case 'offer-withdrawn':
    case 'clue-found':
    case 'mended':
    case 'warning-passed':
    case 'track-step':
    case 'operation-done':
    case 'secret-learned':
    case 'calmed':
    case 'interviewed':
    case 'leaked':
    case 'flexed':
    case 'answered':
    case 'signed':
    case 'explained':
      return event.by === me;
    case 'responded':
      // A leak is an event of its own.
      return event.by === me && event.response.kind !== 'leak';
    case 'operation-ordered':
      return event.operation.by === me;
    case 'point-agreed':
      return event.parties.some((party) => party === me);
    case 'deed-done':
      return event.undertaking.by === me && !withItsDeal(event);
    case 'agenda-set':
    case 'group-formed':
    case 'draft-issued':
    case 'text-put':
    case 'decided':
      return me === 'chair';
    case 'phase-opened':
    case 'done':
    case 'context-drawn':
    case 'tension-moved':
    case 'trust-moved':
    case 'instructed':
    case 'tokens-moved':
    case 'incident-struck':
    case 'incident-hidden':
    case 'clues-shared':
    case 'clues-leaked':
    case 'damage-eased':
    case 'truth-out':
    case 'warned':
    case 'operation-exposed':
    case 'opinion-moved':
    case 'deal-leaked':
    case 'leak-traced':
    case 'position-taken':
    case 'offered':
    case 'offer-accepted':
    case 'offer-lapsed':
    case 'deal-struck':
    case 'promised':
    case 'promise-settled':
    case 'conditions-met':
    case 'facilitated':
    case 'instruction-given':
    case 'corrected':
    case 'closed':
    case 'scored':
      return false;
  }
};

/** A deed at once is among the terms of the deal that was struck with it. */
const withItsDeal = ({ undertaking }: Extract<Event, { kind: 'deed-done' }>): boolean =>
  undertaking.kind === 'deed' && undertaking.when.on === 'now';

/** Whether this happened to a seat by somebody else's doing. What moves every day (tension, trust, opinion) is on its screen. */
const befalls = (event: Event, now: View): boolean => {
  const me = now.seat;
  switch (event.kind) {
    case 'incident-struck':
      return event.victim === me || event.suspect === me;
    case 'truth-out':
      return event.culprit === me || isVictim(now, event.incident);
    case 'clues-shared':
      return event.by !== me && event.with === me;
    case 'responded':
      return event.by !== me && concerns(event.response, me, isVictim(now, event.incident));
    case 'instructed':
      return event.delegation === me;
    case 'instruction-given':
    case 'replied':
      return event.to === me;
    case 'warned':
      return event.warning.of === me;
    case 'warning-passed':
      return event.by !== me && event.to === me;
    case 'operation-exposed':
      return event.operation.by === me || event.operation.against === me;
    case 'deal-leaked':
      return event.deal.parties.some((party) => party === me);
    case 'leak-traced':
      return event.by === me;
    case 'spoke':
    case 'interviewed':
      return event.by !== me && event.names.some((named) => named === me);
    case 'group-formed':
      return event.group.members.some((member) => member === me);
    case 'offer-declined':
      return event.parties[0] === me && event.by !== me;
    case 'offer-withdrawn':
      return event.by !== me;
    case 'deed-done':
      return event.undertaking.to === me && !withItsDeal(event);
    case 'decided':
      return me !== 'chair';
    case 'phase-opened':
    case 'done':
    case 'context-drawn':
    case 'tension-moved':
    case 'trust-moved':
    case 'tokens-moved':
    case 'incident-hidden':
    case 'clue-found':
    case 'clues-leaked':
    case 'damage-eased':
    case 'mended':
    case 'track-step':
    case 'point-agreed':
    case 'operation-ordered':
    case 'operation-done':
    case 'secret-learned':
    case 'calmed':
    case 'opinion-moved':
    case 'leaked':
    case 'flexed':
    case 'agenda-set':
    case 'group-reported':
    case 'sponsored':
    case 'point-of-order':
    case 'position-taken':
    case 'amended':
    case 'draft-issued':
    case 'offered':
    case 'offer-accepted':
    case 'offer-lapsed':
    case 'deal-struck':
    case 'promised':
    case 'promise-settled':
    case 'conditions-met':
    case 'text-put':
    case 'answered':
    case 'signed':
    case 'explained':
    case 'facilitated':
    case 'corrected':
    case 'closed':
    case 'scored':
      return false;
  }
};

const isVictim = ({ incidents, seat }: View, incident: string): boolean =>
  incidents.some(({ id, victim }) => id === incident && victim === seat);

/** Whether what somebody did about an incident was meant for a seat. */
const concerns = (response: Response, me: SeatId, victim: boolean): boolean => {
  switch (response.kind) {
    case 'attribute':
      return response.culprit === me || victim;
    case 'sanction':
    case 'countermeasure':
      return response.on === me;
    case 'hotline':
      return response.to === me;
    case 'ask':
      return response.from === me || response.from === 'all';
    case 'endorse':
      return response.whose === me || victim;
    case 'assist':
    case 'condemn':
      return victim;
    // Evidence that is shared is an event of its own.
    case 'share':
    case 'investigate':
    case 'inquiry':
    case 'assess':
    case 'leak':
      return false;
  }
};
