import type Phaser from 'phaser';
import type { TableContext } from '../context.ts';
import type { Seat } from '../layout/horseshoe.ts';
import type { Answer } from '../../../engine/seat.ts';
import type { Posture } from '../model/room.ts';
import { halt, move } from '../motion.ts';
import type { Box } from '../paint/brush.ts';
import type { Atlas } from '../textures.ts';

const AT_REST: Posture = {
  present: true,
  done: false,
  rim: undefined,
  spoke: undefined,
  answered: false,
  answer: undefined,
  looked: false,
  thinking: false,
};

/** One delegation in the chamber: chair, figure, desk, folder and placard, moved from posture to posture. */
export class DelegateFigure {
  readonly box: Box;
  readonly head: { readonly x: number; readonly y: number };
  readonly #scene: Phaser.Scene;
  readonly #context: TableContext;
  readonly #seat: Seat;
  readonly #atlas: Atlas;
  readonly #figure: Phaser.GameObjects.Image;
  readonly #placard: Phaser.GameObjects.Image;
  readonly #rim: Phaser.GameObjects.Image;
  readonly #halo: Phaser.GameObjects.Image;
  readonly #folder: Phaser.GameObjects.Image;
  readonly #faces: ReadonlyMap<Answer, Phaser.GameObjects.Image>;
  readonly #order: Phaser.GameObjects.Image[];
  readonly #scale: number;
  readonly #own: boolean;
  readonly #high: number;
  #posture: Posture = AT_REST;

  constructor(
    scene: Phaser.Scene,
    context: TableContext,
    seat: Seat,
    id: string,
    atlas: Atlas,
    own: boolean,
    high: number,
    answers: readonly Answer[],
  ) {
    this.#scene = scene;
    this.#context = context;
    this.#seat = seat;
    this.#atlas = atlas;
    const { figure, placard, tall, wide, depth } = seat;
    this.#scale = 1 / context.ratio;
    this.#own = own;
    this.#high = high;
    const k = tall / 100;
    // Placards lie over every figure: a name must be readable whoever sits in front of it.
    const put = (name: string, x: number, y: number, above: number): Phaser.GameObjects.Image =>
      atlas.put(name, x, y).setDepth((above >= 5 ? 10_000 : 0) + depth * (above >= 5 ? 1 : 10) + above / 10);
    this.#halo = put('halo own', figure.x, figure.y - tall * 0.5, 0).setVisible(false);
    this.#halo.setScale(this.#scale * k);
    put(`chair ${seat.index}`, figure.x, figure.y, 1);
    this.#figure = put(`figure ${id}`, figure.x, figure.y, 2);
    put(`desk ${seat.index}`, 0, 0, 3);
    const folder = { x: placard.x + seat.turn * wide * 0.04, y: placard.y - high * 1.32 };
    this.#folder = put('folder', folder.x, folder.y, 8)
      .setVisible(false)
      .setScale(this.#scale * k * 0.92);
    this.#rim = put(`rim looked ${seat.index}`, placard.x, placard.y, 5).setVisible(false);
    this.#placard = put(`placard ${id}`, placard.x, placard.y, 6);
    this.#faces = new Map(
      answers.map((answer) => [
        answer,
        put(`verdict ${answer} ${seat.index}`, placard.x, placard.y, 7).setVisible(false),
      ]),
    );
    this.#order = [];
    this.head = { x: figure.x + seat.turn * tall * 0.05, y: figure.y - tall * 0.98 };
    this.box = {
      x: Math.min(figure.x - tall * 0.4, placard.x - wide / 2),
      y: figure.y - tall,
      w:
        Math.max(figure.x + tall * 0.4, placard.x + wide / 2) -
        Math.min(figure.x - tall * 0.4, placard.x - wide / 2),
      h: placard.y - figure.y + tall,
    };
    if (own) {
      this.#halo.setVisible(true).setAlpha(0.75);
      put('you', placard.x - wide / 2 + 5, placard.y - high - 3, 9);
    }
    context.named.set(`delegation:${id}`, this.#placard);
    context.named.set(`figure:${id}`, this.#figure);
  }

  get id(): number {
    return this.#seat.index;
  }

  /** Takes on a posture; `at once` without motion (first drawing, resize). */
  take(next: Posture, atOnce: boolean): void {
    const before = this.#posture;
    this.#posture = next;
    if (atOnce || before.present !== next.present) this.#walk(next.present, atOnce);
    // A raised placard stands where the folder lies: the name comes first.
    this.#folder.setVisible(next.done && next.present && !next.answered && next.answer === undefined);
    this.#showRim(next);
    this.#showOrder(next.spoke);
    this.#halo.setVisible(this.#own || next.looked || next.thinking);
    this.#halo.setFrame(
      next.looked ? 'halo looked' : next.thinking && !this.#own ? 'halo thinking' : 'halo own',
      false,
      false,
    );
    this.#halo.setAlpha(next.looked ? 1 : next.thinking ? 0.5 : 0.75);
    if (atOnce || before.answered !== next.answered)
      this.#lift(next.answered && next.answer === undefined, atOnce);
    if (atOnce || before.answer !== next.answer) this.#judge(next, atOnce);
  }

  /** Raises the placard to ask for the floor, and puts it back. */
  raise(): void {
    const y = this.#restY();
    halt(this.#scene, this.#placard);
    this.#placard.setY(y);
    move(this.#scene, this.#context, {
      what: this.#placard,
      to: { y: y - this.#seat.tall * 0.34, angle: this.#seat.turn * -5 },
      long: 260,
      back: true,
      ease: 'Back.easeOut',
      end: () =>
        this.#placard.setPosition(this.#seat.placard.x, this.#restY()).setAngle(this.#raised() ? -4 : 0),
    });
  }

  /** Leans forward to speak. */
  speak(): void {
    this.raise();
    halt(this.#scene, this.#figure);
    this.#figure.setScale(this.#scale).setPosition(this.#seat.figure.x, this.#seat.figure.y);
    move(this.#scene, this.#context, {
      what: this.#figure,
      to: { scaleX: this.#scale * 1.05, scaleY: this.#scale * 1.05 },
      long: 420,
      back: true,
      ease: 'Sine.easeInOut',
    });
  }

  #walk(present: boolean, atOnce: boolean): void {
    halt(this.#scene, this.#figure);
    const { x, y } = this.#seat.figure;
    const out = {
      x: x + (x < this.#context.frame().width / 2 ? -1 : 1) * this.#seat.tall * 1.5,
      y: y - this.#seat.tall * 0.06,
    };
    const end = present ? { x, y, alpha: 1 } : { ...out, alpha: 0 };
    if (atOnce) {
      Object.assign(this.#figure, end);
      return;
    }
    if (present) this.#figure.setPosition(out.x, out.y);
    const after = (this.#seat.index % 6) * 130;
    move(this.#scene, this.#context, {
      what: this.#figure,
      to: end,
      long: 1100,
      after,
      ease: 'Sine.easeInOut',
    });
    if (!this.#context.still())
      move(this.#scene, this.#context, {
        what: this.#figure,
        to: { angle: 2.2 },
        long: 180,
        after,
        back: true,
        repeat: 2,
      });
  }

  #showRim({ rim, looked, answer }: Posture): void {
    this.#rim.setVisible((rim !== undefined || looked) && answer === undefined);
    this.#rim.setFrame(`rim ${rim ?? 'looked'} ${this.#seat.index}`, false, false);
  }

  #showOrder(spoke: number | undefined): void {
    for (const image of this.#order.splice(0)) image.destroy();
    if (spoke === undefined) return;
    const { placard, wide, depth } = this.#seat;
    const name = `order ${spoke}`;
    if (!this.#atlas.has(name)) return;
    this.#order.push(
      this.#atlas.put(name, placard.x + wide / 2, placard.y - this.#high - 1).setDepth(10_000 + depth + 0.9),
    );
  }

  #raised(): boolean {
    return this.#posture.answered && this.#posture.answer === undefined;
  }

  /** Who has answered holds the placard a little up, until the gavel falls. */
  #restY(): number {
    return this.#seat.placard.y - (this.#raised() ? this.#seat.tall * 0.1 : 0);
  }

  #lift(up: boolean, atOnce: boolean): void {
    const y = this.#restY();
    halt(this.#scene, this.#placard);
    if (atOnce) this.#placard.setY(y).setAngle(up ? -4 : 0);
    else
      move(this.#scene, this.#context, {
        what: this.#placard,
        to: { y, angle: up ? -4 : 0 },
        long: 260,
        ease: 'Back.easeOut',
      });
  }

  /** The placard turns and shows how its delegation answered. */
  #judge(next: Posture, atOnce: boolean): void {
    for (const image of this.#faces.values()) image.setVisible(false);
    const placard = this.#placard;
    halt(this.#scene, placard);
    placard
      .setScale(this.#scale)
      .setPosition(this.#seat.placard.x, this.#seat.placard.y)
      .setAngle(0)
      .setVisible(true);
    const face = next.answer === undefined ? undefined : this.#faces.get(next.answer);
    if (face === undefined) return;
    // The verdict stands on top of the placard, so that the name stays readable.
    const y = this.#seat.placard.y - this.#high;
    face.setVisible(true).setPosition(this.#seat.placard.x, y).setScale(this.#scale);
    if (atOnce) return;
    face.setScale(this.#scale, 0);
    move(this.#scene, this.#context, {
      what: face,
      to: { scaleY: this.#scale },
      long: 280,
      after: 160 + (this.#seat.index % 30) * 90,
      ease: 'Back.easeOut',
    });
  }
}
