import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Own, Scenario, View } from '../../engine/seat.ts';
import { namesOf, type Names } from '../i18n/names.ts';
import type { Screen, ScreenActions, ScreenStore, Session } from '../session/index.ts';

/** What every panel reaches: the session it speaks to and the store it reads. */
export interface Desk {
  readonly session: Session;
  readonly store: ScreenStore;
  readonly loadTable: TableLoader;
}

export type TableLoader = () => Promise<{
  readonly mountTable: (
    parent: HTMLElement,
    session: Session,
    store: ScreenStore,
  ) => { readonly destroy: () => void };
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
  const view = useScreen((screen) => screen.view);
  if (scenario === undefined || view === undefined) throw new Error('a play panel needs a game');
  return { scenario, view, names: namesOf(scenario), own: view.own };
};
