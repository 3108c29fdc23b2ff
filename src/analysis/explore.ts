import type { Space } from './space.ts';

/**
 * Depth-first search through a text space that leaves out every branch in which some column cannot reach what is asked of it.
 * What is asked may grow while it runs: that is branch and bound.
 */
export interface Exploration {
  readonly space: Space;
  /** By column: the least a text must be worth to be looked at. */
  readonly least: Float64Array;
  /** The same for texts that come after `before` in article order: a tie is lost there, so more can be asked. */
  readonly beyond: Float64Array;
  /** Place in article order of the best text so far; `Infinity` for none. */
  before: number;
  /** Steps it may still take. */
  budget: number;
  /** Try the option first that promises most in the first column. */
  readonly eager: boolean;
  /** A text that has all that is asked: its values by column, and its place in article order. */
  readonly found: (values: Float64Array, rank: number) => void;
}

/** Columns' sums along the present branch; a search that resets a cut has to mend them. */
export interface Trail {
  /** `[depth * columns + column]`. */
  readonly sums: Float64Array;
}

/** Whether the whole space was searched before the budget ran out. */
export const explore = (exploration: Exploration, trail: Trail = trailFor(exploration.space)): boolean => {
  const { space, least, beyond, found, eager } = exploration;
  const { columns, plan, adds, next, reach, steps, loose } = space;
  const depths = plan.order.length;
  const { sums } = trail;
  sums.set(space.base);
  const chosen = new Int32Array(depths);
  const widest = plan.choices.reduce((most, choices) => Math.max(most, choices.length), 0);
  const queues = Int32Array.from({ length: depths * widest }, (_, k) => k % Math.max(1, widest));
  const promise = new Float64Array(widest);
  const values = new Float64Array(columns);

  const visit = (depth: number, state: number, rank: number): boolean => {
    if (depth === depths) {
      for (let c = 0; c < columns; c += 1) values[c] = sums[depth * columns + c] ?? 0;
      found(values, rank);
      return true;
    }
    const add = adds[depth];
    const step = next[depth];
    const there = reach[depth + 1];
    const places = steps[depth];
    const links = loose[depth];
    if (
      add === undefined ||
      step === undefined ||
      there === undefined ||
      places === undefined ||
      links === undefined
    )
      return true;
    const wide = places.length;
    const queue = depth * widest;
    if (eager) sortQueue(queue, wide, add, step, there, state);
    const from = depth * columns;
    const to = from + columns;
    choices: for (let k = 0; k < wide; k += 1) {
      if (exploration.budget <= 0) return false;
      exploration.budget -= 1;
      const choice = queues[queue + k] ?? 0;
      const at = state * wide + choice;
      const after = step[at] ?? 0;
      const place = rank + (places[choice] ?? 0);
      const asked = place >= exploration.before ? beyond : least;
      const addAt = at * columns;
      const reachAt = after * columns;
      if (links.length === 0) {
        for (let c = 0; c < columns; c += 1) {
          const sum = (sums[from + c] ?? 0) + (add[addAt + c] ?? 0);
          if (sum + (there[reachAt + c] ?? 0) < (asked[c] ?? 0)) continue choices;
          sums[to + c] = sum;
        }
      } else {
        for (let c = 0; c < columns; c += 1) {
          let sum = (sums[from + c] ?? 0) + (add[addAt + c] ?? 0);
          for (const link of links)
            sum += link.adds[((chosen[link.from] ?? 0) * wide + choice) * columns + c] ?? 0;
          if (sum + (there[reachAt + c] ?? 0) < (asked[c] ?? 0)) continue choices;
          sums[to + c] = sum;
        }
      }
      chosen[depth] = choice;
      if (!visit(depth + 1, after, place)) return false;
    }
    return true;
  };

  /** Insertion sort of the choices by what they promise in the first column, most first. */
  const sortQueue = (
    queue: number,
    wide: number,
    add: Float64Array,
    step: Int32Array,
    there: Float64Array,
    state: number,
  ): void => {
    for (let choice = 0; choice < wide; choice += 1) {
      const at = state * wide + choice;
      promise[choice] = (add[at * columns] ?? 0) + (there[(step[at] ?? 0) * columns] ?? 0);
    }
    for (let k = 0; k < wide; k += 1) {
      const mine = promise[k] ?? 0;
      let at = k;
      while (at > 0 && (promise[queues[queue + at - 1] ?? 0] ?? 0) < mine) {
        queues[queue + at] = queues[queue + at - 1] ?? 0;
        at -= 1;
      }
      queues[queue + at] = k;
    }
  };

  for (let c = 0; c < columns; c += 1) {
    if ((space.base[c] ?? 0) + (reach[0]?.[c] ?? 0) < (least[c] ?? 0)) return true;
  }
  return visit(0, 0, 0);
};

export const trailFor = (space: Space): Trail => ({
  sums: new Float64Array((space.plan.order.length + 1) * space.columns),
});
