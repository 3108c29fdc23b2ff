import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { companyOver, type Company, type Way } from './company.ts';
import type { FromPlayers } from './players.ts';

/** Threads in which AI players think, at most. */
const MOST_THREADS = 4;
/** Milliseconds before a thread that died is replaced. */
const REST = 500;

/** Players in threads of their own; a thread that dies is replaced. */
export const companyInThreads = (
  worker: URL,
  stumbled: (room: string, message: string) => void,
  threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1)),
): Company =>
  companyOver(
    Array.from({ length: threads }, () => (heard: (said: FromPlayers) => void, died: () => void): Way => {
      let closing = false;
      const hire = (): Worker => {
        const hired = new Worker(worker);
        hired.on('message', heard);
        hired.on('error', (error: unknown) => {
          stumbled('', error instanceof Error ? error.message : String(error));
        });
        hired.on('exit', () => {
          if (closing) return;
          died();
          // Not at once: one that cannot be started must not be started without end.
          setTimeout(() => {
            if (closing) return;
            present = hire();
            died();
          }, REST).unref();
        });
        hired.unref();
        return hired;
      };
      let present = hire();
      return {
        send: (told) => present.postMessage(told),
        close: async () => {
          closing = true;
          await present.terminate();
        },
      };
    }),
    stumbled,
  );
