import { PALETTE } from '../palette.ts';
import { brass, ramp, rounded, type Brush } from './brush.ts';
import { veil } from './colour.ts';
import { paintMark } from './mark.ts';
import { font, shrunk, wrapped } from './letters.ts';
import type { FlagPicture } from './room.ts';

/** What stands on a placard. `code` is used instead of the name where the picture is small. */
export interface PlacardFace {
  readonly name: string;
  readonly code: string;
  readonly flag: FlagPicture;
  readonly own: boolean;
}

/** A tent card in cream with flag and name; (0, 0) is the middle of its lower edge. */
export const paintPlacard = (
  brush: Brush,
  face: PlacardFace,
  width: number,
  height: number,
  small: boolean,
): void => {
  const box = { x: -width / 2, y: -height, w: width, h: height };
  brush.save();
  // The fold stands behind the face.
  brush.fillStyle = '#b9a67f';
  brush.beginPath();
  brush.moveTo(box.x + 3, box.y);
  brush.lineTo(box.x + box.w - 3, box.y);
  brush.lineTo(box.x + box.w - 1, box.y - 2.5);
  brush.lineTo(box.x + 5, box.y - 2.5);
  brush.fill();
  rounded(brush, box, 2.5);
  brush.fillStyle = ramp(brush, box, [
    [0, '#fffaf0'],
    [0.5, PALETTE.cream],
    [1, '#d8c59b'],
  ]);
  brush.fill();
  const base = { x: box.x - 1.5, y: box.y + box.h - 3, w: box.w + 3, h: 4 };
  brush.fillStyle = brass(brush, base);
  rounded(brush, base, 2);
  brush.fill();
  if (face.own) {
    brush.strokeStyle = PALETTE.blue;
    brush.lineWidth = 2;
    rounded(brush, { x: box.x + 1, y: box.y + 1, w: box.w - 2, h: box.h - 5 }, 2);
    brush.stroke();
  }
  const pad = small ? 3 : Math.max(4, height * 0.16);
  const flagHigh = Math.min(height - 3 - pad * 2, width * 0.24);
  const flagWide = flagHigh * 1.5;
  const y = box.y + (height - 3 - flagHigh) / 2;
  paintFlag(brush, face.flag, { x: box.x + pad, y, w: flagWide, h: flagHigh });
  brush.fillStyle = PALETTE.ink;
  brush.textBaseline = 'middle';
  brush.textAlign = 'center';
  const left = box.x + pad + flagWide;
  const room = width - pad - flagWide - 7;
  const middle = left + room / 2 + 3;
  const y0 = box.y + (height - 3) / 2 + 0.5;
  const size = Math.min(height * 0.44, 16);
  const weight = face.own ? 750 : 620;
  if (small) brush.fillText(shrunk(brush, face.code, 'sans', 700, Math.max(9, size), 8, room), middle, y0);
  else writeName(brush, face.name, weight, size, middle, y0, room);
  brush.restore();
};

/** A long name takes two lines rather than small letters. */
const writeName = (
  brush: Brush,
  name: string,
  weight: number,
  size: number,
  x: number,
  y: number,
  room: number,
): void => {
  brush.font = font('sans', size * 0.86, weight);
  if (brush.measureText(name).width <= room || !name.includes(' ')) {
    brush.fillText(shrunk(brush, name, 'sans', weight, size, 8.5, room), x, y);
    return;
  }
  const small = Math.max(8.5, size * 0.74);
  brush.font = font('sans', small, weight);
  const lines = wrapped(brush, name, room, 2);
  for (const [i, line] of lines.entries())
    brush.fillText(
      shrunk(brush, line, 'sans', weight, small, 8, room),
      x,
      y + (i - (lines.length - 1) / 2) * small * 1.06,
    );
};

/** A flag with a hairline; without a picture (an organisation), the game's own mark on blue. */
export const paintFlag = (
  brush: Brush,
  flag: FlagPicture,
  box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): void => {
  if (flag === undefined) {
    brush.fillStyle = PALETTE.blue;
    brush.fillRect(box.x, box.y, box.w, box.h);
    brush.save();
    brush.translate(box.x + box.w / 2, box.y + box.h / 2);
    paintMark(brush, box.h * 0.42, '#ffffff');
    brush.restore();
  } else brush.drawImage(flag, box.x, box.y, box.w, box.h);
  brush.strokeStyle = veil('#000000', 0.35);
  brush.lineWidth = 0.8;
  brush.strokeRect(box.x, box.y, box.w, box.h);
};

export type Verdict = 'join' | 'object' | 'abstain';

/** The placard's other side in the decision: for, against or neither, told by sign and colour. */
export const paintVerdict = (
  brush: Brush,
  verdict: Verdict,
  words: string,
  width: number,
  height: number,
): void => {
  const box = { x: -width / 2, y: -height, w: width, h: height };
  const colour = verdict === 'join' ? PALETTE.calm : verdict === 'object' ? PALETTE.alarm : '#6a6156';
  rounded(brush, box, 2.5);
  brush.fillStyle = ramp(brush, box, [
    [0, colour],
    [1, veil(colour, 1)],
  ]);
  brush.fill();
  brush.strokeStyle = PALETTE.brassLight;
  brush.lineWidth = 1.2;
  brush.stroke();
  const size = Math.min(height * 0.46, 16);
  const sign = size * 0.42;
  brush.strokeStyle = '#ffffff';
  brush.lineWidth = Math.max(1.6, size * 0.17);
  brush.lineCap = 'round';
  const x = words === '' ? 0 : box.x + height * 0.5;
  const y = box.y + height / 2;
  paintSign(brush, verdict, x, y, sign);
  if (words === '') return;
  brush.fillStyle = '#ffffff';
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.font = font('sans', size, 700);
  const text = shrunk(brush, words, 'sans', 700, size, 7.5, width - height * 0.95);
  brush.fillText(text, box.x + height * 0.8 + (width - height * 0.9) / 2, y + 0.5);
};

/** A tick, a cross or a bar with the current stroke. */
export const paintSign = (brush: Brush, verdict: Verdict, x: number, y: number, r: number): void => {
  brush.beginPath();
  switch (verdict) {
    case 'join':
      brush.moveTo(x - r, y);
      brush.lineTo(x - r * 0.25, y + r * 0.75);
      brush.lineTo(x + r, y - r * 0.75);
      break;
    case 'object':
      brush.moveTo(x - r * 0.75, y - r * 0.75);
      brush.lineTo(x + r * 0.75, y + r * 0.75);
      brush.moveTo(x + r * 0.75, y - r * 0.75);
      brush.lineTo(x - r * 0.75, y + r * 0.75);
      break;
    case 'abstain':
      brush.moveTo(x - r * 0.8, y);
      brush.lineTo(x + r * 0.8, y);
      break;
  }
  brush.stroke();
};
