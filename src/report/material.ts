import type { Believed, Debrief } from '../analysis/debrief/index.ts';
import type { Table } from '../engine/index.ts';
import { mixed, mixedSpread } from './mix.ts';
import { mixedOrder, namesOf } from './names.ts';
import type { Material, Reader } from './page.ts';
import { mixedTrials, type Told } from './trials.ts';
import type { WhatIf } from './what-if.ts';

/** Branches that were played for a report, and how often each. */
export interface Played {
  readonly runs: number;
  readonly found: readonly WhatIf[];
}

/** What a report for this reader is made of: without names also without the scenario's order. */
export const materialOf = (
  { scenario, seed }: Table,
  debrief: Debrief,
  reader: Reader,
  { reflections, trials, believed }: Told & { readonly believed?: readonly Believed[] },
  { runs, found }: Played = { runs: 0, found: [] },
): Material => {
  const names = namesOf(scenario, seed, reader.kind === 'anonymous');
  const base = { scenario, seed, names, runs, reader, reflections };
  if (reader.kind !== 'anonymous')
    return {
      ...base,
      debrief,
      whatIfs: found,
      ...(trials === undefined ? {} : { trials }),
      ...(believed === undefined ? {} : { believed }),
    };
  const order = mixedOrder(scenario, seed);
  return {
    ...base,
    debrief: mixed(debrief, order),
    ...(trials === undefined ? {} : { trials: mixedTrials(trials, debrief.delegations, order) }),
    ...(believed === undefined
      ? {}
      : { believed: order.flatMap((id) => believed.filter(({ delegation }) => delegation === id)) }),
    whatIfs: found.map((one) => ({
      ...one,
      distribution: mixedSpread(one.distribution, debrief.delegations, order),
    })),
  };
};
