import type { Screen, ScreenActions } from '../session/contract.ts';

/** The reading half of the zustand store, with the actions that belong to the screen. */
export interface TableStore {
  readonly getState: () => Screen & ScreenActions;
  readonly subscribe: (listener: (screen: Screen & ScreenActions) => void) => () => void;
}

/** Calls `seen` at once and whenever the selection has become another value. Returns how to stop. */
export const watch = <T>(
  store: TableStore,
  select: (screen: Screen) => T,
  seen: (now: T) => void,
): (() => void) => {
  let last = select(store.getState());
  seen(last);
  return store.subscribe((screen) => {
    const now = select(screen);
    if (Object.is(now, last)) return;
    last = now;
    seen(now);
  });
};
