import {
  placeOf,
  type DelegationId,
  type Offer,
  type Reason,
  type TokenId,
  type Undertaking,
  type WouldChange,
} from '../engine/seat.ts';
import { gone } from './concessions.ts';
import { lacking } from './purse.ts';
import type { Act, Strength } from './agent.ts';
import { askingOf, CHARACTER } from './character.ts';
import { counterTo, type Counter } from './counter.ts';
import { resents } from './memory.ts';
import { faith, weigh } from './weigh.ts';
import { changesThatHelp } from './would-change.ts';
import type { Self } from './own.ts';
import { PLAY } from './strength.ts';

/** What a delegation whose promises to us were broken has to pay on top, hundredths of a point. */
const GRUDGE = 150;
/** Share of a promise that one reckons with, below which one speaks of little trust. */
const LITTLE_FAITH = 0.5;

/** Answers the oldest offer made to this delegation: accept, counter, or decline with reasons that hold. */
export const answerOffer = (self: Self, strength: Strength): Act | undefined => {
  const me = self.own.delegation;
  const offer = self.view.offers.find((item) => item.to.includes(me) && !item.accepted.includes(me));
  if (offer === undefined) return undefined;
  const judged = judge(self, offer, strength);
  if (judged.take) {
    const better =
      PLAY[strength].bargains === 'always' && !isGift(self, offer)
        ? dearer(self, offer, judged, strength)
        : undefined;
    if (better !== undefined)
      return countering(self, offer, better, { code: 'gains' }, { code: 'gains', gain: better.worth });
    return {
      command: { kind: 'accept', offer: offer.id, because: [{ code: 'gains' }] },
      because: [{ code: 'gains', gain: judged.worth }],
    };
  }
  const { barred, worth, said, wouldChange } = judged;
  const why = barred ?? { code: tooLittle(judged), gain: worth };
  const mended = mend(self, offer, judged, strength);
  if (mended !== undefined)
    return countering(self, offer, mended, barred ?? { code: tooLittle(judged) }, why);
  return {
    command: { kind: 'decline', offer: offer.id, because: said, wouldChange },
    because: [why, ...said.slice(1)],
  };
};

/** Hundredths of a point by which asking for something better must promise more than taking what is offered. */
const DEARER = 40;
/** Hundredths of a point, times the chance, that a counter-offer to what one declines must promise. */
const WORTHWHILE = 10;

/** Something better than what one would take. */
const dearer = (self: Self, offer: Offer, { worth }: Verdict, strength: Strength): Counter | undefined =>
  counterTo(self, offer, strength, {
    least: worth,
    floor: worth + DEARER,
    takes: (undertakings) => verdict(self, { ...offer, undertakings }, strength).take,
  });

/** What would do instead of what one declines; whoever bluffs asks for more than is missing. */
const mend = (self: Self, offer: Offer, { worth, short }: Verdict, strength: Strength): Counter | undefined =>
  counterTo(self, offer, strength, {
    least: short > 0 ? worth + short * askingOf(self.delegation) : 1,
    floor: WORTHWHILE,
    takes: (undertakings) => verdict(self, { ...offer, undertakings }, strength).take,
  });

const countering = (
  self: Self,
  offer: Offer,
  { undertakings }: Counter,
  said: Reason,
  kept: Reason,
): Act => ({
  command: {
    kind: 'offer',
    to: [offer.from],
    undertakings,
    open: offer.open,
    expires: self.view.session,
    answers: offer.id,
    because: [said],
  },
  because: [kept],
});

/** Whether only tokens and deeds are offered, and nothing is asked: nobody loses by taking them. */
const isGift = (self: Self, { undertakings }: Pick<Offer, 'undertakings'>): boolean =>
  undertakings.every(
    ({ by, kind }) =>
      by !== self.own.delegation && (kind === 'tokens' || kind === 'deed' || kind === 'later'),
  );

interface Verdict {
  readonly take: boolean;
  readonly worth: number;
  /** How much is missing, hundredths of a point. */
  readonly short: number;
  readonly broken: boolean;
  /** What bars it whatever it is worth: a red line, a deed already given, tokens one has not got. */
  readonly barred: Reason | undefined;
  readonly parts: readonly number[];
}

interface Judged extends Verdict {
  readonly said: readonly Reason[];
  readonly wouldChange: readonly WouldChange[];
}

const verdict = (self: Self, offer: Offer, strength: Strength): Verdict => {
  const { worth, forbidden, parts } = weigh(self, offer.undertakings, PLAY[strength].words, offer.open);
  const broken = resents(self, offer.from);
  const { reciprocity } = CHARACTER[self.delegation.style];
  // A gift is taken for what it is, but from whoever broke its word: it may be what lets one join a text.
  const least = isGift(self, offer) ? 0 : PLAY[strength].asks;
  const ask = least + (broken ? Math.round(GRUDGE * reciprocity) : 0);
  const lacks = lacking(self, offer.undertakings);
  const elsewhere = offer.undertakings.find(
    (item) => item.by === self.own.delegation && givenElsewhere(self, item),
  );
  const barred = forbidden ?? impossible(elsewhere, lacks);
  const short = Math.max(0, ask - worth);
  return { take: barred === undefined && worth >= ask, worth, short, broken, barred, parts };
};

/** Only a loss is called one. A gain can be less than is asked for: by whoever asks for more than nothing, or holds a grudge. */
const tooLittle = ({ worth }: Pick<Verdict, 'worth'>): 'unbalanced' | 'not-enough' =>
  worth < 0 ? 'unbalanced' : 'not-enough';

/** What decides about an offer, and what is said of it. */
export const judge = (self: Self, offer: Offer, strength: Strength): Judged => {
  const found = verdict(self, offer, strength);
  const { barred, parts } = found;
  const heaviest = offer.undertakings
    .map((item, place) => ({ item, part: parts[place] ?? 0 }))
    .toSorted((a, b) => a.part - b.part)[0];
  const said: Reason[] = [
    barred ?? { code: tooLittle(found) },
    ...grudge(found, offer.from),
    ...hurts(self, heaviest),
    ...distrust(self, offer, strength, found),
  ];
  return {
    ...found,
    said: said.slice(0, 3),
    wouldChange: found.take
      ? []
      : changesThatHelp(
          self,
          offer,
          found.short,
          (undertakings) => verdict(self, { ...offer, undertakings }, strength).take,
        ),
  };
};

/** A broken word raises what one asks for: of what is barred at any price it is no reason. */
const grudge = ({ broken, barred }: Verdict, by: DelegationId): readonly Reason[] =>
  broken && barred === undefined ? [{ code: 'broken-promise', by }] : [];

/** Little trust is a reason only where it makes the package worth less: with full trust it would be worth more. */
const distrust = (
  self: Self,
  offer: Offer,
  strength: Strength,
  { broken, barred, worth }: Verdict,
): readonly Reason[] =>
  !broken &&
  barred === undefined &&
  faith(self, offer.from) < LITTLE_FAITH &&
  verdict(trusting(self, offer.from), offer, strength).worth > worth
    ? [{ code: 'low-trust', towards: offer.from }]
    : [];

/** The same delegation, if it trusted somebody fully. */
const trusting = (self: Self, whom: DelegationId): Self => {
  const place = placeOf(self.scenario, 'delegation', whom);
  return {
    ...self,
    own: {
      ...self.own,
      trust: self.own.trust.map((trust, at) => (at === place ? { ...trust, mine: 'close' } : trust)),
    },
  };
};

/** What cannot be done at all, whatever it is worth. */
const impossible = (elsewhere: Undertaking | undefined, token: TokenId | undefined): Reason | undefined => {
  if (elsewhere?.kind === 'deed' || elsewhere?.kind === 'later')
    return { code: 'given-elsewhere', what: elsewhere.concession };
  return token === undefined ? undefined : { code: 'not-enough-tokens', token };
};

const givenElsewhere = (self: Self, item: Undertaking): boolean =>
  (item.kind === 'deed' || item.kind === 'later') && gone(self, item.by, item.concession);

/** Hundredths of a point from which a word of one's own is a reason: with less the package would be worth the same without it. */
const FELT = 1;

const hurts = (
  self: Self,
  heaviest: { readonly item: Undertaking; readonly part: number } | undefined,
): readonly Reason[] =>
  heaviest !== undefined &&
  heaviest.part <= -FELT &&
  heaviest.item.kind === 'position' &&
  heaviest.item.by === self.own.delegation
    ? [{ code: 'article-hurts', article: heaviest.item.provision.article }]
    : [];
