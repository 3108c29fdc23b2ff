import { PALETTE } from '../palette.ts';
import { glow, polygon, ramp, streaks, type Box, type Brush, type Spot } from './brush.ts';
import { darker, lighter, veil } from './colour.ts';

/** A tabletop in walnut with a brass edge; corners as `Seat` gives them. */
export const paintDesk = (
  brush: Brush,
  top: readonly Spot[],
  front: readonly Spot[],
  seed: number,
  own: boolean,
): void => {
  const box = bounds([...top, ...front]);
  brush.save();
  polygon(brush, front);
  brush.fillStyle = ramp(brush, bounds(front), [
    [0, own ? '#7c532f' : '#5a3820'],
    [0.5, own ? '#52331c' : '#3d2414'],
    [1, '#1d0f07'],
  ]);
  brush.fill();
  brush.clip();
  streaks(brush, box, seed, 26, '#120804', '#b57d47', 0.25);
  brush.restore();
  // Brass inlay halfway down the front.
  const n = front.length / 2;
  brush.lineWidth = Math.max(1, box.h * 0.022);
  brush.strokeStyle = veil(own ? PALETTE.brassLight : PALETTE.brass, 0.75);
  brush.beginPath();
  for (let i = 0; i < n; i += 1) {
    const up = front[i];
    const down = front[front.length - 1 - i];
    if (up === undefined || down === undefined) continue;
    const y = up.y + (down.y - up.y) * 0.22;
    if (i === 0) brush.moveTo(up.x, y);
    else brush.lineTo(up.x, y);
  }
  brush.stroke();
  brush.save();
  polygon(brush, top);
  const surface = brush.createLinearGradient(box.x, box.y, box.x + box.w, box.y + box.h * 0.6);
  surface.addColorStop(0, lighter(PALETTE.walnutLight, 0.08));
  surface.addColorStop(0.5, PALETTE.walnutLight);
  surface.addColorStop(1, darker(PALETTE.walnutLight, 0.28));
  brush.fillStyle = surface;
  brush.fill();
  brush.clip();
  streaks(brush, box, seed + 1, 44, '#3b2111', '#d9a468', 0.28);
  glow(brush, box.x + box.w / 2, box.y, box.w * 0.7, box.h * 0.5, '#ffe3ad', 0.26);
  brush.restore();
  polygon(brush, top);
  brush.strokeStyle = veil(PALETTE.brassLight, own ? 0.9 : 0.4);
  brush.lineWidth = own ? 2 : 1;
  brush.stroke();
};

/** The smallest box around some spots. */
export const bounds = (spots: readonly Spot[]): Box => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of spots) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
};
