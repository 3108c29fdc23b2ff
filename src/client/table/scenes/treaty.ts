import type Phaser from 'phaser';
import type { Scenario, View } from '../../../engine/seat.ts';
import type { Focus } from '../../session/contract.ts';
import type { TableContext } from '../context.ts';
import { stancesOnStanding, temperColour, temperOf } from '../model/temper.ts';
import { move } from '../motion.ts';
import type { Box } from '../paint/brush.ts';
import {
  paintParchment,
  planScroll,
  writeScroll,
  type ScrollLine,
  type ScrollPlan,
} from '../paint/scroll.ts';
import type { Atlas, Sheet } from '../textures.ts';
import { makeSheet } from '../textures.ts';
import { say } from '../words.ts';
import { WARMTHS } from './chamber-atlas.ts';

const MARGIN = 34;

interface Brackets {
  readonly left: Phaser.GameObjects.Image;
  readonly right: Phaser.GameObjects.Image;
  readonly homeLeft: number;
  readonly homeRight: number;
  open: boolean;
}

/** What the scroll says, line by line. */
export const scrollLines = (
  scenario: Scenario,
  view: View,
  focus: Focus | undefined,
  words: TableContext['words'],
): readonly ScrollLine[] =>
  scenario.articles.map((article, k) => {
    const rolling = view.articles[k] ?? { option: article.draft, brackets: [], settled: false, sponsors: [] };
    const temper = temperOf(rolling, stancesOnStanding(view, k));
    const option = article.options[rolling.option];
    return {
      number: k + 1,
      title: words(article.short),
      option: rolling.option === 0 ? say('noText') : option === undefined ? '' : words(option.label),
      colour: temperColour(temper.warmth),
      warmth: temper.warmth,
      settled: rolling.settled,
      objections: temper.objections,
      looked: focus?.kind === 'article' && focus.id === article.id,
    };
  });

/** The treaty in the middle of the room: a line for each article, its brackets moving as they open and close. */
export class TreatyScroll {
  readonly plan: ScrollPlan;
  readonly image: Phaser.GameObjects.Image;
  readonly #scene: Phaser.Scene;
  readonly #context: TableContext;
  readonly #sheet: Sheet;
  readonly #brackets: Brackets[];

  constructor(
    scene: Phaser.Scene,
    context: TableContext,
    box: Box,
    scenario: Scenario,
    atlas: Atlas,
    depth: number,
  ) {
    this.#scene = scene;
    this.#context = context;
    this.plan = planScroll(box, scenario.articles.length);
    this.#sheet = makeSheet(scene, 'scroll', context.ratio, {
      x: box.x - MARGIN,
      y: box.y - MARGIN,
      w: box.w + MARGIN * 2,
      h: box.h + MARGIN * 2,
    });
    this.image = this.#sheet.image.setDepth(depth);
    const paper = makeSheet(scene, 'parchment', context.ratio, this.#sheet.box);
    paper.paint((brush) => paintParchment(brush, box, this.plan, context.ratio));
    paper.image.setDepth(depth - 1);
    context.named.set('scroll', this.image);
    this.#brackets = this.plan.lines.map((line, k) => {
      const y = line.y + line.h / 2;
      const homeLeft = line.x + (this.plan.small ? 6 : 31);
      const homeRight = line.x + line.w - (this.plan.small ? 5 : 9);
      const left = atlas.put('bracket 0', homeLeft, y).setDepth(depth + 1);
      const right = atlas
        .put('bracket 0', homeRight, y)
        .setDepth(depth + 1)
        .setAngle(180);
      context.named.set(`article:${scenario.articles[k]?.id ?? k}`, left);
      return { left, right, homeLeft, homeRight, open: true };
    });
  }

  show(scenario: Scenario, view: View, focus: Focus | undefined, atOnce: boolean): void {
    const lines = scrollLines(scenario, view, focus, this.#context.words);
    const settled = view.articles.filter((article) => article.settled).length;
    const all = view.articles.length;
    const edition =
      view.adopted !== undefined
        ? say('adoptedText')
        : view.drafts === 0
          ? say('zeroDraft')
          : say('revision', { n: view.drafts });
    this.#sheet.repaint(JSON.stringify([lines, edition]), (brush) => {
      writeScroll(brush, this.plan, lines, {
        heading: say('rollingText'),
        edition,
        progress: say('settledOf', { settled, all }),
        share: all === 0 ? 0 : settled / all,
        objections: (n) => say('objections', { n }),
      });
    });
    for (const [k, pair] of this.#brackets.entries()) {
      const line = lines[k];
      if (line === undefined) continue;
      for (const image of [pair.left, pair.right])
        image.setFrame(`bracket ${Math.round(line.warmth * WARMTHS)}`, false, false);
      const open = !line.settled && view.adopted === undefined;
      if (open !== pair.open || atOnce) this.#turn(pair, open, atOnce);
    }
    this.#context.stir();
  }

  /** Brackets swing away when an article is settled and come back when it is reopened. */
  #turn(pair: Brackets, open: boolean, atOnce: boolean): void {
    pair.open = open;
    const ends = [
      { image: pair.left, x: open ? pair.homeLeft : pair.homeLeft - 16 },
      { image: pair.right, x: open ? pair.homeRight : pair.homeRight + 16 },
    ];
    for (const { image, x } of ends) {
      const alpha = open ? 1 : 0;
      if (atOnce) image.setX(x).setAlpha(alpha);
      else
        move(this.#scene, this.#context, {
          what: image,
          to: { x, alpha },
          long: 620,
          ease: 'Back.easeInOut',
        });
    }
  }

  /** Shakes one article's brackets: something was moved there. */
  nudge(k: number): void {
    const pair = this.#brackets[k];
    if (pair === undefined || this.#context.still()) return;
    move(this.#scene, this.#context, {
      what: pair.left,
      to: { x: pair.homeLeft - 5 },
      long: 110,
      back: true,
      repeat: 1,
    });
    move(this.#scene, this.#context, {
      what: pair.right,
      to: { x: pair.homeRight + 5 },
      long: 110,
      back: true,
      repeat: 1,
    });
  }
}
