import '@fontsource-variable/noto-sans/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import type Phaser from 'phaser';
import type { Session } from '../session/contract.ts';
import type { ViewName } from './context.ts';
import { loadFlags } from './flags.ts';
import { font } from './paint/letters.ts';
import type { FlagPicture } from './paint/room.ts';
import { openStage, type Stage } from './stage.ts';
import type { TableStore } from './store.ts';

export { tableHook, type TableHook } from './hook.ts';
export { PALETTE } from './palette.ts';

export interface Table {
  readonly destroy: () => void;
  /** Keeps the eye on one view, whatever happens; `undefined`: it goes where something happens. */
  readonly pin: (view: ViewName | undefined) => void;
  /** Once the canvas is there. */
  readonly game: () => Phaser.Game | undefined;
}

const noFlag = (_code: string): FlagPicture => undefined;

/** Milliseconds after the last change of size before the scenes are built anew. */
const SETTLE = 140;

/**
 * Sets the table into an element: the chamber, the corridor and the world. The element gives the size and may change it.
 * The canvas is hidden from assistive technology: everything on it is in the panels, too.
 */
export const mountTable = (
  parent: HTMLElement,
  session: Session,
  store: TableStore,
  /** In which language names are said, where the scenario has it. */
  language: () => string = () => document.documentElement.lang,
): Table => {
  const holder = document.createElement('div');
  holder.setAttribute('aria-hidden', 'true');
  holder.style.cssText = 'position:absolute;inset:0;overflow:hidden;';
  if (getComputedStyle(parent).position === 'static') parent.style.position = 'relative';
  parent.append(holder);

  let stage: Stage | undefined;
  let gone = false;
  let pinned: ViewName | undefined;
  let settle: number | undefined;
  let flags = noFlag;
  let loaded = '';

  /** Flags of the running scenario; the scenes are built anew when they are there. */
  const dress = async (): Promise<void> => {
    const { scenario, view, seat, seed } = store.getState();
    if (scenario === undefined || view === undefined) return;
    const game = `${scenario.id} ${scenario.version} ${seat ?? ''} ${seed ?? ''}`;
    if (game === loaded) return;
    loaded = game;
    flags = await loadFlags([...scenario.delegations.map(({ flag }) => flag), scenario.chair.flag]);
    if (gone) return;
    if (stage === undefined) open();
    else stage.rebuild(true);
  };
  const open = (): void => {
    if (gone || stage !== undefined || holder.clientWidth === 0 || holder.clientHeight === 0) return;
    stage = openStage(holder, session, store, (code) => flags(code), language);
    if (pinned !== undefined) stage.pin(pinned);
  };
  const begin = async (): Promise<void> => {
    // What is painted before its typeface has come keeps the stand-in for good.
    const faces = [font('serif', 16, 600), font('sans', 16, 400), font('sans', 16, 700)];
    await Promise.allSettled(faces.map((face) => document.fonts.load(face, 'Agreed 09')));
    if (gone) return;
    await dress();
    open();
  };
  void begin();

  const stop = store.subscribe(() => void dress());
  const watcher = new ResizeObserver(() => {
    window.clearTimeout(settle);
    settle = window.setTimeout(() => {
      if (stage === undefined) open();
      else stage.resize();
    }, SETTLE);
  });
  watcher.observe(holder);
  return {
    game: () => stage?.game,
    pin: (view) => {
      if (view === pinned) return;
      pinned = view;
      stage?.pin(view);
    },
    destroy: () => {
      gone = true;
      stop();
      watcher.disconnect();
      window.clearTimeout(settle);
      stage?.destroy();
      stage = undefined;
      holder.remove();
    },
  };
};
