import type { FilmAnswers, FilmAsked, FilmRequest, FilmTold } from './wire.ts';

/** What a film needs of a worker; `Worker` has it. */
export interface FilmWorker {
  readonly postMessage: (asked: FilmAsked) => void;
  readonly terminate: () => void;
  readonly addEventListener: {
    (type: 'message', heard: (message: MessageEvent<FilmTold>) => void): void;
    (type: 'error', heard: (event: ErrorEvent) => void): void;
    (type: 'messageerror', heard: (event: MessageEvent) => void): void;
  };
}

/** A worker that answers a film's requests, one after the other. */
export interface FilmLine {
  readonly ask: <R extends FilmRequest>(request: R) => Promise<FilmAnswers[R['ask']]>;
  /** Ends the worker: whoever waits for it is refused. */
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

export const openFilmLine = (hire: () => FilmWorker): FilmLine => {
  const waiting = new Map<number, Waiting>();
  const worker = hire();
  let number = 0;
  let ended: string | undefined;
  const end = (why: string): void => {
    if (ended !== undefined) return;
    ended = why;
    worker.terminate();
    const lost = [...waiting.values()];
    waiting.clear();
    for (const { reject } of lost) reject(new Error(why));
  };
  worker.addEventListener('message', ({ data }) => {
    const waiter = waiting.get(data.number);
    waiting.delete(data.number);
    if ('failed' in data) waiter?.reject(new Error(data.failed));
    else waiter?.resolve(data.answer as never);
  });
  worker.addEventListener('error', ({ message }) => end(message || 'the worker could not be loaded'));
  worker.addEventListener('messageerror', () => end('a message could not be read'));
  return {
    ask: <R extends FilmRequest>(request: R) =>
      new Promise<FilmAnswers[R['ask']]>((resolve, reject) => {
        if (ended !== undefined) {
          reject(new Error(ended));
          return;
        }
        number += 1;
        waiting.set(number, { resolve, reject });
        worker.postMessage({ number, request });
      }),
    close: () => end('the film is over'),
  };
};
