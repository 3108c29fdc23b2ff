import Phaser from 'phaser';
import type { Event } from '../../../engine/seat.ts';
import { contextOf, playing, VIEWS, type TableContext, type ViewName } from '../context.ts';
import { halt, move } from '../motion.ts';
import { brass, ramp, rounded, shaded, type Box, type Brush } from '../paint/brush.ts';
import { veil } from '../paint/colour.ts';
import { paintLadder, paintPointer, rungY } from '../paint/ladder.ts';
import { font } from '../paint/letters.ts';
import { PALETTE } from '../palette.ts';
import type { Target } from '../pointing.ts';
import { watch } from '../store.ts';
import { makeSheet, paintAtlas, type Atlas, type Sheet } from '../textures.ts';
import { say } from '../words.ts';
import type { TableScene } from './scene.ts';

/** From this width on, in CSS pixels, the names of all steps keep clear of the flags. */
const ALL_NAMED = 1500;

/** What lies over every view: the tension ladder and the tabs. */
export class FrameScene extends Phaser.Scene implements TableScene {
  #tabs: Sheet | undefined;
  #ladder: Sheet | undefined;
  #pointer: Phaser.GameObjects.Image | undefined;
  #tension = -1;

  constructor() {
    super('frame');
  }

  create(): void {
    const context = contextOf(this.game);
    this.cameras.main.setOrigin(0, 0).setZoom(context.ratio);
    this.#tension = -1;
    if (playing(context) === undefined) return;
    const { ladder, tabs, detail } = context.frame();
    const spread = detail === 'small' ? 30 : 150;
    this.#ladder = makeSheet(this, 'ladder', context.ratio, {
      x: 0,
      y: ladder.y - 30,
      w: ladder.x + ladder.w + spread,
      h: ladder.h + 60,
    });
    context.named.set('ladder', this.#ladder.image);
    this.#tabs = makeSheet(this, 'tabs', context.ratio, {
      x: tabs.x - 8,
      y: tabs.y - 8,
      w: tabs.w + 16,
      h: tabs.h + 20,
    });
    const stops = [
      watch(
        context.store,
        (screen) => screen.view?.tension,
        (now) => {
          if (now !== undefined) this.#climb(context, now);
        },
      ),
      watch(
        context.store,
        (screen) => screen.view?.phase,
        () => this.#paintTabs(context),
      ),
      context.views.watch(() => {
        this.#paintTabs(context);
        this.#paintLadder(context, this.#tension);
      }),
    ];
    this.events.once('shutdown', () => {
      for (const stop of stops) stop();
    });
  }

  #climb(context: TableContext, tension: number): void {
    const now = playing(context);
    if (now === undefined) return;
    const { ladder } = context.frame();
    const top = now.scenario.tension.collapse;
    const from = this.#tension;
    this.#tension = tension;
    this.#paintLadder(context, tension);
    const wide = 30;
    const atlas: Atlas = paintAtlas(this, `pointer ${tension}`, context.ratio, [
      {
        name: 'pointer',
        box: { x: -wide - 2, y: -14, w: wide + 4, h: 28 },
        paint: (brush) => paintPointer(brush, tension, wide),
      },
    ]);
    const old = this.#pointer;
    const y = rungY(ladder, tension, top);
    const x = ladder.x + ladder.w * 0.5 + wide / 2;
    const pointer = atlas.put('pointer', x, from < 0 ? y : rungY(ladder, from, top));
    this.#pointer = pointer.setVisible(old?.visible ?? true);
    old?.destroy();
    if (from >= 0 && from !== tension) {
      if (this.textures.exists(`pointer ${from}`)) this.textures.remove(`pointer ${from}`);
      halt(this, pointer);
      move(this, context, { what: pointer, to: { y }, long: 900, ease: 'Bounce.easeOut' });
    }
    context.stir();
  }

  #paintLadder(context: TableContext, tension: number): void {
    const now = playing(context);
    if (now === undefined) return;
    const { ladder, detail, width } = context.frame();
    const steps = now.scenario.tension.steps.map((step) => ({
      from: step.from,
      name: context.words(step.name),
    }));
    // Beside the mat and on the world there is no room for names.
    const named =
      detail === 'small' || context.views.now() !== 'chamber'
        ? 'none'
        : width >= ALL_NAMED
          ? 'all'
          : 'current';
    // On a phone the mat needs the whole width.
    const shown = detail !== 'small' || context.views.now() !== 'corridor';
    this.#ladder?.image.setVisible(shown);
    this.#pointer?.setVisible(shown);
    this.#ladder?.paint((brush) =>
      paintLadder(brush, ladder, steps, tension, now.scenario.tension.collapse, context.ratio, named),
    );
    context.stir();
  }

  #tabBoxes(context: TableContext): readonly (readonly [ViewName, Box])[] {
    const { tabs } = context.frame();
    const wide = (tabs.w - 8) / VIEWS.length;
    return VIEWS.map((view, i) => [view, { x: tabs.x + i * (wide + 4), y: tabs.y, w: wide, h: tabs.h }]);
  }

  #paintTabs(context: TableContext): void {
    const small = context.frame().detail === 'small';
    const shown = context.views.now();
    this.#tabs?.paint((brush) => {
      for (const [view, box] of this.#tabBoxes(context))
        paintTab(brush, view, box, view === shown, small, context.ratio);
    });
    context.stir();
  }

  witness(_event: Event): void {
    // The ladder follows the tension itself.
  }

  targets(): readonly Target[] {
    const context = contextOf(this.game);
    if (playing(context) === undefined) return [];
    return this.#tabBoxes(context).map(([view, box]) => ({
      name: `tab:${view}`,
      box,
      tap: () => context.views.show(view),
    }));
  }
}

const paintTab = (
  brush: Brush,
  view: ViewName,
  box: Box,
  shown: boolean,
  small: boolean,
  ratio: number,
): void => {
  shaded(brush, ratio, 6, 2, 0.5, () => {
    brush.fillStyle = shown
      ? brass(brush, box)
      : ramp(brush, box, [
          [0, '#4a2e1a'],
          [1, '#2a180d'],
        ]);
    rounded(brush, box, 6);
    brush.fill();
  });
  brush.strokeStyle = shown ? PALETTE.brassLight : veil(PALETTE.brass, 0.65);
  brush.lineWidth = 1.2;
  brush.stroke();
  const ink = shown ? PALETTE.ink : PALETTE.cream;
  const x = small ? box.x + box.w / 2 : box.x + 19;
  paintIcon(brush, view, x, box.y + box.h / 2, Math.min(8, box.h * 0.28), ink);
  if (small) return;
  brush.fillStyle = ink;
  brush.font = font('sans', 12.5, 600);
  brush.textAlign = 'left';
  brush.textBaseline = 'middle';
  brush.fillText(say(view), box.x + 33, box.y + box.h / 2 + 0.5, box.w - 38);
};

const paintIcon = (brush: Brush, view: ViewName, x: number, y: number, r: number, ink: string): void => {
  brush.strokeStyle = ink;
  brush.fillStyle = ink;
  brush.lineWidth = 1.5;
  brush.lineCap = 'round';
  brush.beginPath();
  switch (view) {
    case 'chamber':
      brush.moveTo(x - r, y + r * 0.8);
      brush.lineTo(x - r, y);
      brush.arc(x, y, r, Math.PI, 0);
      brush.lineTo(x + r, y + r * 0.8);
      brush.stroke();
      brush.beginPath();
      brush.arc(x, y + r * 0.2, r * 0.28, 0, Math.PI * 2);
      brush.fill();
      return;
    case 'corridor':
      for (const side of [-1, 1]) {
        brush.moveTo(x + side * r * 0.95, y + r);
        brush.quadraticCurveTo(x + side * r * 0.95, y + r * 0.05, x + side * r * 0.45, y + r * 0.05);
      }
      brush.moveTo(x - r * 0.4, y + r * 0.55);
      brush.lineTo(x + r * 0.4, y + r * 0.55);
      brush.stroke();
      for (const side of [-1, 1]) {
        brush.beginPath();
        brush.arc(x + side * r * 0.6, y - r * 0.55, r * 0.36, 0, Math.PI * 2);
        brush.fill();
      }
      return;
    case 'map':
      brush.arc(x, y, r, 0, Math.PI * 2);
      brush.moveTo(x - r, y);
      brush.lineTo(x + r, y);
      brush.stroke();
      brush.beginPath();
      brush.ellipse(x, y, r * 0.45, r, 0, 0, Math.PI * 2);
      brush.stroke();
  }
};
