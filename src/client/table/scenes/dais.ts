import type Phaser from 'phaser';
import type { TableContext } from '../context.ts';
import type { Podium } from '../layout/horseshoe.ts';
import { halt, move } from '../motion.ts';
import type { Atlas } from '../textures.ts';

/** The Chair on the dais, with the gavel. */
export class Dais {
  readonly head: { readonly x: number; readonly y: number };
  readonly #scene: Phaser.Scene;
  readonly #context: TableContext;
  readonly #gavel: Phaser.GameObjects.Image;
  readonly #ring: Phaser.GameObjects.Image;
  readonly #figure: Phaser.GameObjects.Image;

  constructor(scene: Phaser.Scene, context: TableContext, podium: Podium, atlas: Atlas) {
    this.#scene = scene;
    this.#context = context;
    const depth = podium.foot.y * 10 - 60;
    atlas.put('chair Chair', podium.figure.x, podium.figure.y).setDepth(depth);
    this.#figure = atlas.put('figure Chair', podium.figure.x, podium.figure.y).setDepth(depth + 1);
    atlas.put('dais', podium.foot.x, podium.foot.y).setDepth(depth + 2);
    atlas
      .put('placard Chair', podium.foot.x - podium.half * 0.3, podium.foot.y - podium.high * 1.0)
      .setDepth(depth + 4);
    const block = { x: podium.foot.x + podium.half * 0.46, y: podium.foot.y - podium.high * 1.01 };
    atlas.put('block', block.x, block.y).setDepth(depth + 3);
    this.#ring = atlas
      .put('ring', block.x, block.y - 3)
      .setDepth(depth + 5)
      .setVisible(false);
    this.#gavel = atlas
      .put('gavel', block.x + podium.half * 0.5, block.y - podium.high * 0.1)
      .setDepth(depth + 6)
      .setAngle(6);
    this.head = { x: podium.figure.x, y: podium.figure.y - podium.tall };
    context.named.set('gavel', this.#gavel);
    context.named.set('delegation:chair', this.#figure);
  }

  /** Two strokes on the block. */
  strike(): void {
    if (this.#context.still()) return;
    halt(this.#scene, this.#gavel);
    this.#gavel.setAngle(6);
    move(this.#scene, this.#context, {
      what: this.#gavel,
      to: { angle: 46 },
      long: 190,
      ease: 'Sine.easeOut',
      end: () => this.#fall(2),
    });
  }

  #fall(strokes: number): void {
    move(this.#scene, this.#context, {
      what: this.#gavel,
      to: { angle: 0 },
      long: 85,
      ease: 'Quad.easeIn',
      end: () => {
        this.#spread();
        if (strokes > 1)
          move(this.#scene, this.#context, {
            what: this.#gavel,
            to: { angle: 30 },
            long: 120,
            ease: 'Sine.easeOut',
            end: () => this.#fall(strokes - 1),
          });
        else move(this.#scene, this.#context, { what: this.#gavel, to: { angle: 6 }, long: 300, after: 160 });
      },
    });
  }

  #spread(): void {
    const size = 1 / this.#context.ratio;
    halt(this.#scene, this.#ring);
    this.#ring
      .setVisible(true)
      .setAlpha(0.9)
      .setScale(size * 0.25);
    move(this.#scene, this.#context, {
      what: this.#ring,
      to: { scaleX: size * 1.3, scaleY: size * 1.3, alpha: 0 },
      long: 480,
      ease: 'Quad.easeOut',
      end: () => this.#ring.setVisible(false),
    });
  }
}
