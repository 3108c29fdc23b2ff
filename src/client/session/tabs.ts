/** A game held by this tab until it is released. */
export interface Hold {
  readonly release: () => void;
}

/**
 * Holds a game so that no other tab of this browser plays it at the same time; `undefined` if one does. Where the browser has no
 * locks (plain http on a local network) nothing is held and nothing refused.
 */
export const holdGame = (id: string): Promise<Hold | undefined> => {
  if (!('locks' in navigator)) return Promise.resolve({ release: () => undefined });
  return new Promise((resolve) => {
    void navigator.locks
      .request(`nothing-is-agreed/${id}`, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(undefined);
          return undefined;
        }
        return new Promise<void>((release) => {
          resolve({ release });
        });
      })
      .catch(() => resolve({ release: () => undefined }));
  });
};
