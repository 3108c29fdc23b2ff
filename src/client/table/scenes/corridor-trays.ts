import type { Screen } from '../../session/contract.ts';
import type { Playing, TableContext } from '../context.ts';
import type { CorridorPlan, TrayPlan } from '../layout/corridor.ts';
import { PILES, type Pile, type Side } from '../model/deck.ts';
import { cardFace } from '../model/faces.ts';
import { handPage, type Talk } from '../model/talk.ts';
import { brass, ramp, rounded, type Box, type Brush } from '../paint/brush.ts';
import { paintCard } from '../paint/card.ts';
import { veil } from '../paint/colour.ts';
import { font, shrunk } from '../paint/letters.ts';
import { PALETTE } from '../palette.ts';
import { say, type TableWord } from '../words.ts';

const PILE_WORD: Readonly<Record<Pile, TableWord>> = {
  deeds: 'deeds',
  means: 'means',
  positions: 'positions',
};

/** One side's hand on the table. */
export const paintTray = (
  brush: Brush,
  context: TableContext,
  now: Playing,
  screen: Screen,
  plan: CorridorPlan,
  talk: Talk,
  side: Side,
): void => {
  const tray = plan.trays[side];
  const small = plan.single;
  brush.fillStyle = veil('#170b05', 0.5);
  rounded(brush, tray.box, 9);
  brush.fill();
  brush.strokeStyle = veil(PALETTE.brass, 0.45);
  brush.lineWidth = 1;
  brush.stroke();
  const partner = now.scenario.delegations.find(({ id }) => id === screen.mat.partner);
  const me = now.view.own?.delegation;
  brush.textBaseline = 'middle';
  brush.textAlign = 'left';
  brush.fillStyle = veil(PALETTE.cream, 0.92);
  const name = partner === undefined ? '…' : context.words(partner.placard);
  if (small) paintSides(brush, tray, talk);
  else {
    const room = (tray.piles[0]?.x ?? tray.head.x) - tray.head.x - 10;
    brush.fillText(
      shrunk(
        brush,
        side === 'give' ? say('ourHand') : say('theirHand', { name }),
        'sans',
        620,
        13.5,
        9,
        room,
      ),
      tray.head.x + 4,
      tray.head.y + tray.head.h / 2,
    );
  }
  if (me === undefined || partner === undefined) {
    paintNobody(brush, tray, small);
    return;
  }
  const hand = handPage(now.scenario, now.view, { me, partner: partner.id }, side, talk, tray.cards.length);
  paintPiles(brush, tray, talk.piles[side], hand.sizes, small);
  for (const [i, card] of hand.cards.entries()) {
    const box = tray.cards[i];
    if (box !== undefined)
      paintCard(brush, box, cardFace(now.scenario, card, side, context.words), context.ratio);
  }
  if (hand.cards.length === 0) {
    const middle = tray.cards[0];
    brush.textAlign = 'center';
    brush.fillStyle = veil(PALETTE.cream, 0.55);
    brush.font = font('sans', small ? 10 : 13, 450);
    if (middle !== undefined)
      brush.fillText(say('nothingHere'), tray.box.x + tray.box.w / 2, middle.y + middle.h / 2);
  }
  if (hand.pages > 1) {
    paintArrow(brush, tray.back, -1, hand.page > 0);
    paintArrow(brush, tray.on, 1, hand.page < hand.pages - 1);
  }
};

/** Nobody is talked to yet: places for cards, and what to do. */
const paintNobody = (brush: Brush, tray: TrayPlan, small: boolean): void => {
  brush.setLineDash([5, 6]);
  brush.lineWidth = 1.3;
  brush.strokeStyle = veil(PALETTE.brassLight, 0.22);
  for (const box of tray.cards) {
    rounded(brush, box, 7);
    brush.stroke();
  }
  brush.setLineDash([]);
  const first = tray.cards[0];
  if (first === undefined) return;
  brush.textAlign = 'center';
  brush.fillStyle = veil(PALETTE.cream, 0.8);
  brush.fillText(
    shrunk(brush, say('chooseFirst'), 'serif', 500, small ? 11 : 16, 9, tray.box.w - 40),
    tray.box.x + tray.box.w / 2,
    first.y + first.h / 2,
  );
};

/** On a phone: whose hand is on the table. */
export const sideTabs = (tray: TrayPlan): Readonly<Record<Side, Box>> => {
  const end = tray.piles[0]?.x ?? tray.head.x + 160;
  const w = Math.min(92, (end - tray.head.x - 8) / 2);
  return {
    give: { ...tray.head, w, h: tray.head.h - 3 },
    ask: { ...tray.head, x: tray.head.x + w + 3, w, h: tray.head.h - 3 },
  };
};

const paintSides = (brush: Brush, tray: TrayPlan, talk: Talk): void => {
  const boxes = sideTabs(tray);
  for (const side of ['give', 'ask'] as const)
    paintTab(
      brush,
      boxes[side],
      side === 'give' ? say('weGive') : say('theyGiveShort'),
      talk.tray === side,
      10,
    );
};

const paintPiles = (
  brush: Brush,
  tray: TrayPlan,
  shown: Pile,
  sizes: readonly number[],
  small: boolean,
): void => {
  for (const [i, pile] of PILES.entries()) {
    const box = tray.piles[i];
    if (box !== undefined)
      paintTab(
        brush,
        box,
        small ? say(PILE_WORD[pile]) : `${say(PILE_WORD[pile])} ${sizes[i] ?? 0}`,
        pile === shown,
        small ? 10 : 12,
      );
  }
};

const paintTab = (brush: Brush, box: Box, words: string, on: boolean, size: number): void => {
  rounded(brush, box, 5);
  brush.fillStyle = on
    ? brass(brush, box)
    : ramp(brush, box, [
        [0, '#4a2e1a'],
        [1, '#2c190d'],
      ]);
  brush.fill();
  brush.strokeStyle = veil(on ? PALETTE.brassLight : PALETTE.brass, 0.6);
  brush.lineWidth = 1;
  brush.stroke();
  brush.fillStyle = on ? PALETTE.ink : PALETTE.cream;
  brush.textAlign = 'center';
  brush.textBaseline = 'middle';
  brush.fillText(
    shrunk(brush, words, 'sans', 620, size, 8, box.w - 8),
    box.x + box.w / 2,
    box.y + box.h / 2 + 0.5,
  );
};

const paintArrow = (brush: Brush, box: Box, way: -1 | 1, on: boolean): void => {
  const x = box.x + box.w / 2;
  const y = box.y + box.h / 2;
  brush.strokeStyle = on ? PALETTE.brassLight : veil(PALETTE.brassLight, 0.22);
  brush.lineWidth = 3;
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.beginPath();
  brush.moveTo(x - way * 4, y - 9);
  brush.lineTo(x + way * 5, y);
  brush.lineTo(x - way * 4, y + 9);
  brush.stroke();
};
