import type { Answers, Asked, Request, Told, ToldOfGame } from './wire.ts';

/** A line to the worker: requests under numbers, answers as promises. A worker that dies is replaced when it is next needed. */
export interface Line {
  /** Rejected with `Lost` if the worker dies before it answers, with another error if it fails at this request. */
  readonly ask: <R extends Request>(request: R) => Promise<Answers[R['ask']]>;
  /** Gives this worker up: whoever waits for it is told that it is lost. */
  readonly drop: (why: string) => void;
}

/** The worker died before it answered. */
export class Lost extends Error {
  override readonly name = 'Lost';
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** What the line needs of a worker; `Worker` has it. */
export interface Far {
  readonly postMessage: (asked: Asked) => void;
  readonly terminate: () => void;
  readonly addEventListener: {
    (type: 'message', heard: (message: MessageEvent<Told>) => void): void;
    (type: 'error', heard: (event: ErrorEvent) => void): void;
    (type: 'messageerror', heard: (event: MessageEvent) => void): void;
  };
}

export const openLine = (
  hire: () => Far,
  heard: (told: ToldOfGame) => void,
  died: (why: string) => void,
): Line => {
  const waiting = new Map<number, Waiting>();
  let present: Far | undefined;
  let number = 0;

  /** Only the present worker can be lost; what a former one still says is not heard. */
  const lose = (far: Far, why: string): void => {
    if (far !== present) return;
    present = undefined;
    far.terminate();
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(new Lost(why));
    died(why);
  };

  const listen = (told: Told): void => {
    if (told.tell !== 'answer' && told.tell !== 'failed') {
      heard(told);
      return;
    }
    const waiter = waiting.get(told.number);
    waiting.delete(told.number);
    if (told.tell === 'failed') waiter?.reject(new Error(told.message));
    else waiter?.resolve(told.answer as never);
  };

  const worker = (): Far => {
    if (present !== undefined) return present;
    const far = hire();
    far.addEventListener('message', ({ data }) => {
      if (far === present) listen(data);
    });
    far.addEventListener('error', ({ message }) => lose(far, message || 'the worker could not be loaded'));
    far.addEventListener('messageerror', () => lose(far, 'a message could not be read'));
    present = far;
    return far;
  };

  return {
    ask: <R extends Request>(request: R) =>
      new Promise<Answers[R['ask']]>((resolve, reject) => {
        const far = worker();
        number += 1;
        far.postMessage({ number, request });
        waiting.set(number, { resolve, reject });
      }),
    drop: (why) => {
      if (present !== undefined) lose(present, why);
    },
  };
};
