import { createContext, useContext, type ComponentType } from 'react';
import { useStore } from 'zustand';
import type { Own, Scenario, View } from '../../engine/seat.ts';
import { namesOf, type Names } from '../i18n/names.ts';
import type { Screen, ScreenActions, ScreenStore, Session } from '../session/index.ts';

/** What every panel reaches: the session it speaks to and the store it reads. */
export interface Desk {
  readonly session: Session;
  readonly store: ScreenStore;
  readonly loadTable: TableLoader;
  /** Absent where one plays alone, or several share this screen. */
  readonly companions?: Companions;
}

/** What a session with several people, each at a screen of their own, adds to the game's page. */
export interface Companions {
  /** Over everything: the room's clock, who plays for whom, what waits for me. */
  readonly Bar: ComponentType;
  readonly Talk: ComponentType;
  /** In the menu, instead of what belongs to a game that runs here. */
  readonly Menu: ComponentType<{ readonly close: () => void }>;
  readonly useUnread: () => number;
  /** Whether this person can give commands at all. */
  readonly useHands: () => boolean;
}

/** Where one plays alone. */
const ALONE: Pick<Companions, 'useUnread' | 'useHands'> = {
  useUnread: () => 0,
  useHands: () => true,
};

export const useUnread = (): number => (useDesk().companions ?? ALONE).useUnread();
export const useHands = (): boolean => (useDesk().companions ?? ALONE).useHands();

export type PinnedView = 'chamber' | 'map';

export type TableLoader = () => Promise<{
  readonly mountTable: (
    parent: HTMLElement,
    session: Session,
    store: ScreenStore,
    language: () => string,
  ) => {
    readonly destroy: () => void;
    /** Keeps the eye on one of the table's views, whatever happens; `undefined`: it goes where something happens. */
    readonly pin: (view: PinnedView | undefined) => void;
  };
}>;

const DeskContext = createContext<Desk | undefined>(undefined);
export const DeskProvider = DeskContext.Provider;

/** Throws outside of the app: a fault of ours. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('panels stand inside the app');
  return desk;
};

/** A selection of the store; it must return what is in the store, not a new object. */
export const useScreen = <T,>(select: (screen: Screen & ScreenActions) => T): T =>
  useStore(useDesk().store, select);

/** Whether a film is shown: papers are read, nothing can be done. */
export const useWatching = (): boolean => useScreen((screen) => screen.film !== undefined);

/** Whether papers are read only: in a film, and for whoever has no hand in the game, or not just now. */
export const useIdle = (): boolean => {
  const hands = useHands();
  return useWatching() || !hands;
};

const NOTHING: View['may'] = [];
/** The same view for the same view: nothing that whoever has no hand in the game can do is offered. */
const idleViews = new WeakMap<View, View>();
const idleView = (view: View): View => {
  const known = idleViews.get(view) ?? { ...view, may: NOTHING };
  idleViews.set(view, known);
  return known;
};

/** A game in play: the scenario, the view and names are there. */
export interface Playing {
  readonly scenario: Scenario;
  readonly view: View;
  readonly names: Names;
  readonly own: Own | undefined;
}

/** Throws where no game is in play; play panels are shown only then. */
export const usePlaying = (): Playing => {
  const scenario = useScreen((screen) => screen.scenario);
  const seen = useScreen((screen) => screen.view);
  const hands = useHands();
  const view = seen === undefined || hands ? seen : idleView(seen);
  if (scenario === undefined || view === undefined) throw new Error('a play panel needs a game');
  return { scenario, view, names: namesOf(scenario), own: view.own };
};
