import type Phaser from 'phaser';
import type { Scenario, View, Words } from '../../engine/seat.ts';
import type { Session } from '../session/contract.ts';
import type { Frame } from './layout/frame.ts';
import type { FlagPicture } from './paint/room.ts';
import type { Sounds } from './sound.ts';
import type { TableStore } from './store.ts';

export const VIEWS = ['chamber', 'corridor', 'map'] as const;
export type ViewName = (typeof VIEWS)[number];

/** What the scenes share. One per table; kept in the game's registry. */
export interface TableContext {
  readonly store: TableStore;
  readonly session: Session;
  readonly sounds: Sounds;
  /** Canvas pixels per CSS pixel, 1 to 2. */
  readonly ratio: number;
  /** Layout for the present size. */
  readonly frame: () => Frame;
  readonly flag: (code: string) => FlagPicture;
  readonly words: (words: Words) => string;
  /** Motion is skipped. */
  readonly still: () => boolean;
  /** Lets the loop run until everything has come to rest, and at least for so long. */
  readonly stir: (milliseconds?: number) => void;
  /** Objects by name, for whoever needs to find one on the screen. */
  readonly named: Map<string, Phaser.GameObjects.Components.Transform & Phaser.GameObjects.GameObject>;
  readonly views: ViewSwitch;
}

export interface ViewSwitch {
  readonly now: () => ViewName;
  readonly show: (view: ViewName) => void;
  readonly watch: (seen: (view: ViewName) => void) => () => void;
}

/** A game that has begun: scenario and view are there together. */
export interface Playing {
  readonly scenario: Scenario;
  readonly view: View;
}

export const playing = (context: TableContext): Playing | undefined => {
  const { scenario, view } = context.store.getState();
  return scenario === undefined || view === undefined ? undefined : { scenario, view };
};

const KEY = 'table';

export const shareContext = (game: Phaser.Game, context: TableContext): void => {
  game.registry.set(KEY, context);
};

export const contextOf = (game: Phaser.Game): TableContext => game.registry.get(KEY) as TableContext;
