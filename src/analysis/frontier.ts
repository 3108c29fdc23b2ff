import type { FeasibleTexts } from './feasible.ts';
import { countTexts, type Problem } from './problem.ts';
import { utilitarianAbove, type WelfareSolution } from './welfare.ts';

/**
 * Of the feasible texts, how many are Pareto-optimal: no feasible text is better for someone and worse for none. Exact;
 * texts that are worth the same to everybody count each. All feasible texts must have been kept.
 *
 * A tree over the utilities, halved where they spread most, answers "is there one that has all this and more in sum?"; a
 * branch whose best is too little for anybody is left out.
 */
export const paretoSize = ({ kept, utilities }: FeasibleTexts, parties: number): number => {
  if (kept === 0) return 0;
  const tree = treeOf(utilities, kept, parties);
  let optimal = 0;
  for (let text = 0; text < kept; text += 1) if (!isDominated(tree, utilities, parties, text)) optimal += 1;
  return optimal;
};

interface Tree {
  /** Texts in the order of the leaves. */
  readonly order: Int32Array;
  /** By text: sum of utilities. */
  readonly sums: Float64Array;
  readonly nodes: readonly Node[];
}

interface Node {
  readonly from: number;
  readonly to: number;
  /** By party, and last the sum: the most in this branch. */
  readonly most: Float64Array;
  /** Index of the second half's node; 0 for a leaf. The first half's follows at once. */
  readonly second: number;
}

const LEAF = 12;

const treeOf = (utilities: Float64Array, kept: number, parties: number): Tree => {
  const order = Int32Array.from({ length: kept }, (_, k) => k);
  const sums = new Float64Array(kept);
  for (let text = 0; text < kept; text += 1) {
    for (let i = 0; i < parties; i += 1)
      sums[text] = (sums[text] ?? 0) + (utilities[text * parties + i] ?? 0);
  }
  const nodes: Node[] = [];
  const build = (from: number, to: number): number => {
    const most = new Float64Array(parties + 1).fill(-Infinity);
    const least = new Float64Array(parties).fill(Infinity);
    for (let k = from; k < to; k += 1) {
      const text = order[k] ?? 0;
      for (let i = 0; i < parties; i += 1) {
        const u = utilities[text * parties + i] ?? 0;
        if (u > (most[i] ?? u)) most[i] = u;
        if (u < (least[i] ?? u)) least[i] = u;
      }
      most[parties] = Math.max(most[parties] ?? 0, sums[text] ?? 0);
    }
    let widest = 0;
    for (let i = 1; i < parties; i += 1) {
      if ((most[i] ?? 0) - (least[i] ?? 0) > (most[widest] ?? 0) - (least[widest] ?? 0)) widest = i;
    }
    const at = nodes.length;
    const leaf = to - from <= LEAF || (most[widest] ?? 0) === (least[widest] ?? 0);
    if (leaf) {
      nodes.push({ from, to, most, second: 0 });
      return at;
    }
    const key = (text: number): number => utilities[text * parties + widest] ?? 0;
    // The better half first: what dominates is likelier there.
    order.subarray(from, to).sort((a, b) => key(b) - key(a));
    const middle = (from + to) >> 1;
    nodes.push({ from, to, most, second: -1 });
    build(from, middle);
    const second = build(middle, to);
    nodes[at] = { from, to, most, second };
    return at;
  };
  build(0, kept);
  return { order, sums, nodes };
};

const isDominated = (tree: Tree, utilities: Float64Array, parties: number, text: number): boolean => {
  const { order, sums, nodes } = tree;
  const own = text * parties;
  const sum = sums[text] ?? 0;
  const stack = [0];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const node = nodes[at];
    // Whoever dominates has more in sum: equals drop out here.
    if (node === undefined || (node.most[parties] ?? 0) <= sum) continue;
    let i = 0;
    while (i < parties && (node.most[i] ?? 0) >= (utilities[own + i] ?? 0)) i += 1;
    if (i < parties) continue;
    if (node.second > 0) {
      stack.push(node.second, at + 1);
      continue;
    }
    for (let k = node.from; k < node.to; k += 1) {
      const other = order[k] ?? 0;
      if ((sums[other] ?? 0) <= sum) continue;
      let j = 0;
      while (j < parties && (utilities[other * parties + j] ?? 0) >= (utilities[own + j] ?? 0)) j += 1;
      if (j === parties) return true;
    }
  }
  return false;
};

/**
 * A feasible text that is better for someone and worse for none than these utilities: the one with the largest sum. They may
 * be those of a text, of no agreement (the reservation values), or of a whole game. `undefined` if there is none.
 */
export const dominatedBy = (problem: Problem, utilities: readonly number[]): WelfareSolution | undefined => {
  if (countTexts(problem.options) === 0) return undefined;
  const better = utilitarianAbove(problem, utilities);
  return better !== undefined && better.utilities.some((u, i) => u > (utilities[i] ?? 0))
    ? better
    : undefined;
};

/**
 * How far from the Pareto frontier an outcome lies, 0 to 1: of the joint gain of the best text that takes nothing from
 * anybody (`dominatedBy`), the share that was left on the table: `Σ (betterᵢ − uᵢ) / Σ (betterᵢ − min(rᵢ, uᵢ))`.
 * 0 exactly if nobody could have had more without somebody having less; 1 for no agreement where one was possible.
 */
export const paretoDistance = (problem: Problem, utilities: readonly number[]): number => {
  const better = dominatedBy(problem, utilities);
  return better === undefined ? 0 : distanceTo(problem, utilities, better.utilities);
};

/** The same, where the dominating text is already known. */
export const distanceTo = (
  problem: Problem,
  utilities: readonly number[],
  better: readonly number[],
): number => {
  let left = 0;
  let possible = 0;
  better.forEach((more, i) => {
    const u = utilities[i] ?? 0;
    left += more - u;
    possible += more - Math.min(problem.parties[i]?.reservation ?? u, u);
  });
  return left / possible;
};
