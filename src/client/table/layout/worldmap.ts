import { geoNaturalEarth1, type GeoProjection } from 'd3-geo';
import type { Box, Spot } from '../paint/brush.ts';

/** Share of the globe's height, from the top, that the picture shows at least: Antarctica may be cut. */
const SHOWN = { north: 84, south: -58 } as const;

/** The Natural Earth projection, fitted into a box by the inhabited world. */
export const projectWorld = (box: Box): GeoProjection => {
  const projection = geoNaturalEarth1();
  const frame = {
    type: 'MultiPoint' as const,
    coordinates: [
      [-176, -14],
      [179.9, 0],
      [20, SHOWN.north],
      [-70, SHOWN.south],
    ],
  };
  return projection.fitExtent(
    [
      [box.x, box.y],
      [box.x + box.w, box.y + box.h],
    ],
    frame,
  );
};

/** A capital on the picture: where it is and where its flag stands, moved aside if others are near. */
export interface Marker {
  readonly home: Spot;
  readonly at: Spot;
}

/** Flags pushed apart until they are at least `apart` from one another, each as near to its capital as that allows. Flags with their names are wider than high: above one another they may stand closer by the factor `flat`. */
export const spread = (homes: readonly Spot[], apart: number, box: Box, flat = 1.35): readonly Marker[] => {
  const spots = homes.map(({ x, y }) => ({ x, y }));
  for (let round = 0; round < 60; round += 1) {
    let moved = false;
    for (let i = 0; i < spots.length; i += 1)
      for (let j = i + 1; j < spots.length; j += 1) {
        const a = spots[i];
        const b = spots[j];
        if (a === undefined || b === undefined) continue;
        let dx = b.x - a.x;
        let dy = (b.y - a.y) * flat;
        let far = Math.hypot(dx, dy);
        if (far >= apart) continue;
        if (far < 0.01) [dx, dy, far] = [Math.cos(i + j), Math.sin(i + j), 1];
        const push = (apart - far) / 2 + 0.2;
        a.x -= (dx / far) * push;
        b.x += (dx / far) * push;
        a.y -= (dy / far / flat) * push;
        b.y += (dy / far / flat) * push;
        moved = true;
      }
    for (const spot of spots) {
      spot.x = Math.min(box.x + box.w - apart / 2, Math.max(box.x + apart / 2, spot.x));
      spot.y = Math.min(box.y + box.h - apart / 2, Math.max(box.y + apart / 2, spot.y));
    }
    if (!moved) break;
  }
  return homes.map((home, i) => ({ home, at: spots[i] ?? home }));
};

const shared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));

/** A place for a note of some size beside a spot, inside the frame: the nearest of those that cover least of what must stay visible. */
export const beside = (
  spot: Spot,
  size: { readonly w: number; readonly h: number },
  frame: Box,
  kept: readonly Box[],
): Box => {
  let best: { readonly box: Box; readonly cost: number } | undefined;
  for (const reach of [1, 1.8, 2.8, 4])
    for (let turn = 0; turn < 12; turn += 1) {
      const angle = Math.PI / 2 + (turn % 2 === 0 ? 1 : -1) * Math.ceil(turn / 2) * (Math.PI / 6);
      const x = spot.x + Math.cos(angle) * (size.w * 0.5 + 26) * reach - size.w / 2;
      const y = spot.y + Math.sin(angle) * (size.h * 0.5 + 34) * reach - size.h / 2;
      const box: Box = {
        x: Math.min(frame.x + frame.w - size.w, Math.max(frame.x, x)),
        y: Math.min(frame.y + frame.h - size.h, Math.max(frame.y, y)),
        ...size,
      };
      const cost = kept.reduce((sum, one) => sum + shared(box, one), 0) * 4 + reach * 60 + turn * 4;
      if (best === undefined || cost < best.cost) best = { box, cost };
    }
  return best?.box ?? { ...spot, ...size };
};

/** Middle point of a line between two places that bulges upwards, for a curve through it. */
export const bulge = (from: Spot, to: Spot, share = 0.28): Spot => {
  const far = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) - far * share };
};

/** Point on the curve from `from` by way of `middle` to `to`; `t` 0 to 1. */
export const along = (from: Spot, middle: Spot, to: Spot, t: number): Spot => ({
  x: (1 - t) ** 2 * from.x + 2 * (1 - t) * t * middle.x + t ** 2 * to.x,
  y: (1 - t) ** 2 * from.y + 2 * (1 - t) * t * middle.y + t ** 2 * to.y,
});
