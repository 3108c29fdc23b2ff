import type { Path } from '../fault.ts';
import type { Edit, Plain } from './edit.ts';

/** The edits of one place, and those below it. */
export interface Plan {
  readonly path: Path;
  set?: { readonly value: Plain };
  removed: boolean;
  /** New entries of this list, before the one at `at`. */
  readonly inserts: { readonly at: number; readonly value: Plain }[];
  swap?: { readonly one: number; readonly two: number };
  readonly below: Map<string, Plan>;
}

const planAt = (path: Path): Plan => ({ path, removed: false, inserts: [], below: new Map() });

/** Edits by place. A later edit of the same place wins. */
export const planned = (edits: readonly Edit[]): Plan => {
  const root = planAt([]);
  for (const edit of edits) {
    let at = root;
    for (const step of edit.path) {
      const next = at.below.get(String(step)) ?? planAt([...at.path, step]);
      at.below.set(String(step), next);
      at = next;
    }
    switch (edit.edit) {
      case 'set':
        at.set = { value: edit.value };
        break;
      case 'remove':
        at.removed = true;
        break;
      case 'insert':
        at.inserts.push({ at: edit.at, value: edit.value });
        break;
      case 'swap':
        at.swap = { one: edit.one, two: edit.two };
        break;
    }
  }
  return root;
};

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** What the data is after the edits: their definition. The text is held to it. */
export const applied = (data: unknown, plan: Plan): unknown => {
  if (plan.set !== undefined) return plan.set.value;
  if (plan.inserts.length > 0 || plan.swap !== undefined || Array.isArray(data))
    return appliedToList(data, plan);
  if (plan.below.size === 0) return data;
  const before = isRecord(data) ? data : {};
  const made: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(before)) {
    const below = plan.below.get(key);
    if (below?.removed !== true) made[key] = below === undefined ? value : applied(value, below);
  }
  for (const [key, below] of plan.below)
    if (!Object.hasOwn(before, key) && !below.removed) made[key] = applied(undefined, below);
  return made;
};

const appliedToList = (data: unknown, plan: Plan): readonly unknown[] => {
  const before: readonly unknown[] = Array.isArray(data) ? data : [];
  if (plan.swap !== undefined) {
    const { one, two } = plan.swap;
    return before.map((item, place) => (place === one ? before[two] : place === two ? before[one] : item));
  }
  const inserted = (at: number): readonly unknown[] =>
    plan.inserts
      .filter((insert) => (at === before.length ? insert.at >= at : insert.at === at))
      .map(({ value }) => value);
  return [
    ...before.flatMap((item, place) => {
      const below = plan.below.get(String(place));
      const kept = below?.removed === true ? [] : [below === undefined ? item : applied(item, below)];
      return [...inserted(place), ...kept];
    }),
    ...inserted(before.length),
  ];
};

/** Whether two readings of a file say the same; the order of keys is no part of what is said. */
export const same = (one: unknown, two: unknown): boolean => {
  if (Array.isArray(one))
    return (
      Array.isArray(two) && one.length === two.length && one.every((item, place) => same(item, two[place]))
    );
  if (!isRecord(one)) return Object.is(one, two);
  if (!isRecord(two)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(two).length &&
    keys.every((key) => Object.hasOwn(two, key) && same(one[key], two[key]))
  );
};
