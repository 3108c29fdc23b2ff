import type Phaser from 'phaser';

/** Milliseconds without motion after which the loop sleeps. */
const LINGER = 250;
/** Pictures that are drawn after a stir, however long each of them takes: on a slow machine the time may be over with the first. */
const OWED = 3;

export interface Rest {
  /** Wakes the loop and keeps it awake for at least so many milliseconds. */
  readonly stir: (milliseconds?: number) => void;
  readonly destroy: () => void;
}

/** A table on which nothing moves costs nothing: the loop sleeps until something stirs. */
export const makeRest = (game: Phaser.Game): Rest => {
  let until = performance.now() + 1000;
  let owed = OWED;
  let ended = false;
  const moving = (): boolean =>
    game.scene.getScenes(true).some((scene) => scene.tweens.getTweens().length > 0);
  const check = (): void => {
    owed = Math.max(0, owed - 1);
    if (moving()) until = Math.max(until, performance.now() + LINGER);
    else if (owed === 0 && performance.now() > until) game.loop.sleep();
  };
  game.events.on('postrender', check);
  return {
    stir: (milliseconds = LINGER) => {
      if (ended) return;
      owed = OWED;
      until = Math.max(until, performance.now() + milliseconds);
      if (game.isBooted && !game.loop.running) game.loop.wake();
    },
    destroy: () => {
      ended = true;
      game.events.off('postrender', check);
      // A sleeping loop never carries out a destroy.
      if (!game.loop.running) game.loop.wake();
    },
  };
};
