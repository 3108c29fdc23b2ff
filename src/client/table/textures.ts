import type Phaser from 'phaser';
import type { Box, Brush } from './paint/brush.ts';

/** A picture to be painted: `box` says which part of the brush's plane (CSS pixels, (0, 0) is the anchor) it covers. */
export interface Painting {
  readonly name: string;
  readonly box: Box;
  readonly paint: (brush: Brush) => void;
}

const WIDEST = 2048;
const GAP = 2;

/** Places boxes on shelves, tallest first. Sizes in canvas pixels. Returns places in the given order, and the whole size. */
export const shelve = (
  sizes: readonly { readonly w: number; readonly h: number }[],
  widest: number,
): {
  readonly places: readonly { readonly x: number; readonly y: number }[];
  readonly w: number;
  readonly h: number;
} => {
  const order = sizes.map((size, i) => ({ ...size, i })).toSorted((a, b) => b.h - a.h || a.i - b.i);
  const places = sizes.map(() => ({ x: 0, y: 0 }));
  let [x, y, shelf, right] = [0, 0, 0, 0];
  for (const { w, h, i } of order) {
    if (x > 0 && x + w > widest) {
      y += shelf + GAP;
      x = 0;
      shelf = 0;
    }
    places[i] = { x, y };
    x += w + GAP;
    shelf = Math.max(shelf, h);
    right = Math.max(right, x);
  }
  return { places, w: Math.max(1, right), h: Math.max(1, y + shelf) };
};

/** Paints many pictures into one texture and gives each a frame of its name. An atlas of that key is replaced. */
export const paintAtlas = (
  scene: Phaser.Scene,
  key: string,
  ratio: number,
  paintings: readonly Painting[],
): Atlas => {
  const sizes = paintings.map(({ box }) => ({ w: Math.ceil(box.w * ratio), h: Math.ceil(box.h * ratio) }));
  const plan = shelve(sizes, Math.max(WIDEST, ...sizes.map(({ w }) => w)));
  if (scene.textures.exists(key)) scene.textures.remove(key);
  const texture = scene.textures.createCanvas(key, plan.w, plan.h);
  if (texture === null) throw new Error(`texture ${key} could not be made`);
  const brush = texture.context;
  const anchors = new Map<string, Box>();
  for (const [i, { name, box, paint }] of paintings.entries()) {
    const place = plan.places[i];
    const size = sizes[i];
    if (place === undefined || size === undefined) continue;
    brush.save();
    brush.beginPath();
    brush.rect(place.x, place.y, size.w, size.h);
    brush.clip();
    brush.setTransform(ratio, 0, 0, ratio, place.x - box.x * ratio, place.y - box.y * ratio);
    paint(brush);
    brush.restore();
    texture.add(name, 0, place.x, place.y, size.w, size.h);
    anchors.set(name, box);
  }
  texture.refresh();
  return {
    put: (name, x, y) => {
      const box = anchors.get(name);
      if (box === undefined) throw new RangeError(`no picture ${name} in ${key}`);
      return scene.add
        .image(x, y, key, name)
        .setOrigin(-box.x / box.w, -box.y / box.h)
        .setScale(1 / ratio)
        .setName(name);
    },
    has: (name) => anchors.has(name),
  };
};

export interface Atlas {
  /** Puts a picture with its anchor on a point, in CSS pixels. */
  readonly put: (name: string, x: number, y: number) => Phaser.GameObjects.Image;
  readonly has: (name: string) => boolean;
}

/** One picture that is painted again when what it shows changes. */
export interface Sheet {
  readonly image: Phaser.GameObjects.Image;
  readonly box: Box;
  readonly paint: (draw: (brush: Brush) => void) => void;
  /** Paints only if what is shown (`key`) is another than last time. Says whether it did. */
  readonly repaint: (key: string, draw: (brush: Brush) => void) => boolean;
}

/** A sheet covering `box` of the scene, CSS pixels. */
export const makeSheet = (scene: Phaser.Scene, key: string, ratio: number, box: Box): Sheet => {
  const w = Math.max(1, Math.ceil(box.w * ratio));
  const h = Math.max(1, Math.ceil(box.h * ratio));
  if (scene.textures.exists(key)) scene.textures.remove(key);
  const texture = scene.textures.createCanvas(key, w, h);
  if (texture === null) throw new Error(`texture ${key} could not be made`);
  const image = scene.add
    .image(box.x, box.y, key)
    .setOrigin(0, 0)
    .setScale(1 / ratio)
    .setName(key);
  let shown: string | undefined;
  const paint = (draw: (brush: Brush) => void): void => {
    const brush = texture.context;
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.clearRect(0, 0, w, h);
    brush.setTransform(ratio, 0, 0, ratio, -box.x * ratio, -box.y * ratio);
    brush.save();
    draw(brush);
    brush.restore();
    texture.refresh();
  };
  return {
    image,
    box,
    paint,
    repaint: (now, draw) => {
      if (now === shown) return false;
      shown = now;
      paint(draw);
      return true;
    },
  };
};
