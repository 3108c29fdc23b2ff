import { PROTOCOL } from '../../src/protocol/index.ts';
import { newCommandId, Screen } from './screen.ts';

/** Milliseconds between two requests of one screen. */
const PAUSE = 75;

/** Somebody who asks for one thing after the other, and asks again under the same id until there is an answer, as the client does. */
export class Loader {
  readonly screen: Screen;
  readonly acknowledged: string[] = [];
  readonly #room: string;
  readonly #key: string;
  #going = false;
  #done: Promise<void> = Promise.resolve();
  /** How often it has come back into the room. */
  entries = 0;

  constructor(port: number, room: string, key: string) {
    this.#room = room;
    this.#key = key;
    this.screen = new Screen(port);
    this.screen.socket.on('connect', () => {
      void this.screen
        .ask({ ask: 'enter', version: PROTOCOL, room: this.#room, key: this.#key })
        .then((answer) => {
          if (answer.ok === true) this.entries += 1;
        });
    });
  }

  start(): void {
    this.#going = true;
    this.#done = this.#run();
  }

  async stop(): Promise<void> {
    this.#going = false;
    await this.#done;
  }

  async #run(): Promise<void> {
    for (let n = 0; this.#going && n < 100_000; n += 1) {
      const id = newCommandId();
      while (!(await this.#try(id))) if (!this.#going && !this.screen.socket.connected) return;
    }
  }

  /** Whether there was an answer. Without one in time, it is asked again. */
  async #try(id: string): Promise<boolean> {
    const answer = await this.screen.raw({ ask: 'spotlight', id, show: 'text', item: id }, 1_500);
    const ok = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true;
    if (ok) this.acknowledged.push(id);
    // Slower than the server's limit for one screen: whoever keeps asking faster is cut off.
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return ok;
  }
}
