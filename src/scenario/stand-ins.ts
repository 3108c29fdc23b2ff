import type { Path } from './fault.ts';

interface Knot {
  here: boolean;
  readonly below: Map<string | number, Knot>;
}

const knot = (): Knot => ({ here: false, below: new Map() });

/**
 * Where a file was so wrong that a stand-in was put to go on. What is found there only follows from what has been said already.
 */
export class StandIns {
  readonly #root = knot();
  #empty = true;

  constructor(paths: readonly Path[]) {
    for (const path of paths) this.add(path);
  }

  add(path: Path): void {
    let at = this.#root;
    for (const step of path) {
      const next = at.below.get(step) ?? knot();
      at.below.set(step, next);
      at = next;
    }
    at.here = true;
    this.#empty = false;
  }

  get none(): boolean {
    return this.#empty;
  }

  /** Whether there is one at the path or above it. */
  above(path: Path): boolean {
    return this.#walk(path) === 'covered';
  }

  /** Whether there is one at the path, above or below it. */
  around(path: Path): boolean {
    return this.#walk(path) !== 'clear';
  }

  #walk(path: Path): 'covered' | 'holds' | 'clear' {
    let at = this.#root;
    if (at.here) return 'covered';
    for (const step of path) {
      const next = at.below.get(step);
      if (next === undefined) return 'clear';
      if (next.here) return 'covered';
      at = next;
    }
    return at.below.size > 0 ? 'holds' : 'clear';
  }
}
