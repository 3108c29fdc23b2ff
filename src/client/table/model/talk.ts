import type { DelegationId, Offer, Scenario, View } from '../../../engine/seat.ts';
import type { Mat, PackageAppraisal } from '../../session/contract.ts';
import { cardName, deckOf, pileOf, PILES, type Card, type Parties, type Pile, type Side } from './deck.ts';

/** What the corridor shows besides the store: which pile and page of each hand, and what the package would do. */
export interface Talk {
  readonly piles: Readonly<Record<Side, Pile>>;
  readonly pages: Readonly<Record<Side, number>>;
  /** On a phone, whose hand is on the table. */
  readonly tray: Side;
  readonly appraisal: PackageAppraisal | undefined;
}

export const NEW_TALK: Talk = {
  piles: { give: 'deeds', ask: 'deeds' },
  pages: { give: 0, ask: 0 },
  tray: 'give',
  appraisal: undefined,
};

export interface HandPage {
  readonly cards: readonly Card[];
  readonly page: number;
  readonly pages: number;
  /** How many cards each pile has. */
  readonly sizes: readonly number[];
}

/** The cards of one page of a pile; `fit` cards to a page. A page that no longer exists shows the last. */
export const handPage = (
  scenario: Scenario,
  view: View,
  parties: Parties,
  side: Side,
  talk: Talk,
  fit: number,
): HandPage => {
  const deck = deckOf(scenario, view, parties, side);
  const pile = deck.filter((card) => pileOf(card) === talk.piles[side]);
  const pages = Math.max(1, Math.ceil(pile.length / fit));
  const page = Math.min(talk.pages[side], pages - 1);
  return {
    cards: pile.slice(page * fit, (page + 1) * fit),
    page,
    pages,
    sizes: PILES.map((one) => deck.filter((card) => pileOf(card) === one).length),
  };
};

export { cardName };

/** Offers that wait for my answer, newest last. */
export const offersTo = (view: View, me: DelegationId): readonly Offer[] =>
  view.offers.filter((offer) => offer.to.includes(me) && !offer.accepted.includes(me));

/** The offer to me whose package lies on the mat just as it was made: it can be accepted as it is. */
export const offerOnMat = (view: View, mat: Mat): Offer | undefined => {
  const me = view.own?.delegation;
  if (me === undefined || mat.undertakings.length === 0 || !view.may.includes('accept')) return undefined;
  const wanted = JSON.stringify(mat.undertakings);
  return offersTo(view, me).findLast(
    ({ from, undertakings }) => from === mat.partner && JSON.stringify(undertakings) === wanted,
  );
};

/** Whether the mat can go over as an offer now. */
export const canOffer = (view: View, mat: Mat): boolean =>
  view.may.includes('offer') &&
  view.offersLeft > 0 &&
  mat.partner !== undefined &&
  mat.undertakings.length > 0;
