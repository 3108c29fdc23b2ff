import type { DelegationId, Undertaking, View } from '../engine/seat.ts';
import { covers } from './repeats.ts';

/** What others have said no to: it is not asked for again in the same words. */

interface Refusals {
  /** Packages that somebody has declined, or has let lapse, in the order of the log. */
  readonly packages: readonly { readonly by: DelegationId; readonly undertakings: readonly Undertaking[] }[];
  /** `delegation/concession`: what somebody has said that it has given already. */
  readonly gone: ReadonlySet<string>;
}

/** Asked for many packages in one view; a view has one seat. */
const known = new WeakMap<View, Refusals>();

const refusalsIn = (view: View): Refusals => {
  const found = known.get(view);
  if (found !== undefined) return found;
  const me = view.own?.delegation;
  const made = new Map<
    string,
    { readonly to: readonly DelegationId[]; readonly what: readonly Undertaking[] }
  >();
  const packages: { by: DelegationId; undertakings: readonly Undertaking[] }[] = [];
  const gone = new Set<string>();
  for (const { events } of view.log)
    for (const event of events) {
      if (event.kind === 'offered' && event.offer.from === me)
        made.set(event.offer.id, { to: event.offer.to, what: event.offer.undertakings });
      if (event.kind !== 'offer-declined' && event.kind !== 'offer-lapsed') continue;
      const offer = made.get(event.offer);
      // Of several who were asked, and of whom none declined, one does not know who kept silent.
      const [only] = offer?.to.length === 1 ? offer.to : [];
      const by = event.kind === 'offer-declined' ? event.by : only;
      if (offer !== undefined && by !== undefined) packages.push({ by, undertakings: offer.what });
      if (event.kind !== 'offer-declined') continue;
      for (const reason of event.because)
        if (reason.code === 'given-elsewhere') gone.add(`${event.by}/${reason.what}`);
    }
  const all = { packages, gone };
  known.set(view, all);
  return all;
};

/** Whether a delegation has said that it has given this concession away. */
export const saidGone = (view: View, delegation: DelegationId, concession: string): boolean =>
  refusalsIn(view).gone.has(`${delegation}/${concession}`);

/** Whether a delegation has refused a package that asked no more of it, and gave it no less, than this one. */
export const isRefused = (view: View, by: DelegationId, undertakings: readonly Undertaking[]): boolean =>
  refusalsIn(view).packages.some(
    (refused) =>
      refused.by === by &&
      undertakings
        .filter((item) => item.by !== by)
        .every((item) => refused.undertakings.some((old) => isAtLeast(old, item))) &&
      refused.undertakings
        .filter((old) => old.by === by)
        .every((old) => undertakings.some((item) => isAtLeast(item, old))),
  );

/** Whether whoever does the first does at least the second. What is due on adoption, or later, is an offer of its own. */
const isAtLeast = (one: Undertaking, other: Undertaking): boolean => {
  if (one.by !== other.by || one.to !== other.to) return false;
  if (one.kind === 'tokens' && other.kind === 'tokens')
    return one.token === other.token && isNow(one) && isNow(other) && one.amount >= other.amount;
  if (one.kind === 'deed' && other.kind === 'deed')
    return one.concession === other.concession && isNow(one) && isNow(other);
  return covers(one, other);
};

const isNow = ({ when }: Extract<Undertaking, { readonly when: unknown }>): boolean => when.on === 'now';
