import { joins, modelsOf, type Model } from '../../../src/delegates/models.ts';
import {
  contains,
  decide,
  placeOf,
  pointPlace,
  type DelegationId,
  type Offer,
  type Provision,
  type Reason,
  type Text,
  type Undertaking,
} from '../../../src/engine/index.ts';
import { asked, brokenBy, faithIn, reckoned } from '../reckoning.ts';
import {
  badToJoin,
  crossed,
  crossedByJoining,
  gladToJoin,
  isOpen,
  lacks,
  spent,
  takes,
  wordsAgainst,
} from '../taking.ts';
import {
  changeIn,
  crossedBy,
  gainBy,
  isOwn,
  isRedLine,
  type Check,
  type Moment,
  type Stated,
} from './stated.ts';

/** Whether what is said for and against a package is so. */

/** The package that is answered, or taken back. */
export const offerIn = ({ command, view }: Moment): Offer => {
  const id =
    command.kind === 'offer'
      ? command.answers
      : command.kind === 'accept' || command.kind === 'decline' || command.kind === 'withdraw'
        ? command.offer
        : undefined;
  const offer = view.offers.find((item) => item.id === id);
  if (offer === undefined) throw new Error('an answer to no offer');
  return offer;
};

const worthIn = (at: Moment): number => {
  const { undertakings, open } = offerIn(at);
  return reckoned(at.self, undertakings, at.strength, open);
};

/** What bars a package, whatever it is worth, and is the same wherever it is said. */
const barring =
  <R extends Reason>(holds: (at: Moment, items: readonly Undertaking[], reason: R) => boolean) =>
  (reason: R, at: Stated): boolean =>
    holds(at, offerIn(at).undertakings, reason);

export const crosses: Check<'red-line'> = barring(({ self }, items, { article }) =>
  [...crossed(self, items), ...crossedByJoining(self, items)].includes(article),
);
export const gaveWord: Check<'promised'> = barring(({ self }, items, { to }) =>
  wordsAgainst(self, items).includes(to),
);
export const joinsLoss: Check<'worse-than-no-agreement'> = barring(
  ({ self }, items, { short }) => short === undefined && badToJoin(self, items),
);
export const opposesGain: Check<'better-than-no-agreement'> = barring(
  ({ self }, items, { gain }) => gain === undefined && gladToJoin(self, items),
);
export const isGone: Check<'given-elsewhere'> = barring(({ self }, items, { what }) =>
  spent(self, items).includes(what),
);
export const lacksTokens: Check<'not-enough-tokens'> = barring(({ self }, items, { token }) =>
  lacks(self, items, token),
);

/** A loss, and only that. */
export const loses: Check<'unbalanced'> = ({ gain }, at) =>
  worthIn(at) < 0 && isOpen(at.self, offerIn(at).undertakings) && isOwn(at, gain, worthIn(at));

export const brings: Check<'not-enough'> = ({ gain }, at) =>
  worthIn(at) >= 0 &&
  worthIn(at) < asked(at.self, offerIn(at), at.strength) &&
  isOpen(at.self, offerIn(at).undertakings) &&
  isOwn(at, gain, worthIn(at));

export const resents: Check<'broken-promise'> = ({ by }, at) =>
  by === offerIn(at).from && brokenBy(at.self, by) && isOpen(at.self, offerIn(at).undertakings);

/** With full trust the same package would be worth more to it, and nothing else bars it. */
export const mistrusts: Check<'low-trust'> = ({ towards }, at) => {
  const { self, strength } = at;
  const seat = placeOf(at.scenario, 'delegation', towards);
  const trust = self.own.trust.map((bands, place) =>
    place === seat ? { ...bands, mine: 'close' as const } : bands,
  );
  const offer = offerIn(at);
  return (
    towards === offer.from &&
    faithIn(self, towards) < 0.5 &&
    !brokenBy(self, towards) &&
    isOpen(self, offer.undertakings) &&
    reckoned({ ...self, own: { ...self.own, trust } }, offer.undertakings, strength, offer.open) > worthIn(at)
  );
};

/** Without its own word on the article the package would be worth more to it. */
export const wordHurts: Check<'article-hurts'> = ({ article, loss }, at) => {
  const offer = offerIn(at);
  const without = offer.undertakings.filter(
    (item) => item.kind !== 'position' || item.by !== at.me || item.provision.article !== article,
  );
  return (
    loss === undefined &&
    without.length < offer.undertakings.length &&
    reckoned(at.self, without, at.strength, offer.open) > worthIn(at)
  );
};

export const isRefused: Check<'no-longer-possible'> = (_, at) =>
  decide(at.table, at.before, {
    seat: at.me,
    command: { kind: 'accept', offer: offerIn(at).id, because: [] },
  }).refusal !== undefined;

export const accepts: Check<'gains'> = ({ gain }, at) =>
  takes(at.self, offerIn(at), at.strength) && isOwn(at, gain, worthIn(at));

/** It would take what is offered, and asks for what is worth more to it. */
export const countersGain: Check<'gains'> = ({ gain }, at) => {
  const worth = reckoned(at.self, itemsIn(at), at.strength, offerIn(at).open);
  return takes(at.self, offerIn(at), at.strength) && worth >= worthIn(at) && isOwn(at, gain, worth);
};

const itemsIn = ({ command }: Moment): readonly Undertaking[] =>
  command.kind === 'offer' ? command.undertakings : [];

const toIn = ({ command }: Moment): readonly DelegationId[] => (command.kind === 'offer' ? command.to : []);

/** What an offer is worth to whoever makes it; of a point proposed, what the point is. */
export const offersGain: Check<'gains'> = ({ gain }, at) => {
  const [first] = itemsIn(at);
  const worth =
    first?.kind === 'point'
      ? at.self.mandate.points[pointPlace(at.scenario, first.track, first.point)]
      : reckoned(at.self, itemsIn(at), at.strength);
  return !at.aloud && worth !== undefined && worth > 0 && gain === worth;
};

/** The word that is asked of the other on an article, and those that are given. */
const wishOn = (at: Moment, article: string): Provision | undefined =>
  itemsIn(at).flatMap((item) =>
    item.kind === 'position' && item.by !== at.me && item.provision.article === article
      ? [item.provision]
      : [],
  )[0];

const giftsIn = (at: Moment): readonly Provision[] =>
  itemsIn(at).flatMap((item) => (item.kind === 'position' && item.by === at.me ? [item.provision] : []));

export const helps: Check<'article-helps'> = ({ article, gain }, at) => {
  const wish = wishOn(at, article);
  return (
    wish !== undefined && gain === undefined && changeIn(at, at.standing, wish) > 0 && !isRedLine(at, wish)
  );
};

export const keeps: Check<'keeps-draft'> = ({ article }, at) => {
  const wish = wishOn(at, article);
  return (
    wish !== undefined &&
    !isRedLine(at, wish) &&
    wish.option === at.standing[placeOf(at.scenario, 'article', article)]
  );
};

export const mattersMore: Check<'matters-more'> = ({ article, than }, at) => {
  const wish = wishOn(at, article);
  const gifts = giftsIn(at);
  return (
    wish !== undefined &&
    !isRedLine(at, wish) &&
    gifts.some((gift) => gift.article === than) &&
    gifts.every((gift) => changeIn(at, at.standing, wish) > Math.abs(changeIn(at, at.standing, gift)))
  );
};

/** What is asked for alone, and seems to be better than what stands for whoever is asked too, and none of its red lines. */
export const helpsBoth: Check<'helps-you'> = ({ article }, at) => {
  const [to] = toIn(at);
  const wish = wishOn(at, article);
  const model = modelFor(at, to);
  if (wish === undefined || model === undefined || itemsIn(at).length !== 1) return false;
  const place = placeOf(at.scenario, 'article', article);
  return (
    seems(model, at.standing.with(place, wish.option)) > seems(model, at.standing) &&
    !isRedLine(at, wish) &&
    (model.red[place]?.[wish.option] ?? 0) < 0.5
  );
};

const modelFor = ({ scenario, view }: Moment, delegation: string | undefined): Model | undefined =>
  modelsOf(scenario, view).find((model) => model.delegation === delegation);

/** What a text seems worth to somebody: what is believed of each option, and of each pair. */
const seems = ({ table, pairs }: Model, text: Text): number =>
  text.reduce((sum, option, place) => sum + (table[place]?.[option] ?? 0), 0) +
  pairs.reduce((sum, { a, o, b, p, worth }) => (text[a] === o && text[b] === p ? sum + worth : sum), 0);
export const needs: Check<'needs'> = ({ what }, at) =>
  itemsIn(at).some((item) => item.kind === 'deed' && item.by !== at.me && item.concession === what) &&
  (at.self.mandate.gains[placeOf(at.scenario, 'concession', what)] ?? 0) > 0;

/** The text that failed last, or the draft. */
const inSight = ({ view, standing }: Moment): Text =>
  view.log
    .flatMap(({ events }) => events)
    .flatMap((event) =>
      event.kind === 'decided' && !event.adopted && event.amendment === undefined ? [event.text] : [],
    )
    .at(-1) ?? standing;

/** It pays for a text that brings it eight points at least, at most a quarter of that. */
export const pays: Check<'better-than-no-agreement'> = ({ gain }, at) => {
  const brought = gainBy(at, inSight(at));
  return (
    brought >= 800 &&
    crossedBy(at, inSight(at)).length === 0 &&
    isOwn(at, gain, brought) &&
    itemsIn(at).every(
      (item) =>
        item.kind === 'tokens' &&
        item.by === at.me &&
        item.when.on === 'adoption' &&
        contains(at.scenario, inSight(at), item.when.containing) &&
        item.amount * (at.self.mandate.tokenWorth[placeOf(at.scenario, 'token', item.token)] ?? 0) <=
          brought / 4,
    )
  );
};

/** Each party promises the next, and the last the first. */
const isRing = (at: Moment): boolean => {
  const all = [at.me, ...toIn(at)];
  return itemsIn(at).every(({ by, to }, place) => by === all[place] && to === all[(place + 1) % all.length]);
};

/** All support one option, worth two points to whoever asks, which helps those asked as far as is known, and which they do not support yet. */
export const gathers: Check<'builds-coalition'> = ({ with: partners, provision }, at) => {
  const place = placeOf(at.scenario, 'article', provision.article);
  return (
    partners.join() === toIn(at).join() &&
    partners.length === 2 &&
    isRing(at) &&
    itemsIn(at).every(
      (item) =>
        item.kind === 'position' &&
        item.stance === 'support' &&
        item.provision.article === provision.article &&
        item.provision.option === provision.option,
    ) &&
    changeIn(at, at.standing, provision) >= 200 &&
    !isRedLine(at, provision) &&
    partners.every((partner) => {
      const model = modelFor(at, partner);
      const seat = placeOf(at.scenario, 'delegation', partner);
      const said = at.view.stances[seat]?.[place]?.[provision.option] ?? 'silent';
      return (
        model !== undefined &&
        seems(model, at.standing.with(place, provision.option)) > seems(model, at.standing) &&
        said !== 'object' &&
        said !== 'support'
      );
    })
  );
};

/** The text in sight, which has these, brings whoever asks less than nothing, and those asked as far as is likelier. */
export const minority: Check<'builds-minority'> = ({ with: partners, containing }, at) => {
  const text = inSight(at);
  return (
    partners.join() === toIn(at).join() &&
    partners.length > 0 &&
    isRing(at) &&
    itemsIn(at).every(
      (item) => item.kind === 'oppose' && JSON.stringify(item.containing) === JSON.stringify(containing),
    ) &&
    contains(at.scenario, text, containing) &&
    (gainBy(at, text) < 0 || crossedBy(at, text).length > 0) &&
    !gladToJoin(at.self, itemsIn(at)) &&
    partners.every((partner) => {
      const model = modelFor(at, partner);
      return model !== undefined && joins(model, text) < 0.5;
    })
  );
};

/** A point that is worth something to it and is not agreed, proposed to those with whom it is enough. */
export const proposesPoint: Check<'prepares-point'> = ({ track, point }, at) => {
  const room = at.scenario.tracks.find(({ id }) => id === track);
  const now = at.view.tracks.find(({ id }) => id === track);
  const agreed = now?.agreed.find((item) => item.point === point)?.parties ?? [];
  return (
    itemsIn(at).length > 0 &&
    itemsIn(at).every((item) => item.kind === 'point' && item.track === track && item.point === point) &&
    (at.self.mandate.points[pointPlace(at.scenario, track, point)] ?? 0) > 0 &&
    now?.open === true &&
    [at.me, ...toIn(at)].every((party) => now.present.includes(party)) &&
    !agreed.includes(at.me) &&
    new Set([...agreed, ...toIn(at), at.me]).size >=
      (room?.points.find(({ id }) => id === point)?.needs ?? Infinity)
  );
};
