import type { Answers, Asked, Request, Told } from './wire.ts';

/** A line to the worker: requests under numbers, answers as promises. A worker that dies is replaced and its callers are told. */
export interface Line {
  readonly ask: <R extends Request>(request: R) => Promise<Answers[R['ask']]>;
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

export const openLine = (hire: () => Far, heard: (told: Told) => void, died: () => void): Line => {
  const waiting = new Map<number, Waiting>();
  let far: Far | undefined;
  let number = 0;

  const lose = (why: string): void => {
    far?.terminate();
    far = undefined;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(new Error(why));
    died();
  };

  const listen = (message: MessageEvent<Told>): void => {
    const told = message.data;
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
    if (far !== undefined) return far;
    const hired = hire();
    hired.addEventListener('message', listen);
    hired.addEventListener('error', (event) => lose(event.message));
    hired.addEventListener('messageerror', () => lose('a message could not be read'));
    far = hired;
    return hired;
  };

  return {
    ask: <R extends Request>(request: R) =>
      new Promise<Answers[R['ask']]>((resolve, reject) => {
        number += 1;
        waiting.set(number, { resolve, reject });
        worker().postMessage({ number, request });
      }),
  };
};
