import type Phaser from 'phaser';
import type { TableContext } from './context.ts';

/** One movement: `to` are the end values. Skipped to its end where motion is not wanted. */
export interface Movement<T extends object> {
  readonly what: T;
  readonly to: Partial<Record<keyof T & string, number>>;
  /** Milliseconds. */
  readonly long: number;
  readonly after?: number;
  readonly ease?: string;
  readonly back?: boolean;
  readonly repeat?: number;
  readonly end?: () => void;
}

/** Moves something, and keeps the loop awake for it. */
export const move = <T extends object>(
  scene: Phaser.Scene,
  context: TableContext,
  movement: Movement<T>,
): void => {
  const { what, to, long, after = 0, ease = 'Cubic.easeInOut', back = false, repeat = 0, end } = movement;
  context.stir();
  if (context.still()) {
    if (!back) Object.assign(what, to);
    end?.();
    return;
  }
  scene.tweens.add({
    targets: what,
    ...to,
    duration: long,
    delay: after,
    ease,
    yoyo: back,
    repeat,
    onComplete: () => {
      end?.();
      context.stir();
    },
  });
};

/** Stops what moves something, where it is. */
export const halt = (scene: Phaser.Scene, what: object): void => {
  scene.tweens.killTweensOf(what);
};

/** Does something later, also when nothing moves meanwhile. */
export const later = (
  scene: Phaser.Scene,
  context: TableContext,
  milliseconds: number,
  act: () => void,
): void => {
  context.stir(milliseconds + 300);
  scene.time.delayedCall(milliseconds, () => {
    act();
    context.stir();
  });
};
