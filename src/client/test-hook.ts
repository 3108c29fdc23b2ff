import type { ScreenStore, Session } from './session/index.ts';

/** What tests in a browser hold the game by. Only in the build made for tests. */
export const expose = (held: {
  readonly store: ScreenStore;
  readonly session: Session;
  readonly loadTable: () => Promise<unknown>;
}): void => {
  Object.assign(window, { __nia: held });
};
