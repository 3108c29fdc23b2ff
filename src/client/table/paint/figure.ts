import { PALETTE } from '../palette.ts';
import { grains, glow, seedOf, type Brush } from './brush.ts';
import { darker, lighter, mix, veil } from './colour.ts';

/**
 * How a delegate looks: drawn from its identity, so that it is the same person in every game, and from nothing else:
 * no country has a look.
 */
export interface Look {
  readonly skin: string;
  readonly hair: string;
  readonly coat: string;
  readonly shirt: string;
  readonly tie: string;
  readonly cut: Cut;
  readonly dress: Dress;
  readonly broad: number;
  readonly glasses: boolean;
}

const CUTS = ['short', 'side', 'bob', 'bun', 'crop', 'long', 'bald', 'curls', 'scarf', 'grey'] as const;
type Cut = (typeof CUTS)[number];
const DRESSES = ['tie', 'open', 'tie', 'high', 'blouse'] as const;
type Dress = (typeof DRESSES)[number];

const SKINS = ['#f0cdb0', '#e3b48f', '#cf9a70', '#b57d53', '#94603c', '#704529', '#553320', '#dcae8c'];
const HAIRS = ['#1d1714', '#2b1d14', '#4a3220', '#6b4a2c', '#8a8580', '#b9b3aa', '#33241c', '#15110f'];
const COATS = [
  '#232c3d',
  '#2f3238',
  '#1f3350',
  '#3d2c30',
  '#2d3b36',
  '#44403a',
  '#1c2430',
  '#4a3a4c',
  '#573a2c',
  '#27404a',
];
const SHIRTS = ['#f3efe6', '#dfe8f1', '#f1e4d6', '#e8ebee'];
const BLOUSES = ['#f3efe6', '#dfe8f1', '#6f9cc4', '#86b39b', '#6d5f94', '#31526f', '#8c3f4d'];
const TIES = ['#8d2f2c', '#274d7d', '#3f6b52', '#6d5b2a', '#5a3a66', '#1f5c6b', '#9c5a2a'];

/** `place` spreads neighbours: two seats side by side never share a cut. */
export const lookOf = (id: string, place: number): Look => {
  const next = grains(seedOf(id));
  next();
  const pick = <T>(list: readonly T[], shift = 0): T => {
    const item = list[(Math.floor(next() * list.length) + shift) % list.length];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const cut = CUTS[(place * 3 + Math.floor(next() * 2)) % CUTS.length] ?? 'short';
  const blouse = cut === 'bob' || cut === 'bun' || cut === 'long' || cut === 'scarf';
  const dress = blouse ? 'blouse' : (DRESSES[(place + Math.floor(next() * 3)) % DRESSES.length] ?? 'tie');
  return {
    skin: SKINS[(place * 5 + Math.floor(next() * 2)) % SKINS.length] ?? '#cf9a70',
    hair: cut === 'grey' ? '#a9a49c' : pick(HAIRS),
    coat: pick(COATS, place),
    shirt: blouse ? pick(BLOUSES, place) : pick(SHIRTS),
    tie: pick(TIES, place),
    cut,
    dress,
    broad: blouse ? 0.9 : 0.98 + next() * 0.08,
    glasses: next() > 0.78,
  };
};

/**
 * A seated delegate from the waist up. The context is moved so that (0, 0) is the middle of the lower edge;
 * the figure is 100 units high and at most 104 wide, scaled by `size / 100`. `turn` −1 to 1: where it looks.
 */
export const paintFigure = (brush: Brush, look: Look, size: number, turn: number): void => {
  brush.save();
  brush.scale(size / 100, size / 100);
  brush.lineJoin = 'round';
  paintHairBehind(brush, look, turn * 5, HEAD);
  paintBody(brush, look, turn);
  paintHead(brush, look, turn);
  brush.restore();
};

/** Middle of the head above the waist. */
const HEAD = -76;

const paintBody = (brush: Brush, look: Look, turn: number): void => {
  const w = 43 * look.broad;
  const lean = turn * 3;
  const left = -w + (turn > 0 ? turn * 4 : 0);
  const right = w + (turn < 0 ? turn * 4 : 0);
  brush.beginPath();
  brush.moveTo(left - 1, 2);
  brush.bezierCurveTo(left - 2, -20, left + 1, -36, left + 13, -42);
  brush.bezierCurveTo(left + 22, -46, lean - 12, -46, lean - 9, -54);
  brush.lineTo(lean + 9, -54);
  brush.bezierCurveTo(lean + 12, -46, right - 22, -46, right - 13, -42);
  brush.bezierCurveTo(right - 1, -36, right + 2, -20, right + 1, 2);
  brush.closePath();
  const cloth = brush.createLinearGradient(0, -50, 0, 4);
  cloth.addColorStop(0, lighter(look.coat, 0.2));
  cloth.addColorStop(0.35, look.coat);
  cloth.addColorStop(1, darker(look.coat, 0.5));
  brush.fillStyle = cloth;
  brush.fill();
  brush.save();
  brush.clip();
  // Light from above catches the shoulders; the arms stand out by a soft fold.
  glow(brush, left + 12, -44, 20, 12, PALETTE.brassLight, 0.3);
  glow(brush, right - 12, -44, 20, 12, PALETTE.brassLight, 0.3);
  brush.strokeStyle = veil('#000000', 0.34);
  brush.lineWidth = 1.6;
  brush.beginPath();
  brush.moveTo(left + 13, -24);
  brush.quadraticCurveTo(left + 16, -10, left + 14, 4);
  brush.moveTo(right - 13, -24);
  brush.quadraticCurveTo(right - 16, -10, right - 14, 4);
  brush.stroke();
  paintFront(brush, look, lean, turn);
  brush.restore();
  // Neck, in the shade of the chin.
  brush.fillStyle = darker(look.skin, 0.24);
  brush.beginPath();
  brush.moveTo(lean - 7.5, -64);
  brush.lineTo(lean + 7.5, -64);
  brush.lineTo(lean + 8.5, -51);
  brush.quadraticCurveTo(lean + turn * 1.5, -45, lean - 8.5, -51);
  brush.closePath();
  brush.fill();
};

const paintFront = (brush: Brush, look: Look, lean: number, turn: number): void => {
  const middle = lean + turn * 3;
  const deep = look.dress === 'blouse' ? -24 : -8;
  const wide = look.dress === 'blouse' ? 8 : 11;
  if (look.dress !== 'high') {
    brush.fillStyle = look.shirt;
    brush.beginPath();
    brush.moveTo(lean - wide, -54);
    brush.lineTo(lean + wide, -54);
    brush.lineTo(middle + turn, deep);
    brush.closePath();
    brush.fill();
  }
  if (look.dress === 'tie') {
    brush.fillStyle = look.tie;
    brush.beginPath();
    brush.moveTo(middle - 3, -49);
    brush.lineTo(middle + 3, -49);
    brush.lineTo(middle + 1.8, -44);
    brush.lineTo(middle + 4.4, -20);
    brush.lineTo(middle, -10);
    brush.lineTo(middle - 4.4, -20);
    brush.lineTo(middle - 1.8, -44);
    brush.closePath();
    brush.fill();
    brush.fillStyle = veil('#000000', 0.22);
    brush.fillRect(middle - 1.8, -45, 3.6, 1.4);
  }
  const lapel = (side: -1 | 1): void => {
    brush.fillStyle = lighter(look.coat, side * turn > 0 ? 0.16 : 0.09);
    brush.beginPath();
    brush.moveTo(lean + side * wide, -55);
    brush.lineTo(lean + side * (wide + 8), -47);
    brush.lineTo(lean + side * (wide + 5), -37);
    brush.lineTo(lean + side * (wide + 8), -35);
    brush.lineTo(middle + turn, deep + 3);
    brush.closePath();
    brush.fill();
    brush.strokeStyle = veil('#000000', 0.35);
    brush.lineWidth = 0.8;
    brush.stroke();
  };
  if (look.dress === 'high') {
    brush.strokeStyle = veil('#000000', 0.4);
    brush.lineWidth = 1.2;
    brush.beginPath();
    brush.moveTo(middle, -50);
    brush.lineTo(middle + turn, 2);
    brush.stroke();
    brush.fillStyle = lighter(look.coat, 0.12);
    brush.fillRect(lean - 9, -57, 18, 6);
  } else {
    lapel(-1);
    lapel(1);
  }
  // The conference badge on its blue ribbon.
  brush.strokeStyle = veil(PALETTE.blue, 0.9);
  brush.lineWidth = 1.3;
  brush.beginPath();
  brush.moveTo(lean - 10, -52);
  brush.lineTo(middle + 1, -16);
  brush.lineTo(lean + 10, -52);
  brush.stroke();
  brush.fillStyle = PALETTE.cream;
  brush.fillRect(middle - 4, -17, 10, 8);
  brush.fillStyle = PALETTE.blue;
  brush.fillRect(middle - 4, -17, 10, 2.2);
};

const paintHead = (brush: Brush, look: Look, turn: number): void => {
  const x = turn * 5;
  const y = HEAD;
  // Far ear is hidden when the head is turned.
  brush.fillStyle = darker(look.skin, 0.12);
  for (const side of [-1, 1] as const) {
    if (side * turn > 0.35) continue;
    brush.beginPath();
    brush.ellipse(x + side * 13.4 - turn * 1.5, y + 1, 2.6, 4.4, 0, 0, Math.PI * 2);
    brush.fill();
  }
  brush.beginPath();
  brush.moveTo(x - 13.4, y - 4);
  brush.bezierCurveTo(x - 14.4, y - 22, x + 14.4, y - 22, x + 13.4, y - 4);
  brush.bezierCurveTo(x + 13.4, y + 7, x + 9.5 + turn, y + 15.5, x + turn * 2, y + 16.4);
  brush.bezierCurveTo(x - 9.5 + turn, y + 15.5, x - 13.4, y + 7, x - 13.4, y - 4);
  brush.closePath();
  const side = turn >= 0 ? 1 : -1;
  const face = brush.createLinearGradient(x - side * 15, 0, x + side * 15, 0);
  face.addColorStop(0, darker(look.skin, 0.3));
  face.addColorStop(0.4, look.skin);
  face.addColorStop(1, lighter(look.skin, 0.12));
  brush.fillStyle = face;
  brush.fill();
  brush.save();
  brush.clip();
  glow(brush, x + turn * 4, y - 12, 15, 9, '#fff1d6', 0.3);
  glow(brush, x + turn * 3, y + 18, 13, 8, '#000000', 0.26);
  paintFeatures(brush, look, x + turn * 5, y);
  brush.restore();
  paintHairOver(brush, look, x, y, turn);
};

/** Planes of light only: brow, nose, mouth. */
const paintFeatures = (brush: Brush, look: Look, x: number, y: number): void => {
  for (const side of [-1, 1]) {
    brush.fillStyle = veil(darker(look.skin, 0.5), 0.42);
    brush.beginPath();
    brush.ellipse(x + side * 5.3, y - 1.2, 3.7, 2.3, 0, 0, Math.PI * 2);
    brush.fill();
    brush.fillStyle = '#1d1410';
    brush.beginPath();
    brush.ellipse(x + side * 5.3 + 0.3, y - 0.9, 1.5, 1.6, 0, 0, Math.PI * 2);
    brush.fill();
    brush.fillStyle = veil('#ffffff', 0.75);
    brush.fillRect(x + side * 5.3 + 0.4, y - 1.9, 0.8, 0.8);
  }
  brush.strokeStyle = veil(look.cut === 'grey' ? '#7a756d' : darker(look.hair, 0.1), 0.75);
  brush.lineWidth = 1.3;
  brush.lineCap = 'round';
  for (const side of [-1, 1]) {
    brush.beginPath();
    brush.moveTo(x + side * 2.6, y - 4.2);
    brush.quadraticCurveTo(x + side * 5.6, y - 5.8, x + side * 8.6, y - 4);
    brush.stroke();
  }
  brush.strokeStyle = veil(darker(look.skin, 0.5), 0.55);
  brush.lineWidth = 1.1;
  brush.beginPath();
  brush.moveTo(x + 0.6, y - 1);
  brush.quadraticCurveTo(x + 2.2, y + 4.2, x - 1, y + 5);
  brush.stroke();
  brush.strokeStyle = veil(darker(mix(look.skin, '#a04a3c', 0.35), 0.35), 0.8);
  brush.beginPath();
  brush.moveTo(x - 3.8, y + 10);
  brush.quadraticCurveTo(x, y + 11.2, x + 3.8, y + 10);
  brush.stroke();
  if (look.glasses) {
    brush.strokeStyle = veil('#1a1512', 0.8);
    brush.lineWidth = 0.9;
    for (const side of [-1, 1]) {
      brush.beginPath();
      brush.ellipse(x + side * 5.4, y - 0.8, 4.2, 3.4, 0, 0, Math.PI * 2);
      brush.stroke();
    }
    brush.beginPath();
    brush.moveTo(x - 1.2, y - 1.4);
    brush.lineTo(x + 1.2, y - 1.4);
    brush.stroke();
  }
};

const paintHairBehind = (brush: Brush, look: Look, x: number, y: number): void => {
  brush.fillStyle = darker(look.cut === 'scarf' ? look.tie : look.hair, 0.22);
  brush.beginPath();
  switch (look.cut) {
    case 'bob':
      brush.roundRect(x - 16.5, y - 18, 33, 36, [16, 16, 8, 8]);
      break;
    case 'long':
      brush.roundRect(x - 17, y - 19, 34, 48, [17, 17, 10, 10]);
      break;
    case 'bun':
      brush.ellipse(x, y - 21, 7, 6, 0, 0, Math.PI * 2);
      break;
    case 'curls':
      brush.ellipse(x, y - 8, 18, 15.5, 0, 0, Math.PI * 2);
      break;
    case 'scarf':
      brush.roundRect(x - 18, y - 20, 36, 46, [18, 18, 14, 14]);
      break;
    case 'short':
    case 'side':
    case 'crop':
    case 'bald':
    case 'grey':
      return;
  }
  brush.fill();
};

/** Where the hair ends on the forehead, drawn from the right temple to the left. */
const fringe = (brush: Brush, cut: Cut, x: number, y: number, turn: number): void => {
  switch (cut) {
    case 'side':
    case 'grey':
      brush.quadraticCurveTo(x + 12.5, y - 9, x + 8, y - 11.5);
      brush.quadraticCurveTo(x - 1, y - 9.5, x - 8 + turn, y - 12.5);
      brush.quadraticCurveTo(x - 12, y - 9, x - 14, y - 3);
      return;
    case 'bob':
    case 'long':
      brush.quadraticCurveTo(x + 12.6, y - 4, x + 11.6, y - 7);
      brush.quadraticCurveTo(x + 5, y - 8, x - 3 + turn * 4, y - 15);
      brush.quadraticCurveTo(x - 9, y - 9, x - 12, y - 5);
      brush.quadraticCurveTo(x - 13, y - 2, x - 14, y + 5);
      return;
    case 'bun':
    case 'scarf':
      brush.quadraticCurveTo(x + 12.4, y - 7, x + 9, y - 10);
      brush.quadraticCurveTo(x + turn * 2, y - 14.5, x - 9, y - 10);
      brush.quadraticCurveTo(x - 12.4, y - 7, x - 14, y + (cut === 'scarf' ? 6 : -2));
      return;
    case 'short':
    case 'crop':
    case 'curls':
    case 'bald':
      brush.quadraticCurveTo(x + 12.8, y - 8, x + 10.5, y - 10);
      brush.quadraticCurveTo(x + 4, y - 12.4, x + turn * 3, y - 11.6);
      brush.quadraticCurveTo(x - 5, y - 12.6, x - 10.5, y - 10);
      brush.quadraticCurveTo(x - 12.8, y - 8, x - 14, y - 2);
  }
};

const paintHairOver = (brush: Brush, look: Look, x: number, y: number, turn: number): void => {
  if (look.cut === 'bald') {
    glow(brush, x + turn * 3, y - 15, 8, 4, '#ffffff', 0.35);
    return;
  }
  const cloth = look.cut === 'scarf';
  const colour = cloth ? look.tie : look.hair;
  const shine = brush.createLinearGradient(0, y - 20, 0, y + 4);
  shine.addColorStop(0, lighter(colour, 0.24));
  shine.addColorStop(0.6, colour);
  shine.addColorStop(1, darker(colour, 0.2));
  brush.fillStyle = shine;
  const fall = look.cut === 'bob' || look.cut === 'long' || cloth ? 7 : -1;
  const crown = look.cut === 'crop' ? -24.5 : look.cut === 'curls' ? -31 : -28;
  brush.beginPath();
  brush.moveTo(x - 14.2, y + fall);
  brush.bezierCurveTo(x - 17.6, y + crown, x + 17.6, y + crown, x + 14.2, y + fall);
  fringe(brush, look.cut, x, y, turn);
  brush.closePath();
  brush.fill();
  if (look.cut === 'short' || look.cut === 'side' || look.cut === 'grey') {
    brush.strokeStyle = veil(lighter(colour, 0.35), 0.35);
    brush.lineWidth = 0.7;
    for (let i = 0; i < 4; i += 1) {
      brush.beginPath();
      brush.moveTo(x - 8 + i * 4.4, y - 12.5);
      brush.quadraticCurveTo(x - 6 + i * 4.4, y - 17, x - 1 + i * 3.4, y - 19);
      brush.stroke();
    }
  }
  if (look.cut === 'scarf') {
    // The end of the scarf, laid over a shoulder.
    brush.beginPath();
    brush.moveTo(x - 14, y + 12);
    brush.quadraticCurveTo(x, y + 27, x + 15, y + 12);
    brush.quadraticCurveTo(x + 20, y + 28, x + 4, y + 38);
    brush.quadraticCurveTo(x - 16, y + 32, x - 14, y + 12);
    brush.fill();
  }
};
