import type Phaser from 'phaser';
import { contextOf } from './context.ts';
import type { TableScene } from './scenes/scene.ts';
import type { Target } from './pointing.ts';

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}

/** For tests in a browser: where things are, in CSS pixels of the page, to point at with a real pointer. */
export interface TableHook {
  readonly game: Phaser.Game;
  /** Middle of what bears that name, e.g. `delegation:kenya`, `article:legal`, `give:deed:experts`, `offer`. */
  readonly screenPoint: (name: string) => ScreenPoint | undefined;
  /** Where a card is let go to lie on the mat. */
  readonly dropOn: () => ScreenPoint | undefined;
  /** Names of everything that can be pointed at now. */
  readonly names: () => readonly string[];
  /** Which view is shown, and whether the loop sleeps. */
  readonly view: () => string;
  readonly asleep: () => boolean;
}

const isTableScene = (scene: Phaser.Scene | null): scene is Phaser.Scene & TableScene =>
  scene !== null && 'targets' in scene && 'witness' in scene;

export const tableHook = (game: Phaser.Game): TableHook => {
  const targets = (): readonly Target[] =>
    [contextOf(game).views.now(), 'frame'].flatMap((key) => {
      const scene = game.scene.getScene<Phaser.Scene>(key);
      return isTableScene(scene) ? scene.targets() : [];
    });
  const onPage = (x: number, y: number): ScreenPoint => {
    const box = game.canvas.getBoundingClientRect();
    return { x: box.left + x, y: box.top + y };
  };
  const screenPoint = (name: string): ScreenPoint | undefined => {
    const target = targets().findLast((one) => one.name === name);
    if (target !== undefined) return onPage(target.box.x + target.box.w / 2, target.box.y + target.box.h / 2);
    const object = contextOf(game).named.get(name);
    if (object === undefined) return undefined;
    const place = object.getWorldTransformMatrix();
    return onPage(place.tx, place.ty);
  };
  return {
    game,
    screenPoint,
    dropOn: () => screenPoint('mat'),
    names: () => targets().map(({ name }) => name),
    view: () => contextOf(game).views.now(),
    asleep: () => !game.loop.running,
  };
};
