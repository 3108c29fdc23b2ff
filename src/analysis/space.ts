import { planFor, type Plan } from './plan.ts';
import type { Pair, Utility } from './problem.ts';

/**
 * A text space made ready for searching. Functions over texts are columns, side by side in flat tables: first `cuts` weighted
 * sums of the others, to be set and reset by a search, then the utilities in their order.
 */
export interface Space {
  readonly plan: Plan;
  readonly columns: number;
  readonly cuts: number;
  /** By column: what every text has. */
  readonly base: Float64Array;
  /** By depth: what one more article adds: `[(state * choices + choice) * columns + column]`. */
  readonly adds: readonly Float64Array[];
  /** By depth: the frontier's next state: `[state * choices + choice]`. */
  readonly next: readonly Int32Array[];
  /** By depth and one more: the most that the articles not yet decided can add: `[state * columns + column]`. */
  readonly reach: readonly Float64Array[];
  /** By depth and choice: what the option adds to the text's place in article order. */
  readonly steps: readonly (readonly number[])[];
  /** By depth: links with earlier depths that are not in `adds`. */
  readonly loose: readonly (readonly Loose[])[];
}

/** Values of one link by the two choices, and the most it can add by the later choice. */
interface Loose {
  readonly from: number;
  /** `[(choice at from * choices here + choice here) * columns + column]`. */
  readonly adds: Float64Array;
  /** `[choice here * columns + column]`. */
  readonly most: Float64Array;
}

/** Numbers a frontier table may hold: 64 k of 8 bytes. */
const TABLE = 65_536;

/**
 * @param options By article: how many options it has in all (for the article order).
 * @param allowed By article: those that may be chosen.
 * @param cuts How many weighted sums to keep room for.
 */
export const spaceOf = (
  options: readonly number[],
  allowed: readonly (readonly number[])[],
  utilities: readonly Utility[],
  cuts: number,
  table: number = TABLE,
): Space => {
  const columns = cuts + utilities.length;
  const all = utilities.flatMap((utility) => utility.pairs);
  const plan = planFor(allowed, all, Math.max(1, Math.floor(table / Math.max(1, columns))));
  const depthOf = new Map(plan.order.map((article, depth) => [article, depth]));
  const links = linkTables(plan, depthOf, utilities, cuts);
  const isLoose = new Set(plan.loose.map(([from, to]) => from * plan.order.length + to));
  const tight = (from: number, to: number): boolean => !isLoose.has(from * plan.order.length + to);

  const strides = stridesOf(options);
  const next = plan.order.map((_, depth) => nextStates(plan, depth));
  const adds = plan.order.map((article, depth) => {
    const wide = plan.choices[depth]?.length ?? 0;
    const frontier = plan.frontiers[depth] ?? [];
    const size = plan.sizes[depth] ?? 1;
    const found = new Float64Array(size * wide * columns);
    const linked = links.filter((link) => link.to === depth && tight(link.from, depth));
    for (let state = 0; state < size; state += 1) {
      const held = decode(plan, frontier, state);
      for (let choice = 0; choice < wide; choice += 1) {
        const at = (state * wide + choice) * columns;
        const option = plan.choices[depth]?.[choice] ?? 0;
        utilities.forEach((utility, f) => (found[at + cuts + f] = utility.table[article]?.[option] ?? 0));
        for (const link of linked) {
          const from = ((held.get(link.from) ?? 0) * wide + choice) * columns;
          for (let c = cuts; c < columns; c += 1)
            found[at + c] = (found[at + c] ?? 0) + (link.adds[from + c] ?? 0);
        }
      }
    }
    return found;
  });
  const loose = plan.order.map((_, depth) =>
    links
      .filter((link) => link.to === depth && !tight(link.from, depth))
      .map((link) => ({
        from: link.from,
        adds: link.adds,
        most: new Float64Array((plan.choices[depth]?.length ?? 0) * columns),
      })),
  );
  const base = new Float64Array(columns);
  utilities.forEach((utility, f) => (base[cuts + f] = utility.base));
  const space: Space = {
    plan,
    columns,
    cuts,
    base,
    adds,
    next,
    reach: plan.sizes.map((size) => new Float64Array(size * columns)),
    steps: plan.order.map((article, depth) =>
      (plan.choices[depth] ?? []).map((option) => option * (strides[article] ?? 0)),
    ),
    loose,
  };
  for (let column = cuts; column < columns; column += 1) fillReach(space, column);
  return space;
};

/** Sets a cut: `Σ weights[f] · utility_f`, everywhere in the tables. */
export const setCut = (space: Space, cut: number, weights: ArrayLike<number>): void => {
  const { columns, cuts } = space;
  const sum = (table: Float64Array): void => {
    for (let at = 0; at < table.length; at += columns) {
      let total = 0;
      for (let c = cuts; c < columns; c += 1) total += (weights[c - cuts] ?? 0) * (table[at + c] ?? 0);
      table[at + cut] = total;
    }
  };
  sum(space.base);
  space.adds.forEach(sum);
  for (const links of space.loose) for (const link of links) sum(link.adds);
  fillReach(space, cut);
};

/** The most a column can reach over all texts. `-Infinity` where there is none. */
export const ceiling = (space: Space, column: number): number =>
  (space.base[column] ?? 0) + (space.reach[0]?.[column] ?? 0);

/** Backwards over the depths: the most the undecided articles can add, exact but for loose links. */
const fillReach = (space: Space, column: number): void => {
  const { plan, columns, adds, next, reach, loose } = space;
  for (let depth = plan.order.length - 1; depth >= 0; depth -= 1) {
    const wide = plan.choices[depth]?.length ?? 0;
    const size = plan.sizes[depth] ?? 1;
    const add = adds[depth];
    const step = next[depth];
    const here = reach[depth];
    const there = reach[depth + 1];
    if (add === undefined || step === undefined || here === undefined || there === undefined) continue;
    for (const link of loose[depth] ?? []) fillMost(link, wide, columns, column);
    const extra = Array.from({ length: wide }, (_, choice) =>
      (loose[depth] ?? []).reduce((sum, link) => sum + (link.most[choice * columns + column] ?? 0), 0),
    );
    for (let state = 0; state < size; state += 1) {
      let most = -Infinity;
      for (let choice = 0; choice < wide; choice += 1) {
        const at = state * wide + choice;
        const sum =
          (add[at * columns + column] ?? 0) +
          (there[(step[at] ?? 0) * columns + column] ?? 0) +
          (extra[choice] ?? 0);
        if (sum > most) most = sum;
      }
      here[state * columns + column] = most;
    }
  }
};

const fillMost = (link: Loose, wide: number, columns: number, column: number): void => {
  for (let choice = 0; choice < wide; choice += 1) {
    let most = -Infinity;
    for (let at = choice * columns + column; at < link.adds.length; at += wide * columns) {
      most = Math.max(most, link.adds[at] ?? 0);
    }
    link.most[choice * columns + column] = most;
  }
};

interface Link {
  readonly from: number;
  readonly to: number;
  readonly adds: Float64Array;
}

/** Pair terms of all utilities, gathered by the two depths they join. */
const linkTables = (
  plan: Plan,
  depthOf: ReadonlyMap<number, number>,
  utilities: readonly Utility[],
  cuts: number,
): readonly Link[] => {
  const columns = cuts + utilities.length;
  const found = new Map<number, Link>();
  const place = (article: number, option: number): readonly [number, number] => {
    const depth = depthOf.get(article) ?? 0;
    return [depth, plan.choices[depth]?.indexOf(option) ?? -1];
  };
  const enter = (pair: Pair, column: number): void => {
    const first = place(pair.a, pair.o);
    const second = place(pair.b, pair.p);
    if (first[1] < 0 || second[1] < 0) return;
    const [[from, i], [to, j]] = first[0] < second[0] ? [first, second] : [second, first];
    const wide = plan.choices[to]?.length ?? 0;
    const key = from * plan.order.length + to;
    const link = found.get(key) ?? {
      from,
      to,
      adds: new Float64Array((plan.choices[from]?.length ?? 0) * wide * columns),
    };
    found.set(key, link);
    const at = (i * wide + j) * columns + column;
    link.adds[at] = (link.adds[at] ?? 0) + pair.worth;
  };
  utilities.forEach((utility, f) => {
    for (const pair of utility.pairs) if (pair.worth !== 0) enter(pair, cuts + f);
  });
  return [...found.values()];
};

/** Choices at the frontier's depths, in a state. */
const decode = (plan: Plan, frontier: readonly number[], state: number): Map<number, number> => {
  const held = new Map<number, number>();
  let rest = state;
  for (const depth of frontier) {
    const wide = Math.max(1, plan.choices[depth]?.length ?? 1);
    held.set(depth, rest % wide);
    rest = Math.floor(rest / wide);
  }
  return held;
};

const nextStates = (plan: Plan, depth: number): Int32Array => {
  const wide = plan.choices[depth]?.length ?? 0;
  const size = plan.sizes[depth] ?? 1;
  const found = new Int32Array(size * wide);
  const after = plan.frontiers[depth + 1] ?? [];
  for (let state = 0; state < size; state += 1) {
    const held = decode(plan, plan.frontiers[depth] ?? [], state);
    for (let choice = 0; choice < wide; choice += 1) {
      held.set(depth, choice);
      let code = 0;
      let stride = 1;
      for (const d of after) {
        code += (held.get(d) ?? 0) * stride;
        stride *= Math.max(1, plan.choices[d]?.length ?? 1);
      }
      found[state * wide + choice] = code;
    }
  }
  return found;
};

const stridesOf = (options: readonly number[]): number[] => {
  const strides = options.map(() => 1);
  for (let k = options.length - 2; k >= 0; k -= 1) strides[k] = (strides[k + 1] ?? 1) * (options[k + 1] ?? 1);
  return strides;
};
