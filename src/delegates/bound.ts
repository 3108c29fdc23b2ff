import { contains, type Pledge, type Text } from '../engine/seat.ts';
import type { Self } from './own.ts';

/** What one has promised about whole texts. */

const openPromise = (self: Self, kind: 'join' | 'oppose', text: Text): Pledge | undefined =>
  self.view.pledges.find(
    ({ state, undertaking }) =>
      state === 'open' &&
      undertaking.kind === kind &&
      undertaking.by === self.own.delegation &&
      contains(self.scenario, text, undertaking.containing),
  );

/** An open promise of one's own to join a text. */
export const promiseToJoin = (self: Self, text: Text): Pledge | undefined => openPromise(self, 'join', text);

/** An open promise of one's own to stand against a text; none that is gainsaid by one to join it. */
export const promiseToOppose = (self: Self, text: Text): Pledge | undefined =>
  promiseToJoin(self, text) === undefined ? openPromise(self, 'oppose', text) : undefined;
