import Phaser from 'phaser';
import { delegationOf, type End, type Method, type Scenario, type View } from '../../../engine/seat.ts';
import type { TableContext } from '../context.ts';
import type { Frame } from '../layout/frame.ts';
import { move } from '../motion.ts';
import { grains } from '../paint/brush.ts';
import { number } from '../paint/colour.ts';
import { planScroll } from '../paint/scroll.ts';
import { seatedIn } from '../model/hall.ts';
import { paintBanner, paintSignatures } from '../paint/signatures.ts';
import { PALETTE } from '../palette.ts';
import { makeSheet, type Atlas } from '../textures.ts';
import { say, type TableWord } from '../words.ts';

const BY: Readonly<Record<Method, TableWord>> = {
  silence: 'bySilence',
  consensus: 'byConsensus',
  vote: 'byVote',
};

/** How the room looks when it is over: light and signatures, scattered papers, or darkness. */
export class Finale {
  readonly #scene: Phaser.Scene;
  readonly #context: TableContext;
  readonly #atlas: Atlas;
  readonly #frame: Frame;
  readonly #scenario: Scenario;
  readonly #depth: number;
  #shown: End | undefined;
  /** Everything that belongs to the end, to be taken away again. */
  readonly #things: Phaser.GameObjects.GameObject[] = [];

  constructor(
    scene: Phaser.Scene,
    context: TableContext,
    atlas: Atlas,
    frame: Frame,
    scenario: Scenario,
    depth: number,
  ) {
    this.#scene = scene;
    this.#context = context;
    this.#atlas = atlas;
    this.#frame = frame;
    this.#scenario = scenario;
    this.#depth = depth;
  }

  get end(): End | undefined {
    return this.#shown;
  }

  show(view: View, atOnce: boolean): void {
    const end: End | undefined = view.ending?.end ?? (view.adopted === undefined ? undefined : 'adopted');
    if (end === this.#shown) return;
    // Another game, one step back, another place of a film: the room is as it was.
    this.#clear();
    this.#shown = end;
    if (end === undefined) return;
    if (end === 'adopted') {
      this.#light(atOnce, PALETTE.brassLight, 0.16, true);
      this.#sign(view, atOnce);
      return;
    }
    this.#light(atOnce, '#050302', end === 'collapsed' ? 0.62 : 0.3, false);
    this.#scatter(atOnce);
    this.#banner(
      say(end === 'not-adopted' ? 'notAdopted' : end),
      end === 'collapsed' ? PALETTE.alarm : PALETTE.walnut,
      atOnce,
    );
  }

  #clear(): void {
    for (const thing of this.#things.splice(0)) {
      this.#scene.tweens.killTweensOf(thing);
      thing.destroy();
    }
    this.#context.named.delete('signatures');
  }

  /** A veil over the room: warm light, or dusk. */
  #light(atOnce: boolean, colour: string, alpha: number, warm: boolean): void {
    const { width, height } = this.#frame;
    // A picture like all others: a drawn rectangle would have the renderer make a new program in the middle of the scene.
    const veil = this.#scene.add
      .image(0, 0, '__WHITE')
      .setOrigin(0, 0)
      .setDisplaySize(width, height)
      .setTint(number(colour))
      .setAlpha(0)
      .setDepth(16_000);
    this.#things.push(veil);
    if (warm) veil.setBlendMode(Phaser.BlendModes.ADD);
    if (atOnce) veil.setAlpha(alpha);
    else move(this.#scene, this.#context, { what: veil, to: { alpha }, long: 1600 });
  }

  /** A second sheet unrolls over the scroll, with the signatures of whoever is bound. */
  #sign(view: View, atOnce: boolean): void {
    const { scroll } = this.#frame;
    const adopted = view.adopted;
    if (adopted === undefined) return;
    const plan = planScroll(scroll, this.#scenario.articles.length);
    const { words, flag, ratio } = this.#context;
    // A page has room for those that sit in the picture; how many there are is said above them.
    const drawn = new Set(
      seatedIn(this.#scenario, view.own?.index ?? -1).map((place) => this.#scenario.delegations[place]?.id),
    );
    const all = adopted.bound.length;
    const shown = adopted.bound.filter((id) => drawn.has(id));
    const method = say(BY[adopted.method]) + (shown.length < all ? ` · ${say('inAll', { n: all })}` : '');
    const signed = shown.map((id) => {
      const delegation = delegationOf(this.#scenario, id);
      return { id, name: words(delegation.name), flag: flag(delegation.flag) };
    });
    const margin = 34;
    const box = {
      x: scroll.x - margin,
      y: scroll.y - margin,
      w: scroll.w + margin * 2,
      h: scroll.h + margin * 2,
    };
    // The parchment is there already: the scroll lies on it. Painted anew it would cost a frame.
    const parchment = this.#scene.add
      .image(box.x, box.y, 'parchment')
      .setOrigin(0, 0)
      .setScale(1 / ratio)
      .setDepth(this.#depth);
    const page = { ...plan.paper, y: plan.paper.y + plan.roller, h: plan.paper.h - plan.roller * 2 };
    const sheet = makeSheet(this.#scene, 'signatures', ratio, page);
    sheet.paint((brush) => paintSignatures(brush, page, say('adopted'), method, signed));
    const { image } = sheet;
    image.setDepth(this.#depth + 0.5);
    this.#things.push(parchment, image);
    this.#context.named.set('signatures', image);
    if (atOnce) return;
    for (const [what, y] of [
      [parchment, box.y],
      [image, page.y],
    ] as const) {
      what.setAlpha(0).setY(y + scroll.h * 0.25);
      move(this.#scene, this.#context, {
        what,
        to: { y, alpha: 1 },
        long: 1200,
        after: 700,
        ease: 'Cubic.easeOut',
      });
    }
  }

  /** Papers fall softly to the floor. */
  #scatter(atOnce: boolean): void {
    const { width, height, scroll } = this.#frame;
    const next = grains(91);
    for (let i = 0; i < 22; i += 1) {
      const paper = this.#atlas.put(
        'sheet of paper',
        scroll.x + scroll.w * next(),
        scroll.y + scroll.h * 0.3,
      );
      this.#things.push(paper);
      const far = 0.42 + next() * 0.52;
      const end = { x: width * (0.14 + next() * 0.72), y: height * far, angle: next() * 360 };
      const size = (0.6 + far * 0.7) / this.#context.ratio;
      // On the floor and the desks: under the names and the text.
      paper.setDepth(9500 + i).setScale(size, size * 0.66);
      if (atOnce || this.#context.still()) paper.setPosition(end.x, end.y).setAngle(end.angle);
      else {
        paper.setY(-40 - next() * 120).setX(end.x + (next() - 0.5) * 160);
        move(this.#scene, this.#context, {
          what: paper,
          to: end,
          long: 1700 + next() * 1400,
          after: next() * 700,
          ease: 'Sine.easeOut',
        });
      }
    }
  }

  #banner(text: string, colour: string, atOnce: boolean): void {
    const { width, scroll, detail } = this.#frame;
    const high = detail === 'small' ? 26 : 46;
    const wide = scroll.w * 0.92;
    // Over the heading of the text that was not agreed.
    const y = scroll.y + Math.min(scroll.h * 0.13, 56);
    const sheet = makeSheet(this.#scene, 'banner', this.#context.ratio, {
      x: width / 2 - wide * 0.62,
      y: y - high,
      w: wide * 1.24,
      h: high * 2.2,
    });
    sheet.paint((brush) => {
      brush.translate(width / 2, y);
      paintBanner(brush, text, wide, high, colour);
    });
    sheet.image.setDepth(this.#depth + 1);
    this.#things.push(sheet.image);
    if (atOnce) return;
    sheet.image.setAlpha(0);
    move(this.#scene, this.#context, { what: sheet.image, to: { alpha: 1 }, long: 700, after: 500 });
  }
}
