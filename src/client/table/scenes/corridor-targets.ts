import type { DelegationId, Offer, OfferId } from '../../../engine/seat.ts';
import type { Playing, TableContext } from '../context.ts';
import type { CorridorPlan } from '../layout/corridor.ts';
import { standingIn } from '../model/hall.ts';
import { PILES, type Card, type Side } from '../model/deck.ts';
import { lift, turn } from '../model/mat.ts';
import { canOffer, cardName, handPage, offerOnMat, offersTo, type Talk } from '../model/talk.ts';
import type { Box, Spot } from '../paint/brush.ts';
import { slipParts } from '../paint/card.ts';
import type { Target } from '../pointing.ts';
import { ribbonBox, slipsOn } from './corridor-paint.ts';
import { sideTabs } from './corridor-trays.ts';

/** What pointing at things in the corridor does. */
export interface CorridorActs {
  readonly turn: (talk: Talk) => void;
  readonly meet: (id: DelegationId) => void;
  readonly play: (card: Card, side: Side) => void;
  readonly hold: (card: Card, side: Side, home: Box) => void;
  readonly holdSlip: (place: number) => void;
  readonly carry: (at: Spot) => void;
  readonly drop: (at: Spot | undefined) => void;
  readonly over: (card: Card, side: Side, home: Box, on: boolean) => void;
  readonly offer: () => void;
  /** Lays a waiting offer on the mat as it was made. */
  readonly consider: (offer: Offer) => void;
  readonly answer: (kind: 'accept' | 'decline', offer: OfferId) => void;
}

/** Everything that can be pointed at in the corridor, with its name; the topmost last. */
export const corridorTargets = (
  context: TableContext,
  now: Playing,
  plan: CorridorPlan,
  talk: Talk,
  acts: CorridorActs,
): readonly Target[] => [
  ...rowTargets(context, now, plan, acts),
  // In a film one may look at people, and touch nothing.
  ...(plan.hand
    ? [...matTargets(context, now, plan, acts), ...handTargets(context, now, plan, talk, acts)]
    : []),
];

const rowTargets = (
  context: TableContext,
  { scenario, view }: Playing,
  plan: CorridorPlan,
  acts: CorridorActs,
): readonly Target[] => {
  const me = view.own?.delegation;
  const waiting = me === undefined ? [] : offersTo(view, me);
  const { look } = context.store.getState();
  return standingIn(scenario, view.own?.index ?? -1)
    .flatMap((index) => scenario.delegations[index] ?? [])
    .flatMap(({ id }, place): readonly Target[] => {
      const box = plan.row[place];
      if (box === undefined) return [];
      const whole: Box = plan.single ? box : { ...box, h: box.h + 28 };
      const offer = waiting.findLast(({ from }) => from === id);
      return [
        {
          name: `partner:${id}`,
          box: whole,
          tap: () => {
            if (view.own !== undefined && plan.hand) acts.meet(id);
            // Whoever has made an offer is asked what it is.
            if (offer === undefined) look({ kind: 'delegation', id });
            else look({ kind: 'offer', id: offer.id });
          },
        },
      ];
    });
};

const matTargets = (
  context: TableContext,
  { scenario, view }: Playing,
  plan: CorridorPlan,
  acts: CorridorActs,
): readonly Target[] => {
  const { mat, setMat, busy } = context.store.getState();
  const me = view.own?.delegation;
  if (me === undefined) return [];
  const slips = slipsOn(plan, mat.undertakings, me).flatMap(({ place, box }): readonly Target[] => {
    const item = mat.undertakings[place];
    if (item === undefined) return [];
    const turns = item.kind === 'tokens' || item.kind === 'deed';
    const { when, off } = slipParts(box, turns);
    const drag = { start: () => acts.holdSlip(place), move: acts.carry, drop: acts.drop };
    return [
      { name: `slip:${place}`, box, drag, ...(turns ? { tap: () => setMat(turn(mat, place)) } : {}) },
      ...(when === undefined
        ? []
        : [{ name: `slip:${place}:when`, box: when, drag, tap: () => setMat(turn(mat, place)) }]),
      { name: `slip:${place}:off`, box: off, drag, tap: () => setMat(lift(mat, place)) },
    ];
  });
  const theirs = offerOnMat(view, mat);
  const ribbon = ribbonBox(plan, { scenario, view }, context.store.getState());
  const waiting = offersTo(view, me).findLast(({ from }) => from === mat.partner);
  const open: readonly Target[] = plan.single
    ? []
    : [{ name: 'mat:open', box: plan.mat.open, tap: () => setMat({ ...mat, open: !mat.open }) }];
  const made: readonly Target[] =
    theirs === undefined
      ? [
          ...open,
          ...(canOffer(view, mat) && !busy ? [{ name: 'offer', box: plan.mat.offer, tap: acts.offer }] : []),
        ]
      : [
          { name: 'accept', box: plan.mat.offer, tap: () => acts.answer('accept', theirs.id) },
          ...(plan.single
            ? []
            : [{ name: 'decline', box: plan.mat.open, tap: () => acts.answer('decline', theirs.id) }]),
        ];
  return [
    { name: 'mat', box: plan.mat.box },
    ...slips,
    ...(ribbon === undefined || waiting === undefined
      ? []
      : [{ name: `look:${waiting.id}`, box: ribbon, tap: () => acts.consider(waiting) }]),
    ...made,
  ];
};

const handTargets = (
  context: TableContext,
  { scenario, view }: Playing,
  plan: CorridorPlan,
  talk: Talk,
  acts: CorridorActs,
): readonly Target[] => {
  const { mat } = context.store.getState();
  const me = view.own?.delegation;
  const { partner } = mat;
  const sides: readonly Side[] = plan.single ? [talk.tray] : ['give', 'ask'];
  return sides.flatMap((side): readonly Target[] => {
    const tray = plan.trays[side];
    const tabs = plan.single ? sideTabs(tray) : undefined;
    const turns: readonly Target[] =
      tabs === undefined
        ? []
        : (['give', 'ask'] as const).map((one) => ({
            name: `tray:${one}`,
            box: tabs[one],
            tap: () => acts.turn({ ...talk, tray: one }),
          }));
    const piles = PILES.flatMap((pile, i): readonly Target[] => {
      const box = tray.piles[i];
      const tap = (): void =>
        acts.turn({ ...talk, piles: { ...talk.piles, [side]: pile }, pages: { ...talk.pages, [side]: 0 } });
      return box === undefined ? [] : [{ name: `pile:${side}:${pile}`, box, tap }];
    });
    if (me === undefined || partner === undefined) return [...turns, ...piles];
    const hand = handPage(scenario, view, { me, partner }, side, talk, tray.cards.length);
    const page = (to: number): void => acts.turn({ ...talk, pages: { ...talk.pages, [side]: to } });
    const cards = hand.cards.flatMap((card, i): readonly Target[] => {
      const box = tray.cards[i];
      if (box === undefined) return [];
      return [
        {
          name: cardName(side, card),
          box,
          tap: () => acts.play(card, side),
          over: (on) => acts.over(card, side, box, on),
          drag: { start: () => acts.hold(card, side, box), move: acts.carry, drop: acts.drop },
        },
      ];
    });
    const pager: readonly Target[] = [
      ...(hand.page > 0
        ? [{ name: `page:${side}:back`, box: tray.back, tap: () => page(hand.page - 1) }]
        : []),
      ...(hand.page < hand.pages - 1
        ? [{ name: `page:${side}:on`, box: tray.on, tap: () => page(hand.page + 1) }]
        : []),
    ];
    return [...turns, ...piles, ...cards, ...pager];
  });
};
