import { describe, expect, it } from 'vitest';
import { layCorridor } from '../../../src/client/table/layout/corridor.ts';
import { detailOf, layFrame } from '../../../src/client/table/layout/frame.ts';
import { seatHorseshoe } from '../../../src/client/table/layout/horseshoe.ts';
import { makeLens } from '../../../src/client/table/layout/lens.ts';
import { along, beside, bulge, projectWorld, spread } from '../../../src/client/table/layout/worldmap.ts';
import type { Box } from '../../../src/client/table/paint/brush.ts';
import { planScroll } from '../../../src/client/table/paint/scroll.ts';
import { shelve } from '../../../src/client/table/textures.ts';

const SIZES = [
  [1920, 1000],
  [1300, 860],
  [850, 640],
  [390, 360],
  [390, 800],
  [320, 300],
  [1000, 400],
] as const;

const within = (box: Box, width: number, height: number): boolean =>
  box.x >= -0.5 && box.y >= -0.5 && box.x + box.w <= width + 0.5 && box.y + box.h <= height + 0.5;

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));

describe('the horseshoe', () => {
  for (const [width, height] of SIZES)
    for (const count of [1, 2, 7, 12, 20])
      it(`seats ${count} in ${width} × ${height} without two placards upon each other`, () => {
        const { seats } = seatHorseshoe(count, makeLens(layFrame(width, height).room));
        expect(seats).toHaveLength(count);
        const placards = seats.map(({ placard, wide }): Box => ({
          x: placard.x - wide / 2,
          y: placard.y - wide * 0.285,
          w: wide,
          h: wide * 0.285,
        }));
        for (const [i, a] of placards.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.w).toBeLessThanOrEqual(width);
          expect(a.y + a.h).toBeLessThanOrEqual(height);
          for (const b of placards.slice(i + 1)) expect(overlap(a, b) / (a.w * a.h)).toBeLessThan(0.2);
        }
      });

  it('puts the first half on the left, from the Chair outwards, and the rest on the right', () => {
    const { seats, podium } = seatHorseshoe(12, makeLens({ x: 0, y: 0, w: 1300, h: 860 }));
    const left = seats.slice(0, 6).map(({ figure }) => figure);
    const right = seats.slice(6).map(({ figure }) => figure);
    for (const spot of left) expect(spot.x).toBeLessThan(podium.figure.x);
    for (const spot of right) expect(spot.x).toBeGreaterThan(podium.figure.x);
    expect(left.map(({ y }) => y)).toEqual(left.map(({ y }) => y).toSorted((a, b) => a - b));
    expect(right.map(({ y }) => y)).toEqual(right.map(({ y }) => y).toSorted((a, b) => a - b));
  });

  it('mirrors the arms when both sides have the same number', () => {
    const { seats } = seatHorseshoe(8, makeLens({ x: 0, y: 0, w: 1000, h: 700 }));
    for (let i = 0; i < 4; i += 1) {
      expect((seats[i]?.figure.x ?? 0) + (seats[i + 4]?.figure.x ?? 0)).toBeCloseTo(1000, 6);
      expect(seats[i]?.turn).toBeCloseTo(-(seats[i + 4]?.turn ?? 0), 6);
    }
  });
});

describe('the lens', () => {
  it('draws what is further smaller and higher on the picture', () => {
    const lens = makeLens({ x: 0, y: 0, w: 1000, h: 700 });
    const near = lens.project(0.5, 0, 0);
    const far = lens.project(0.5, 0, 0.6);
    expect(far.y).toBeLessThan(near.y);
    expect(Math.abs(far.x - 500)).toBeLessThan(Math.abs(near.x - 500));
    expect(lens.project(0.5, 0.1, 0).y).toBeLessThan(near.y);
  });
});

describe('the frame', () => {
  it('knows a phone, a small window and a large one', () => {
    expect(detailOf(390, 360)).toBe('small');
    expect(detailOf(850, 640)).toBe('medium');
    expect(detailOf(1300, 860)).toBe('large');
  });

  for (const [width, height] of SIZES)
    it(`keeps scroll, ladder and tabs inside ${width} × ${height}`, () => {
      const frame = layFrame(width, height);
      for (const box of [frame.scroll, frame.ladder, frame.tabs])
        expect(within(box, width, height)).toBe(true);
      expect(overlap(frame.scroll, frame.ladder)).toBe(0);
    });

  it('gives a line of the scroll to each article, one under the other, on the paper', () => {
    for (const [width, height] of SIZES) {
      const plan = planScroll(layFrame(width, height).scroll, 11);
      expect(plan.lines).toHaveLength(11);
      const ends = plan.lines.map(({ y, h }) => y + h);
      for (const [i, line] of plan.lines.entries())
        expect(line.y).toBeGreaterThanOrEqual((ends[i - 1] ?? plan.paper.y) - 0.01);
      expect(ends.at(-1)).toBeLessThanOrEqual(plan.paper.y + plan.paper.h);
    }
  });
});

describe('the corridor', () => {
  for (const [width, height] of SIZES)
    it(`keeps mat, row and hand apart in ${width} × ${height}`, () => {
      const plan = layCorridor(layFrame(width, height), 11);
      expect(plan.row).toHaveLength(11);
      expect(within(plan.mat.box, width, height)).toBe(true);
      for (const box of [plan.mat.give, plan.mat.ask, plan.mat.offer, plan.mat.ours, plan.mat.theirs])
        expect(overlap(box, plan.mat.box)).toBeCloseTo(box.w * box.h, 3);
      expect(overlap(plan.mat.give, plan.mat.ask)).toBe(0);
      expect(overlap(plan.mat.ours, plan.mat.offer)).toBe(0);
      for (const tray of Object.values(plan.trays)) {
        expect(within(tray.box, width, height)).toBe(true);
        expect(overlap(tray.box, plan.mat.box)).toBe(0);
        expect(tray.cards.length).toBeGreaterThanOrEqual(2);
        for (const card of tray.cards) expect(overlap(card, tray.box)).toBeCloseTo(card.w * card.h, 3);
      }
      expect(plan.single).toBe(detailOf(width, height) === 'small');
    });
});

describe('the world', () => {
  it('shows every capital inside the picture', () => {
    const projection = projectWorld({ x: 0, y: 0, w: 1200, h: 800 });
    for (const place of [
      [-77, 38.9],
      [139.7, 35.7],
      [174.8, -41.3],
      [-21.9, 64.1],
      [-70.6, -33.4],
      [179.2, -8.5],
    ] as const) {
      const [x, y] = projection([place[0], place[1]]) ?? [Number.NaN, Number.NaN];
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(1200);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(800);
    }
  });

  it('pushes flags apart that stand too close, and leaves the others', () => {
    const homes = [
      { x: 100, y: 100 },
      { x: 104, y: 101 },
      { x: 100, y: 100 },
      { x: 400, y: 300 },
    ];
    const markers = spread(homes, 38, { x: 0, y: 0, w: 600, h: 400 });
    for (const [i, a] of markers.entries())
      for (const b of markers.slice(i + 1))
        expect(Math.hypot(a.at.x - b.at.x, (a.at.y - b.at.y) * 1.35)).toBeGreaterThan(36);
    expect(markers[3]?.at).toEqual({ x: 400, y: 300 });
    expect(markers.map(({ home }) => home)).toEqual(homes);
  });

  it('bends an arc over both ends and meets them', () => {
    const [from, to] = [
      { x: 10, y: 200 },
      { x: 300, y: 180 },
    ];
    const middle = bulge(from, to);
    expect(middle.y).toBeLessThan(180);
    expect(along(from, middle, to, 0)).toEqual(from);
    expect(along(from, middle, to, 1)).toEqual(to);
  });
});

describe('the atlas', () => {
  it('places pictures side by side, none upon another, within the width', () => {
    const sizes = Array.from({ length: 60 }, (_, i) => ({
      w: 20 + ((i * 37) % 180),
      h: 15 + ((i * 53) % 140),
    }));
    const plan = shelve(sizes, 512);
    const boxes = sizes.map((size, i): Box => ({
      ...size,
      x: plan.places[i]?.x ?? -1,
      y: plan.places[i]?.y ?? -1,
    }));
    for (const [i, a] of boxes.entries()) {
      expect(a.x + a.w).toBeLessThanOrEqual(512);
      expect(a.y + a.h).toBeLessThanOrEqual(plan.h);
      for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(0);
    }
  });
});

describe('a note on the map', () => {
  const frame: Box = { x: 0, y: 0, w: 600, h: 400 };
  const size = { w: 120, h: 40 };

  it('stands below its place when nothing is there', () => {
    const box = beside({ x: 300, y: 200 }, size, frame, []);
    expect(box.y).toBeGreaterThan(200);
    expect(box.x + box.w / 2).toBeCloseTo(300, 6);
  });

  it('goes round what must stay visible, and stays inside', () => {
    const flags: Box[] = [
      { x: 230, y: 210, w: 140, h: 90 },
      { x: 330, y: 120, w: 150, h: 80 },
    ];
    const box = beside({ x: 300, y: 200 }, size, frame, flags);
    for (const flag of flags) expect(overlap(box, flag)).toBe(0);
    for (const spot of [
      { x: 2, y: 2 },
      { x: 599, y: 399 },
      { x: 300, y: 398 },
    ])
      expect(within(beside(spot, size, frame, []), 600, 400)).toBe(true);
  });
});
