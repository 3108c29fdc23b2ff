import type { Box } from '../paint/brush.ts';

/** How much the picture can say: `large` names every step of the ladder, `small` (a phone) shows flags and codes. */
export type Detail = 'large' | 'medium' | 'small';

/** Where things of the chamber are, CSS pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly detail: Detail;
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

/** Lays out a picture of any size from 240 × 200 upwards; smaller ones are treated as that. */
export const layFrame = (wide: number, high: number): Frame => {
  const width = Math.max(240, wide);
  const height = Math.max(200, high);
  const detail = detailOf(width, height);
  const scrollWide = Math.min(width * (detail === 'large' ? 0.4 : detail === 'medium' ? 0.44 : 0.46), 720);
  const top = height * (detail === 'large' ? 0.475 : 0.495);
  const scroll: Box = {
    x: (width - scrollWide) / 2,
    y: top,
    w: scrollWide,
    h: Math.min(height * 0.985 - top, 780),
  };
  const tab = detail === 'small' ? { w: 40, h: 26 } : { w: 104, h: 34 };
  const tabsWide = tab.w * 3 + 8;
  return {
    width,
    height,
    detail,
    room: { x: 0, y: 0, w: width, h: height },
    scroll,
    ladder: {
      x: detail === 'small' ? 13 : 20,
      y: detail === 'small' ? 40 : Math.max(56, height * 0.085),
      w: detail === 'small' ? 20 : 42,
      h: height * (detail === 'small' ? 0.36 : 0.42),
    },
    tabs: {
      x: width - tabsWide - (detail === 'small' ? 6 : 16),
      y: detail === 'small' ? 6 : 14,
      w: tabsWide,
      h: tab.h,
    },
  };
};
