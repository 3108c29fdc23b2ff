import type { Fault } from '../scenario/index.ts';
import type { Io } from './command.ts';

/** What is wrong and what to write instead, in one sentence. */
export const faultInWords = ({ message, write }: Pick<Fault, 'message' | 'write'>): string => {
  const wrong = message.replace(/\.$/u, '');
  return write.length === 0 ? wrong : `${wrong}; write ${write.join(' or ')}`;
};

/** `file:line:col: what is wrong; what to write instead`, as editors and terminals open it on a click. */
export const faultLine = (
  file: string,
  fault: Pick<Fault, 'line' | 'column' | 'message' | 'write'>,
  kind: 'error' | 'warning' = 'error',
): string =>
  `${file}:${fault.line}:${fault.column}: ${kind === 'warning' ? 'warning: ' : ''}${faultInWords(fault)}`;

/** One JSON document on standard output. */
export const printJson = (io: Io, document: unknown): void => {
  io.out(`${JSON.stringify(document, undefined, 2)}\n`);
};

const BAR = 24;
const PATIENCE = 2_000;
const PAUSE = 100;

/**
 * A progress bar on standard error: only on a terminal, only once the work has taken two seconds, and at most ten times a
 * second. Call `done` before anything else is printed.
 */
export class Progress {
  readonly #io: Io;
  readonly #what: string;
  readonly #now: () => number;
  readonly #start: number;
  #drawn: number | undefined;

  constructor(io: Io, what: string, now: () => number = () => performance.now()) {
    this.#io = io;
    this.#what = what;
    this.#now = now;
    this.#start = now();
  }

  at(count: number, total: number): void {
    const now = this.#now();
    if (!this.#io.terminal || now - this.#start < PATIENCE) return;
    if (this.#drawn !== undefined && now - this.#drawn < PAUSE) return;
    this.#drawn = now;
    const share = total === 0 ? 1 : Math.min(1, count / total);
    const full = Math.round(share * BAR);
    const left = share > 0 ? Math.round(((now - this.#start) * (1 - share)) / share / 1_000) : undefined;
    const wait = left === undefined ? '' : `, ${left} s left`;
    this.#io.err(
      `\r\u001B[K[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${count} of ${total} ${this.#what}${wait}`,
    );
  }

  done(): void {
    if (this.#drawn !== undefined) this.#io.err('\r\u001B[K');
    this.#drawn = undefined;
  }
}
