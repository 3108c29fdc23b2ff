import type { Self } from './own.ts';

/** Whether a concession is known to be no longer to be had from a delegation: done, held for adoption, or promised. */
export const gone = (self: Self, by: string, concession: string): boolean =>
  self.view.deeds.some((deed) => deed.by === by && deed.concession === concession) ||
  self.view.pending.some(
    (item) => item.kind === 'deed' && item.by === by && item.concession === concession,
  ) ||
  self.view.pledges.some(
    ({ state, undertaking }) =>
      state === 'open' &&
      undertaking.kind === 'later' &&
      undertaking.by === by &&
      undertaking.concession === concession,
  );
