import type { Box, Spot } from '../paint/brush.ts';
import type { Side } from '../model/deck.ts';
import type { Frame } from './frame.ts';

/** Where the others stand and what is between us, CSS pixels. */
export interface CorridorPlan {
  /** One place for each of the others, in the scenario's order without me. */
  readonly row: readonly Box[];
  readonly floor: number;
  readonly mat: MatPlan;
  /** Feet of my bust and the partner's; absent on a phone. */
  readonly busts: { readonly me: Spot; readonly partner: Spot; readonly tall: number } | undefined;
  /** Trays of the hand. On a phone there is one at a time. */
  readonly trays: Readonly<Record<Side, TrayPlan>>;
  readonly single: boolean;
  /** Whether there is a hand to play from; whoever watches a film has none, and the mat has its place. */
  readonly hand: boolean;
}

export interface MatPlan {
  readonly box: Box;
  readonly give: Box;
  readonly ask: Box;
  readonly slip: number;
  readonly offer: Box;
  readonly open: Box;
  readonly ours: Box;
  readonly theirs: Box;
}

export interface TrayPlan {
  readonly box: Box;
  readonly head: Box;
  readonly piles: readonly Box[];
  readonly cards: readonly Box[];
  readonly back: Box;
  readonly on: Box;
}

const split = (box: Box, count: number, gap: number): readonly Box[] => {
  const w = (box.w - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, i) => ({ ...box, x: box.x + i * (w + gap), w }));
};

/** Height of the hand on a phone: heads of the piles and a row of cards. */
const SMALL_HAND = 124;

/** Lays out the corridor for `others` delegations besides one's own. */
export const layCorridor = (frame: Frame, others: number, hand = true): CorridorPlan => {
  const { width, height, detail } = frame;
  const small = detail === 'small';
  const tight = detail !== 'large';
  const handTop = !hand
    ? height * (small ? 1 : 0.97)
    : small
      ? Math.max(height * 0.6, height - SMALL_HAND)
      : height * 0.745;
  const floor = small ? Math.min(Math.max(height * 0.17, 64), 110) : height * 0.375;
  const left = small ? 36 : frame.ladder.x + frame.ladder.w + 22;
  const rowTop = small ? frame.tabs.y + frame.tabs.h + 4 : height * 0.12;
  const row = split(
    { x: left, y: rowTop, w: width - left - (small ? 6 : 24), h: floor - rowTop },
    Math.max(1, others),
    small ? 2 : 6,
  );
  const side = small ? 6 : width * (tight ? 0.155 : 0.17);
  const matBox: Box = {
    x: side,
    y: floor + (small ? 8 : height * 0.045),
    w: width - side * 2,
    h: handTop - floor - (small ? 14 : height * 0.06),
  };
  return {
    row,
    floor,
    mat: layMat(matBox, small),
    busts: small
      ? undefined
      : {
          me: { x: side * 0.5, y: handTop - 6 },
          partner: { x: width - side * 0.5, y: handTop - 6 },
          tall: Math.min(side * 0.92, height * 0.24),
        },
    trays: layTrays(width, height, handTop, small),
    single: small,
    hand,
  };
};

const layMat = (box: Box, small: boolean): MatPlan => {
  const foot = small ? 30 : Math.min(66, box.h * 0.22);
  const pad = small ? 6 : 14;
  const inner: Box = { x: box.x + pad, y: box.y + pad, w: box.w - pad * 2, h: box.h - pad * 2 - foot };
  const [give, ask] = split(inner, 2, small ? 6 : 18);
  const y = box.y + box.h - foot - pad * 0.9;
  const bar: Box = { x: box.x + pad, y, w: box.w - pad * 2, h: foot };
  const offerWide = Math.min(small ? 84 : 150, bar.w * 0.24);
  const middle = bar.x + bar.w / 2;
  const openHigh = small ? 0 : Math.min(18, foot * 0.36);
  const plate = (bar.w - offerWide - 20) / 2;
  return {
    box,
    give: give ?? inner,
    ask: ask ?? inner,
    slip: small && inner.h < 150 ? 21 : Math.max(25, Math.min(44, box.h * 0.125, (inner.h - 24) / 4)),
    offer: { x: middle - offerWide / 2, y: bar.y + openHigh, w: offerWide, h: foot - openHigh },
    open: { x: middle - offerWide / 2, y: bar.y - 2, w: offerWide, h: Math.max(openHigh, 1) },
    ours: { x: bar.x, y: bar.y, w: plate, h: foot },
    theirs: { x: bar.x + bar.w - plate, y: bar.y, w: plate, h: foot },
  };
};

const layTrays = (
  width: number,
  height: number,
  top: number,
  small: boolean,
): Readonly<Record<Side, TrayPlan>> => {
  const pad = small ? 6 : 12;
  const whole: Box = { x: pad, y: top, w: width - pad * 2, h: height - top - (small ? 4 : 8) };
  const [left, right] = small ? [whole, whole] : split(whole, 2, 14);
  return { give: layTray(left ?? whole, small), ask: layTray(right ?? whole, small) };
};

const layTray = (box: Box, small: boolean): TrayPlan => {
  const headHigh = small ? 26 : 30;
  const head: Box = { x: box.x + 6, y: box.y + 4, w: box.w - 12, h: headHigh };
  const pager = small ? 26 : 28;
  const pileWide = small ? 62 : Math.min(84, box.w * 0.17);
  const pilesBox: Box = { x: head.x + head.w - pileWide * 3, y: head.y, w: pileWide * 3, h: headHigh - 3 };
  const room: Box = {
    x: box.x + pager + 4,
    y: head.y + headHigh + 3,
    w: box.w - pager * 2 - 8,
    h: box.y + box.h - head.y - headHigh - 9,
  };
  const wanted = small ? 84 : Math.min(124, room.h * 0.86);
  const count = Math.max(2, Math.floor((room.w + 8) / (wanted + 8)));
  return {
    box,
    head,
    piles: split(pilesBox, 3, 4),
    cards: split(room, count, small ? 5 : 8),
    back: { x: box.x + 2, y: room.y, w: pager, h: room.h },
    on: { x: box.x + box.w - pager - 2, y: room.y, w: pager, h: room.h },
  };
};
