import { PALETTE } from '../palette.ts';
import { brass, ramp, rounded, shaded, type Box, type Brush } from './brush.ts';
import { darker, lighter, veil } from './colour.ts';
import { font, shrunk, wrapped } from './letters.ts';

export const GLYPHS = [
  'deed',
  'tokens',
  'position',
  'join',
  'oppose',
  'intelligence',
  'restraint',
  'later',
  'point',
] as const;
export type Glyph = (typeof GLYPHS)[number];

/** What is on a card of the hand. */
export interface CardFace {
  readonly glyph: Glyph;
  readonly kind: string;
  readonly title: string;
  readonly note: string;
  /** Worth to oneself, already in words; its sign decides the colour. */
  readonly worth: { readonly words: string; readonly good: boolean } | undefined;
  readonly count: number | undefined;
}

const BAND: Readonly<Record<Glyph, string>> = {
  deed: '#2f5d8c',
  tokens: '#8a6420',
  position: '#5c3a6b',
  join: '#3f7d5a',
  oppose: '#8c4a2f',
  intelligence: '#7a2f3a',
  restraint: '#476069',
  later: '#6a5a3a',
  point: '#1f6f78',
};

export const glyphColour = (glyph: Glyph): string => BAND[glyph];

/** A card of cream board with a coloured band. */
export const paintCard = (brush: Brush, box: Box, face: CardFace, ratio: number, raised = false): void => {
  const band = BAND[face.glyph];
  const small = box.h < 90;
  shaded(brush, ratio, raised ? 22 : 7, raised ? 12 : 3, 0.55, () => {
    brush.fillStyle = PALETTE.cream;
    rounded(brush, box, 7);
    brush.fill();
  });
  brush.save();
  rounded(brush, box, 7);
  brush.clip();
  brush.fillStyle = ramp(brush, box, [
    [0, '#fffaf0'],
    [0.7, PALETTE.cream],
    [1, '#dcc99f'],
  ]);
  brush.fillRect(box.x, box.y, box.w, box.h);
  const top = Math.min(34, box.h * 0.28);
  brush.fillStyle = ramp(brush, { ...box, h: top }, [
    [0, lighter(band, 0.14)],
    [1, darker(band, 0.22)],
  ]);
  brush.fillRect(box.x, box.y, box.w, top);
  brush.fillStyle = brass(brush, { ...box, w: box.w }, true);
  brush.fillRect(box.x, box.y + top, box.w, 2);
  brush.restore();
  brush.strokeStyle = raised ? PALETTE.brassLight : veil(PALETTE.brassDark, 0.7);
  brush.lineWidth = raised ? 2 : 1;
  rounded(brush, box, 7);
  brush.stroke();
  brush.save();
  rounded(brush, box, 7);
  brush.clip();
  paintGlyph(
    brush,
    face.glyph,
    box.x + box.w * 0.64,
    box.y + top + (box.h - top) * 0.62,
    Math.min(box.w, box.h - top) * 0.34,
    veil(band, 0.13),
  );
  brush.restore();
  paintGlyph(brush, face.glyph, box.x + top * 0.56, box.y + top / 2, top * 0.3, '#ffffff');
  brush.textBaseline = 'middle';
  brush.textAlign = 'left';
  brush.fillStyle = veil('#ffffff', 0.92);
  brush.fillText(
    shrunk(brush, face.kind, 'sans', 600, Math.min(11, top * 0.4), 7.5, box.w - top * 1.15 - 5),
    box.x + top * 1.05,
    box.y + top / 2 + 0.5,
  );
  const size = small ? 9.5 : Math.min(13.5, box.w * 0.115);
  const line = size * 1.18;
  const footer = face.worth === undefined && face.count === undefined ? 4 : small ? 13 : 22;
  const room = box.h - top - footer - 8;
  const notes = face.note === '' || room < line * 3 ? 0 : 1;
  brush.font = font('serif', size, 620);
  brush.fillStyle = PALETTE.ink;
  const lines = wrapped(brush, face.title, box.w - 12, Math.max(1, Math.floor((room - notes * 13) / line)));
  for (const [i, words] of lines.entries())
    brush.fillText(words, box.x + 7, box.y + top + 8 + line * (i + 0.5));
  if (notes > 0) {
    brush.fillStyle = veil(PALETTE.ink, 0.64);
    brush.fillText(
      shrunk(brush, face.note, 'sans', 500, 10.5, 8, box.w - 13),
      box.x + 7,
      box.y + top + 8 + line * lines.length + 8,
    );
  }
  paintFoot(brush, box, face, footer, small);
};

const paintFoot = (brush: Brush, box: Box, face: CardFace, footer: number, small: boolean): void => {
  const y = box.y + box.h - footer / 2 - (small ? 1 : 3);
  brush.font = font('sans', small ? 9.5 : 12.5, 700);
  if (face.worth !== undefined) {
    brush.textAlign = 'right';
    brush.fillStyle = face.worth.good ? PALETTE.calm : PALETTE.alarm;
    brush.fillText(face.worth.words, box.x + box.w - 7, y);
  }
  if (face.count !== undefined) {
    brush.textAlign = 'left';
    brush.fillStyle = PALETTE.walnut;
    brush.fillText(`× ${face.count}`, box.x + 7, y);
  }
};

/** A sign for each kind of undertaking; `r` half its size. */
export const paintGlyph = (
  brush: Brush,
  glyph: Glyph,
  x: number,
  y: number,
  r: number,
  colour: string,
): void => {
  brush.save();
  brush.translate(x, y);
  brush.strokeStyle = colour;
  brush.fillStyle = colour;
  brush.lineWidth = Math.max(1.2, r * 0.22);
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.beginPath();
  switch (glyph) {
    case 'deed':
      // A seal with its ribbon.
      brush.arc(0, -r * 0.25, r * 0.68, 0, Math.PI * 2);
      brush.moveTo(-r * 0.4, r * 0.4);
      brush.lineTo(-r * 0.55, r * 1.1);
      brush.lineTo(0, r * 0.72);
      brush.lineTo(r * 0.55, r * 1.1);
      brush.lineTo(r * 0.4, r * 0.4);
      brush.stroke();
      break;
    case 'tokens':
      for (const [dx, dy] of [
        [-0.35, 0.45],
        [0.35, 0.2],
        [0, -0.45],
      ] as const) {
        brush.moveTo(dx * r + r * 0.55, dy * r);
        brush.ellipse(dx * r, dy * r, r * 0.55, r * 0.38, 0, 0, Math.PI * 2);
      }
      brush.stroke();
      break;
    case 'position':
      // A raised placard.
      brush.rect(-r * 0.85, -r * 0.9, r * 1.7, r * 1.05);
      brush.moveTo(0, r * 0.15);
      brush.lineTo(0, r);
      brush.stroke();
      break;
    case 'join':
      brush.moveTo(-r, 0);
      brush.lineTo(-r * 0.25, r * 0.75);
      brush.lineTo(r, -r * 0.75);
      brush.stroke();
      break;
    case 'oppose':
      // A barrier across the way.
      brush.rect(-r * 0.95, -r * 0.35, r * 1.9, r * 0.7);
      brush.moveTo(-r * 0.45, r * 0.35);
      brush.lineTo(-r * 0.05, -r * 0.35);
      brush.moveTo(r * 0.15, r * 0.35);
      brush.lineTo(r * 0.55, -r * 0.35);
      brush.stroke();
      break;
    case 'intelligence':
      brush.ellipse(0, 0, r, r * 0.6, 0, 0, Math.PI * 2);
      brush.stroke();
      brush.beginPath();
      brush.arc(0, 0, r * 0.26, 0, Math.PI * 2);
      brush.fill();
      break;
    case 'restraint':
      brush.arc(0, 0, r * 0.9, 0, Math.PI * 2);
      brush.moveTo(-r * 0.62, -r * 0.62);
      brush.lineTo(r * 0.62, r * 0.62);
      brush.stroke();
      break;
    case 'point':
      // A smaller table, two at it.
      brush.arc(0, 0, r * 0.48, 0, Math.PI * 2);
      brush.moveTo(-r * 0.62, 0);
      brush.arc(-r * 0.86, 0, r * 0.24, 0, Math.PI * 2);
      brush.moveTo(r * 1.1, 0);
      brush.arc(r * 0.86, 0, r * 0.24, 0, Math.PI * 2);
      brush.stroke();
      break;
    case 'later':
      brush.arc(0, 0, r * 0.9, 0, Math.PI * 2);
      brush.moveTo(0, -r * 0.5);
      brush.lineTo(0, 0);
      brush.lineTo(r * 0.42, r * 0.26);
      brush.stroke();
      break;
  }
  brush.restore();
};

/** What lies on the mat: one line. */
export interface SlipFace {
  readonly glyph: Glyph;
  readonly title: string;
  readonly amount: number | undefined;
  /** "now" or "on adoption", where it can be turned. */
  readonly when: string | undefined;
  /** It waits for adoption. */
  readonly waits: boolean;
}

/** Parts of a slip that can be pressed. */
export const slipParts = (
  box: Box,
  turns: boolean,
): { readonly when: Box | undefined; readonly off: Box } => {
  const off: Box = { x: box.x + box.w - box.h, y: box.y, w: box.h, h: box.h };
  const wide = Math.min(88, box.w * 0.28);
  return {
    off,
    when: turns && box.w > 230 ? { x: off.x - wide - 2, y: box.y + 3, w: wide, h: box.h - 6 } : undefined,
  };
};

/** `fixed`: it cannot be taken off. */
export const paintSlip = (brush: Brush, box: Box, face: SlipFace, ratio: number, fixed = false): void => {
  const parts = slipParts(box, face.when !== undefined);
  const small = box.h < 24;
  shaded(brush, ratio, 4, 2, 0.45, () => {
    brush.fillStyle = PALETTE.cream;
    rounded(brush, box, 4);
    brush.fill();
  });
  brush.fillStyle = BAND[face.glyph];
  brush.beginPath();
  brush.roundRect(box.x, box.y, box.h, box.h, [4, 0, 0, 4]);
  brush.fill();
  paintGlyph(brush, face.glyph, box.x + box.h / 2, box.y + box.h / 2, box.h * 0.27, '#ffffff');
  brush.textBaseline = 'middle';
  brush.textAlign = 'left';
  const y = box.y + box.h / 2 + 0.5;
  const right = parts.when?.x ?? parts.off.x;
  const title = face.amount === undefined ? face.title : `${face.amount} × ${face.title}`;
  // Where there is no room for a chip, only what waits says so.
  const words =
    parts.when === undefined && face.waits && face.when !== undefined ? `${title} · ${face.when}` : title;
  brush.fillStyle = PALETTE.ink;
  const left = box.x + box.h + 6;
  brush.fillText(
    shrunk(brush, words, 'sans', 600, small ? 10 : Math.min(16, box.h * 0.4), 8, right - left - 4),
    left,
    y,
  );
  if (parts.when !== undefined && face.when !== undefined) {
    rounded(brush, parts.when, 9);
    brush.fillStyle = veil(PALETTE.blueDeep, 0.12);
    brush.fill();
    brush.strokeStyle = veil(PALETTE.blueDeep, 0.5);
    brush.lineWidth = 1;
    brush.stroke();
    brush.fillStyle = PALETTE.blueDeep;
    brush.textAlign = 'center';
    brush.fillText(
      shrunk(brush, face.when, 'sans', 600, 11, 8, parts.when.w - 10),
      parts.when.x + parts.when.w / 2,
      y,
    );
  }
  if (fixed) return;
  const r = box.h * 0.16;
  const x = parts.off.x + parts.off.w / 2;
  brush.strokeStyle = veil(PALETTE.alarm, 0.9);
  brush.lineWidth = 2;
  brush.beginPath();
  brush.moveTo(x - r, y - r);
  brush.lineTo(x + r, y + r);
  brush.moveTo(x + r, y - r);
  brush.lineTo(x - r, y + r);
  brush.stroke();
};

/** A brass button, or its dull shape when it cannot be pressed. */
export const paintButton = (brush: Brush, box: Box, words: string, on: boolean, ratio: number): void => {
  shaded(brush, ratio, 8, 3, on ? 0.55 : 0.25, () => {
    brush.fillStyle = on
      ? ramp(brush, box, [
          [0, '#f6e0a2'],
          [0.5, PALETTE.brass],
          [1, '#8f6c28'],
        ])
      : ramp(brush, box, [
          [0, '#5d5546'],
          [1, '#3c362c'],
        ]);
    rounded(brush, box, Math.min(9, box.h / 3));
    brush.fill();
  });
  brush.strokeStyle = on ? '#fff1c6' : veil('#ffffff', 0.15);
  brush.lineWidth = 1;
  brush.stroke();
  brush.fillStyle = on ? PALETTE.ink : veil(PALETTE.cream, 0.5);
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillText(
    shrunk(brush, words, 'sans', 700, Math.min(15, box.h * 0.46), 9, box.w - 14),
    box.x + box.w / 2,
    box.y + box.h / 2 + 0.5,
  );
};
