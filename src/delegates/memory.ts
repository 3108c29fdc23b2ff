import { placeOf, type DelegationId, type Reason, type View } from '../engine/seat.ts';
import { CHARACTER } from './character.ts';
import type { Self } from './own.ts';

/** What a delegation remembers of how others have kept their word to it. */

/** Whether it holds a broken promise against somebody: as long as its style does. */
export const resents = (self: Self, delegation: string): boolean => {
  const { memory } = CHARACTER[self.delegation.style];
  return breachesIn(self).some(
    ({ by, session }) => by === delegation && session >= self.view.session - memory,
  );
};

interface Breach {
  readonly by: string;
  readonly session: number;
}

/** Asked for many packages in one view; a view has one seat. */
const known = new WeakMap<View, readonly Breach[]>();

/** Promises to oneself that were broken. */
const breachesIn = ({ view, own }: Self): readonly Breach[] => {
  const found = known.get(view);
  if (found !== undefined) return found;
  const made = view.log.flatMap(({ session, events }) =>
    events.flatMap((event): readonly Breach[] =>
      event.kind === 'promise-settled' && event.state === 'broken' && event.to === own.delegation
        ? [{ by: event.by, session }]
        : [],
    ),
  );
  known.set(view, made);
  return made;
};

/** A wrong that it can call somebody out for. */
export interface Wrong {
  readonly by: DelegationId;
  readonly session: number;
  readonly because: Reason;
}

/** Promises to it that were broken, and operations against it that were found out; latest first. */
export const wrongsTo = (self: Self): readonly Wrong[] =>
  self.view.log
    .flatMap(({ session, events }) =>
      events.flatMap((event): readonly Wrong[] => {
        if (event.kind === 'operation-exposed' && event.operation.against === self.own.delegation) {
          const { by } = event.operation;
          return [{ by, session, because: { code: 'evidence-points-to', towards: by, belief: 1 } }];
        }
        return event.kind === 'promise-settled' &&
          event.state === 'broken' &&
          event.to === self.own.delegation
          ? [{ by: event.by, session, because: { code: 'broken-promise', by: event.by } }]
          : [];
      }),
    )
    .toReversed();

/** How many promises somebody has kept to it. */
const kept = (self: Self, delegation: string): number =>
  self.view.pledges.filter(
    ({ state, undertaking }) =>
      state === 'kept' && undertaking.by === delegation && undertaking.to === self.own.delegation,
  ).length;

const LIKING = { broken: 0.4, wary: 0.7, open: 1, good: 1.15, close: 1.3 } as const;
/** Kept promises that count. */
const COUNTED = 3;
const GRATITUDE = 0.1;

/** How much more than usual it likes to deal with somebody: by trust, and by promises kept, as far as its style answers in kind. */
export const fondness = (self: Self, delegation: string): number => {
  const { reciprocity } = CHARACTER[self.delegation.style];
  const band = self.own.trust[placeOf(self.scenario, 'delegation', delegation)]?.mine ?? 'open';
  const warmth = LIKING[band] - 1 + GRATITUDE * Math.min(COUNTED, kept(self, delegation));
  return Math.max(0.1, 1 + reciprocity * warmth);
};
