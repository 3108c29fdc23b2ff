import { textAt } from './problem.ts';
import type { Space } from './space.ts';

interface Node {
  readonly bound: number;
  /** Place in article order of its first possible text. */
  readonly rank: number;
  readonly depth: number;
  readonly state: number;
  readonly sum: number;
}

/** Higher bound first, then article order, then whatever is further decided. */
const sooner = (a: Node, b: Node): boolean =>
  a.bound > b.bound || (a.bound === b.bound && (a.rank < b.rank || (a.rank === b.rank && a.depth > b.depth)));

/** Texts by falling worth in the space's first column, ties in article order. */
export function* rankedIn(
  space: Space,
  options: readonly number[],
): Generator<{ rank: number; worth: number }, undefined> {
  const { plan, columns, adds, next, reach, steps, base } = space;
  const depths = plan.order.length;
  const start = base[0] ?? 0;
  const heap: Node[] = [{ bound: start + (reach[0]?.[0] ?? 0), rank: 0, depth: 0, state: 0, sum: start }];
  for (;;) {
    const node = take(heap);
    if (node === undefined || node.bound === -Infinity) return undefined;
    const { depth, state } = node;
    if (depth === depths) {
      yield { rank: node.rank, worth: node.sum };
      continue;
    }
    const wide = plan.choices[depth]?.length ?? 0;
    for (let choice = 0; choice < wide; choice += 1) {
      const at = state * wide + choice;
      const after = next[depth]?.[at] ?? 0;
      const sum = node.sum + (adds[depth]?.[at * columns] ?? 0) + looseSum(space, options, node, choice);
      put(heap, {
        bound: sum + (reach[depth + 1]?.[after * columns] ?? 0),
        rank: node.rank + (steps[depth]?.[choice] ?? 0),
        depth: depth + 1,
        state: after,
        sum,
      });
    }
  }
}

/** What links too many to remember add; the node's place in article order tells what was chosen before. */
const looseSum = (space: Space, options: readonly number[], node: Node, choice: number): number => {
  const links = space.loose[node.depth] ?? [];
  if (links.length === 0) return 0;
  const { plan, columns } = space;
  const text = textAt(options, node.rank);
  const wide = plan.choices[node.depth]?.length ?? 0;
  return links.reduce((sum, link) => {
    const chosen = plan.choices[link.from]?.indexOf(text[plan.order[link.from] ?? 0] ?? 0) ?? 0;
    return sum + (link.adds[(chosen * wide + choice) * columns] ?? 0);
  }, 0);
};

const put = (heap: Node[], node: Node): void => {
  let at = heap.length;
  heap.push(node);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !sooner(node, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = node;
};

const take = (heap: Node[]): Node | undefined => {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    const left = heap[child];
    if (left === undefined) break;
    const right = heap[child + 1];
    let below = left;
    if (right !== undefined && sooner(right, left)) {
      child += 1;
      below = right;
    }
    if (!sooner(below, last)) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = last;
  return top;
};
