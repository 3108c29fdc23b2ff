/**
 * How one value becomes another. `v`: it is this one now. `o`: these members change (`d`: these go). `n`: a list of this length
 * now, of which the items in `a` change; items past the old end are given whole.
 */
export type Patch =
  | { readonly v: unknown }
  | { readonly o: Readonly<Record<string, Patch>>; readonly d?: readonly string[] }
  | { readonly n: number; readonly a: readonly (readonly [number, Patch])[] };

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/**
 * What has to be said for the second to be had from the first; `undefined` if nothing. What is the same object is not looked into,
 * so states that share their parts compare quickly. Members that are `undefined` are absent, as in JSON.
 */
export const difference = (before: unknown, after: unknown): Patch | undefined => {
  if (before === after) return undefined;
  if (isList(before) && isList(after)) return ofLists(before, after);
  if (isMembers(before) && isMembers(after)) return ofMembers(before, after);
  return Object.is(before, after) ? undefined : { v: after };
};

const ofLists = (before: readonly unknown[], after: readonly unknown[]): Patch | undefined => {
  const changes: [number, Patch][] = [];
  after.forEach((item, index) => {
    if (index >= before.length) {
      changes.push([index, { v: item }]);
      return;
    }
    const change = difference(before[index], item);
    if (change !== undefined) changes.push([index, change]);
  });
  return changes.length === 0 && before.length === after.length ? undefined : { n: after.length, a: changes };
};

const ofMembers = (before: Members, after: Members): Patch | undefined => {
  const changes: [string, Patch][] = [];
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined) continue;
    const had = Object.hasOwn(before, key) ? before[key] : undefined;
    const change = had === undefined ? { v: value } : difference(had, value);
    if (change !== undefined) changes.push([key, change]);
  }
  const gone = Object.entries(before)
    .filter(([key, value]) => value !== undefined && (!Object.hasOwn(after, key) || after[key] === undefined))
    .map(([key]) => key);
  if (changes.length === 0 && gone.length === 0) return undefined;
  const o = Object.fromEntries(changes);
  return gone.length === 0 ? { o } : { o, d: gone };
};

/** Undoes `difference`: what it was made from stays as it was, and unchanged parts are shared with it. */
export const patched = (before: unknown, patch: Patch): unknown => {
  if ('v' in patch) return patch.v;
  if ('n' in patch) {
    const list = isList(before) ? before.slice(0, patch.n) : [];
    for (const [index, change] of patch.a) list[index] = patched(list[index], change);
    return list;
  }
  const members = new Map<string, unknown>(isMembers(before) ? Object.entries(before) : []);
  for (const [key, change] of Object.entries(patch.o)) members.set(key, patched(members.get(key), change));
  for (const key of patch.d ?? []) members.delete(key);
  return Object.fromEntries(members);
};
