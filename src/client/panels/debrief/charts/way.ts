import type { NamedSpot, SolutionName, Waypoint } from '../../../session/index.ts';

/** One halt of the text on a plane of two delegations. */
export interface Halt {
  readonly a: number;
  readonly b: number;
  readonly point: Waypoint;
  /** The halt before it; absent for the zero draft. */
  readonly before: Waypoint | undefined;
  /** Articles (by place) that had changed since; at the zero draft those that were not empty. */
  readonly changed: readonly number[];
}

/** The way of the text for two delegations: a halt wherever it or what it is worth to either of them has changed. */
export const waysOf = (points: readonly Waypoint[], first: number, second: number): readonly Halt[] => {
  const halts: Halt[] = [];
  for (const point of points) {
    const a = point.worths[first] ?? 0;
    const b = point.worths[second] ?? 0;
    const last = halts.at(-1);
    if (last !== undefined && last.a === a && last.b === b && last.point.text.join() === point.text.join())
      continue;
    const before = last?.point;
    const changed = point.text.flatMap((option, article) =>
      option === (before?.text[article] ?? 0) ? [] : [article],
    );
    halts.push({ a, b, point, before, changed });
  }
  return halts;
};

/** Texts that have a name, those of one place together. */
export interface Named {
  readonly names: readonly SolutionName[];
  readonly a: number;
  readonly b: number;
}

export const grouped = (named: readonly NamedSpot[], first: number, second: number): readonly Named[] => {
  const found = new Map<string, Named>();
  for (const { name, worths } of named) {
    const a = worths[first] ?? 0;
    const b = worths[second] ?? 0;
    const key = `${String(a)} ${String(b)}`;
    found.set(key, { a, b, names: [...(found.get(key)?.names ?? []), name] });
  }
  return [...found.values()];
};

/** A label that wants to stand near a point. */
export interface Wish {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly kind: string;
}

export interface Label extends Wish {
  /** Whether it ends at its place instead of beginning there. */
  readonly end: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Width of a letter, of its size: a mean that is a little too large. */
const LETTER = 0.56;
const SIZE = 0.82;

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Labels where they stand in nobody's way, points that have none included: beside their point, above it or beneath it, the first of these that is free and within the
 * picture; where none is, beside it.
 */
export const placed = (
  wishes: readonly Wish[],
  inTheWay: readonly { readonly x: number; readonly y: number }[],
  em: number,
  picture: Box,
): readonly Label[] => {
  const size = em * SIZE;
  const taken: Box[] = [...wishes, ...inTheWay].map(({ x, y }) => ({
    left: x - 8,
    right: x + 8,
    top: y - 8,
    bottom: y + 8,
  }));
  return wishes.map((wish) => {
    const width = wish.text.length * size * LETTER;
    const tries = [
      { dx: 12, dy: size * 0.35, end: false },
      { dx: -12, dy: size * 0.35, end: true },
      { dx: 4, dy: -13, end: false },
      { dx: -4, dy: -13, end: true },
      { dx: 4, dy: 13 + size * 0.7, end: false },
      { dx: -4, dy: 13 + size * 0.7, end: true },
      { dx: 12, dy: -13 - size, end: false },
      { dx: -12, dy: -13 - size, end: true },
      { dx: 18, dy: 13 + size * 2, end: false },
      { dx: 30, dy: -28 - size, end: false },
      { dx: -30, dy: -28 - size, end: true },
      { dx: -12, dy: 13 + size * 2, end: true },
    ].map(({ dx, dy, end }) => {
      const x = wish.x + dx;
      const y = wish.y + dy;
      const left = end ? x - width : x;
      return {
        label: { ...wish, x, y, end },
        box: { left, right: left + width, top: y - size, bottom: y + size * 0.25 },
      };
    });
    const inside = ({ box }: (typeof tries)[number]): boolean =>
      box.left >= picture.left && box.right <= picture.right && box.top >= 0;
    const free = tries.find((one) => inside(one) && !taken.some((other) => meet(other, one.box)));
    const chosen = free ?? tries.find(inside) ?? tries[0];
    if (chosen === undefined) return { ...wish, end: false };
    taken.push(chosen.box);
    return chosen.label;
  });
};
