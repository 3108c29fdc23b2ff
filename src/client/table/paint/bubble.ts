import type { Stance, Tone } from '../../../engine/seat.ts';
import { PALETTE } from '../palette.ts';
import { ramp, rounded, shaded, type Box, type Brush } from './brush.ts';
import { veil } from './colour.ts';
import { font, shrunk } from './letters.ts';
import { paintSign } from './placard.ts';
import { stanceColour } from '../model/temper.ts';

/** One line of a speech bubble: a sign for the stance and a few words. */
export interface BubbleLine {
  readonly stance: Stance | 'reply';
  readonly words: string;
}

const LINE = 19;
const PAD = 9;

/** Size of a bubble for its lines. */
export const bubbleSize = (
  brush: Brush,
  lines: readonly BubbleLine[],
  most: number,
): { readonly w: number; readonly h: number } => {
  brush.font = font('sans', 12, 600);
  const wide = Math.max(36, ...lines.map(({ words }) => brush.measureText(words).width));
  return { w: Math.min(most, wide + PAD * 2 + 22), h: lines.length * LINE + PAD * 1.3 };
};

/** A speech bubble; (0, 0) is the tip of its tail, `shift` moves the bubble sideways against the tail. */
export const paintBubble = (
  brush: Brush,
  lines: readonly BubbleLine[],
  size: { readonly w: number; readonly h: number },
  tone: Tone,
  shift: number,
  ratio: number,
): void => {
  const box: Box = { x: -size.w / 2 + shift, y: -size.h - 9, w: size.w, h: size.h };
  const edge = tone === 'sharp' ? PALETTE.alarm : tone === 'warm' ? PALETTE.calm : PALETTE.brassDark;
  shaded(brush, ratio, 12, 4, 0.5, () => {
    brush.fillStyle = PALETTE.cream;
    rounded(brush, box, 9);
    brush.fill();
  });
  brush.fillStyle = ramp(brush, box, [
    [0, '#fffaf0'],
    [1, PALETTE.cream],
  ]);
  rounded(brush, box, 9);
  brush.fill();
  brush.strokeStyle = edge;
  brush.lineWidth = tone === 'plain' ? 1 : 2;
  brush.stroke();
  brush.beginPath();
  brush.moveTo(-6, -10);
  brush.lineTo(0, 0);
  brush.lineTo(7, -10);
  brush.fillStyle = PALETTE.cream;
  brush.fill();
  brush.strokeStyle = edge;
  brush.stroke();
  brush.fillRect(-5, -12, 11, 3);
  brush.textBaseline = 'middle';
  brush.textAlign = 'left';
  for (const [i, line] of lines.entries()) {
    const y = box.y + PAD * 0.7 + LINE * (i + 0.5);
    const x = box.x + PAD + 7;
    brush.fillStyle = line.stance === 'reply' ? PALETTE.blueDeep : stanceColour(line.stance);
    brush.beginPath();
    brush.arc(x, y, 7.5, 0, Math.PI * 2);
    brush.fill();
    paintMark(brush, line.stance, x, y);
    const words = shrunk(brush, line.words, 'sans', 600, 12, 10.5, size.w - PAD * 2 - 22);
    brush.fillStyle = veil(PALETTE.ink, 0.95);
    brush.fillText(words, x + 13, y + 0.5);
  }
};

/** White on its disc: what the stance says; words of no stance have the mark of speech, for that of abstaining would be a vote. */
const paintMark = (brush: Brush, stance: BubbleLine['stance'], x: number, y: number): void => {
  brush.strokeStyle = '#ffffff';
  brush.lineWidth = 1.9;
  brush.lineCap = 'round';
  switch (stance) {
    case 'reply':
      brush.fillStyle = '#ffffff';
      for (const aside of [-2.2, 2.2]) {
        brush.beginPath();
        brush.arc(x + aside, y - 0.6, 1.5, 0, Math.PI * 2);
        brush.moveTo(x + aside + 1.5, y - 0.6);
        brush.quadraticCurveTo(x + aside + 1.5, y + 2.2, x + aside - 0.8, y + 3);
        brush.lineTo(x + aside, y);
        brush.fill();
      }
      return;
    case 'silent':
      paintSign(brush, 'abstain', x, y, 3.4);
      return;
    case 'object':
      paintSign(brush, 'object', x, y, 3.4);
      return;
    case 'accept':
    case 'support':
      paintSign(brush, 'join', x, y, 3.4);
  }
};
