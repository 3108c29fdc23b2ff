import type { DelegationId, Undertaking } from '../../../engine/seat.ts';
import type { PackageFate, Screen } from '../../session/contract.ts';
import type { Playing, TableContext } from '../context.ts';
import type { CorridorPlan } from '../layout/corridor.ts';
import type { Side } from '../model/deck.ts';
import { slipFace } from '../model/faces.ts';
import { sideOf } from '../model/mat.ts';
import { points, range } from '../model/points.ts';
import { canOffer, offerOnMat, offersTo, type Talk } from '../model/talk.ts';
import { shortOf } from '../model/short.ts';
import { brass, rounded, shaded, type Box, type Brush } from '../paint/brush.ts';
import { paintButton, paintSlip } from '../paint/card.ts';
import { veil } from '../paint/colour.ts';
import { paintMat } from '../paint/hall.ts';
import { shrunk } from '../paint/letters.ts';
import { paintPlacard } from '../paint/placard.ts';
import { PALETTE } from '../palette.ts';
import { say } from '../words.ts';
import { paintTray } from './corridor-trays.ts';

/** Who stands at the left of the mat: oneself, or in a film seen by nobody's eyes whoever made the package. */
export const leftOf = ({ view }: Playing, { film }: Screen): DelegationId | undefined =>
  view.own?.delegation ?? film?.giver;

/** Where each undertaking on the mat lies, with its place in the store's list; those that find no room are left out. */
export const slipsOn = (
  plan: CorridorPlan,
  undertakings: readonly Undertaking[],
  me: string,
): readonly { readonly place: number; readonly box: Box }[] => {
  const rows: Record<Side, number> = { give: 0, ask: 0 };
  const head = plan.single ? 14 : 24;
  return undertakings.flatMap((item, place) => {
    const side: Side = item.by === me ? 'give' : 'ask';
    const column = side === 'give' ? plan.mat.give : plan.mat.ask;
    const y = column.y + head + rows[side] * (plan.mat.slip + 3);
    rows[side] += 1;
    if (y + plan.mat.slip > column.y + column.h + 4) return [];
    return [{ place, box: { x: column.x, y, w: column.w, h: plan.mat.slip } }];
  });
};

/** Everything the mat and the hand show, in one word: painted again only when it changes. */
export const playKey = ({ scenario, view }: Playing, { mat, busy, film }: Screen, talk: Talk): string => {
  const seat = (id: string | undefined): number => scenario.delegations.findIndex((one) => one.id === id);
  const { own } = view;
  return JSON.stringify([
    mat,
    talk,
    busy,
    [film?.giver, film?.fate],
    view.phase,
    view.may,
    view.offersLeft,
    view.offers,
    view.articles,
    view.deeds,
    own?.tokens,
    [own?.mandate.tokenWorth, own?.mandate.costs, own?.mandate.gains],
    [view.stances[seat(own?.delegation)], view.stances[seat(mat.partner)]],
    view.incidents.map(({ id, clues, truth }) => [id, clues.length, truth]),
  ]);
};

/** Mat, placards of the two, and the hand. */
export const paintPlay = (
  brush: Brush,
  context: TableContext,
  now: Playing,
  screen: Screen,
  plan: CorridorPlan,
  talk: Talk,
): void => {
  const { mat } = plan;
  shaded(brush, context.ratio, 20, 9, 0.6, () => {
    brush.fillStyle = '#0e2744';
    rounded(brush, mat.box, 12);
    brush.fill();
  });
  paintMat(brush, mat.box, screen.mat.undertakings.length > 0);
  const partner = now.scenario.delegations.find(({ id }) => id === screen.mat.partner);
  paintColumns(
    brush,
    context,
    now,
    screen,
    plan,
    partner === undefined ? undefined : context.words(partner.placard),
  );
  const other = partner === undefined ? '' : context.words(partner.placard);
  if (plan.hand || (now.view.own !== undefined && partner !== undefined))
    paintPlates(brush, context, now, screen, plan, talk, other);
  if (screen.film?.fate !== undefined) paintFate(brush, plan, screen.film.fate);
  paintNames(brush, context, now, screen, plan);
  const ribbon = ribbonBox(plan, now, screen);
  if (ribbon !== undefined && partner !== undefined)
    paintRibbon(brush, ribbon, say('seeOffer', { name: context.words(partner.placard) }), plan.single);
  const sides: readonly Side[] = !plan.hand ? [] : plan.single ? [talk.tray] : ['give', 'ask'];
  for (const side of sides) paintTray(brush, context, now, screen, plan, talk, side);
};

const paintColumns = (
  brush: Brush,
  context: TableContext,
  now: Playing,
  screen: Screen,
  plan: CorridorPlan,
  partner: string | undefined,
): void => {
  const { give, ask } = plan.mat;
  const small = plan.single;
  brush.textBaseline = 'middle';
  brush.textAlign = 'left';
  const giver = now.scenario.delegations.find(({ id }) => id === screen.film?.giver);
  const ours = giver === undefined ? say('weGive') : say('theyGive', { name: context.words(giver.placard) });
  for (const [column, words] of [
    [give, plan.hand || screen.mat.partner !== undefined ? ours : ''],
    [ask, partner === undefined ? '' : say('theyGive', { name: partner })],
  ] as const) {
    brush.fillStyle = veil(PALETTE.brassLight, 0.95);
    brush.fillText(
      shrunk(brush, words, 'sans', 650, small ? 10 : 13, 8, column.w),
      column.x + 2,
      column.y + (small ? 6 : 9),
    );
  }
  brush.strokeStyle = veil(PALETTE.brassLight, 0.25);
  brush.lineWidth = 1;
  const x = (give.x + give.w + ask.x) / 2;
  brush.beginPath();
  brush.moveTo(x, give.y + 4);
  brush.lineTo(x, give.y + give.h - 2);
  brush.stroke();
  const me = leftOf(now, screen) ?? '';
  for (const { place, box } of slipsOn(plan, screen.mat.undertakings, me)) {
    const item = screen.mat.undertakings[place];
    if (item !== undefined)
      paintSlip(brush, box, slipFace(now.scenario, item, context.words), context.ratio, !plan.hand);
  }
  for (const [side, column] of [
    ['give', give],
    ['ask', ask],
  ] as const) {
    const empty =
      plan.hand &&
      now.view.own !== undefined &&
      !screen.mat.undertakings.some((item) => sideOf(item, now.view.own?.delegation ?? item.by) === side);
    if (!empty) continue;
    const top = column.y + (small ? 16 : 24);
    const box: Box = {
      x: column.x,
      y: top,
      w: column.w,
      h: Math.max(18, Math.min(column.h - (small ? 16 : 26), small ? 60 : 92)),
    };
    brush.setLineDash([5, 5]);
    brush.strokeStyle = veil(PALETTE.cream, 0.34);
    brush.lineWidth = 1.4;
    rounded(brush, box, 6);
    brush.stroke();
    brush.setLineDash([]);
    brush.textAlign = 'center';
    brush.fillStyle = veil(PALETTE.cream, 0.72);
    const words = partner === undefined ? say('choosePartner') : say(small ? 'dragHereShort' : 'dragHere');
    brush.fillText(
      shrunk(brush, words, 'sans', 500, small ? 10 : 13, 8, box.w - 12),
      box.x + box.w / 2,
      box.y + box.h / 2,
    );
    brush.textAlign = 'left';
  }
};

/** Where the partner's waiting offer is announced on the mat; absent when there is none or it lies on the mat already. */
export const ribbonBox = (plan: CorridorPlan, now: Playing, screen: Screen): Box | undefined => {
  const me = now.view.own?.delegation;
  const waiting = me !== undefined && offersTo(now.view, me).some(({ from }) => from === screen.mat.partner);
  if (!waiting || offerOnMat(now.view, screen.mat) !== undefined) return undefined;
  const { ask } = plan.mat;
  const w = Math.min(ask.w * 0.62, 210);
  const h = plan.single ? 15 : 22;
  return { x: ask.x + ask.w - w, y: ask.y - (plan.single ? 2 : 3), w, h };
};

const paintRibbon = (brush: Brush, box: Box, words: string, small: boolean): void => {
  brush.fillStyle = PALETTE.cream;
  rounded(brush, box, 4);
  brush.fill();
  brush.fillStyle = PALETTE.alarm;
  brush.beginPath();
  brush.arc(box.x + 11, box.y + box.h / 2, small ? 3.4 : 5, 0, Math.PI * 2);
  brush.fill();
  brush.fillStyle = PALETTE.ink;
  brush.textAlign = 'left';
  brush.textBaseline = 'middle';
  brush.fillText(
    shrunk(brush, words, 'sans', 650, small ? 9.5 : 12, 8, box.w - 28),
    box.x + 21,
    box.y + box.h / 2 + 0.5,
  );
};

/** Our gain, exact; theirs, an estimate; between them the button. */
const paintPlates = (
  brush: Brush,
  context: TableContext,
  now: Playing,
  screen: Screen,
  plan: CorridorPlan,
  talk: Talk,
  partner: string,
): void => {
  const { ours, theirs, offer, open } = plan.mat;
  const small = plan.single;
  const { appraisal } = talk;
  const own = appraisal?.own;
  const extra =
    own === undefined
      ? []
      : [
          ...(own.onAdoption === 0
            ? []
            : [
                say('ifNow', { points: points(own.now) }),
                say('ifAdopted', { points: points(own.onAdoption) }),
              ]),
          ...(own.ifKept === 0 ? [] : [say('ifKept', { points: points(own.ifKept) })]),
        ];
  paintPlate(brush, ours, small, {
    head: say('ourGain'),
    tag: say('exact'),
    figure: own === undefined ? '–' : points(own.now + own.onAdoption),
    good: own === undefined ? undefined : own.now + own.onAdoption >= 0,
    foot: extra.join(', '),
    solid: true,
  });
  const other = appraisal?.others.find(({ delegation }) => delegation === screen.mat.partner);
  paintPlate(brush, theirs, small, {
    head: partner === '' ? '' : say('theirGain', { name: partner }),
    tag: say('estimate'),
    figure: other === undefined ? '–' : range(other.low, other.high),
    good: other === undefined ? undefined : other.low + other.high >= 0,
    foot:
      other === undefined || offerOnMat(now.view, screen.mat) !== undefined
        ? ''
        : say('accepts', { percent: Math.round(other.accepts) }),
    solid: false,
  });
  if (!plan.hand) return;
  const theirOffer = offerOnMat(now.view, screen.mat);
  const ready = (theirOffer !== undefined || canOffer(now.view, screen.mat)) && !screen.busy;
  paintButton(
    brush,
    offer,
    say(theirOffer !== undefined ? 'acceptOffer' : small ? 'offerShort' : 'offer'),
    ready,
    context.ratio,
  );
  if (small || open.h < 10) return;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillStyle = PALETTE.cream;
  if (theirOffer !== undefined) {
    rounded(brush, { ...open, y: open.y - 4, h: open.h + 3 }, 8);
    brush.fillStyle = veil(PALETTE.alarm, 0.85);
    brush.fill();
    brush.fillStyle = PALETTE.cream;
  }
  const line = theirOffer !== undefined ? say('declineOffer') : conditionLine(now, screen);
  brush.fillText(
    shrunk(brush, line, 'sans', 600, 12, 8.5, open.w + 24),
    open.x + open.w / 2,
    open.y + open.h / 2 - 2,
  );
};

const FATE_COLOUR: Readonly<Record<PackageFate, string>> = {
  waiting: PALETTE.brassLight,
  taken: '#8fe0b2',
  declined: '#ff9c8f',
  withdrawn: PALETTE.cream,
  lapsed: PALETTE.cream,
};

/** What has become of the package, where the button is while one plays. */
const paintFate = (brush: Brush, plan: CorridorPlan, fate: PackageFate): void => {
  const { offer } = plan.mat;
  const words = say(`fate_${fate}`);
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillStyle = FATE_COLOUR[fate];
  brush.fillText(
    shrunk(brush, words, 'serif', 700, plan.single ? 13 : 21, 10, offer.w),
    offer.x + offer.w / 2,
    offer.y + offer.h / 2,
  );
};

/** Over the button: whether the deal will be known, and how many offers are left; or why there is none. */
const conditionLine = ({ view }: Playing, { mat }: Screen): string => {
  if (!view.may.includes('offer')) return say('notCorridor');
  if (view.offersLeft === 0) return say('noOffersLeft');
  const left = say(view.offersLeft === 1 ? 'offersLeft_one' : 'offersLeft_other', { count: view.offersLeft });
  return `${mat.open ? '◉' : '◎'} ${say(mat.open ? 'openDeal' : 'secretDeal')} · ${left}`;
};

interface Plate {
  readonly head: string;
  readonly tag: string;
  readonly figure: string;
  readonly good: boolean | undefined;
  readonly foot: string;
  readonly solid: boolean;
}

const paintPlate = (brush: Brush, box: Box, small: boolean, plate: Plate): void => {
  brush.fillStyle = veil('#071a30', 0.72);
  rounded(brush, box, 6);
  brush.fill();
  brush.lineWidth = 1.2;
  if (!plate.solid) brush.setLineDash([4, 3]);
  brush.strokeStyle = plate.solid ? brass(brush, box) : veil(PALETTE.brassLight, 0.6);
  brush.stroke();
  brush.setLineDash([]);
  brush.textBaseline = 'middle';
  brush.textAlign = 'left';
  brush.fillStyle = veil(PALETTE.cream, 0.82);
  const pad = small ? 5 : 10;
  const y = box.y + box.h * 0.28;
  const below = box.y + box.h * 0.72;
  brush.fillText(
    shrunk(
      brush,
      `${plate.head}${plate.head === '' ? '' : ' · '}${plate.tag}`,
      'sans',
      550,
      small ? 8.5 : 11.5,
      7.5,
      small ? box.w * 0.95 : box.w - pad * 2,
    ),
    box.x + pad,
    small ? box.y + 8 : y,
  );
  brush.fillStyle = plate.good === undefined ? veil(PALETTE.cream, 0.6) : plate.good ? '#8fe0b2' : '#ff9c8f';
  brush.textAlign = 'right';
  const size = small ? 11.5 : plate.solid ? 19 : 16;
  if (small)
    brush.fillText(
      shrunk(brush, plate.figure, 'sans', 700, size, 8, box.w - 8),
      box.x + box.w - pad,
      box.y + box.h - 9,
    );
  else
    brush.fillText(
      shrunk(brush, plate.figure, 'sans', 700, size, 10, box.w * 0.46),
      box.x + box.w - pad,
      below,
    );
  if (small || plate.foot === '') return;
  brush.textAlign = 'left';
  brush.fillStyle = veil(PALETTE.cream, 0.66);
  brush.fillText(shrunk(brush, plate.foot, 'sans', 450, 11, 8, box.w * 0.4), box.x + pad, below);
};

/** Placards under the two busts. */
const paintNames = (
  brush: Brush,
  context: TableContext,
  now: Playing,
  screen: Screen,
  plan: CorridorPlan,
): void => {
  if (plan.busts === undefined) return;
  const { me, partner, tall } = plan.busts;
  const wide = Math.min(tall * 0.95, me.x * 1.7);
  const high = Math.max(22, wide * 0.26);
  for (const [id, spot] of [
    [leftOf(now, screen), me],
    [screen.mat.partner, partner],
  ] as const) {
    const delegation = now.scenario.delegations.find((one) => one.id === id);
    if (delegation === undefined) continue;
    brush.save();
    brush.translate(spot.x, spot.y + 2);
    paintPlacard(
      brush,
      {
        name: context.words(delegation.placard),
        code: shortOf(delegation),
        flag: context.flag(delegation.flag),
        own: id === now.view.own?.delegation,
      },
      wide,
      high,
      false,
    );
    brush.restore();
  }
};
