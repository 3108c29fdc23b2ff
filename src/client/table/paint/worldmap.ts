import { geoGraticule10, geoPath, type GeoPermissibleObjects, type GeoProjection } from 'd3-geo';
import type { Confidence } from '../../../engine/seat.ts';
import { along, bulge } from '../layout/worldmap.ts';
import type { Line } from '../model/world.ts';
import { PALETTE } from '../palette.ts';
import { glow, ramp, rounded, shaded, type Box, type Brush, type Spot } from './brush.ts';
import { veil } from './colour.ts';
import { font, shrunk } from './letters.ts';

/** Sea, lands and graticule. `land` is absent until it has been loaded. */
export const paintWorld = (
  brush: Brush,
  frame: Box,
  projection: GeoProjection,
  land: GeoPermissibleObjects | undefined,
  borders: GeoPermissibleObjects | undefined,
): void => {
  brush.fillStyle = '#060f1b';
  brush.fillRect(frame.x, frame.y, frame.w, frame.h);
  const path = geoPath(projection, brush);
  brush.save();
  brush.beginPath();
  path({ type: 'Sphere' });
  brush.fillStyle = ramp(brush, frame, [
    [0, '#0b1a2e'],
    [0.45, '#12305180'],
    [0.5, '#113053'],
    [1, '#081627'],
  ]);
  brush.fill();
  brush.clip();
  glow(
    brush,
    frame.x + frame.w * 0.5,
    frame.y + frame.h * 0.42,
    frame.w * 0.6,
    frame.h * 0.7,
    '#2c6aa8',
    0.28,
  );
  brush.beginPath();
  path(geoGraticule10());
  brush.strokeStyle = veil('#6aa9e6', 0.1);
  brush.lineWidth = 0.7;
  brush.stroke();
  if (land !== undefined) paintLand(brush, path, frame, land, borders);
  brush.restore();
  brush.beginPath();
  path({ type: 'Sphere' });
  brush.strokeStyle = veil('#7fb8f0', 0.4);
  brush.lineWidth = 1.2;
  brush.stroke();
};

const paintLand = (
  brush: Brush,
  path: ReturnType<typeof geoPath>,
  frame: Box,
  land: GeoPermissibleObjects,
  borders: GeoPermissibleObjects | undefined,
): void => {
  // A cold light along the coasts.
  brush.beginPath();
  path(land);
  brush.strokeStyle = veil('#3f86cc', 0.22);
  brush.lineWidth = 7;
  brush.lineJoin = 'round';
  brush.stroke();
  brush.strokeStyle = veil('#5aa0e4', 0.3);
  brush.lineWidth = 3;
  brush.stroke();
  brush.fillStyle = ramp(brush, frame, [
    [0, '#28456a'],
    [0.5, '#213c60'],
    [1, '#18304f'],
  ]);
  brush.fill();
  brush.strokeStyle = veil('#8fc4f5', 0.6);
  brush.lineWidth = 0.8;
  brush.stroke();
  if (borders === undefined) return;
  brush.beginPath();
  path(borders);
  brush.strokeStyle = veil('#0b1a2e', 0.75);
  brush.lineWidth = 0.7;
  brush.stroke();
};

const INK: Readonly<Record<Line['kind'], string>> = {
  suspicion: PALETTE.amber,
  attribution: '#e2564a',
  hotline: '#7cc0ff',
  assistance: '#6fd19b',
  sanction: '#ff8d7a',
  channel: '#e2bf6f',
  cut: '#8a8f98',
};

export const lineColour = (kind: Line['kind']): string => INK[kind];

const DASH: Readonly<Record<Confidence, readonly number[]>> = { low: [2, 7], moderate: [9, 6], high: [] };

/** An arc between two places, thicker and more whole with confidence. */
export const paintLine = (brush: Brush, line: Line, from: Spot, to: Spot): void => {
  const middle = bulge(from, to, line.kind === 'hotline' ? 0.16 : line.kind === 'assistance' ? 0.22 : 0.32);
  const colour = INK[line.kind];
  brush.save();
  brush.lineCap = 'round';
  brush.beginPath();
  brush.moveTo(from.x, from.y);
  brush.quadraticCurveTo(middle.x, middle.y, to.x, to.y);
  brush.strokeStyle = veil(colour, 0.25);
  brush.lineWidth = 7;
  brush.stroke();
  brush.setLineDash(
    line.kind === 'suspicion'
      ? [2, 7]
      : line.kind === 'cut'
        ? [10, 14]
        : line.confidence === undefined
          ? []
          : [...DASH[line.confidence]],
  );
  brush.strokeStyle = colour;
  brush.lineWidth = line.kind === 'suspicion' ? 1.8 : line.confidence === 'high' ? 3.4 : 2.4;
  brush.stroke();
  brush.setLineDash([]);
  // What two have agreed, or broken off, has no direction.
  if (line.kind === 'channel' || line.kind === 'cut') {
    brush.restore();
    return;
  }
  const tip = along(from, middle, to, 0.93);
  const before = along(from, middle, to, 0.86);
  const turn = Math.atan2(tip.y - before.y, tip.x - before.x);
  brush.translate(tip.x, tip.y);
  brush.rotate(turn);
  brush.fillStyle = colour;
  brush.beginPath();
  brush.moveTo(6, 0);
  brush.lineTo(-5, -5);
  brush.lineTo(-5, 5);
  brush.fill();
  brush.restore();
};

/** A few words on the crown of an arc. */
export const paintLineTag = (
  brush: Brush,
  line: Line,
  from: Spot,
  to: Spot,
  words: string,
  avoid: readonly Spot[],
): void => {
  const crown = clearest(
    [0.5, 0.35, 0.65, 0.25, 0.75].map((share) => along(from, bulge(from, to, 0.32), to, share)),
    avoid,
  );
  brush.font = font('sans', 11, 600);
  const wide = brush.measureText(words).width + 14;
  const box: Box = { x: crown.x - wide / 2, y: crown.y - 10, w: wide, h: 19 };
  brush.fillStyle = veil('#071322', 0.88);
  rounded(brush, box, 9);
  brush.fill();
  brush.strokeStyle = veil(INK[line.kind], 0.8);
  brush.lineWidth = 1;
  brush.stroke();
  brush.fillStyle = '#f2e7d6';
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillText(words, crown.x, crown.y + 0.5);
};

/** Of several places on a line the one that is farthest from what must stay readable; the first if none is better. */
const clearest = (places: readonly Spot[], avoid: readonly Spot[]): Spot => {
  const room = (place: Spot): number =>
    Math.min(ENOUGH, ...avoid.map((spot) => Math.hypot((spot.x - place.x) / 2, spot.y - place.y)));
  return places.reduce(
    (best, place) => (room(place) > room(best) ? place : best),
    places[0] ?? { x: 0, y: 0 },
  );
};

/** Pixels from a placard beyond which more room is no better. */
const ENOUGH = 40;

export interface Callout {
  readonly title: string;
  readonly note: string;
  readonly looked: boolean;
  readonly over: boolean;
}

export const calloutSize = (small: boolean): { readonly w: number; readonly h: number } =>
  small ? { w: 128, h: 34 } : { w: 210, h: 50 };

/** What struck, beside its victim. */
export const paintCallout = (
  brush: Brush,
  box: Box,
  pin: Spot,
  callout: Callout,
  small: boolean,
  ratio: number,
): void => {
  const edge = callout.over ? '#7f8fa3' : PALETTE.alarm;
  brush.strokeStyle = veil(edge, 0.9);
  brush.lineWidth = 1.4;
  brush.beginPath();
  brush.moveTo(pin.x, pin.y);
  brush.lineTo(
    Math.min(Math.max(pin.x, box.x + 12), box.x + box.w - 12),
    pin.y < box.y ? box.y : box.y + box.h,
  );
  brush.stroke();
  shaded(brush, ratio, 14, 5, 0.6, () => {
    brush.fillStyle = '#0d1b2e';
    rounded(brush, box, 6);
    brush.fill();
  });
  brush.fillStyle = edge;
  brush.beginPath();
  brush.roundRect(box.x, box.y, 5, box.h, [6, 0, 0, 6]);
  brush.fill();
  brush.strokeStyle = callout.looked ? PALETTE.blue : veil(edge, 0.85);
  brush.lineWidth = callout.looked ? 2.4 : 1.2;
  rounded(brush, box, 6);
  brush.stroke();
  brush.textAlign = 'left';
  brush.textBaseline = 'middle';
  brush.fillStyle = '#fbf1df';
  brush.fillText(
    shrunk(brush, callout.title, 'serif', 620, small ? 11 : 15, 9, box.w - 22),
    box.x + 13,
    box.y + box.h * 0.34,
  );
  brush.fillStyle = veil('#fbf1df', 0.72);
  brush.fillText(
    shrunk(brush, callout.note, 'sans', 500, small ? 9 : 11.5, 8, box.w - 22),
    box.x + 13,
    box.y + box.h * 0.72,
  );
};
