import type Phaser from 'phaser';
import { type Event, type Position, type Scenario, type Tone } from '../../../engine/seat.ts';
import type { TableContext } from '../context.ts';
import { gist } from '../model/sentence.ts';
import { later, move } from '../motion.ts';
import { bubbleSize, paintBubble, type BubbleLine } from '../paint/bubble.ts';
import type { Spot } from '../paint/brush.ts';
import { makeSheet } from '../textures.ts';
import { say } from '../words.ts';

type Of<Kind extends Event['kind']> = Extract<Event, { kind: Kind }>;

/** Speech bubbles over the delegates, two or three at most; the oldest goes first. */
export class Speech {
  readonly #scene: Phaser.Scene;
  readonly #context: TableContext;
  readonly #depth: number;
  readonly #shown: Phaser.GameObjects.Image[] = [];
  #count = 0;

  constructor(scene: Phaser.Scene, context: TableContext, depth: number) {
    this.#scene = scene;
    this.#context = context;
    this.#depth = depth;
  }

  statement(scenario: Scenario, event: Of<'spoke'>, at: Spot | undefined): void {
    const most = { small: 1, medium: 2, large: 3 }[this.#context.frame().detail];
    const lines = gist(event.positions, most).map((position) => this.#line(scenario, position));
    this.#say(lines, event.tone, at);
  }

  reply(scenario: Scenario, event: Of<'replied'>, at: Spot | undefined): void {
    const other = scenario.delegations.find(({ id }) => id === event.to);
    this.#say(
      [{ stance: 'reply', words: other === undefined ? '' : `→ ${this.#context.words(other.placard)}` }],
      event.tone,
      at,
    );
  }

  position(scenario: Scenario, event: Of<'position-taken'>, at: Spot | undefined): void {
    this.#say([this.#line(scenario, event.position)], 'plain', at);
  }

  amendment(scenario: Scenario, event: Of<'amended'>, at: Spot | undefined): void {
    this.#say(
      [this.#line(scenario, { article: event.article, option: event.option, stance: 'support' }, true)],
      'plain',
      at,
    );
  }

  /** A few words of no stance: to the press, to the room, on the way out. */
  remark(words: string, tone: Tone, at: Spot | undefined): void {
    this.#say([{ stance: 'reply', words }], tone, at);
  }

  /** Nothing of what was said hangs in the air any more. */
  clear(): void {
    for (const image of this.#shown.slice()) this.#drop(image);
  }

  #line(scenario: Scenario, position: Position, bracketed = false): BubbleLine {
    const article = scenario.articles.find(({ id }) => id === position.article);
    const option = article?.options[position.option];
    const short = article === undefined ? '' : this.#context.words(article.short);
    const label =
      position.option === 0 ? say('noText') : option === undefined ? '' : this.#context.words(option.label);
    const text = `${short}: ${label}`;
    return { stance: position.stance, words: bracketed ? `[${text}]` : text };
  }

  #say(lines: readonly BubbleLine[], tone: Tone, at: Spot | undefined): void {
    if (at === undefined || lines.length === 0) return;
    this.#count += 1;
    const { width, ladder } = this.#context.frame();
    const probe = document.createElement('canvas').getContext('2d');
    if (probe === null) return;
    const size = bubbleSize(probe, lines, Math.min(280, width * 0.58));
    const half = size.w / 2;
    const top = Math.max(size.h + 14, at.y);
    // What is said beside the ladder must not run under it.
    const left = top - size.h < ladder.y + ladder.h + 16 ? ladder.x + ladder.w + 8 : 6;
    const shift = Math.max(left + half - at.x, Math.min(0, width - half - 6 - at.x));
    const key = `bubble ${this.#count % 8}`;
    const old = this.#shown.find((image) => image.name === key);
    if (old !== undefined) this.#drop(old);
    const box = { x: at.x + shift - half - 16, y: top - size.h - 26, w: size.w + 32, h: size.h + 42 };
    const sheet = makeSheet(this.#scene, key, this.#context.ratio, box);
    sheet.paint((brush) => {
      brush.translate(at.x, top);
      paintBubble(brush, lines, size, tone, shift, this.#context.ratio);
    });
    const { image } = sheet;
    image
      .setDepth(this.#depth + this.#count)
      .setAlpha(0)
      .setY(box.y + 8);
    this.#shown.push(image);
    move(this.#scene, this.#context, {
      what: image,
      to: { alpha: 1, y: box.y },
      long: 220,
      ease: 'Back.easeOut',
    });
    const oldest =
      this.#shown.length > (this.#context.frame().detail === 'large' ? 3 : 2) ? this.#shown[0] : undefined;
    if (oldest !== undefined) this.#drop(oldest);
    later(this.#scene, this.#context, 3200 + lines.length * 700, () => {
      if (image.active)
        move(this.#scene, this.#context, {
          what: image,
          to: { alpha: 0 },
          long: 300,
          end: () => this.#drop(image),
        });
    });
  }

  #drop(image: Phaser.GameObjects.Image): void {
    const place = this.#shown.indexOf(image);
    if (place >= 0) this.#shown.splice(place, 1);
    if (image.active) {
      this.#scene.tweens.killTweensOf(image);
      image.destroy();
    }
  }
}
