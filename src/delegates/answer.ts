import {
  placeOf,
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
import { haggle } from './haggle.ts';
import { resents } from './memory.ts';
import { faith, weigh } from './weigh.ts';
import { changesThatHelp } from './would-change.ts';
import type { Self } from './own.ts';
import { PLAY } from './strength.ts';

/** What a delegation whose promises to us were broken has to pay on top, hundredths of a point. */
const GRUDGE = 150;

/** Answers the oldest offer made to this delegation: accept, counter, or decline with reasons that hold. */
export const answerOffer = (self: Self, strength: Strength): Act | undefined => {
  const me = self.own.delegation;
  const offer = self.view.offers.find((item) => item.to.includes(me) && !item.accepted.includes(me));
  if (offer === undefined) return undefined;
  const judged = judge(self, offer, strength);
  if (judged.take) {
    const asking = haggle(self, offer, judged.worth, strength);
    if (asking !== undefined) return asking;
    const said: Reason[] = [{ code: 'gains' }];
    return {
      command: { kind: 'accept', offer: offer.id, because: said },
      because: [{ code: 'gains', gain: judged.worth }],
    };
  }
  const counter = judged.barred === undefined ? counterOffer(self, offer, judged) : undefined;
  if (counter !== undefined) return counter;
  return {
    command: { kind: 'decline', offer: offer.id, because: judged.said, wouldChange: judged.wouldChange },
    because: [judged.barred ?? { code: tooLittle(judged), gain: judged.worth }, ...judged.said.slice(1)],
  };
};

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
  const { worth, forbidden, parts } = weigh(self, offer.undertakings, PLAY[strength].words);
  const broken = resents(self, offer.from);
  const { reciprocity } = CHARACTER[self.delegation.style];
  const ask = PLAY[strength].asks + (broken ? Math.round(GRUDGE * reciprocity) : 0);
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
  const { broken, barred, parts } = found;
  const heaviest = offer.undertakings
    .map((item, place) => ({ item, part: parts[place] ?? 0 }))
    .toSorted((a, b) => a.part - b.part)[0];
  const said: Reason[] = [
    barred ?? { code: tooLittle(found) },
    ...(broken ? [{ code: 'broken-promise', by: offer.from } as const] : []),
    ...hurts(self, heaviest),
    ...(faith(self, offer.from) < 0.5 && !broken
      ? [{ code: 'low-trust', towards: offer.from } as const]
      : []),
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

/** What cannot be done at all, whatever it is worth. */
const impossible = (elsewhere: Undertaking | undefined, token: TokenId | undefined): Reason | undefined => {
  if (elsewhere?.kind === 'deed' || elsewhere?.kind === 'later')
    return { code: 'given-elsewhere', what: elsewhere.concession };
  return token === undefined ? undefined : { code: 'not-enough-tokens', token };
};

const givenElsewhere = (self: Self, item: Undertaking): boolean =>
  (item.kind === 'deed' || item.kind === 'later') && gone(self, item.by, item.concession);

const hurts = (
  self: Self,
  heaviest: { readonly item: Undertaking; readonly part: number } | undefined,
): readonly Reason[] =>
  heaviest !== undefined &&
  heaviest.part < 0 &&
  heaviest.item.kind === 'position' &&
  heaviest.item.by === self.own.delegation
    ? [{ code: 'article-hurts', article: heaviest.item.provision.article }]
    : [];

/** Asks for what is missing in tokens, where little is missing and the other can be expected to have it. */
const counterOffer = (self: Self, offer: Offer, judged: Verdict): Act | undefined => {
  const { short, worth } = judged;
  if (
    offer.to.length > 1 ||
    offer.answers !== undefined ||
    self.view.offersLeft <= 1 ||
    short <= 0 ||
    short > 250
  )
    return undefined;
  const from = self.scenario.delegations[placeOf(self.scenario, 'delegation', offer.from)];
  const more = short * askingOf(self.delegation);
  const asked = self.scenario.tokens.flatMap((token, place) => {
    const unit = self.mandate.tokenWorth[place] ?? 0;
    const amount = unit <= 0 ? 0 : Math.ceil(more / unit);
    const likely = Math.floor(((from?.tokens[place]?.min ?? 0) + (from?.tokens[place]?.max ?? 0)) / 3);
    return amount > 0 && amount <= likely ? [{ token, amount }] : [];
  })[0];
  if (asked === undefined) return undefined;
  const paid: Undertaking = {
    kind: 'tokens',
    by: offer.from,
    to: self.own.delegation,
    token: asked.token.id,
    amount: asked.amount,
    when: { on: 'now' },
  };
  return {
    command: {
      kind: 'offer',
      to: [offer.from],
      undertakings: [...offer.undertakings, paid],
      open: offer.open,
      expires: self.view.session,
      answers: offer.id,
      because: [{ code: tooLittle(judged) }],
    },
    because: [{ code: tooLittle(judged), gain: worth }],
  };
};
