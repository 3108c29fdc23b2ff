/** A game held by this tab until it is released. */
export interface Hold {
  readonly id: string;
  readonly release: () => void;
}

/**
 * Holds a game so that no other tab of this browser plays it at the same time; `undefined` if one does. Where the browser has no
 * locks (plain http on a local network) nothing is held and nothing refused: there the tab that opens a game last has it, and
 * storage tells the other (`Overtaken`).
 */
export const holdGame = (id: string): Promise<Hold | undefined> => {
  const free: Hold = { id, release: () => undefined };
  if (!('locks' in navigator)) return Promise.resolve(free);
  return new Promise((resolve) => {
    void navigator.locks
      .request(`nothing-is-agreed/${id}`, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>((release) => {
          resolve({ id, release });
        });
      })
      .catch(() => resolve(free));
  });
};

let asked = false;

/** Asks the browser, once, not to throw saved games away when it is short of room. */
export const keepStorage = (): void => {
  if (asked || !('storage' in navigator) || !('persist' in navigator.storage)) return;
  asked = true;
  const { storage } = navigator;
  // Who has been granted it is not asked again: some browsers ask the person.
  void storage
    .persisted()
    .then((granted) => granted || storage.persist())
    .catch(() => false);
};
