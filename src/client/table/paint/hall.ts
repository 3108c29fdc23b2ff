import { PALETTE } from '../palette.ts';
import {
  brass,
  glow,
  grains,
  polygon,
  ramp,
  rounded,
  speckle,
  streaks,
  type Box,
  type Brush,
} from './brush.ts';
import { veil } from './colour.ts';

/** The corridor at night: windows over a river and a city, lamps, a polished floor, a long table. */
export const paintHall = (brush: Brush, frame: Box, floor: number, table: number): void => {
  const wall: Box = { x: frame.x, y: frame.y, w: frame.w, h: floor - frame.y };
  brush.fillStyle = ramp(brush, wall, [
    [0, '#24140a'],
    [1, '#5a3a22'],
  ]);
  brush.fillRect(wall.x, wall.y, wall.w, wall.h);
  streaks(brush, wall, 5, Math.round(wall.w / 3), '#160b05', '#a97444', 0.16);
  const count = Math.max(3, Math.round(frame.w / 210));
  const pitch = frame.w / count;
  for (let i = 0; i < count; i += 1) {
    const box: Box = {
      x: frame.x + i * pitch + pitch * 0.09,
      y: frame.y - 10,
      w: pitch * 0.82,
      h: wall.h * 0.93,
    };
    paintWindow(brush, box, i, frame);
    glow(brush, frame.x + i * pitch, frame.y + wall.h * 0.42, pitch * 0.2, wall.h * 0.5, '#ffd58a', 0.55);
    paintLamp(brush, frame.x + i * pitch, frame.y + wall.h * 0.42, Math.min(12, pitch * 0.05));
  }
  const skirt: Box = { x: frame.x, y: floor - wall.h * 0.05, w: frame.w, h: wall.h * 0.05 };
  brush.fillStyle = '#1d0f07';
  brush.fillRect(skirt.x, skirt.y, skirt.w, skirt.h);
  brush.fillStyle = veil(PALETTE.brass, 0.8);
  brush.fillRect(skirt.x, skirt.y, skirt.w, 1.5);
  paintMarble(brush, { x: frame.x, y: floor, w: frame.w, h: table - floor }, count);
  paintTable(brush, { x: frame.x, y: table, w: frame.w, h: frame.y + frame.h - table });
};

const paintWindow = (brush: Brush, box: Box, place: number, frame: Box): void => {
  brush.save();
  brush.beginPath();
  brush.rect(box.x, box.y, box.w, box.h);
  brush.clip();
  brush.fillStyle = ramp(brush, box, [
    [0, '#0a1728'],
    [0.5, '#17365a'],
    [0.78, '#3c5f80'],
    [0.8, '#12263c'],
    [1, '#0a1829'],
  ]);
  brush.fillRect(box.x, box.y, box.w, box.h);
  // One skyline runs behind all windows.
  const next = grains(23);
  const shore = box.y + box.h * 0.8;
  for (let x = frame.x - 20; x < frame.x + frame.w + 40;) {
    const w = 16 + next() * 34;
    const h = box.h * (0.12 + next() * next() * 0.52);
    const lit = next();
    if (x + w > box.x && x < box.x + box.w) {
      brush.fillStyle = next() > 0.5 ? '#0c1c2f' : '#10243a';
      brush.fillRect(x, shore - h, w, h);
      const panes = grains(Math.round(x * 7));
      for (let wx = x + 3; wx < x + w - 3; wx += 5)
        for (let wy = shore - h + 5; wy < shore - 3; wy += 6) {
          if (panes() > 0.4 + lit * 0.3) continue;
          brush.fillStyle = veil(panes() > 0.3 ? '#ffd48a' : '#bcd9ff', 0.25 + panes() * 0.6);
          brush.fillRect(wx, wy, 2.2, 2.6);
          if (panes() > 0.86) {
            brush.fillStyle = veil('#ffd48a', 0.16);
            brush.fillRect(wx, shore + 3 + panes() * box.h * 0.14, 2, 5);
          }
        }
    } else next();
    x += w + next() * 4;
  }
  glow(brush, box.x + box.w / 2, shore, box.w, box.h * 0.3, '#6fa3d8', 0.22);
  // Reflection of the warm room in the glass.
  brush.fillStyle = veil('#ffd9a0', 0.05);
  polygon(brush, [
    { x: box.x + box.w * 0.1, y: box.y },
    { x: box.x + box.w * 0.42, y: box.y },
    { x: box.x + box.w * 0.16, y: box.y + box.h },
    { x: box.x - box.w * 0.16, y: box.y + box.h },
  ]);
  brush.fill();
  brush.restore();
  brush.strokeStyle = brass(brush, box, true);
  brush.lineWidth = 4;
  brush.strokeRect(box.x, box.y, box.w, box.h);
  brush.lineWidth = 1.6;
  brush.strokeStyle = veil(PALETTE.brassDark, 0.95);
  for (const share of [1 / 3, 2 / 3]) {
    brush.beginPath();
    brush.moveTo(box.x + box.w * share, box.y);
    brush.lineTo(box.x + box.w * share, box.y + box.h);
    brush.stroke();
  }
  brush.beginPath();
  brush.moveTo(box.x, box.y + box.h * 0.36);
  brush.lineTo(box.x + box.w, box.y + box.h * 0.36);
  brush.stroke();
  void place;
};

const paintLamp = (brush: Brush, x: number, y: number, r: number): void => {
  brush.fillStyle = brass(brush, { x: x - r * 0.3, y: 0, w: r * 0.6, h: 1 }, true);
  brush.fillRect(x - r * 0.3, y, r * 0.6, r * 3.4);
  brush.fillStyle = '#fff3d2';
  brush.beginPath();
  brush.moveTo(x - r * 0.6, y - r * 2);
  brush.lineTo(x + r * 0.6, y - r * 2);
  brush.lineTo(x + r, y + r * 0.4);
  brush.lineTo(x - r, y + r * 0.4);
  brush.closePath();
  brush.fill();
};

const paintMarble = (brush: Brush, box: Box, windows: number): void => {
  brush.fillStyle = ramp(brush, box, [
    [0, '#3b2a20'],
    [0.35, '#4d382a'],
    [1, '#241610'],
  ]);
  brush.fillRect(box.x, box.y, box.w, box.h);
  brush.save();
  brush.beginPath();
  brush.rect(box.x, box.y, box.w, box.h);
  brush.clip();
  // Windows and lamps mirrored in the polish.
  const pitch = box.w / windows;
  for (let i = 0; i < windows; i += 1) {
    const x = box.x + i * pitch + pitch * 0.12;
    brush.fillStyle = ramp(brush, { ...box, h: box.h * 0.7 }, [
      [0, veil('#5d8ab8', 0.4)],
      [1, veil('#5d8ab8', 0)],
    ]);
    brush.fillRect(x, box.y, pitch * 0.76, box.h * 0.7);
    glow(brush, box.x + i * pitch, box.y + box.h * 0.16, pitch * 0.14, box.h * 0.5, '#ffd58a', 0.4);
  }
  const middle = box.x + box.w / 2;
  brush.strokeStyle = veil('#000000', 0.22);
  brush.lineWidth = 1;
  for (let i = -14; i <= 14; i += 1) {
    brush.beginPath();
    brush.moveTo(middle + i * box.w * 0.06, box.y);
    brush.lineTo(middle + i * box.w * 0.1, box.y + box.h);
    brush.stroke();
  }
  for (let i = 1; i < 5; i += 1) {
    const y = box.y + box.h * (i / 5) ** 1.6;
    brush.beginPath();
    brush.moveTo(box.x, y);
    brush.lineTo(box.x + box.w, y);
    brush.stroke();
  }
  speckle(brush, box, 41, Math.round(box.w), '#e9d5b8', 0.08);
  brush.restore();
};

/** The near table on which the hand lies. */
const paintTable = (brush: Brush, box: Box): void => {
  brush.fillStyle = ramp(brush, box, [
    [0, '#9a6a3e'],
    [0.06, '#6f4526'],
    [0.5, '#52311a'],
    [1, '#2f1a0d'],
  ]);
  brush.fillRect(box.x, box.y, box.w, box.h);
  brush.save();
  brush.beginPath();
  brush.rect(box.x, box.y, box.w, box.h);
  brush.clip();
  streaks(brush, box, 61, Math.round(box.w / 4), '#241107', '#c08a52', 0.2);
  brush.restore();
  brush.fillStyle = veil(PALETTE.brassLight, 0.6);
  brush.fillRect(box.x, box.y, box.w, 1.5);
  brush.fillStyle = ramp(brush, { ...box, y: box.y - 10, h: 10 }, [
    [0, veil('#000000', 0)],
    [1, veil('#000000', 0.4)],
  ]);
  brush.fillRect(box.x, box.y - 10, box.w, 10);
};

/** The mat of deep blue leather with a stitched brass edge. */
export const paintMat = (brush: Brush, box: Box, ready: boolean): void => {
  brush.save();
  const skin = ramp(brush, box, [
    [0, '#1d4d7c'],
    [0.5, '#153b62'],
    [1, '#0e2744'],
  ]);
  brush.fillStyle = skin;
  rounded(brush, box, 12);
  brush.fill();
  brush.clip();
  speckle(brush, box, 77, Math.round((box.w * box.h) / 70), '#9cc8f5', 0.07);
  speckle(brush, box, 78, Math.round((box.w * box.h) / 70), '#000000', 0.16);
  glow(
    brush,
    box.x + box.w / 2,
    box.y + box.h * 0.35,
    box.w * 0.5,
    box.h * 0.6,
    ready ? '#ffe3ad' : '#7fb4ea',
    0.2,
  );
  brush.restore();
  brush.lineWidth = 3;
  brush.strokeStyle = brass(brush, box);
  rounded(brush, box, 12);
  brush.stroke();
  brush.setLineDash([6, 4]);
  brush.lineWidth = 1.1;
  brush.strokeStyle = veil(PALETTE.brassLight, 0.6);
  rounded(brush, { x: box.x + 6, y: box.y + 6, w: box.w - 12, h: box.h - 12 }, 8);
  brush.stroke();
  brush.setLineDash([]);
};
