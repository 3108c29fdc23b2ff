import type { Outcomes } from './table.ts';

/**
 * What another party seems to like, from its offers: a value as often as it is in its offers, the early ones counting more (they
 * are nearer to its best); an issue by how rarely its value changes between them. Only different offers count, so repetition
 * teaches nothing. After the frequency models of Hindriks, Jonker and Tykhonov (2009) and van Krimpen, Looije and Hajizadeh (2013).
 */
export class Liking {
  /** By issue and value, one after the other: what the value adds; the sum of an outcome is 0 to 1. */
  readonly adds: Float64Array;
  /** How many different offers were heard. */
  heard = 0;
  readonly #outcomes: Outcomes;
  readonly #starts: readonly number[];
  readonly #counts: Float64Array;
  readonly #known = new Set<number>();

  constructor(outcomes: Outcomes, starts: readonly number[]) {
    this.#outcomes = outcomes;
    this.#starts = starts;
    const size = outcomes.options.reduce((sum, count) => sum + count, 0);
    this.#counts = new Float64Array(size);
    this.adds = new Float64Array(size);
  }

  /** Learns an offer. @returns Whether it was a new one. */
  learn(outcome: number): boolean {
    if (this.#known.has(outcome)) return false;
    this.#known.add(outcome);
    const weight = 1 / (1 + 0.06 * this.heard);
    this.heard += 1;
    const { options, values } = this.#outcomes;
    options.forEach((_, issue) => {
      const at = (this.#starts[issue] ?? 0) + (values[outcome * options.length + issue] ?? 0);
      this.#counts[at] = (this.#counts[at] ?? 0) + weight;
    });
    this.#weigh();
    return true;
  }

  #weigh(): void {
    const { options } = this.#outcomes;
    const shares = options.map((count, issue) => {
      const start = this.#starts[issue] ?? 0;
      let [sum, squares] = [0, 0];
      for (let at = start; at < start + count; at += 1) {
        const here = this.#counts[at] ?? 0;
        sum += here;
        squares += here * here;
      }
      // 1 if always the same value, 1/count if all alike.
      return sum > 0 ? squares / (sum * sum) : 1;
    });
    const total = shares.reduce((sum, share) => sum + share, 0);
    options.forEach((count, issue) => {
      const start = this.#starts[issue] ?? 0;
      let most = 0;
      for (let at = start; at < start + count; at += 1) most = Math.max(most, this.#counts[at] ?? 0);
      for (let at = start; at < start + count; at += 1)
        this.adds[at] = ((shares[issue] ?? 0) / total) * Math.sqrt((this.#counts[at] ?? 0) / most);
    });
  }
}

/** By issue: where its values begin when all values of all issues stand in a row. */
export const startsOf = ({ options }: Outcomes): readonly number[] => {
  let sum = 0;
  return options.map((count) => (sum += count) - count);
};
