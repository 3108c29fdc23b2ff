import { subscribeWithSelector } from 'zustand/middleware';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Screen, ScreenActions } from './contract.ts';
import { EMPTY_MAT } from './wire.ts';

export type ScreenStore = StoreApi<Screen & ScreenActions>;

/** The one store for panels and table. The session writes it; `look` and `setMat` are the screen's own. */
export const createScreen = (): ScreenStore =>
  createStore<Screen & ScreenActions>()(
    subscribeWithSelector((set) => ({
      status: 'title',
      news: [],
      busy: false,
      thinking: [],
      canUndo: false,
      saved: 'saved',
      beliefs: [],
      mat: EMPTY_MAT,
      look: (focus) =>
        set(({ focus: _before, ...rest }) => (focus === undefined ? rest : { ...rest, focus }), true),
      setMat: (mat) => set({ mat }),
    })),
  );
