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
  const next = grains(seedOf(`${id} signs`));
  for (let i = 0; i < 5; i += 1) next();
  brush.save();
  brush.strokeStyle = veil(PALETTE.blueDeep, 0.92);
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.lineWidth = Math.max(0.9, box.h * (0.045 + next() * 0.03));
  const y = box.y + box.h * 0.62;
  brush.translate(box.x, y);
  brush.transform(1, -0.02 - next() * 0.05, -0.18 - next() * 0.3, 1, 0, 0);
  const long = box.w * (0.6 + next() * 0.34);
  const strokes = 3 + Math.floor(next() * 6);
  const sharp = next() > 0.5;
  // A tall first letter, then a hand that runs out.
  brush.beginPath();
  brush.moveTo(2, box.h * 0.1);
  brush.bezierCurveTo(
    long * 0.02,
    -box.h * (0.6 + next() * 0.3),
    long * (0.1 + next() * 0.12),
    -box.h * 0.7,
    long * 0.14,
    box.h * 0.12,
  );
  let x = long * 0.14;
  for (let i = 0; i < strokes; i += 1) {
    const step = (long * 0.8 * (0.6 + next() * 0.8)) / strokes;
    const high = box.h * (next() > 0.78 ? 0.5 : 0.1 + next() * 0.22) * (1 - i / (strokes * 1.4));
    if (sharp) {
      brush.lineTo(x + step * 0.45, -high);
      brush.lineTo(x + step, box.h * 0.06 * next());
    } else
      brush.bezierCurveTo(
        x + step * 0.2,
        -high * 1.7,
        x + step * 1.1,
        -high * 1.2,
        x + step * (0.6 + next() * 0.5),
        box.h * 0.08 * next(),
      );
    x += step;
  }
  brush.quadraticCurveTo(x + long * 0.1, box.h * 0.06, x + long * 0.14, -box.h * 0.1 * next());
  brush.stroke();
  if (next() > 0.35) {
    brush.lineWidth *= 0.7;
    brush.beginPath();
    brush.moveTo(long * 0.1, box.h * 0.22);
    brush.quadraticCurveTo(
      long * 0.5,
      box.h * (0.05 + next() * 0.2),
      long * (0.85 + next() * 0.15),
      box.h * 0.16,
    );
    brush.stroke();
  }
  brush.restore();
};

/** Heading and signatures on a sheet of parchment. */
export const paintSignatures = (
  brush: Brush,
  paper: Box,
  heading: string,
  method: string,
  signed: readonly Signatory[],
): void => {
  const small = paper.w < 220;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillStyle = PALETTE.calm;
  const top = small ? 14 : 34;
  brush.fillText(
    shrunk(brush, heading, 'serif', 700, small ? 14 : 30, 10, paper.w - 20),
    paper.x + paper.w / 2,
    paper.y + top,
  );
  brush.fillStyle = veil(PALETTE.ink, 0.7);
  brush.font = font('sans', small ? 8.5 : 13, 500);
  brush.fillText(
    fitted(brush, method, paper.w - 16),
    paper.x + paper.w / 2,
    paper.y + top + (small ? 13 : 25),
  );
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
    paintHand(brush, id, {
      x: left,
      y: y + 1,
      w: wide - flagHigh * 1.5 - 22,
      h: high * (small ? 0.9 : 0.66),
    });
    if (small) continue;
    brush.strokeStyle = veil(PALETTE.brassDark, 0.55);
    brush.lineWidth = 0.8;
    brush.beginPath();
    brush.moveTo(left, y + high * 0.68);
    brush.lineTo(x + wide - 10, y + high * 0.68);
    brush.stroke();
    brush.textAlign = 'left';
    brush.fillStyle = veil(PALETTE.ink, 0.72);
    brush.fillText(
      shrunk(brush, name, 'sans', 500, Math.min(11, high * 0.24), 8, wide - flagHigh * 1.5 - 22),
      left,
      y + high * 0.84,
    );
    brush.textAlign = 'center';
  }
};

/** A ribbon with the end of the conference on it; (0, 0) its middle. */
export const paintBanner = (
  brush: Brush,
  words: string,
  wide: number,
  high: number,
  colour: string,
): void => {
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
