import type {
  DelegationId,
  Offer,
  OfferId,
  Reason,
  Undertaking,
  View,
  WouldChange,
} from '../../../engine/seat.ts';

/** What became of an offer. */
export type OfferAnswer =
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'declined';
      readonly by: DelegationId;
      readonly because: readonly Reason[];
      readonly wouldChange: readonly WouldChange[];
      /** Whether an offer of its own came instead. */
      readonly countered: boolean;
    }
  | { readonly kind: 'lapsed' };

export interface AnsweredOffer {
  readonly offer: Offer;
  readonly answer: OfferAnswer;
}

type Log = View['log'];

/** Every offer that a log tells of, also those that no longer stand. */
export const offersIn = (log: Log): ReadonlyMap<string, Offer> =>
  new Map(
    log.flatMap(({ events }) =>
      events.flatMap((event) => (event.kind === 'offered' ? [[event.offer.id, event.offer] as const] : [])),
    ),
  );

/** One's own offers that got their answer in a session, the latest last. What one has withdrawn got none. */
export const answeredOffers = (log: Log, session: number, me: DelegationId): readonly AnsweredOffer[] => {
  const offers = offersIn(log);
  const countered = new Set([...offers.values()].flatMap(({ answers }) => answers ?? []));
  const found: AnsweredOffer[] = [];
  const add = (id: OfferId, answer: OfferAnswer): void => {
    const offer = offers.get(id);
    if (offer?.from === me) found.push({ offer, answer });
  };
  for (const event of log.flatMap((chapter) => (chapter.session === session ? chapter.events : [])))
    if (event.kind === 'deal-struck') add(event.offer, { kind: 'accepted' });
    else if (event.kind === 'offer-lapsed') add(event.offer, { kind: 'lapsed' });
    else if (event.kind === 'offer-declined') {
      const { by, because, wouldChange } = event;
      add(event.offer, {
        kind: 'declined',
        by,
        because,
        wouldChange,
        countered: countered.has(event.offer),
      });
    }
  return found;
};

/** The package with what whoever declined it would want to be otherwise; absent where no package can be that. */
export const withChange = (
  { from, undertakings }: Pick<Offer, 'from' | 'undertakings'>,
  by: DelegationId,
  change: WouldChange,
): readonly Undertaking[] | undefined => {
  switch (change.kind) {
    case 'tokens': {
      const { token, amount } = change;
      const place = undertakings.findIndex(
        (item) =>
          item.kind === 'tokens' &&
          item.by === from &&
          item.to === by &&
          item.token === token &&
          item.when.on === 'now',
      );
      const there = undertakings[place];
      return there?.kind === 'tokens'
        ? undertakings.with(place, { ...there, amount: there.amount + amount })
        : [...undertakings, { kind: 'tokens', by: from, to: by, token, amount, when: { on: 'now' } }];
    }
    case 'concession':
      return [
        ...undertakings,
        { kind: 'deed', by: from, to: by, concession: change.concession, when: { on: 'now' } },
      ];
    case 'provision':
      return [
        ...undertakings,
        { kind: 'position', by: from, to: by, provision: change.provision, stance: 'accept' },
      ];
    case 'not-provision': {
      const left = undertakings.flatMap((item) =>
        item.by === by ? withoutProvision(item, change.provision) : [item],
      );
      return left.length === 0 ? undefined : left;
    }
    case 'without-tokens':
    case 'fewer-tokens':
    case 'without-concession':
    case 'without-join':
    case 'without-oppose':
    case 'without-intelligence':
    case 'without-restraint':
    case 'without-point': {
      const left = undertakings.flatMap((item) =>
        // A point binds both sides.
        item.by === by || (item.kind === 'point' && item.to === by) ? spared(item, change) : [item],
      );
      return left.length === 0 ? undefined : left;
    }
    case 'later':
    case 'nothing':
      return undefined;
  }
};

const withoutProvision = (
  item: Undertaking,
  { article, option }: Extract<WouldChange, { kind: 'not-provision' }>['provision'],
): readonly Undertaking[] => {
  const isIt = (one: { readonly article: string; readonly option: number }): boolean =>
    one.article === article && one.option === option;
  if (item.kind === 'position') return isIt(item.provision) ? [] : [item];
  if (item.kind !== 'join') return [item];
  const containing = item.containing.filter((one) => !isIt(one));
  return containing.length === 0 ? [] : [{ ...item, containing }];
};

/** What is left of something it was asked for, once it is spared that. */
const spared = (item: Undertaking, change: WouldChange): readonly Undertaking[] => {
  switch (change.kind) {
    case 'without-tokens':
      return item.kind === 'tokens' && item.token === change.token ? [] : [item];
    case 'fewer-tokens':
      return item.kind === 'tokens' && item.token === change.token
        ? [{ ...item, amount: Math.min(item.amount, change.amount) }]
        : [item];
    case 'without-concession':
      return (item.kind === 'deed' || item.kind === 'later') && item.concession === change.concession
        ? []
        : [item];
    case 'without-join':
      return item.kind === 'join' && JSON.stringify(item.containing) === JSON.stringify(change.containing)
        ? []
        : [item];
    case 'without-oppose':
      return item.kind === 'oppose' && JSON.stringify(item.containing) === JSON.stringify(change.containing)
        ? []
        : [item];
    case 'without-intelligence':
      return item.kind === 'intelligence' && item.incident === change.incident ? [] : [item];
    case 'without-restraint':
      return item.kind === 'restraint' ? [] : [item];
    case 'without-point':
      return item.kind === 'point' && item.track === change.track && item.point === change.point
        ? []
        : [item];
    case 'provision':
    case 'not-provision':
    case 'tokens':
    case 'concession':
    case 'later':
    case 'nothing':
      return [item];
  }
};
