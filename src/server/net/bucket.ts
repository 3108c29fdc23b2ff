/** A token bucket: bursts of `most`, then `perSecond`. */
export class Bucket {
  readonly #most: number;
  readonly #perSecond: number;
  #left: number;
  #at: number;

  constructor(most: number, perSecond: number, now: number) {
    this.#most = most;
    this.#perSecond = perSecond;
    this.#left = most;
    this.#at = now;
  }

  #fill(now: number): void {
    this.#left = Math.min(this.#most, this.#left + (Math.max(0, now - this.#at) / 1_000) * this.#perSecond);
    this.#at = now;
  }

  /** Takes one; whether there was one. */
  take(now: number): boolean {
    this.#fill(now);
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  /** Gives back what was taken for nothing. */
  put(): void {
    this.#left = Math.min(this.#most, this.#left + 1);
  }

  /** Whole seconds until there is one again. */
  get wait(): number {
    return Math.max(1, Math.ceil((1 - this.#left) / this.#perSecond));
  }

  /** Whether nothing has been taken for a while. */
  isFullAt(now: number): boolean {
    this.#fill(now);
    return this.#left >= this.#most;
  }
}
