import type { Delegation } from '../../../engine/seat.ts';
import type { Playing, TableContext } from '../context.ts';
import type { CorridorPlan } from '../layout/corridor.ts';
import { standingIn } from '../model/hall.ts';
import { offersTo } from '../model/talk.ts';
import { shortOf } from '../model/short.ts';
import type { Screen } from '../../session/contract.ts';
import { glow, rounded, type Box, type Brush } from '../paint/brush.ts';
import { lookOf, paintFigure } from '../paint/figure.ts';
import { paintFlag, paintPlacard } from '../paint/placard.ts';
import { PALETTE } from '../palette.ts';

interface Standing {
  readonly index: number;
  readonly place: number;
  readonly delegation: Delegation;
  readonly box: Box;
}

/** The others with their places along the windows. */
const standings = ({ scenario, view }: Playing, plan: CorridorPlan): readonly Standing[] =>
  standingIn(scenario, view.own?.index ?? -1).flatMap((index, place) => {
    const delegation = scenario.delegations[index];
    const box = plan.row[place];
    return box === undefined || delegation === undefined
      ? []
      : [{ delegation, index, place: place + 1, box }];
  });

/** What of the row can change: whoever is talked to, thinks, or has made an offer. */
export const rowKey = ({ view }: Playing, { mat, thinking }: Screen): string => {
  const me = view.own?.delegation;
  return JSON.stringify([
    mat.partner,
    thinking,
    me === undefined ? [] : offersTo(view, me).map(({ from }) => from),
  ]);
};

const tallOf = (box: Box): number => Math.min(box.w * 1.12, box.h * 0.8);
const footOf = (plan: CorridorPlan, place: number): number => plan.floor + (place % 2 === 0 ? 6 : 14);

/** The people, painted once. */
export const paintPeople = (brush: Brush, now: Playing, plan: CorridorPlan): void => {
  if (plan.single) return;
  for (const { delegation, index, place, box } of standings(now, plan)) {
    const tall = tallOf(box);
    const y = footOf(plan, place);
    brush.fillStyle = 'rgba(0,0,0,0.35)';
    brush.beginPath();
    brush.ellipse(box.x + box.w / 2, y + 4, tall * 0.42, 5, 0, 0, Math.PI * 2);
    brush.fill();
    brush.save();
    brush.translate(box.x + box.w / 2, y);
    paintFigure(
      brush,
      lookOf(delegation.id, index),
      tall,
      place % 3 === 0 ? 0.5 : place % 3 === 1 ? -0.5 : 0.15,
    );
    brush.restore();
  }
};

/** Light behind whoever is talked to or thinks. */
export const paintRowLight = (brush: Brush, now: Playing, screen: Screen, plan: CorridorPlan): void => {
  if (plan.single) return;
  for (const { delegation, place, box } of standings(now, plan)) {
    const chosen = screen.mat.partner === delegation.id;
    if (!chosen && !screen.thinking.includes(delegation.id)) continue;
    const tall = tallOf(box);
    glow(
      brush,
      box.x + box.w / 2,
      footOf(plan, place) - tall * 0.6,
      tall * 0.75,
      tall * 0.7,
      chosen ? PALETTE.blue : PALETTE.brassLight,
      chosen ? 0.85 : 0.5,
    );
  }
};

/** Placards (on a phone, flags) and envelopes. */
export const paintRow = (
  brush: Brush,
  context: TableContext,
  now: Playing,
  screen: Screen,
  plan: CorridorPlan,
): void => {
  const me = now.view.own?.delegation;
  const waiting = me === undefined ? [] : offersTo(now.view, me).map(({ from }) => from);
  for (const { delegation, place, box } of standings(now, plan)) {
    const chosen = screen.mat.partner === delegation.id;
    if (plan.single) paintChip(brush, box, delegation.flag, context, chosen);
    else paintName(brush, context, delegation, box, plan.floor + (place % 2 === 0 ? 8 : 16), chosen);
    if (waiting.includes(delegation.id))
      paintEnvelope(
        brush,
        plan.single
          ? { x: box.x + box.w - 8, y: box.y + 2 }
          : { x: box.x + box.w * 0.82, y: plan.floor - Math.min(box.w * 1.1, 120) },
      );
  }
};

const paintName = (
  brush: Brush,
  context: TableContext,
  delegation: Delegation,
  box: Box,
  foot: number,
  chosen: boolean,
): void => {
  const high = Math.min(30, Math.max(19, box.w * 0.3));
  brush.save();
  brush.translate(box.x + box.w / 2, foot + high * 0.5);
  if (chosen) {
    brush.fillStyle = PALETTE.blue;
    rounded(brush, { x: -box.w / 2 - 3, y: -high - 4, w: box.w + 6, h: high + 7 }, 5);
    brush.fill();
  }
  const face = {
    name: context.words(delegation.placard),
    code: shortOf(delegation),
    flag: context.flag(delegation.flag),
    own: false,
  };
  paintPlacard(brush, face, box.w, high, box.w < 84);
  brush.restore();
};

const paintChip = (brush: Brush, box: Box, code: string, context: TableContext, chosen: boolean): void => {
  const chip: Box = { x: box.x, y: box.y, w: box.w, h: Math.min(box.h, box.w * 0.95) };
  brush.fillStyle = chosen ? PALETTE.blue : PALETTE.cream;
  rounded(brush, chip, 4);
  brush.fill();
  const wide = chip.w - 8;
  paintFlag(brush, context.flag(code), { x: chip.x + 4, y: chip.y + 4, w: wide, h: (wide / 3) * 2 });
};

/** An offer waits: a small envelope with a seal. */
const paintEnvelope = (brush: Brush, at: { readonly x: number; readonly y: number }): void => {
  brush.save();
  brush.translate(at.x, at.y);
  brush.fillStyle = '#fff8e6';
  brush.strokeStyle = PALETTE.brassDark;
  brush.lineWidth = 1.2;
  rounded(brush, { x: -12, y: -8, w: 24, h: 17 }, 2);
  brush.fill();
  brush.stroke();
  brush.beginPath();
  brush.moveTo(-12, -7);
  brush.lineTo(0, 3);
  brush.lineTo(12, -7);
  brush.stroke();
  brush.fillStyle = PALETTE.alarm;
  brush.beginPath();
  brush.arc(0, 2.5, 3.6, 0, Math.PI * 2);
  brush.fill();
  brush.restore();
};
