import { newKey } from '../hall/keys.ts';

/** A file that is handed out for a while to whoever has its address. */
export interface Handed {
  readonly name: string;
  readonly type: string;
  readonly body: string;
}

const FOR = 60_000;
const MOST = 500;

/** Files handed out: their addresses cannot be guessed, and are good for a minute. */
export class Files {
  readonly #files = new Map<string, { readonly file: Handed; readonly until: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  hand(file: Handed): string {
    const now = this.#now();
    for (const [ticket, { until }] of this.#files) if (until < now) this.#files.delete(ticket);
    const [oldest] = this.#files.keys();
    if (this.#files.size >= MOST && oldest !== undefined) this.#files.delete(oldest);
    const ticket = newKey();
    this.#files.set(ticket, { file, until: now + FOR });
    return ticket;
  }

  get(ticket: string): Handed | undefined {
    const found = this.#files.get(ticket);
    return found !== undefined && found.until >= this.#now() ? found.file : undefined;
  }
}
