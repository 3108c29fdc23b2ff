import { placeOf, type Offer, type Undertaking, type WouldChange } from '../engine/seat.ts';
import { gone } from './concessions.ts';
import { guessedPackage } from './guessed-package.ts';
import { modelsOf } from './models.ts';
import type { Self } from './own.ts';
import { overdraws } from './purse.ts';

/** What would change the mind of a delegation that declines a package. */

/** Changes that are named at most. */
const MOST = 3;

/** Another package in the place of the one offered, and what it differs by. */
interface Changed {
  readonly change: WouldChange;
  readonly undertakings: readonly Undertaking[];
}

/**
 * Each of these alone would make the package acceptable: it is weighed anew with each before it is said. First what seems to cost
 * whoever made the offer least; `nothing` if none would.
 *
 * @param short How much is missing, hundredths of a point.
 * @param takes Whether one would take the offer with these undertakings instead.
 */
export const changesThatHelp = (
  self: Self,
  offer: Offer,
  short: number,
  takes: (undertakings: readonly Undertaking[]) => boolean,
): readonly WouldChange[] => {
  const lighter = lightened(self, offer, takes);
  const richer = short > 0 ? enriched(self, offer, short) : [];
  const model = modelsOf(self.scenario, self.view)[placeOf(self.scenario, 'delegation', offer.from)];
  const left = ({ undertakings }: Changed): number =>
    model === undefined ? 0 : guessedPackage(self.scenario, self.view, model, undertakings, offer.open);
  const found = [...lighter, ...richer]
    .filter(({ undertakings }) => takes(undertakings))
    .map((item) => ({ item, left: left(item) }))
    .toSorted((a, b) => b.left - a.left)
    .map(({ item }) => item.change);
  return found.length === 0 ? [{ kind: 'nothing' }] : found.slice(0, MOST);
};

/** The package without one of one's own undertakings, for each of them; of tokens as many are left as one would still give. */
const lightened = (
  self: Self,
  offer: Offer,
  takes: (undertakings: readonly Undertaking[]) => boolean,
): readonly Changed[] => {
  const { undertakings } = offer;
  const found: Changed[] = [];
  for (const item of undertakings) {
    const change = item.by === self.own.delegation ? leavingOut(item) : undefined;
    // What is asked twice, of tokens now and on adoption say, is left out at once.
    if (change === undefined || found.some((other) => sameChange(other.change, change))) continue;
    const others = undertakings.filter((other) => !leftOut(self, change, other));
    found.push(fewer(item, undertakings, others, takes) ?? { change, undertakings: others });
  }
  return found;
};

const leavingOut = (item: Undertaking): WouldChange => {
  switch (item.kind) {
    case 'tokens':
      return { kind: 'without-tokens', token: item.token };
    case 'deed':
    case 'later':
      return { kind: 'without-concession', concession: item.concession };
    case 'position':
      return { kind: 'not-provision', provision: item.provision };
    case 'join':
      return { kind: 'without-join', containing: item.containing };
    case 'oppose':
      return { kind: 'without-oppose', containing: item.containing };
    case 'intelligence':
      return { kind: 'without-intelligence', incident: item.incident };
    case 'restraint':
      return { kind: 'without-restraint' };
    case 'point':
      return { kind: 'without-point', track: item.track, point: item.point };
  }
};

/** Whether an undertaking is left out by a change: one's own, and a point whoever names oneself on it, for it binds both sides. */
const leftOut = (self: Self, change: WouldChange, item: Undertaking): boolean => {
  const me = self.own.delegation;
  return (
    (item.by === me || (item.kind === 'point' && item.to === me)) && sameChange(leavingOut(item), change)
  );
};

/** Both are plain data, made in one place with the fields in one order. */
const sameChange = (one: WouldChange, other: WouldChange): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The package with the most of these tokens that one would give, if that is any. Asked for in several parts they are left out or not. */
const fewer = (
  item: Undertaking,
  undertakings: readonly Undertaking[],
  others: readonly Undertaking[],
  takes: (undertakings: readonly Undertaking[]) => boolean,
): Changed | undefined => {
  if (item.kind !== 'tokens' || others.length < undertakings.length - 1 || !takes(others)) return undefined;
  const giving = (amount: number): readonly Undertaking[] =>
    undertakings.map((other) => (other === item ? { ...item, amount } : other));
  // Fewer tokens are never worse for whoever gives them.
  let least = 0;
  let most = item.amount;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (takes(giving(middle))) least = middle;
    else most = middle;
  }
  return least === 0
    ? undefined
    : { change: { kind: 'fewer-tokens', token: item.token, amount: least }, undertakings: giving(least) };
};

/** The package with something more from whoever made it: tokens it can have had, or a concession that it can still make. */
const enriched = (self: Self, { from, undertakings }: Offer, short: number): readonly Changed[] => {
  const { scenario, mandate } = self;
  const to = self.own.delegation;
  const when = { on: 'now' } as const;
  const tokens = scenario.tokens.flatMap(({ id: token }, place): readonly Changed[] => {
    const unit = mandate.tokenWorth[place] ?? 0;
    const amount = unit <= 0 ? 0 : Math.ceil(short / unit);
    return amount <= 0
      ? []
      : [
          {
            change: { kind: 'tokens', token, amount },
            undertakings: [...undertakings, { kind: 'tokens', by: from, to, token, amount, when }],
          },
        ];
  });
  const concessions = scenario.concessions.flatMap(({ id: concession, givers }, place): readonly Changed[] =>
    (mandate.gains[place] ?? 0) < short ||
    !givers.some((giver) => giver.delegation === from) ||
    gone(self, from, concession) ||
    undertakings.some((item) => isDeedOf(item, from, concession))
      ? []
      : [
          {
            change: { kind: 'concession', concession },
            undertakings: [...undertakings, { kind: 'deed', by: from, to, concession, when }],
          },
        ],
  );
  return [...tokens, ...concessions].filter(
    (more) => !overdraws(scenario, from, more.undertakings, undertakings),
  );
};

const isDeedOf = (item: Undertaking, by: string, concession: string): boolean =>
  (item.kind === 'deed' || item.kind === 'later') && item.by === by && item.concession === concession;
