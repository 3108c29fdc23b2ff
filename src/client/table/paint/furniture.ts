import { PALETTE } from '../palette.ts';
import { brass, glow, polygon, ramp, rounded, streaks, type Brush } from './brush.ts';
import { darker, veil } from './colour.ts';
import { paintMark } from './mark.ts';

/** The back of a leather chair; (0, 0) is the middle of its lower edge, `size` as the figure's. */
export const paintChair = (brush: Brush, size: number): void => {
  brush.save();
  brush.scale(size / 100, size / 100);
  const back = { x: -37, y: -62, w: 74, h: 64 };
  brush.fillStyle = ramp(brush, back, [
    [0, '#31465f'],
    [0.25, '#1e2f45'],
    [1, '#0d1724'],
  ]);
  brush.beginPath();
  brush.roundRect(back.x, back.y, back.w, back.h, [26, 26, 6, 6]);
  brush.fill();
  brush.lineWidth = 2.4;
  brush.strokeStyle = brass(brush, back, true);
  brush.stroke();
  brush.lineWidth = 1;
  brush.strokeStyle = veil('#ffffff', 0.09);
  brush.beginPath();
  brush.roundRect(back.x + 6, back.y + 6, back.w - 12, back.h, [20, 20, 4, 4]);
  brush.stroke();
  brush.restore();
};

/** The Chair's dais: (0, 0) is the middle of its foot. */
export const paintDais = (brush: Brush, half: number, high: number): void => {
  const steps = high * 0.16;
  for (let i = 0; i < 2; i += 1) {
    const wide = half * (1.24 - i * 0.1);
    const box = { x: -wide, y: -steps * (i + 1) * 0.8 + steps * 0.5, w: wide * 2, h: steps };
    brush.fillStyle = ramp(brush, box, [
      [0, '#7c532f'],
      [0.3, '#50321c'],
      [1, '#24140a'],
    ]);
    rounded(brush, box, 2);
    brush.fill();
    brush.fillStyle = veil(PALETTE.brassLight, 0.5);
    brush.fillRect(box.x, box.y, box.w, 1);
  }
  const front = { x: -half, y: -high, w: half * 2, h: high - steps * 0.6 };
  brush.save();
  polygon(brush, [
    { x: front.x, y: front.y },
    { x: front.x + front.w, y: front.y },
    { x: front.x + front.w * 0.975, y: front.y + front.h },
    { x: front.x + front.w * 0.025, y: front.y + front.h },
  ]);
  brush.fillStyle = ramp(brush, front, [
    [0, '#8a5c36'],
    [0.3, '#603c22'],
    [1, '#2a170c'],
  ]);
  brush.fill();
  brush.clip();
  streaks(brush, front, 21, 70, '#1a0c05', '#c48c54', 0.26);
  const inset = { x: front.x + half * 0.12, y: front.y + front.h * 0.24, w: half * 1.76, h: front.h * 0.6 };
  brush.strokeStyle = veil(PALETTE.brass, 0.55);
  brush.lineWidth = 1.2;
  rounded(brush, inset, 3);
  brush.stroke();
  brush.fillStyle = veil('#000000', 0.16);
  brush.fill();
  brush.translate(0, inset.y + inset.h / 2);
  paintMark(brush, inset.h * 0.36, brass(brush, { x: 0, y: -inset.h / 2, w: 1, h: inset.h }));
  brush.restore();
  const top = { x: -half * 1.05, y: -high - high * 0.07, w: half * 2.1, h: high * 0.1 };
  brush.fillStyle = ramp(brush, top, [
    [0, '#c08a55'],
    [0.4, '#8a5a33'],
    [1, '#3f2412'],
  ]);
  rounded(brush, top, 3);
  brush.fill();
  brush.fillStyle = brass(brush, { x: top.x, y: 0, w: top.w, h: 1 }, true);
  brush.fillRect(top.x, top.y + top.h - 1.5, top.w, 1.5);
};

/** A gavel, head to the left; (0, 0) is the end of its handle, `size` its length. */
export const paintGavel = (brush: Brush, size: number): void => {
  brush.save();
  brush.scale(size / 100, size / 100);
  brush.fillStyle = ramp(brush, { x: 0, y: -5, w: 1, h: 10 }, [
    [0, '#b9824e'],
    [0.5, '#7a4b28'],
    [1, '#3a2110'],
  ]);
  rounded(brush, { x: -84, y: -4, w: 86, h: 8 }, 4);
  brush.fill();
  const head = { x: -100, y: -26, w: 30, h: 52 };
  brush.fillStyle = ramp(
    brush,
    head,
    [
      [0, '#4a2b16'],
      [0.35, '#a9703f'],
      [1, '#3a2110'],
    ],
    true,
  );
  rounded(brush, head, 7);
  brush.fill();
  for (const y of [-16, 11]) {
    brush.fillStyle = brass(brush, { x: head.x, y: 0, w: head.w, h: 1 }, true);
    brush.fillRect(head.x, y, head.w, 5);
  }
  brush.restore();
};

/** The block the gavel falls on; (0, 0) is the middle of its lower edge. */
export const paintBlock = (brush: Brush, size: number): void => {
  const high = size * 0.24;
  brush.fillStyle = ramp(
    brush,
    { x: -size / 2, y: 0, w: size, h: 1 },
    [
      [0, '#2a170b'],
      [0.4, '#8a5a33'],
      [1, '#2a170b'],
    ],
    true,
  );
  brush.beginPath();
  brush.ellipse(0, 0, size / 2, high / 2, 0, 0, Math.PI);
  brush.lineTo(-size / 2, -high);
  brush.lineTo(size / 2, -high);
  brush.lineTo(size / 2, 0);
  brush.fill();
  brush.fillStyle = darker(PALETTE.walnutLight, 0.1);
  brush.beginPath();
  brush.ellipse(0, -high, size / 2, high / 2, 0, 0, Math.PI * 2);
  brush.fill();
  brush.strokeStyle = veil(PALETTE.brassLight, 0.7);
  brush.lineWidth = 1;
  brush.stroke();
};

/** The closed folder of a delegation that is done. (0, 0) is its middle. */
export const paintFolder = (brush: Brush, width: number): void => {
  const high = width * 0.36;
  brush.save();
  brush.transform(1, 0, -0.12, 1, 0, 0);
  brush.fillStyle = veil('#000000', 0.35);
  brush.fillRect(-width / 2 + 2, -high / 2 + 3, width, high);
  brush.fillStyle = ramp(brush, { x: 0, y: -high / 2, w: 1, h: high }, [
    [0, '#3d7ab8'],
    [1, PALETTE.blueDeep],
  ]);
  rounded(brush, { x: -width / 2, y: -high / 2, w: width, h: high }, 2);
  brush.fill();
  brush.strokeStyle = PALETTE.brass;
  brush.lineWidth = 1;
  brush.strokeRect(-width * 0.2, -high * 0.16, width * 0.4, high * 0.32);
  brush.restore();
  glow(brush, -width * 0.1, -high * 0.3, width * 0.5, high * 0.5, '#fff2d0', 0.18);
};
