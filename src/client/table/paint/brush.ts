import { PALETTE } from '../palette.ts';
import { veil } from './colour.ts';

/** What everything is painted with: a 2D context whose unit is one CSS pixel. */
export type Brush = CanvasRenderingContext2D;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A repeatable stream of numbers in [0, 1) for grain, leaves and windows: paint, not play. */
export const grains = (seed: number): (() => number) => {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
};

/** A number from a word, for what should differ from delegation to delegation and stay so. */
export const seedOf = (word: string): number => {
  let hash = 2166136261;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 16777619);
  return hash >>> 0;
};

/** Colours from top to bottom (or left to right). */
export const ramp = (
  brush: Brush,
  box: Box,
  stops: readonly (readonly [number, string])[],
  across = false,
): CanvasGradient => {
  const made = across
    ? brush.createLinearGradient(box.x, 0, box.x + box.w, 0)
    : brush.createLinearGradient(0, box.y, 0, box.y + box.h);
  for (const [at, colour] of stops) made.addColorStop(at, colour);
  return made;
};

/** A soft round light or shadow. */
export const glow = (
  brush: Brush,
  x: number,
  y: number,
  rx: number,
  ry: number,
  colour: string,
  alpha: number,
): void => {
  brush.save();
  brush.translate(x, y);
  brush.scale(1, ry / rx);
  const light = brush.createRadialGradient(0, 0, 0, 0, 0, rx);
  light.addColorStop(0, veil(colour, alpha));
  light.addColorStop(0.5, veil(colour, alpha * 0.42));
  light.addColorStop(1, veil(colour, 0));
  brush.fillStyle = light;
  brush.fillRect(-rx, -rx, rx * 2, rx * 2);
  brush.restore();
};

export const rounded = (brush: Brush, box: Box, radius: number): void => {
  brush.beginPath();
  brush.roundRect(box.x, box.y, box.w, box.h, Math.min(radius, box.w / 2, box.h / 2));
};

export const polygon = (brush: Brush, corners: readonly Spot[]): void => {
  brush.beginPath();
  for (const [i, corner] of corners.entries()) {
    if (i === 0) brush.moveTo(corner.x, corner.y);
    else brush.lineTo(corner.x, corner.y);
  }
  brush.closePath();
};

/** Runs `paint` with a soft shadow under everything it fills. Blur in CSS pixels; canvas shadows ignore the scale, so it is passed. */
export const shaded = (
  brush: Brush,
  ratio: number,
  blur: number,
  drop: number,
  alpha: number,
  paint: () => void,
): void => {
  brush.save();
  brush.shadowColor = veil('#000000', alpha);
  brush.shadowBlur = blur * ratio;
  brush.shadowOffsetY = drop * ratio;
  paint();
  brush.restore();
};

/** Fine parallel streaks inside the current clip: wood, brushed metal, cloth. */
export const streaks = (
  brush: Brush,
  box: Box,
  seed: number,
  count: number,
  dark: string,
  light: string,
  strength: number,
): void => {
  const next = grains(seed);
  brush.lineWidth = 0.6;
  for (let i = 0; i < count; i += 1) {
    const y = box.y + next() * box.h;
    const from = box.x + next() * box.w * 0.6 - box.w * 0.1;
    const length = box.w * (0.25 + next() * 0.75);
    const bend = (next() - 0.5) * Math.min(8, box.h * 0.08);
    brush.strokeStyle = veil(next() > 0.42 ? dark : light, strength * (0.3 + next() * 0.7));
    brush.beginPath();
    brush.moveTo(from, y);
    brush.bezierCurveTo(
      from + length * 0.3,
      y + bend,
      from + length * 0.6,
      y - bend,
      from + length,
      y + bend * 0.4,
    );
    brush.stroke();
  }
};

/** Fine dots inside a box: paper, plaster, carpet. */
export const speckle = (
  brush: Brush,
  box: Box,
  seed: number,
  count: number,
  colour: string,
  strength: number,
): void => {
  const next = grains(seed);
  for (let i = 0; i < count; i += 1) {
    brush.fillStyle = veil(colour, strength * next());
    const size = 0.5 + next() * 1.1;
    brush.fillRect(box.x + next() * box.w, box.y + next() * box.h, size, size);
  }
};

/** Brass as it looks under a lamp from above. */
export const brass = (brush: Brush, box: Box, across = false): CanvasGradient =>
  ramp(
    brush,
    box,
    [
      [0, PALETTE.brassDark],
      [0.18, PALETTE.brassLight],
      [0.42, PALETTE.brass],
      [0.7, PALETTE.brassDark],
      [0.88, PALETTE.brass],
      [1, PALETTE.brassDark],
    ],
    across,
  );
