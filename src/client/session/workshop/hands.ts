import type { Done, Order, Ordered, Report } from './wire.ts';

/** What hands need of a worker; `Worker` has it. */
export interface FarHands {
  readonly postMessage: (ordered: Ordered) => void;
  readonly terminate: () => void;
  readonly addEventListener: {
    (type: 'message', heard: (message: MessageEvent<Report>) => void): void;
    (type: 'error', heard: (event: ErrorEvent) => void): void;
  };
}

/** The order was given up, by whoever gave it. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

interface Waiting {
  readonly resolve: (done: never) => void;
  readonly reject: (error: Error) => void;
  readonly progress: ((at: number, of: number) => void) | undefined;
}

/** A worker that is hired when it is first needed, and again after it was let go or died. */
export class Hands {
  readonly #hire: () => FarHands;
  #far: FarHands | undefined;
  #number = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor(hire: () => FarHands) {
    this.#hire = hire;
  }

  /** Rejected with `GivenUp` if it is let go before it is done, with another error if the worker fails. */
  order<O extends Order>(order: O, progress?: (at: number, of: number) => void): Promise<Done[O['order']]> {
    return new Promise((resolve, reject) => {
      const far = this.#hired();
      this.#number += 1;
      this.#waiting.set(this.#number, { resolve, reject, progress });
      far.postMessage({ number: this.#number, order });
    });
  }

  /** Whatever is under way is given up at once. */
  letGo(): void {
    this.#drop(new GivenUp());
  }

  #drop(why: Error): void {
    this.#far?.terminate();
    this.#far = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(why);
  }

  #hired(): FarHands {
    if (this.#far !== undefined) return this.#far;
    const far = this.#hire();
    far.addEventListener('message', ({ data }) => {
      if (far === this.#far) this.#heard(data);
    });
    far.addEventListener('error', ({ message }) => {
      if (far === this.#far) this.#drop(new Error(message || 'the worker could not be loaded'));
    });
    this.#far = far;
    return far;
  }

  #heard(report: Report): void {
    const waiter = this.#waiting.get(report.number);
    if (waiter === undefined) return;
    if (report.report === 'progress') {
      waiter.progress?.(report.at, report.of);
      return;
    }
    this.#waiting.delete(report.number);
    if (report.report === 'failed') waiter.reject(new Error(report.message));
    else waiter.resolve(report.done as never);
  }
}
