import { asDelegation, type DelegationId, type TrustPair } from '../engine/seat.ts';
import type { Names } from './refer.ts';
import type { NamesDraft, ScenarioDraft } from './draft.ts';
import type { Path } from './fault.ts';

/** Delegations named one by one, by a group, or all. */
export const named = (names: Names, path: Path, draft: NamesDraft): readonly DelegationId[] =>
  draft === 'all'
    ? [...names.delegations].map(asDelegation)
    : [...new Set(draft.flatMap((name, place) => oneOrGroup(names, [...path, place], name)))];

const oneOrGroup = (names: Names, path: Path, name: string): readonly DelegationId[] => {
  if (names.delegations.has(name)) return [asDelegation(name)];
  const group = names.groups.get(name);
  if (group !== undefined) return group;
  names.findings.known(
    path,
    'delegation or group',
    name,
    new Set([...names.delegations, ...names.groups.keys()]),
  );
  return [];
};

/** Trust by pair; a later line of the file wins. */
export const trustPairs = (draft: ScenarioDraft, names: Names): readonly TrustPair[] => {
  const pairs = new Map<string, TrustPair>();
  draft.trust.pairs.forEach((pair, place) => {
    const path: Path = ['trust', 'pairs', place];
    const both = 'between' in pair;
    const one = both
      ? oneOrGroup(names, [...path, 'between', 0], pair.between[0])
      : oneOrGroup(names, [...path, 'from'], pair.from);
    const two = both
      ? oneOrGroup(names, [...path, 'between', 1], pair.between[1])
      : oneOrGroup(names, [...path, 'to'], pair.to);
    for (const from of one)
      for (const to of two) {
        if (from === to) continue;
        pairs.set(`${from}/${to}`, { from, to, trust: pair.trust });
        if (both) pairs.set(`${to}/${from}`, { from: to, to: from, trust: pair.trust });
      }
  });
  return [...pairs.values()];
};
