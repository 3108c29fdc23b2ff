import type { Box } from '../paint/brush.ts';

/** How much the picture can say: `large` has room for whole names, `small` (a phone) shows flags and codes. */
export type Detail = 'large' | 'medium' | 'small';

/** Where things of the chamber are, CSS pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly detail: Detail;
  readonly whole: Box;
  /** The perspective picture of the room. */
  readonly room: Box;
  readonly scroll: Box;
  readonly ladder: Box;
  /** Row of tabs: chamber, corridor, map. */
  readonly tabs: Box;
}

export const detailOf = (width: number, height: number): Detail => {
  if (width < 560 || height < 330) return 'small';
  return width >= 1080 && height >= 640 ? 'large' : 'medium';
};

/** From this height against the width on, the scroll lies below the room instead of in its middle. */
const TALL = 1.3;

/** Lays out a picture of any size from 240 × 200 upwards; smaller ones are treated as that. */
export const layFrame = (wide: number, high: number): Frame => {
  const width = Math.max(240, wide);
  const height = Math.max(200, high);
  const detail = detailOf(width, height);
  const small = detail === 'small';
  const tall = height > width * TALL;
  const whole: Box = { x: 0, y: 0, w: width, h: height };
  const room: Box = tall ? { ...whole, h: Math.min(height * 0.5, width) } : whole;
  const tab = small ? { w: 40, h: 26 } : { w: 104, h: 34 };
  const tabsWide = tab.w * 3 + 8;
  return {
    width,
    height,
    detail,
    whole,
    room,
    scroll: tall
      ? { x: 8, y: room.h - 10, w: width - 16, h: Math.min(height - room.h + 2, 620) }
      : scrollIn(room, detail),
    ladder: {
      x: small ? 13 : 20,
      y: small ? 40 : Math.max(56, height * 0.085),
      w: small ? 20 : 42,
      h: room.h * (small ? 0.36 : 0.42),
    },
    tabs: { x: width - tabsWide - (small ? 6 : 16), y: small ? 6 : 14, w: tabsWide, h: tab.h },
  };
};

/** The scroll in the middle of the horseshoe. */
const scrollIn = (room: Box, detail: Detail): Box => {
  const w = Math.min(room.w * (detail === 'large' ? 0.4 : detail === 'medium' ? 0.44 : 0.46), 720);
  const top = room.h * (detail === 'large' ? 0.475 : 0.495);
  return { x: (room.w - w) / 2, y: top, w, h: Math.min(room.h * 0.985 - top, 780) };
};
