import {
  STANCES,
  type Deal,
  type Event,
  type Offer,
  type Pledge,
  type Stance,
} from '../../../engine/seat.ts';
import { termsText, type KnownOffers } from '../../i18n/deal-events.ts';
import { eventText } from '../../i18n/events.ts';
import { h } from '../../i18n/handover.ts';
import { listed, listedNames } from '../../i18n/index.ts';
import type { Names } from '../../i18n/names.ts';
import { positionClauses, quoted } from '../../i18n/positions.ts';
import { undertakingText } from '../../i18n/sentences.ts';
import type { Handover } from '../../session/film/index.ts';

/** What is read to whoever takes a seat again, most binding first; a group in which nothing is to be said is left out. */
export const HANDOVER_GROUPS = [
  'promised',
  'received',
  'deals',
  'owed',
  'settled',
  'purse',
  'positions',
  'did',
  'accepted',
  'made',
  'met',
] as const;
export type HandoverGroup = (typeof HANDOVER_GROUPS)[number];

/** With the offers that the seat's log tells of. */
export const handoverText = (
  names: Names,
  summary: Handover,
  offers: KnownOffers,
): readonly { readonly group: HandoverGroup; readonly lines: readonly string[] }[] =>
  HANDOVER_GROUPS.map((group) => ({ group, lines: linesOf(names, summary, group, offers) })).filter(
    ({ lines }) => lines.length > 0,
  );

/** What binds, what was struck and what waits, in numbers. */
export const briefText = ({ promised, deals, waiting }: Handover): string => {
  const binding = promised.filter(({ state }) => state === 'open').length;
  return [
    ...(binding === 0 ? [] : [h('backBinds', { count: binding })]),
    ...(deals.length === 0 ? [] : [h('backStruck', { count: deals.length })]),
    ...(waiting.received.length === 0 ? [] : [h('backAnswer', { count: waiting.received.length })]),
  ].join(' ');
};

const linesOf = (
  names: Names,
  summary: Handover,
  group: HandoverGroup,
  offers: KnownOffers,
): readonly string[] => {
  const who = names.delegation;
  switch (group) {
    case 'promised':
      return summary.promised.map((pledge) =>
        stateText(
          pledge,
          h('backTo', { name: who(pledge.undertaking.to), what: undertakingText(names, pledge.undertaking) }),
        ),
      );
    case 'owed':
      return summary.owed.map((pledge) =>
        stateText(
          pledge,
          h('backBy', { name: who(pledge.undertaking.by), what: undertakingText(names, pledge.undertaking) }),
        ),
      );
    case 'settled':
      return summary.settled.map((pledge) =>
        stateText(
          pledge,
          h('backBetween', {
            by: who(pledge.undertaking.by),
            to: who(pledge.undertaking.to),
            what: undertakingText(names, pledge.undertaking),
          }),
        ),
      );
    case 'deals':
      return summary.deals.map((deal) => struckText(names, deal, summary.seat));
    case 'received':
      return summary.waiting.received.map((offer) =>
        h('backFrom', { name: who(offer.from), ...offerWords(names, offer) }),
      );
    case 'accepted':
      return summary.waiting.accepted.map((offer) =>
        h('backFrom', { name: who(offer.from), ...offerWords(names, offer) }),
      );
    case 'made':
      return summary.waiting.made.map((offer) =>
        h('backOffered', { names: listedNames(offer.to.map(who)), ...offerWords(names, offer) }),
      );
    case 'purse':
      return summary.purse.map(({ token, received, spent }) =>
        h('backPurse', { token: names.token(token), received, spent }),
      );
    case 'positions':
      return STANCES.toReversed().flatMap((stance) => positionsText(names, summary, stance));
    case 'did':
      return summary.did.map((event) => eventText(names, withoutPositions(event), offers));
    case 'met':
      return summary.met.map((event) => eventText(names, withoutPositions(event), offers));
  }
};

/** What is said of options now: what is said alike of several for the first time in one line, what was something else before in its own. */
const positionsText = (names: Names, { seat, positions }: Handover, stance: Stance): readonly string[] => {
  const by = names.delegation(seat);
  const taken = positions.filter(({ position }) => position.stance === stance);
  const first = taken.flatMap(({ position, before }) => (before.stance === 'silent' ? [position] : []));
  const line = (clause: string): string => h('backPosition', { by, position: clause });
  return [
    ...positionClauses(names, first).map(line),
    ...taken.flatMap(({ position, before: { stance: was, beside } }) => {
      if (was === 'silent') return [];
      const now = line(listed(positionClauses(names, [position])));
      return [
        beside === undefined
          ? h(`before_${was}`, { line: now })
          : h(`before_${was}-beside`, { line: now, beside: quoted(names, [beside]) }),
      ];
    }),
  ];
};

/** Positions are listed by themselves; a statement is told without them. */
const withoutPositions = (event: Event): Event =>
  event.kind === 'spoke' ? { ...event, positions: [] } : event;

/** A promise with what has become of it, or how long it holds where its words do not say so. */
const stateText = ({ state, undertaking: { kind } }: Pledge, line: string): string => {
  if (state !== 'open') return h(`pledge_${state}`, { line });
  return kind === 'position' || kind === 'join' || kind === 'oppose'
    ? h(`pledge_open_${kind}`, { line })
    : line;
};

const offerWords = (names: Names, offer: Offer): { readonly terms: string; readonly session: string } => ({
  terms: termsText(names, offer.undertakings),
  session: names.session(offer.expires),
});

const struckText = (names: Names, deal: Deal, me: string): string =>
  h(deal.open ? 'backWith' : 'backSecret', {
    names: listedNames(deal.parties.filter((party) => party !== me).map(names.delegation)),
    terms: termsText(names, deal.undertakings),
  });
