import type { Spot } from '../paint/brush.ts';
import type { Lens } from './lens.ts';

/** One place at the horseshoe, in CSS pixels of the picture. */
export interface Seat {
  /** Place in the scenario's list of delegations. */
  readonly index: number;
  /** Where the figure's waist is: its picture stands on this point. */
  readonly figure: Spot;
  /** Middle of the placard's lower edge. */
  readonly placard: Spot;
  /** Height of the seated figure and width of the placard, CSS pixels. */
  readonly tall: number;
  readonly wide: number;
  /** Which way it looks: −1 to its left on the picture, 1 to the right. */
  readonly turn: number;
  /** Corners of the desk's top and of its front, clockwise. */
  readonly top: readonly Spot[];
  readonly front: readonly Spot[];
  /** Draws later when larger. */
  readonly depth: number;
}

/** The Chair's place at the bend, on a dais. */
export interface Podium {
  readonly figure: Spot;
  readonly tall: number;
  /** Foot of the dais, its half width and height on the picture. */
  readonly foot: Spot;
  readonly half: number;
  readonly high: number;
}

export interface Horseshoe {
  readonly seats: readonly Seat[];
  readonly podium: Podium;
}

interface Floor {
  readonly x: number;
  readonly z: number;
}

const ARM = 0.85;
const NEAR = -0.005;
const BEND = 0.3;
const FAR = 0.6;
const DESK = { deep: 0.105, high: 0.085 } as const;
const STEPS = 240;

/** A superellipse: straighter than a circle, so that the far desks face the room. */
const round = (value: number): number => Math.pow(Math.max(0, value), 0.72);

/** The right half of the horseshoe from the bend (0) to the open end (1); the left half mirrors it. */
const curve = (u: number): Floor => {
  const bend = 0.62;
  if (u >= bend) {
    const along = (u - bend) / (1 - bend);
    return { x: ARM, z: BEND + (NEAR - BEND) * along };
  }
  const angle = (u / bend) * (Math.PI / 2);
  return { x: ARM * round(Math.sin(angle)), z: BEND + (FAR - BEND) * round(Math.cos(angle)) };
};

/** Unit vector on the floor that points out of the horseshoe. */
const outward = (u: number): Floor => {
  const a = curve(Math.max(0, u - 0.01));
  const b = curve(Math.min(1, u + 0.01));
  const dx = b.x - a.x;
  const dz = b.z - a.z;
  const length = Math.hypot(dx, dz) || 1;
  return { x: -dz / length, z: dx / length };
};

/** Far seats are drawn larger than the lens would have them: faces and names must stay readable. */
const kind = (lens: Lens, z: number): number => {
  const near = lens.scale(NEAR);
  const far = lens.scale(FAR);
  return 0.76 + 0.24 * ((lens.scale(z) - far) / (near - far));
};

/** Length of the curve up to each step, measured in seats of their drawn size. */
const measure = (lens: Lens): readonly number[] => {
  const sums = [0];
  for (let i = 1; i <= STEPS; i += 1) {
    const a = curve((i - 1) / STEPS);
    const b = curve(i / STEPS);
    const p = lens.project(a.x, 0, a.z);
    const q = lens.project(b.x, 0, b.z);
    // Side by side seats need more room than seats behind one another.
    const length = Math.hypot(q.x - p.x, (q.y - p.y) * 1.12);
    sums.push((sums[i - 1] ?? 0) + length / kind(lens, (a.z + b.z) / 2));
  }
  return sums;
};

const atLength = (sums: readonly number[], length: number): number => {
  const place = sums.findIndex((sum) => sum >= length);
  if (place < 0) return 1;
  if (place === 0) return 0;
  const before = sums[place - 1] ?? 0;
  const step = (sums[place] ?? before) - before;
  return (place - 1 + (step === 0 ? 0 : (length - before) / step)) / STEPS;
};

/** Half of the bend that the Chair's dais takes, against a seat. */
const PODIUM_SHARE = 0.95;

/**
 * Seats `count` delegations around the horseshoe: the first half from the Chair's right hand (left on the picture), outwards in the scenario's order,
 * the rest on the other side back to the bend's end. One to thirty seats.
 */
export const seatHorseshoe = (count: number, lens: Lens): Horseshoe => {
  const sums = measure(lens);
  const whole = sums[STEPS] ?? 1;
  const left = Math.ceil(count / 2);
  const pitch = whole / (left + PODIUM_SHARE);
  const tall = Math.min(pitch * 1.08, lens.height * 0.19);
  const seats: Seat[] = [];
  for (let index = 0; index < count; index += 1) {
    const onLeft = index < left;
    const rank = onLeft ? index : index - left;
    // Fewer on the right: the same pitch, so that both arms match from the bend on.
    seats.push(seatAt(index, onLeft ? -1 : 1, sums, (PODIUM_SHARE + rank + 0.5) * pitch, pitch, tall, lens));
  }
  const z = FAR + 0.02;
  const scale = kind(lens, FAR);
  const foot = lens.project(0, 0, z);
  const high = tall * 0.62;
  return {
    seats,
    podium: {
      foot,
      half: pitch * PODIUM_SHARE * scale * 0.86,
      high,
      tall: tall * scale * 1.12,
      figure: { x: foot.x, y: foot.y - high * 0.92 },
    },
  };
};

const seatAt = (
  index: number,
  side: -1 | 1,
  sums: readonly number[],
  at: number,
  pitch: number,
  tall: number,
  lens: Lens,
): Seat => {
  const u = atLength(sums, at);
  const middle = curve(u);
  const out = outward(u);
  const scale = kind(lens, middle.z);
  const from = atLength(sums, at - pitch * 0.492);
  const to = atLength(sums, at + pitch * 0.492);
  const line = [0, 0.25, 0.5, 0.75, 1].map((share) => from + (to - from) * share);
  const edge = (push: number, y: number): readonly Spot[] =>
    line.map((step) => {
      const point = curve(step);
      const away = outward(step);
      return lens.project(side * (point.x + away.x * push), y, point.z + away.z * push);
    });
  const inner = edge(-DESK.deep / 2, DESK.high);
  const outer = edge(DESK.deep / 2, DESK.high);
  const ground = edge(-DESK.deep / 2, 0);
  const waist = lens.project(
    side * (middle.x + out.x * DESK.deep * 0.62),
    DESK.high * 0.55,
    middle.z + out.z * DESK.deep * 0.62,
  );
  const card = lens.project(
    side * (middle.x - out.x * DESK.deep * 0.3),
    DESK.high,
    middle.z - out.z * DESK.deep * 0.3,
  );
  return {
    index,
    figure: waist,
    placard: card,
    tall: tall * scale,
    wide: Math.min(pitch * 0.97, tall * 1.12) * scale,
    turn: -side * Math.min(1, Math.abs(out.x)) * 0.9,
    top: [...outer, ...inner.toReversed()],
    front: [...inner, ...ground.toReversed()],
    depth: waist.y,
  };
};
