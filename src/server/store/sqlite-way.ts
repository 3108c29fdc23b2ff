import { Worker } from 'node:worker_threads';
import {
  FolderTaken,
  SqliteFile,
  type FileAnswer,
  type FileAnswers,
  type FileRequest,
} from './sqlite-file.ts';

/** A way to the file: in a thread of its own, so that waiting for the disk holds up nobody, or here. */
export interface Way {
  readonly ask: <R extends FileRequest>(request: R) => Promise<FileAnswers[R['do']]>;
  readonly close: () => Promise<void>;
}

/** What goes to the thread and what comes back; requests that come while it waits for the disk are taken together. */
export type ToFile = { readonly n: number; readonly request: FileRequest } | { readonly close: true };
export type FromFile =
  | { readonly opened: true }
  | { readonly failed: string; readonly taken: boolean }
  | { readonly closed: true }
  | { readonly answers: readonly (readonly [n: number, answer: FileAnswer, error?: string])[] };

interface Waiting {
  readonly heard: (answer: FileAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Whether an answer is one to this kind of request: requests and answers go by the same number. */
const fits = <D extends FileRequest['do']>(what: D, answer: FileAnswer): answer is FileAnswers[D] => {
  switch (what) {
    case 'create':
    case 'drop':
      return typeof answer === 'boolean';
    case 'write':
      return typeof answer === 'string';
    case 'read':
    case 'heads':
      return Array.isArray(answer);
    case 'head':
      return answer === undefined || typeof answer === 'object';
    case 'wipe':
      return typeof answer === 'number';
  }
};

/** Takes requests together as they come in the same turn, and while the file is busy. */
export const gathered = (
  file: SqliteFile,
  answered: (answers: Extract<FromFile, { answers: unknown }>['answers']) => void,
): ((n: number, request: FileRequest) => void) => {
  let batch: { readonly n: number; readonly request: FileRequest }[] = [];
  return (n, request) => {
    batch.push({ n, request });
    if (batch.length > 1) return;
    setImmediate(() => {
      const all = batch;
      batch = [];
      const answers = file.answer(all.map((item) => item.request));
      answered(
        all.map((item, place) => {
          const answer = answers[place];
          return answer instanceof Error ? [item.n, undefined, answer.message] : [item.n, answer];
        }),
      );
    });
  };
};

class Line {
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;
  /** Why nobody answers any more. */
  #cut: string | undefined;

  ask<R extends FileRequest>(
    request: R,
    send: (n: number, request: R) => void,
  ): Promise<FileAnswers[R['do']]> {
    if (this.#cut !== undefined) return Promise.reject(new Error(this.#cut));
    return new Promise<FileAnswers[R['do']]>((resolve, reject) => {
      const what: R['do'] = request.do;
      this.#number += 1;
      this.#waiting.set(this.#number, {
        heard: (answer) => {
          if (fits(what, answer)) resolve(answer);
          else reject(new Error(`not an answer to ${what}`));
        },
        reject,
      });
      send(this.#number, request);
    });
  }

  hear(answers: Extract<FromFile, { answers: unknown }>['answers']): void {
    for (const [n, answer, error] of answers) {
      const waiter = this.#waiting.get(n);
      this.#waiting.delete(n);
      if (error !== undefined) waiter?.reject(new Error(error));
      else waiter?.heard(answer);
    }
  }

  /** Nothing more is asked; what has been asked is still answered. */
  shut(why: string): void {
    this.#cut ??= why;
  }

  /** Nobody answers any more. */
  cut(why: string): void {
    this.shut(why);
    for (const { reject } of this.#waiting.values()) reject(new Error(why));
    this.#waiting.clear();
  }
}

/** In this very thread: for tests, and for what is over soon. */
export const wayHere = async (folder: string): Promise<Way> => {
  const file = await SqliteFile.open(folder);
  const line = new Line();
  const send = gathered(file, (answers) => line.hear(answers));
  return {
    ask: (request) => line.ask(request, send),
    close: async () => {
      // What has been asked before is answered first.
      const last = line.ask({ do: 'heads' }, send);
      line.shut('the rooms are closed');
      await last;
      file.close();
    },
  };
};

/** In a thread. It is not replaced when it dies: what was on its way may or may not be on the disk, so the server has to end. */
export const wayByThread = (folder: string, script: URL, died: (why: string) => void): Promise<Way> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: { folder } });
    const line = new Line();
    let closing: (() => void) | undefined;
    const post = (message: ToFile): void => worker.postMessage(message);
    worker.on('message', (said: FromFile) => {
      if ('answers' in said) line.hear(said.answers);
      else if ('failed' in said) reject(said.taken ? new FolderTaken(said.failed) : new Error(said.failed));
      else if ('closed' in said) closing?.();
      else
        resolve({
          ask: (request) => line.ask(request, (n, asked) => post({ n, request: asked })),
          close: () =>
            new Promise<void>((done) => {
              closing = done;
              line.shut('the rooms are closed');
              post({ close: true });
            }).then(() => worker.terminate().then(() => undefined)),
        });
    });
    worker.on('error', (error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      line.cut(why);
      reject(new Error(why));
      died(why);
    });
  });
