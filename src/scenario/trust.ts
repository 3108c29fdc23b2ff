import { asDelegation, type DelegationId, type TrustPair } from '../engine/seat.ts';
import { knownNames, type Names } from './refer.ts';
import type { NamesDraft, ScenarioDraft } from './draft.ts';
import type { Path } from './fault.ts';

/** Delegations named one by one, by a group, or all. */
export const named = (names: Names, path: Path, draft: NamesDraft): readonly DelegationId[] =>
  draft === 'all'
    ? [...names.delegations.names].map(asDelegation)
    : [...new Set(draft.flatMap((name, place) => oneOrGroup(names, [...path, place], name)))];

const oneOrGroup = (names: Names, path: Path, name: string): readonly DelegationId[] => {
  if (names.delegations.names.has(name)) return [asDelegation(name)];
  const group = names.groups.get(name);
  if (group !== undefined) return group;
  names.findings.known(path, 'delegation or group', name, knownNames(names));
  return [];
};

/** Trust by pair, in the order of the delegations; a later line of the file wins. */
export const trustPairs = (draft: ScenarioDraft, names: Names): readonly TrustPair[] => {
  const all = [...names.delegations.names].map(asDelegation);
  const places = new Map(all.map((id, place) => [id, place]));
  // Two groups of a large conference make ten thousand pairs: numbers, not a map.
  const table = new Int16Array(all.length * all.length).fill(-1);
  const set = (from: DelegationId, to: DelegationId, trust: number): void => {
    const [row, column] = [places.get(from), places.get(to)];
    if (row !== undefined && column !== undefined && row !== column) table[row * all.length + column] = trust;
  };
  draft.trust.pairs.forEach((pair, place) => {
    const path: Path = ['trust', 'pairs', place];
    const both = 'between' in pair;
    const [one, two] = both
      ? [
          oneOrGroup(names, [...path, 'between', 0], pair.between[0]),
          oneOrGroup(names, [...path, 'between', 1], pair.between[1]),
        ]
      : [oneOrGroup(names, [...path, 'from'], pair.from), oneOrGroup(names, [...path, 'to'], pair.to)];
    for (const from of one)
      for (const to of two) {
        set(from, to, pair.trust);
        if (both) set(to, from, pair.trust);
      }
  });
  return all.flatMap((from, row) =>
    all.flatMap((to, column) => {
      const trust = table[row * all.length + column] ?? -1;
      return trust < 0 ? [] : [{ from, to, trust }];
    }),
  );
};
