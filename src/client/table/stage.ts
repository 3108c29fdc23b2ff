import Phaser from 'phaser';
import type { Words } from '../../engine/seat.ts';
import { inWords } from '../../engine/seat.ts';
import type { Session } from '../session/contract.ts';
import { shareContext, VIEWS, type TableContext, type ViewName } from './context.ts';
import { direct, viewOfJump, viewOfPhase } from './director.ts';
import { layFrame, type Frame } from './layout/frame.ts';
import type { FlagPicture } from './paint/room.ts';
import { listen, type Target } from './pointing.ts';
import { makeRest } from './rest.ts';
import { ChamberScene } from './scenes/chamber.ts';
import { CorridorScene } from './scenes/corridor.ts';
import { FrameScene } from './scenes/frame.ts';
import { MapScene } from './scenes/map.ts';
import type { TableScene } from './scenes/scene.ts';
import { makeSounds } from './sound.ts';
import { watch, type TableStore } from './store.ts';

export interface Stage {
  readonly game: Phaser.Game;
  /** Builds all scenes anew: another game (`fresh`), or another size. */
  readonly rebuild: (fresh: boolean) => void;
  readonly resize: () => void;
  /** Keeps the eye on one view; `undefined` lets it go. */
  readonly pin: (view: ViewName | undefined) => void;
  readonly destroy: () => void;
}

/** Milliseconds in the chamber before the eye goes to the world. */
const GLANCE = 3200;

const ORDER = ['chamber', 'corridor', 'map', 'frame'] as const;

/** The canvas with its scenes, in an element that has a size. */
export const openStage = (
  parent: HTMLElement,
  session: Session,
  store: TableStore,
  flag: (code: string) => FlagPicture,
  language: () => string,
): Stage => {
  const ratio = Math.min(2, Math.max(1, window.devicePixelRatio || 1));
  const size = (): { readonly w: number; readonly h: number } => ({
    w: Math.max(240, Math.round(parent.clientWidth)),
    h: Math.max(200, Math.round(parent.clientHeight)),
  });
  let now = size();
  let frame: Frame = layFrame(now.w, now.h);
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  const sounds = makeSounds();
  const game = new Phaser.Game({
    type: rendererOf(),
    parent,
    banner: false,
    audio: { noAudio: true },
    disableContextMenu: false,
    backgroundColor: '#160d07',
    render: { antialias: true },
    seed: ['table'],
    // The table listens to its canvas by itself: see pointing.ts.
    input: { mouse: false, touch: false, keyboard: false, gamepad: false },
    scale: { mode: Phaser.Scale.NONE, width: now.w * ratio, height: now.h * ratio, zoom: 1 / ratio },
    scene: [],
  });
  const rest = makeRest(game);
  const seen = new Set<(view: ViewName) => void>();
  const atPhase = (): ViewName => {
    const { view: seenNow, film } = store.getState();
    if (seenNow === undefined) return 'chamber';
    return film === undefined ? viewOfPhase(seenNow.phase) : viewOfJump(seenNow.phase, film.telling);
  };
  let pinned: ViewName | undefined;
  let view = atPhase();
  const named: TableContext['named'] = new Map();
  const context: TableContext = {
    store,
    session,
    sounds,
    ratio,
    frame: () => frame,
    flag,
    words: (words: Words) => {
      const { scenario } = store.getState();
      return scenario === undefined ? '' : inWords(scenario, words, language());
    },
    still: () => calm.matches,
    stir: rest.stir,
    named,
    views: {
      now: () => view,
      show: (next) => {
        if (next === view || (pinned !== undefined && next !== pinned)) return;
        view = next;
        turnTo(game, context, next, false);
        for (const look of seen) look(next);
      },
      watch: (look) => {
        seen.add(look);
        return () => seen.delete(look);
      },
    },
  };
  shareContext(game, context);

  const scenes = (): readonly TableScene[] =>
    ORDER.filter((key) => key === 'frame' || key === view).flatMap((key) => {
      const scene = game.scene.getScene<Phaser.Scene>(key);
      return scene !== null && isTableScene(scene) ? [scene] : [];
    });
  const targets = (): readonly Target[] => scenes().flatMap((scene) => scene.targets());
  let stopListening: (() => void) | undefined;
  let stopDirecting: (() => void) | undefined;
  let stopJumping: (() => void) | undefined;
  game.events.once('ready', () => {
    game.canvas.style.touchAction = 'none';
    game.canvas.style.display = 'block';
    game.scene.add('chamber', ChamberScene, true);
    game.scene.add('corridor', CorridorScene, true);
    game.scene.add('map', MapScene, true);
    game.scene.add('frame', FrameScene, true);
    turnTo(game, context, view, true);
    // Before each picture, not when the view is turned: Phaser puts to sleep and wakes with the next picture only, and whoever
    // turned twice before it would be left with the view of the first turn.
    game.events.on('prestep', () => wakeOnly(game, view));
    stopListening = listen(game.canvas, targets, () => rest.stir());
    stopDirecting = direct(context, (event) => {
      for (const scene of scenes()) scene.witness(event);
    });
    stopJumping = followJumps();
    glanceAtWorld();
  });
  /** A film that goes elsewhere turns the eye, unless it was there already or somebody has turned it since. */
  const followJumps = (): (() => void) => {
    let turned = view;
    return watch(
      store,
      (screen) => screen.film?.jump,
      (jump) => {
        const { film, view: table } = store.getState();
        if (jump === undefined || table === undefined) return;
        const next = viewOfJump(table.phase, film?.telling);
        if (next !== turned) context.views.show(next);
        turned = next;
      },
    );
  };
  let glance: number | undefined;
  /** A briefing that begins with an incident: first the room, then the world. */
  const glanceAtWorld = (): void => {
    window.clearTimeout(glance);
    const { view: table } = store.getState();
    if (
      table?.phase !== 'briefing' ||
      !table.incidents.some((incident) => incident.session === table.session)
    )
      return;
    glance = window.setTimeout(() => {
      if (store.getState().view?.phase === 'briefing' && view === 'chamber') context.views.show('map');
    }, GLANCE);
  };
  const rebuild = (fresh: boolean): void => {
    if (!game.isBooted) return;
    if (fresh) {
      view = pinned ?? atPhase();
      glanceAtWorld();
    }
    named.clear();
    for (const key of ORDER) {
      const scene = game.scene.getScene<Phaser.Scene>(key);
      scene?.scene.restart();
    }
    rest.stir(600);
    game.events.once('poststep', () => turnTo(game, context, view, true));
  };
  return {
    game,
    rebuild,
    resize: () => {
      const next = size();
      if (next.w === now.w && next.h === now.h) return;
      now = next;
      frame = layFrame(now.w, now.h);
      game.scale.resize(now.w * ratio, now.h * ratio);
      rebuild(false);
    },
    pin: (next) => {
      pinned = next;
      context.views.show(next ?? atPhase());
    },
    destroy: () => {
      window.clearTimeout(glance);
      stopListening?.();
      stopDirecting?.();
      stopJumping?.();
      rest.destroy();
      sounds.destroy();
      // A game that is destroyed does not shut its scenes down: they would go on reading the store, and fail at what is gone.
      for (const key of ORDER) if (game.scene.getScene(key) !== null) game.scene.stop(key);
      game.destroy(true);
    },
  };
};

/** `?renderer=canvas` and `?renderer=webgl` choose one, for measuring and for machines whose driver misbehaves. */
const rendererOf = (): number => {
  const wanted = new URLSearchParams(window.location.search).get('renderer');
  if (wanted === 'canvas') return Phaser.CANVAS;
  return wanted === 'webgl' ? Phaser.WEBGL : Phaser.AUTO;
};

const isTableScene = (scene: Phaser.Scene): scene is Phaser.Scene & TableScene =>
  'targets' in scene && 'witness' in scene;

const isRunning = (scene: Phaser.Scene): boolean => scene.sys.settings.status === Phaser.Scenes.RUNNING;

/** A scene that is still being built loses what is begun on it. */
const isBuilt = ({ sys }: Phaser.Scene): boolean =>
  sys.settings.status >= Phaser.Scenes.RUNNING && sys.settings.status <= Phaser.Scenes.SLEEPING;

/** Of the views only the one looked at is awake. One that is being built is put to sleep once it has been. */
const wakeOnly = (game: Phaser.Game, view: ViewName): void => {
  for (const key of VIEWS) {
    const scene = game.scene.getScene<Phaser.Scene>(key);
    if (scene === null) continue;
    if (key === view && scene.scene.isSleeping()) scene.scene.wake();
    if (key !== view && isRunning(scene)) scene.scene.sleep();
  }
};

/** Turns to one of the views: it comes up out of the dark. */
const turnTo = (game: Phaser.Game, context: TableContext, view: ViewName, atOnce: boolean): void => {
  const scene = game.scene.getScene<Phaser.Scene>(view);
  if (scene !== null) {
    scene.scene.setVisible(true);
    const camera = scene.cameras.main;
    scene.tweens.killTweensOf(camera);
    camera.setAlpha(1);
    if (!atOnce && !context.still() && isBuilt(scene)) {
      camera.setAlpha(0);
      scene.tweens.add({ targets: camera, alpha: 1, duration: 420, ease: 'Sine.easeOut' });
    }
  }
  context.stir(500);
};
