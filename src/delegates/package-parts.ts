import {
  placeOf,
  type Provision,
  type Scenario,
  type Span,
  type Text,
  type Undertaking,
} from '../engine/seat.ts';
import { partsOf } from './layout.ts';
import type { Model } from './models.ts';
import { FAITH, shareOf } from './usual-worth.ts';

/** What one has heard of the numbers on which a package depends, added up. */
export interface PackageParts {
  /** By place in the layout: how often it counts. */
  readonly shares: Float64Array;
  /** Of all else, each drawn by itself from its range; square hundredths of a point. */
  readonly variance: number;
}

/** On what a package's worth depends beside what is in it. */
export interface Terms {
  /** The draft in which its words would change something. */
  readonly standing: Text;
  /** Chance, 0 to 1, that tokens or a deed come due. */
  readonly due: (item: Undertaking) => number;
  /** Share that is left of a word, by its place: of many from one hand. */
  readonly left: (place: number) => number;
}

type Party = Pick<Model, 'delegation' | 'layout' | 'reckons'>;

interface Sums {
  readonly shares: Float64Array;
  /** By token: units that come, less those that go. */
  readonly units: number[];
  variance: number;
}

/** @param counts Whether an item counts for this party, by its place. */
export const partsOfPackage = (
  scenario: Scenario,
  terms: Terms,
  party: Party,
  undertakings: readonly Undertaking[],
  counts: (place: number) => boolean,
): PackageParts => {
  const sums: Sums = {
    shares: new Float64Array(party.layout.size),
    units: scenario.tokens.map(() => 0),
    variance: 0,
  };
  for (const [place, item] of undertakings.entries())
    if (counts(place)) add(scenario, terms, party, sums, item, place);
  const delegation = scenario.delegations[placeOf(scenario, 'delegation', party.delegation)];
  const tokens = sums.units.reduce(
    (sum, units, token) => sum + units * units * varianceOf(delegation?.tokenWorth[token]),
    0,
  );
  return { shares: sums.shares, variance: sums.variance + tokens };
};

const add = (
  scenario: Scenario,
  terms: Terms,
  party: Party,
  sums: Sums,
  item: Undertaking,
  at: number,
): void => {
  const mine = item.by === party.delegation;
  const pay = (token: string, amount: number): void => {
    const place = placeOf(scenario, 'token', token);
    sums.units[place] = (sums.units[place] ?? 0) + amount;
  };
  switch (item.kind) {
    case 'tokens':
      pay(item.token, (mine ? -1 : 1) * item.amount * terms.due(item));
      return;
    case 'deed':
    case 'later': {
      const concession = scenario.concessions[placeOf(scenario, 'concession', item.concession)];
      const sure = item.kind === 'deed' ? terms.due(item) : mine ? 1 : FAITH;
      const span = mine
        ? concession?.givers.find(({ delegation }) => delegation === party.delegation)?.cost
        : concession?.receivers.find(({ delegation }) => delegation === party.delegation)?.worth;
      sums.variance += sure * sure * varianceOf(span);
      if (mine) for (const { token, amount } of concession?.spends ?? []) pay(token, -amount * sure);
      return;
    }
    case 'point': {
      const points = scenario.tracks.find(({ id }) => id === item.track)?.points;
      const worth = points?.find(({ id }) => id === item.point)?.worth;
      sums.variance += varianceOf(worth?.find(({ delegation }) => delegation === party.delegation)?.worth);
      return;
    }
    case 'position':
      addChange(
        scenario,
        terms,
        party,
        sums,
        item.provision,
        shareOf(item, mine) * party.reckons * terms.left(at),
      );
      return;
    case 'join':
      for (const provision of item.containing)
        addChange(scenario, terms, party, sums, provision, shareOf(item, mine) * party.reckons);
      return;
    case 'oppose':
    case 'intelligence':
    case 'restraint':
      return;
  }
};

/** What putting a provision into the draft would change, so many times. */
const addChange = (
  scenario: Scenario,
  { standing }: Terms,
  { layout }: Party,
  { shares }: Sums,
  { article, option }: Provision,
  times: number,
): void => {
  const changed = standing.with(placeOf(scenario, 'article', article), option);
  for (const at of partsOf(layout, changed)) shares[at] = (shares[at] ?? 0) + times;
  for (const at of partsOf(layout, standing)) shares[at] = (shares[at] ?? 0) - times;
};

/** Of a whole number that is alike likely from one end of a range to the other. */
const varianceOf = (span: Span | undefined): number => {
  const count = span === undefined ? 1 : span.max - span.min + 1;
  return (count * count - 1) / 12;
};
