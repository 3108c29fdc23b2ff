import { PALETTE } from '../palette.ts';
import { grains, seedOf, type Box, type Brush } from './brush.ts';
import { veil } from './colour.ts';
import { fitted, font, shrunk } from './letters.ts';
import { paintFlag } from './placard.ts';
import type { FlagPicture } from './room.ts';

export interface Signatory {
  readonly id: string;
  readonly name: string;
  readonly flag: FlagPicture;
}

/** A hand in ink: nobody's real signature, drawn from the delegation's identity. */
const paintHand = (brush: Brush, id: string, box: Box): void => {
  const next = grains(seedOf(id) ^ 0x51ed);
  brush.strokeStyle = veil(PALETTE.blueDeep, 0.92);
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.lineWidth = Math.max(1, box.h * 0.075);
  const y = box.y + box.h * 0.58;
  brush.beginPath();
  brush.moveTo(box.x, y + box.h * 0.14);
  const loops = 4 + Math.floor(next() * 4);
  for (let i = 0; i < loops; i += 1) {
    const x = box.x + (box.w * 0.82 * (i + 1)) / loops;
    const high = box.h * (i === 0 ? 0.55 : 0.12 + next() * 0.3);
    brush.bezierCurveTo(x - (box.w / loops) * (0.9 - next() * 0.5), y - high, x + next() * 6, y - high * 0.8, x - next() * 5, y + box.h * 0.16 * next());
  }
  brush.stroke();
  brush.lineWidth *= 0.7;
  brush.beginPath();
  brush.moveTo(box.x + box.w * 0.12, y + box.h * 0.26);
  brush.quadraticCurveTo(box.x + box.w * 0.5, y + box.h * (0.1 + next() * 0.2), box.x + box.w * (0.8 + next() * 0.18), y + box.h * 0.2);
  brush.stroke();
};

/** Heading and signatures on a sheet of parchment. */
export const paintSignatures = (brush: Brush, paper: Box, heading: string, method: string, signed: readonly Signatory[]): void => {
  const small = paper.w < 220;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillStyle = PALETTE.calm;
  const top = small ? 14 : 34;
  brush.fillText(shrunk(brush, heading, 'serif', 700, small ? 14 : 30, 10, paper.w - 20), paper.x + paper.w / 2, paper.y + top);
  brush.fillStyle = veil(PALETTE.ink, 0.7);
  brush.font = font('sans', small ? 8.5 : 13, 500);
  brush.fillText(fitted(brush, method, paper.w - 16), paper.x + paper.w / 2, paper.y + top + (small ? 13 : 25));
  const from = paper.y + top + (small ? 22 : 46);
  const columns = 2;
  const rows = Math.max(1, Math.ceil(signed.length / columns));
  const high = Math.min(58, (paper.y + paper.h - 8 - from) / rows);
  const wide = (paper.w - (small ? 8 : 32)) / columns;
  for (const [i, { id, name, flag }] of signed.entries()) {
    const x = paper.x + (small ? 4 : 16) + (i % columns) * wide;
    const y = from + Math.floor(i / columns) * high;
    const flagHigh = Math.min(16, high * 0.42);
    paintFlag(brush, flag, { x: x + 3, y: y + high * 0.5 - flagHigh / 2, w: flagHigh * 1.5, h: flagHigh });
    const left = x + flagHigh * 1.5 + 9;
    paintHand(brush, id, { x: left, y: y + 1, w: wide - flagHigh * 1.5 - 22, h: high * (small ? 0.9 : 0.66) });
    if (small) continue;
    brush.strokeStyle = veil(PALETTE.brassDark, 0.55);
    brush.lineWidth = 0.8;
    brush.beginPath();
    brush.moveTo(left, y + high * 0.68);
    brush.lineTo(x + wide - 10, y + high * 0.68);
    brush.stroke();
    brush.textAlign = 'left';
    brush.fillStyle = veil(PALETTE.ink, 0.72);
    brush.fillText(shrunk(brush, name, 'sans', 500, Math.min(11, high * 0.24), 8, wide - flagHigh * 1.5 - 22), left, y + high * 0.84);
    brush.textAlign = 'center';
  }
};

/** A ribbon with the end of the conference on it; (0, 0) its middle. */
export const paintBanner = (brush: Brush, words: string, wide: number, high: number, colour: string): void => {
  brush.fillStyle = veil('#000000', 0.35);
  brush.fillRect(-wide / 2, -high / 2 + 4, wide, high);
  for (const side of [-1, 1]) {
    brush.fillStyle = veil(colour, 1);
    brush.beginPath();
    brush.moveTo((side * wide) / 2, -high / 2 + 6);
    brush.lineTo((side * wide) / 2 + side * high * 0.7, -high / 2 + 6);
    brush.lineTo((side * wide) / 2 + side * high * 0.42, 6);
    brush.lineTo((side * wide) / 2 + side * high * 0.7, high / 2 + 6);
    brush.lineTo((side * wide) / 2 - side * 12, high / 2 + 6);
    brush.closePath();
    brush.fill();
    brush.fillStyle = veil('#000000', 0.3);
    brush.fill();
  }
  brush.fillStyle = colour;
  brush.fillRect(-wide / 2, -high / 2, wide, high);
  brush.strokeStyle = PALETTE.brassLight;
  brush.lineWidth = 1.5;
  brush.strokeRect(-wide / 2 + 4, -high / 2 + 4, wide - 8, high - 8);
  brush.fillStyle = PALETTE.cream;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillText(shrunk(brush, words, 'serif', 650, high * 0.5, 9, wide - 24), 0, 1);
};
