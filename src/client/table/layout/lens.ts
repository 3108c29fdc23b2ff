import type { Box, Spot } from '../paint/brush.ts';

/**
 * One-point perspective of the chamber, seen from above the open end of the horseshoe; verticals stay vertical.
 * Floor coordinates: `x` −1 to 1 across the near edge of the picture, `z` 0 (near edge) upwards into the room,
 * `y` height above the floor in units of `x`.
 */
export interface Lens {
  readonly project: (x: number, y: number, z: number) => Spot;
  /** Size of something at depth `z`, against the near edge (1). */
  readonly scale: (z: number) => number;
  /** CSS pixels of one floor unit at the near edge. */
  readonly unit: number;
  readonly width: number;
  readonly height: number;
}

/** Depth of the back wall and half width of the room, in floor units. */
export const ROOM = { depth: 0.8, half: 1.42 } as const;

const HORIZON = -0.6;

const scale = (z: number): number => 1 / (1 + z);

export const makeLens = (frame: Box): Lens => {
  const unit = frame.w * 0.46;
  const middle = frame.x + frame.w / 2;
  const horizon = frame.y + HORIZON * frame.h;
  const span = (1 - HORIZON) * frame.h;
  return {
    unit,
    width: frame.w,
    height: frame.h,
    scale,
    project: (x, y, z) => {
      const s = scale(z);
      return { x: middle + x * unit * s, y: horizon + span * s - y * unit * s };
    },
  };
};
