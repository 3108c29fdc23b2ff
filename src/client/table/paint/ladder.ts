import { PALETTE } from '../palette.ts';
import { brass, glow, ramp, rounded, shaded, type Box, type Brush } from './brush.ts';
import { mix, veil } from './colour.ts';
import { font, shrunk } from './letters.ts';

export interface LadderStep {
  readonly from: number;
  readonly name: string;
}

/** Colour of a height on the ladder: calm below, alarm above. `share` 0 to 1. */
export const heat = (share: number): string =>
  share < 0.5
    ? mix(PALETTE.calm, PALETTE.amber, share * 2)
    : mix(PALETTE.amber, PALETTE.alarm, share * 2 - 1);

/** Height on the picture of a tension (0 to `top`). */
export const rungY = (box: Box, tension: number, top: number): number => {
  const share = Math.min(1, Math.max(0, tension / Math.max(1, top)));
  return box.y + box.h - 10 - share * (box.h - 20);
};

/** Which step a tension is on: the last that begins at or below it. */
export const stepAt = (steps: readonly LadderStep[], tension: number): number => {
  let found = 0;
  for (const [i, step] of steps.entries()) if (step.from <= tension) found = i;
  return found;
};

/** A brass ladder with a rung for each named step; the present one is lit, those below glow. */
export const paintLadder = (
  brush: Brush,
  box: Box,
  steps: readonly LadderStep[],
  tension: number,
  top: number,
  ratio: number,
  named: 'all' | 'current' | 'none',
): void => {
  const now = stepAt(steps, tension);
  paintBoard(
    brush,
    {
      x: box.x - (named === 'none' ? 7 : 10),
      y: box.y - 14,
      w: box.w + (named === 'none' ? 14 : named === 'all' ? 146 : 18),
      h: box.h + 28,
    },
    ratio,
  );
  const rail = Math.max(3.5, box.w * 0.11);
  shaded(brush, ratio, 10, 4, 0.6, () => {
    for (const x of [box.x, box.x + box.w - rail]) {
      const pole: Box = { x, y: box.y, w: rail, h: box.h };
      brush.fillStyle = brass(brush, pole, true);
      rounded(brush, pole, rail / 2);
      brush.fill();
    }
  });
  for (const [i, step] of steps.entries()) {
    const y = rungY(box, step.from, top);
    const colour = heat(step.from / Math.max(1, top));
    const high = Math.max(5, box.w * 0.15);
    const rung: Box = { x: box.x + rail * 0.6, y: y - high / 2, w: box.w - rail * 1.2, h: high };
    if (i === now) glow(brush, box.x + box.w / 2, y, box.w * 1.1, high * 3.4, colour, 0.85);
    brush.fillStyle =
      i === now
        ? mix(colour, '#ffffff', 0.28)
        : ramp(brush, rung, [
            [0, i < now ? mix(colour, PALETTE.brassLight, 0.3) : '#6d5426'],
            [1, i < now ? mix(colour, '#000000', 0.3) : '#2e2210'],
          ]);
    rounded(brush, rung, 2);
    brush.fill();
    brush.strokeStyle = veil('#000000', 0.4);
    brush.lineWidth = 0.8;
    brush.stroke();
    if (named === 'none' || (named === 'current' && i !== now)) continue;
    writeStep(brush, box, y, step.name, i === now, colour);
  }
};

/** The board on the wall that bears the ladder. */
const paintBoard = (brush: Brush, board: Box, ratio: number): void => {
  shaded(brush, ratio, 14, 5, 0.55, () => {
    brush.fillStyle = ramp(brush, board, [
      [0, '#2f1c10'],
      [1, '#1c0f07'],
    ]);
    rounded(brush, board, 7);
    brush.fill();
  });
  brush.strokeStyle = veil(PALETTE.brass, 0.65);
  brush.lineWidth = 1.2;
  brush.stroke();
};

const writeStep = (brush: Brush, box: Box, y: number, name: string, lit: boolean, colour: string): void => {
  const size = lit ? 12.5 : 11;
  const room = 118;
  const words = shrunk(brush, name, 'sans', lit ? 700 : 500, size, 9, room);
  const wide = brush.measureText(words).width;
  const x = box.x + box.w + 7;
  brush.textBaseline = 'middle';
  brush.textAlign = 'left';
  if (lit) {
    const tag: Box = { x, y: y - 11, w: wide + 16, h: 22 };
    brush.fillStyle = mix(colour, '#1a0f08', 0.38);
    rounded(brush, tag, 4);
    brush.fill();
    brush.strokeStyle = mix(colour, '#ffffff', 0.35);
    brush.lineWidth = 1;
    brush.stroke();
    brush.fillStyle = '#ffffff';
    brush.fillText(words, x + 8, y + 0.5);
    return;
  }
  brush.fillStyle = veil(PALETTE.cream, 0.7);
  brush.fillText(words, x + 8, y + 0.5);
};

/** The pointer that climbs: a small brass arrow with the figure. (0, 0) is its tip, pointing left to the ladder. */
export const paintPointer = (brush: Brush, tension: number, wide: number): void => {
  brush.font = font('sans', 11, 700);
  brush.fillStyle = brass(brush, { x: 0, y: -10, w: 1, h: 20 });
  brush.beginPath();
  brush.moveTo(0, 0);
  brush.lineTo(-7, -9);
  brush.lineTo(-wide, -9);
  brush.lineTo(-wide, 9);
  brush.lineTo(-7, 9);
  brush.closePath();
  brush.fill();
  brush.fillStyle = PALETTE.ink;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillText(String(tension), -wide / 2 - 3, 0.5);
};
