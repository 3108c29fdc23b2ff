import { ROOM, type Lens } from '../layout/lens.ts';
import { PALETTE } from '../palette.ts';
import {
  brass,
  glow,
  grains,
  polygon,
  ramp,
  speckle,
  streaks,
  type Box,
  type Brush,
  type Spot,
} from './brush.ts';
import { mix, veil } from './colour.ts';
import { paintShield } from './mark.ts';

/** A flag of the row behind the Chair, as an image already loaded. */
export type FlagPicture = CanvasImageSource | undefined;

/** The empty chamber: walls, floor, light. Painted once for a size. */
export const paintRoom = (
  brush: Brush,
  frame: Box,
  lens: Lens,
  flags: readonly FlagPicture[],
  shield: Spot & { readonly r: number },
): void => {
  const backLeft = lens.project(-ROOM.half, 0, ROOM.depth);
  const backRight = lens.project(ROOM.half, 0, ROOM.depth);
  const wall: Box = {
    x: backLeft.x,
    y: frame.y - 2,
    w: backRight.x - backLeft.x,
    h: backLeft.y - frame.y + 2,
  };
  brush.fillStyle = '#160d07';
  brush.fillRect(frame.x, frame.y, frame.w, frame.h);
  paintFloor(brush, frame, lens, wall);
  paintBackWall(brush, wall, frame);
  paintSideWall(brush, frame, lens, -1);
  paintSideWall(brush, frame, lens, 1);
  paintFlagRow(brush, wall, flags);
  paintShield(brush, shield.x, shield.y, shield.r);
  // Lamps wash the wall, the pool of light lies in the middle of the room.
  for (const share of [0.12, 0.3, 0.7, 0.88])
    glow(brush, wall.x + wall.w * share, wall.y, wall.w * 0.1, wall.h * 0.9, PALETTE.brassLight, 0.2);
};

const paintFloor = (brush: Brush, frame: Box, lens: Lens, wall: Box): void => {
  const floor: Box = { x: frame.x, y: wall.y + wall.h, w: frame.w, h: frame.y + frame.h - wall.y - wall.h };
  brush.fillStyle = ramp(brush, floor, [
    [0, '#2a170c'],
    [0.4, '#4a2c18'],
    [1, '#351e10'],
  ]);
  brush.fillRect(floor.x, floor.y, floor.w, floor.h);
  // Parquet runs to the vanishing point.
  const next = grains(7);
  for (let i = -26; i < 26; i += 1) {
    for (let row = 0; row < 9; row += 1) {
      const z0 = -0.02 + row * 0.1 + (i % 2) * 0.05;
      const x0 = i * 0.062;
      const corners = [
        lens.project(x0, 0, z0),
        lens.project(x0 + 0.062, 0, z0),
        lens.project(x0 + 0.062, 0, z0 + 0.1),
        lens.project(x0, 0, z0 + 0.1),
      ];
      if (z0 + 0.1 > ROOM.depth) continue;
      polygon(brush, corners);
      brush.fillStyle = veil(next() > 0.5 ? '#8a5a33' : '#140a05', 0.05 + next() * 0.16);
      brush.fill();
      brush.strokeStyle = veil('#0d0603', 0.3);
      brush.lineWidth = 0.6;
      brush.stroke();
    }
  }
  paintCarpet(brush, lens, floor);
};

const round = (value: number): number => Math.sign(value) * Math.pow(Math.abs(value), 0.72);

/** A carpet in deep blue with a brass line lies inside the horseshoe. */
const paintCarpet = (brush: Brush, lens: Lens, floor: Box): void => {
  const outline = (grow: number): Spot[] => {
    const corners: Spot[] = [];
    for (let i = 0; i <= 40; i += 1) {
      const angle = Math.PI - (i / 40) * Math.PI;
      const c = Math.cos(angle);
      const s = Math.sin(angle);
      corners.push(lens.project(round(c) * (0.86 + grow), 0, 0.26 + round(s) * (0.33 + grow * 0.6)));
    }
    corners.push(lens.project(0.86 + grow, 0, -0.05), lens.project(-0.86 - grow, 0, -0.05));
    return corners;
  };
  const shades: readonly (readonly [number, string])[] = [
    [0.16, '#0d2238'],
    [0.145, PALETTE.brassDark],
    [0.135, '#0f2a47'],
  ];
  for (const [grow, colour] of shades) {
    polygon(brush, outline(grow));
    brush.fillStyle = colour;
    brush.fill();
  }
  brush.save();
  polygon(brush, outline(0.135));
  brush.clip();
  brush.fillStyle = ramp(brush, floor, [
    [0, '#0a1c33'],
    [0.35, '#15406f'],
    [0.75, '#103259'],
    [1, '#091b31'],
  ]);
  brush.fillRect(floor.x, floor.y, floor.w, floor.h);
  speckle(brush, floor, 3, Math.round((floor.w * floor.h) / 90), '#8fb6dd', 0.07);
  speckle(brush, floor, 5, Math.round((floor.w * floor.h) / 90), '#000000', 0.14);
  const middle = floor.x + floor.w / 2;
  glow(brush, middle, floor.y + floor.h * 0.42, floor.w * 0.4, floor.h * 0.6, '#4f9be6', 0.2);
  glow(brush, middle, floor.y + floor.h * 0.3, floor.w * 0.26, floor.h * 0.34, '#ffdf9e', 0.2);
  weave(brush, lens);
  polygon(brush, outline(0.02));
  brush.strokeStyle = veil(PALETTE.brass, 0.35);
  brush.lineWidth = 1.4;
  brush.stroke();
  brush.restore();
};

/** Rings in the carpet, closer with distance: they give the floor its depth. */
const weave = (brush: Brush, lens: Lens): void => {
  for (let ring = 1; ring <= 5; ring += 1) {
    brush.beginPath();
    for (let i = 0; i <= 48; i += 1) {
      const angle = (i / 48) * Math.PI * 2;
      const spot = lens.project(Math.cos(angle) * 0.155 * ring, 0, 0.22 + Math.sin(angle) * 0.07 * ring);
      if (i === 0) brush.moveTo(spot.x, spot.y);
      else brush.lineTo(spot.x, spot.y);
    }
    brush.closePath();
    brush.strokeStyle = ring === 5 ? veil(PALETTE.brass, 0.3) : veil('#9cc8f5', 0.1);
    brush.lineWidth = ring === 5 ? 1.6 : 5;
    brush.stroke();
  }
};

const paintBackWall = (brush: Brush, wall: Box, frame: Box): void => {
  brush.save();
  brush.beginPath();
  brush.rect(wall.x, wall.y, wall.w, wall.h);
  brush.clip();
  brush.fillStyle = ramp(brush, wall, [
    [0, '#2a180d'],
    [0.55, '#5c3a22'],
    [0.9, '#6d4629'],
    [1, '#2c190d'],
  ]);
  brush.fillRect(wall.x, wall.y, wall.w, wall.h);
  streaks(brush, wall, 11, Math.round(wall.w / 2), '#1b0e06', '#a97444', 0.16);
  // Upright slats, the rhythm of the room.
  const pitch = Math.max(7, wall.w / 96);
  for (let x = wall.x; x < wall.x + wall.w; x += pitch) {
    brush.fillStyle = veil('#000000', 0.34);
    brush.fillRect(x, wall.y, pitch * 0.2, wall.h);
    brush.fillStyle = veil('#ffdca6', 0.1);
    brush.fillRect(x + pitch * 0.2, wall.y, pitch * 0.16, wall.h);
  }
  // The niche behind the Chair: blue cloth in folds.
  const niche: Box = { x: wall.x + wall.w * 0.34, y: wall.y, w: wall.w * 0.32, h: wall.h };
  brush.fillStyle = ramp(brush, niche, [
    [0, '#0d2947'],
    [0.6, '#1c5283'],
    [1, '#0d2a48'],
  ]);
  brush.fillRect(niche.x, niche.y, niche.w, niche.h);
  const folds = 22;
  for (let i = 0; i < folds; i += 1) {
    const x = niche.x + (i / folds) * niche.w;
    const fold = brush.createLinearGradient(x, 0, x + niche.w / folds, 0);
    fold.addColorStop(0, veil('#000000', 0.34));
    fold.addColorStop(0.45, veil('#8ec2f2', 0.14));
    fold.addColorStop(1, veil('#000000', 0.3));
    brush.fillStyle = fold;
    brush.fillRect(x, niche.y, niche.w / folds + 0.5, niche.h);
  }
  for (const x of [niche.x, niche.x + niche.w]) {
    const rail: Box = { x: x - 3, y: niche.y, w: 6, h: niche.h };
    brush.fillStyle = brass(brush, rail, true);
    brush.fillRect(rail.x, rail.y, rail.w, rail.h);
  }
  // Skirting and its brass line.
  const skirt: Box = { x: wall.x, y: wall.y + wall.h * 0.9, w: wall.w, h: wall.h * 0.1 };
  brush.fillStyle = ramp(brush, skirt, [
    [0, '#1d0f07'],
    [1, '#3a2213'],
  ]);
  brush.fillRect(skirt.x, skirt.y, skirt.w, skirt.h);
  brush.fillStyle = veil(PALETTE.brass, 0.75);
  brush.fillRect(skirt.x, skirt.y, skirt.w, 1.5);
  brush.fillStyle = ramp(brush, { ...wall, h: wall.h * 0.5 }, [
    [0, veil('#0b0603', 0.72)],
    [1, veil('#0b0603', 0)],
  ]);
  brush.fillRect(wall.x, frame.y, wall.w, wall.h * 0.5);
  brush.restore();
};

/** A side wall with the interpreters' booths behind glass. */
const paintSideWall = (brush: Brush, frame: Box, lens: Lens, side: -1 | 1): void => {
  const near = lens.project(side * ROOM.half, 0, 0);
  const at = (z: number, y: number): Spot => lens.project(side * ROOM.half, y, z);
  const outer = side < 0 ? frame.x - 4 : frame.x + frame.w + 4;
  const back = at(ROOM.depth, 0);
  brush.save();
  polygon(brush, [
    back,
    { x: back.x, y: frame.y - 4 },
    { x: outer, y: frame.y - 4 },
    { x: outer, y: near.y },
    near,
  ]);
  brush.clip();
  const shade = brush.createLinearGradient(outer, 0, back.x, 0);
  shade.addColorStop(0, '#1a0e07');
  shade.addColorStop(1, '#46290f');
  brush.fillStyle = shade;
  brush.fillRect(frame.x, frame.y, frame.w, frame.h);
  for (let i = 0; i < 30; i += 1) {
    const foot = at(i * 0.03, 0);
    brush.strokeStyle = veil('#000000', 0.36);
    brush.lineWidth = 1.4;
    brush.beginPath();
    brush.moveTo(foot.x, foot.y);
    brush.lineTo(foot.x, frame.y);
    brush.stroke();
  }
  for (let i = 0; i < 4; i += 1) {
    const z0 = 0.16 + i * 0.155;
    const z1 = z0 + 0.115;
    const corners = [at(z0, 0.36), at(z1, 0.36), at(z1, 0.53), at(z0, 0.53)];
    const [a, b, , d] = corners;
    if (a === undefined || b === undefined || d === undefined) continue;
    const tall = a.y - d.y;
    brush.save();
    polygon(brush, corners);
    brush.clip();
    // In the plane of the wall: one unit along it, one up.
    brush.transform(b.x - a.x, b.y - a.y, 0, tall, a.x, a.y);
    const glass = brush.createLinearGradient(0, -1, 0, 0.1);
    glass.addColorStop(0, '#f0c476');
    glass.addColorStop(1, '#8a5a26');
    brush.fillStyle = glass;
    brush.fillRect(0, -1.2, 1, 1.4);
    // Two interpreters at their desk.
    brush.fillStyle = '#2a170c';
    for (const share of [0.3, 0.7]) {
      brush.beginPath();
      brush.ellipse(share, -0.5, 0.075, 0.13, 0, 0, Math.PI * 2);
      brush.ellipse(share, 0.02, 0.16, 0.36, 0, Math.PI, 0);
      brush.fill();
    }
    brush.fillRect(0, -0.14, 1, 0.2);
    brush.restore();
    polygon(brush, corners);
    brush.strokeStyle = mix(PALETTE.brassDark, '#000000', 0.2);
    brush.lineWidth = 2;
    brush.stroke();
    glow(brush, (a.x + b.x) / 2, a.y - tall / 2, Math.abs(b.x - a.x) * 1.6 + 20, tall * 1.1, '#ffcf7a', 0.16);
  }
  // Where the wall meets the floor.
  brush.strokeStyle = veil(PALETTE.brass, 0.5);
  brush.lineWidth = 2;
  brush.beginPath();
  brush.moveTo(back.x, back.y - 5);
  brush.lineTo(near.x, near.y - 5);
  brush.stroke();
  brush.restore();
};

/** Flags of the delegations on their poles, on both sides of the niche. */
const paintFlagRow = (brush: Brush, wall: Box, flags: readonly FlagPicture[]): void => {
  const half = Math.ceil(flags.length / 2);
  const high = wall.h * 0.66;
  const foot = wall.y + wall.h * 0.97;
  for (const [i, flag] of flags.entries()) {
    const right = i >= half;
    const rank = right ? i - half : i;
    const room = wall.w * 0.29;
    const from = right ? wall.x + wall.w * 0.69 : wall.x + wall.w * 0.02;
    const x = from + ((rank + 0.5) / half) * room;
    const wide = Math.min((room / half) * 0.72, high * 0.3);
    brush.fillStyle = brass(brush, { x: x - 1.2, y: 0, w: 2.4, h: 1 }, true);
    brush.fillRect(x - 1.2, foot - high, 2.4, high);
    brush.beginPath();
    brush.arc(x, foot - high - 2, 2.8, 0, Math.PI * 2);
    brush.fill();
    brush.fillStyle = veil('#000000', 0.4);
    brush.beginPath();
    brush.ellipse(x, foot, wide * 0.5, 2.4, 0, 0, Math.PI * 2);
    brush.fill();
    if (flag !== undefined)
      paintHungFlag(brush, flag, { x: x + 1, y: foot - high + 3, w: wide, h: high * 0.66 });
  }
};

/** A flag hanging from its pole: falls in folds, the fly lower than the hoist. */
const paintHungFlag = (brush: Brush, flag: CanvasImageSource, box: Box): void => {
  brush.save();
  brush.beginPath();
  brush.moveTo(box.x, box.y);
  brush.bezierCurveTo(
    box.x + box.w * 0.5,
    box.y + box.h * 0.16,
    box.x + box.w * 0.8,
    box.y + box.h * 0.2,
    box.x + box.w,
    box.y + box.h * 0.34,
  );
  brush.lineTo(box.x + box.w * 0.86, box.y + box.h);
  brush.quadraticCurveTo(box.x + box.w * 0.4, box.y + box.h * 0.96, box.x, box.y + box.h * 0.8);
  brush.closePath();
  brush.clip();
  // Turned on its side along the fall of the cloth.
  brush.save();
  brush.translate(box.x, box.y);
  brush.transform(1, 0.28, -0.06, 1, 0, 0);
  brush.drawImage(flag, -box.w * 0.05, -box.h * 0.05, box.w * 1.2, box.h * 0.98);
  brush.restore();
  const cloth = brush.createLinearGradient(box.x, 0, box.x + box.w, 0);
  cloth.addColorStop(0, veil('#000000', 0.12));
  cloth.addColorStop(0.22, veil('#ffffff', 0.16));
  cloth.addColorStop(0.45, veil('#000000', 0.42));
  cloth.addColorStop(0.66, veil('#ffffff', 0.1));
  cloth.addColorStop(1, veil('#000000', 0.5));
  brush.fillStyle = cloth;
  brush.fillRect(box.x - 2, box.y, box.w + 4, box.h * 1.1);
  brush.restore();
};
