import { PALETTE } from '../palette.ts';
import { brass, glow, grains, ramp, rounded, shaded, speckle, type Box, type Brush } from './brush.ts';
import { mix, veil } from './colour.ts';
import { fitted, font, shrunk } from './letters.ts';

/** One line of the treaty scroll. */
export interface ScrollLine {
  readonly number: number;
  readonly title: string;
  readonly option: string;
  /** Red over amber to green. */
  readonly colour: string;
  /** 0 to 1: what the colour stands for. */
  readonly warmth: number;
  readonly settled: boolean;
  readonly objections: number;
  readonly looked: boolean;
}

export interface ScrollWords {
  readonly heading: string;
  readonly edition: string;
  readonly progress: string;
  readonly share: number;
  readonly objections: (n: number) => string;
}

/** Where the lines of a scroll are; from the box of the whole scroll, rollers included. */
export interface ScrollPlan {
  readonly paper: Box;
  readonly header: number;
  readonly lines: readonly Box[];
  readonly small: boolean;
  readonly roller: number;
}

export const planScroll = (box: Box, count: number): ScrollPlan => {
  const small = box.w < 240;
  const roller = small ? 7 : Math.min(16, box.h * 0.035);
  const paper: Box = {
    x: box.x + roller * 0.9,
    y: box.y + roller,
    w: box.w - roller * 1.8,
    h: box.h - roller * 2,
  };
  // The rollers lie over both ends of the paper.
  const header = roller + (small ? 14 : Math.min(60, paper.h * 0.125));
  const footer = roller + (small ? 3 : 22);
  const room = paper.h - header - footer;
  const high = Math.min(56, room / Math.max(1, count));
  const inset = small ? 5 : 14;
  const lines = Array.from({ length: count }, (_, i) => ({
    x: paper.x + inset,
    y: paper.y + header + i * high,
    w: paper.w - inset * 2,
    h: high,
  }));
  return { paper, header, lines, small, roller };
};

/** The paper with its rollers and shade; nothing written on it yet. */
export const paintParchment = (brush: Brush, box: Box, plan: ScrollPlan, ratio: number): void => {
  const { paper, roller } = plan;
  shaded(brush, ratio, 26, 12, 0.6, () => {
    brush.fillStyle = PALETTE.paper;
    brush.fillRect(paper.x, paper.y, paper.w, paper.h);
  });
  brush.fillStyle = ramp(
    brush,
    paper,
    [
      [0, '#cdb98c'],
      [0.04, '#ead9b4'],
      [0.3, '#f6ecd3'],
      [0.7, '#f4e8cd'],
      [0.96, '#e4d1a8'],
      [1, '#c2ab7b'],
    ],
    true,
  );
  brush.fillRect(paper.x, paper.y, paper.w, paper.h);
  brush.save();
  brush.beginPath();
  brush.rect(paper.x, paper.y, paper.w, paper.h);
  brush.clip();
  speckle(brush, paper, 31, Math.round((paper.w * paper.h) / 60), '#7a5a2c', 0.16);
  const next = grains(17);
  brush.lineWidth = 0.5;
  for (let i = 0; i < 60; i += 1) {
    brush.strokeStyle = veil('#8a6a3a', 0.1 * next());
    const y = paper.y + next() * paper.h;
    brush.beginPath();
    brush.moveTo(paper.x, y);
    brush.quadraticCurveTo(
      paper.x + paper.w * next(),
      y + next() * 8 - 4,
      paper.x + paper.w,
      y + next() * 6 - 3,
    );
    brush.stroke();
  }
  glow(brush, paper.x + paper.w / 2, paper.y + paper.h * 0.2, paper.w * 0.6, paper.h * 0.4, '#fffbe9', 0.5);
  // The paper rolls away from the light at both ends.
  for (const [y, turn] of [
    [paper.y, 1],
    [paper.y + paper.h, -1],
  ] as const) {
    const shade = brush.createLinearGradient(0, y, 0, y + turn * 18);
    shade.addColorStop(0, veil('#4a3212', 0.5));
    shade.addColorStop(1, veil('#4a3212', 0));
    brush.fillStyle = shade;
    brush.fillRect(paper.x, Math.min(y, y + turn * 18), paper.w, 18);
  }
  brush.restore();
  for (const y of [box.y, box.y + box.h - roller * 2])
    paintRoller(brush, { x: box.x, y, w: box.w, h: roller * 2 }, ratio);
};

const paintRoller = (brush: Brush, box: Box, ratio: number): void => {
  shaded(brush, ratio, 8, 4, 0.55, () => {
    const rod: Box = {
      x: box.x + box.h * 0.3,
      y: box.y + box.h * 0.14,
      w: box.w - box.h * 0.6,
      h: box.h * 0.72,
    };
    brush.fillStyle = ramp(brush, rod, [
      [0, '#5a3822'],
      [0.25, '#b57f4c'],
      [0.6, '#6b4326'],
      [1, '#2a160a'],
    ]);
    rounded(brush, rod, rod.h / 2);
    brush.fill();
  });
  for (const right of [false, true]) {
    const knob: Box = {
      x: right ? box.x + box.w - box.h * 0.55 : box.x - box.h * 0.25,
      y: box.y,
      w: box.h * 0.8,
      h: box.h,
    };
    brush.fillStyle = brass(brush, knob);
    rounded(brush, knob, box.h * 0.3);
    brush.fill();
    brush.strokeStyle = veil('#2a1a06', 0.5);
    brush.lineWidth = 0.8;
    brush.stroke();
  }
};

/** Writes heading, lines and progress. Bracket marks are drawn apart: they move. */
export const writeScroll = (
  brush: Brush,
  plan: ScrollPlan,
  lines: readonly ScrollLine[],
  words: ScrollWords,
): void => {
  const { paper, header, small } = plan;
  brush.textBaseline = 'middle';
  const middle = paper.x + paper.w / 2;
  brush.fillStyle = PALETTE.ink;
  brush.textAlign = 'center';
  if (small) {
    brush.font = font('serif', 9.5, 600);
    brush.fillText(
      fitted(brush, words.edition, paper.w - 12),
      middle,
      paper.y + plan.roller + (header - plan.roller) * 0.55,
    );
  } else {
    const top = paper.y + plan.roller;
    const room = header - plan.roller;
    const size = Math.min(20, room * 0.42);
    brush.fillText(
      shrunk(brush, words.heading, 'serif', 600, size, 11, paper.w - 40),
      middle,
      top + room * 0.36,
    );
    brush.font = font('sans', Math.min(12, room * 0.26), 500);
    brush.fillStyle = veil(PALETTE.ink, 0.62);
    brush.fillText(words.edition, middle, top + room * 0.74);
    brush.strokeStyle = veil(PALETTE.brassDark, 0.6);
    brush.lineWidth = 1;
    brush.beginPath();
    brush.moveTo(paper.x + paper.w * 0.08, paper.y + header - 3);
    brush.lineTo(paper.x + paper.w * 0.92, paper.y + header - 3);
    brush.stroke();
  }
  const first = plan.lines[0];
  const size = first === undefined ? 12 : lineSize(first, small);
  brush.font = font('serif', size, 650);
  // Titles share one column, as wide as the longest of them needs.
  const longest = Math.max(0, ...lines.map(({ title }) => brush.measureText(title).width));
  for (const [i, line] of lines.entries()) {
    const box = plan.lines[i];
    if (box !== undefined) writeLine(brush, box, line, Math.min(longest + 2, (box.w - 56) * 0.5), small);
  }
  if (!small) paintProgress(brush, { ...paper, h: paper.h - plan.roller }, words);
};

const lineSize = (box: Box, small: boolean): number =>
  small ? Math.min(9.5, box.h * 0.66) : Math.min(20, box.h * 0.46, box.w * 0.034);

const writeLine = (brush: Brush, box: Box, line: ScrollLine, titleWide: number, small: boolean): void => {
  const inner: Box = { x: box.x, y: box.y + 1.5, w: box.w, h: box.h - 3 };
  rounded(brush, inner, 3);
  brush.fillStyle = ramp(
    brush,
    inner,
    [
      [0, veil(line.colour, line.settled ? 0.42 : 0.34)],
      [0.55, veil(line.colour, line.settled ? 0.22 : 0.15)],
      [1, veil(line.colour, line.settled ? 0.3 : 0.1)],
    ],
    true,
  );
  brush.fill();
  if (line.looked) {
    brush.strokeStyle = PALETTE.blue;
    brush.lineWidth = small ? 1.5 : 2;
    brush.stroke();
  }
  brush.fillStyle = line.colour;
  rounded(brush, { x: inner.x, y: inner.y, w: small ? 3 : 5, h: inner.h }, 2);
  brush.fill();
  const y = box.y + box.h / 2 + 0.5;
  const size = lineSize(box, small);
  brush.textAlign = 'left';
  brush.fillStyle = PALETTE.ink;
  if (small) {
    brush.fillText(
      shrunk(brush, line.title, 'sans', line.settled ? 700 : 600, size, 7.5, box.w - 22),
      box.x + 11,
      y,
    );
    return;
  }
  brush.font = font('serif', size, 600);
  brush.fillStyle = veil(mix(line.colour, PALETTE.ink, 0.35), 1);
  brush.textAlign = 'right';
  brush.fillText(String(line.number), box.x + 25, y);
  brush.textAlign = 'left';
  brush.fillStyle = PALETTE.ink;
  const left = box.x + 41;
  brush.fillText(shrunk(brush, line.title, 'serif', 650, size, 10, titleWide), left, y);
  const tail = line.objections > 0 && !line.settled ? 28 : 8;
  const optionLeft = left + titleWide + 12;
  const optionWide = box.x + box.w - optionLeft - tail - 10;
  brush.fillStyle = veil(PALETTE.ink, 0.86);
  brush.fillText(shrunk(brush, line.option, 'sans', 450, size * 0.88, 9, optionWide), optionLeft, y);
  if (tail > 12) {
    const x = box.x + box.w - 24;
    brush.strokeStyle = PALETTE.alarm;
    brush.lineWidth = 1.8;
    brush.beginPath();
    brush.moveTo(x - 3, y - 3.5);
    brush.lineTo(x + 3, y + 2.5);
    brush.moveTo(x + 3, y - 3.5);
    brush.lineTo(x - 3, y + 2.5);
    brush.stroke();
    brush.fillStyle = PALETTE.alarm;
    brush.font = font('sans', size * 0.86, 700);
    brush.fillText(String(line.objections), x + 6, y);
  }
};

const paintProgress = (brush: Brush, paper: Box, words: ScrollWords): void => {
  const bar: Box = { x: paper.x + paper.w * 0.08, y: paper.y + paper.h - 16, w: paper.w * 0.3, h: 7 };
  brush.fillStyle = veil(PALETTE.ink, 0.16);
  rounded(brush, bar, 4);
  brush.fill();
  if (words.share > 0) {
    brush.fillStyle = PALETTE.calm;
    rounded(brush, { ...bar, w: Math.max(bar.h, bar.w * words.share) }, 4);
    brush.fill();
  }
  brush.font = font('sans', 11.5, 500);
  brush.fillStyle = veil(PALETTE.ink, 0.72);
  brush.textAlign = 'left';
  brush.fillText(words.progress, bar.x + bar.w + 10, bar.y + bar.h / 2 + 0.5);
};

/** One square bracket, open to the right; (0, 0) its middle. */
export const paintBracket = (brush: Brush, high: number, colour: string): void => {
  const arm = Math.max(3, high * 0.24);
  brush.strokeStyle = colour;
  brush.lineWidth = Math.max(1.8, high * 0.1);
  brush.lineCap = 'square';
  brush.beginPath();
  brush.moveTo(arm, -high / 2);
  brush.lineTo(0, -high / 2);
  brush.lineTo(0, high / 2);
  brush.lineTo(arm, high / 2);
  brush.stroke();
};
