import type { Playing, TableContext } from '../context.ts';
import type { CorridorPlan } from '../layout/corridor.ts';
import { offersTo } from '../model/talk.ts';
import type { Screen } from '../../session/contract.ts';
import { glow, rounded, type Box, type Brush } from '../paint/brush.ts';
import { lookOf, paintFigure } from '../paint/figure.ts';
import { paintFlag, paintPlacard } from '../paint/placard.ts';
import { PALETTE } from '../palette.ts';

/** The others, standing along the windows; whoever is talked to, thinks or has made an offer is marked. */
export const paintRow = (
  brush: Brush,
  context: TableContext,
  { scenario, view }: Playing,
  screen: Screen,
  plan: CorridorPlan,
): void => {
  const me = view.own?.delegation;
  const waiting = me === undefined ? [] : offersTo(view, me).map(({ from }) => from);
  let place = 0;
  for (const [index, delegation] of scenario.delegations.entries()) {
    if (delegation.id === me) continue;
    const box = plan.row[place];
    place += 1;
    if (box === undefined) continue;
    const chosen = screen.mat.partner === delegation.id;
    const face = {
      name: context.words(delegation.placard),
      code: delegation.flag,
      flag: context.flag(delegation.flag),
      own: false,
    };
    if (plan.single) paintChip(brush, box, face.code, context, chosen);
    else
      paintStanding(
        brush,
        box,
        delegation.id,
        index,
        place,
        chosen,
        screen.thinking.includes(delegation.id),
        plan.floor,
      );
    if (!plan.single) {
      const high = Math.min(30, Math.max(19, box.w * 0.3));
      const foot = plan.floor + (place % 2 === 0 ? 8 : 16);
      brush.save();
      brush.translate(box.x + box.w / 2, foot + high * 0.5);
      if (chosen) {
        brush.fillStyle = PALETTE.blue;
        rounded(brush, { x: -box.w / 2 - 3, y: -high - 4, w: box.w + 6, h: high + 7 }, 5);
        brush.fill();
      }
      paintPlacard(brush, face, box.w, high, box.w < 84);
      brush.restore();
    }
    if (waiting.includes(delegation.id))
      paintEnvelope(
        brush,
        plan.single
          ? { x: box.x + box.w - 8, y: box.y + 2 }
          : { x: box.x + box.w * 0.82, y: plan.floor - Math.min(box.w * 1.1, 120) },
      );
  }
};

const paintChip = (brush: Brush, box: Box, code: string, context: TableContext, chosen: boolean): void => {
  const chip: Box = { x: box.x, y: box.y, w: box.w, h: Math.min(box.h, box.w * 0.95) };
  brush.fillStyle = chosen ? PALETTE.blue : PALETTE.cream;
  rounded(brush, chip, 4);
  brush.fill();
  const wide = chip.w - 8;
  paintFlag(brush, context.flag(code), { x: chip.x + 4, y: chip.y + 4, w: wide, h: (wide / 3) * 2 });
};

const paintStanding = (
  brush: Brush,
  box: Box,
  id: string,
  index: number,
  place: number,
  chosen: boolean,
  thinking: boolean,
  floor: number,
): void => {
  const tall = Math.min(box.w * 1.12, box.h * 0.8);
  const x = box.x + box.w / 2;
  const y = floor + (place % 2 === 0 ? 6 : 14);
  if (chosen || thinking)
    glow(
      brush,
      x,
      y - tall * 0.6,
      tall * 0.75,
      tall * 0.7,
      chosen ? PALETTE.blue : PALETTE.brassLight,
      chosen ? 0.85 : 0.5,
    );
  brush.fillStyle = 'rgba(0,0,0,0.35)';
  brush.beginPath();
  brush.ellipse(x, y + 4, tall * 0.42, 5, 0, 0, Math.PI * 2);
  brush.fill();
  brush.save();
  brush.translate(x, y);
  paintFigure(brush, lookOf(id, index), tall, place % 3 === 0 ? 0.5 : place % 3 === 1 ? -0.5 : 0.15);
  brush.restore();
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
