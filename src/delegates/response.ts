import type { IncidentSight, Reason, Response } from '../engine/seat.ts';
import type { Self } from './own.ts';

/** What a response to an incident is decided with. */

/** An attribution, one's own or one that is joined. */
export type Speech = Extract<Response, { readonly kind: 'attribute' | 'endorse' }>;

/** Responses of which the worth is reckoned: no machine leaks. */
export type Weighable = Exclude<Response, { readonly kind: 'leak' }>;

export interface Choice {
  readonly response: Weighable;
  readonly because: Reason;
}

/** Whether it has answered an incident in this way already. */
export const alreadyDid = (self: Self, sight: IncidentSight, kind: Response['kind']): boolean =>
  sight.responses.some((item) => item.by === self.own.delegation && item.response.kind === kind);

/** Whether one has promised restraint towards somebody. */
export const restrainedTowards = (self: Self, towards: string): boolean =>
  self.view.pledges.some(
    ({ state, undertaking }) =>
      state === 'open' &&
      undertaking.kind === 'restraint' &&
      undertaking.by === self.own.delegation &&
      undertaking.to === towards,
  );
