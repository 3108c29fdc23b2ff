import { inWords, witnesses, type Chapter, type Event } from '../../engine/index.ts';
import {
  openGame,
  readGameFile,
  readScenario,
  writeGameFile,
  type GameFault,
  type GameRecord,
} from '../../scenario/index.ts';
import type { LoadFault, NewGame, Pace } from './contract.ts';
import { Host, type Prepared } from './host.ts';
import type { Head, Storage } from './storage.ts';
import type { Answers, Request, Sight, Told } from './wire.ts';

/** Milliseconds between moves of AI delegations. */
const BREATH: { readonly [P in Pace]: number } = { calm: 900, brisk: 260, instant: 0 };

/** What the desk needs of the world around it: storage, a clock, a way to speak. Tests give their own. */
export interface Surroundings {
  readonly storage: Storage;
  readonly now: () => number;
  readonly newId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly tell: (told: Told) => void;
}

/**
 * The worker's desk: one running game, its file and its pace. Log first, then state, then seats: a move is stored before anybody
 * sees it. Where storing fails the game goes on and the page is told that it is not saved.
 */
export class Desk {
  readonly #around: Surroundings;
  #host: Host | undefined;
  #head: Head | undefined;
  #pace: Pace = 'brisk';
  #sent: readonly Chapter[] = [];
  #failed = false;
  #running = false;
  /** Grows with every change of game: what waits for an older one gives up. */
  #round = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Answers a request of the page. Requests that change the game are taken one after the other. */
  async answer(request: Request): Promise<Answers[Request['ask']]> {
    switch (request.ask) {
      case 'preview':
        return preview(request.text);
      case 'start':
        return this.#inTurn(() => this.#start(request.wanted, request.text));
      case 'send': {
        const host = this.#host;
        if (host === undefined) return { refused: 'game-closed' };
        return this.#inTurn(() => this.#send(host, request.command));
      }
      case 'undo':
        return this.#inTurn(() => this.#undo());
      case 'saves':
        return this.#around.storage.list().catch(() => []);
      case 'resume':
        return this.#inTurn(() => this.#resume(request.id));
      case 'forget':
        await this.#around.storage.forget(request.id).catch(() => undefined);
        return undefined;
      case 'export':
        return this.#export();
      case 'import':
        return this.#inTurn(() => this.#import(request.text));
      case 'appraise':
        return this.#host?.appraise(request.undertakings, request.parties);
      case 'appraise-text':
        return this.#host?.appraiseText(request.text);
      case 'analysis':
        return this.#host?.analysis();
      case 'pace':
        this.#pace = request.pace;
        return undefined;
      case 'leave':
        this.#round += 1;
        this.#host = undefined;
        this.#head = undefined;
        return undefined;
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  async #start(wanted: NewGame, text: string): Promise<LoadFault | undefined> {
    const reading = readScenario(text);
    if (reading.scenario === undefined) return { fault: 'scenario-faults', faults: reading.faults };
    const { scenario } = reading;
    const record: GameRecord = {
      scenario: { id: scenario.id, version: scenario.version, text },
      seed: wanted.seed,
      seat: wanted.seat,
      strength: wanted.strength,
      moves: [],
    };
    await this.#open(Host.from(scenario, record), this.#around.newId());
    return undefined;
  }

  /** Takes up a game: stores its head, shows it, lets AI delegates play on. */
  async #open(host: Host, id: string): Promise<void> {
    this.#round += 1;
    this.#host = host;
    this.#sent = [];
    const head = this.#headOf(host, id);
    this.#head = head;
    await this.#store(() => this.#around.storage.begin(head, host.moves));
    const { scenario, person } = host;
    this.#around.tell({ tell: 'opened', scenario, seat: person, seed: host.record.seed, id });
    this.#show([]);
    void this.#run(this.#round);
  }

  #headOf(host: Host, id: string): Head {
    const { moves, ...record } = host.record;
    const { session, phase, status } = host.state;
    return {
      id,
      scenario: host.scenario.id,
      title: inWords(host.scenario, host.scenario.title, host.scenario.language),
      seat: host.person,
      seed: record.seed,
      session,
      phase,
      closed: status === 'closed',
      at: this.#around.now(),
      record,
      moves: moves.length,
    };
  }

  async #send(host: Host, command: Extract<Request, { ask: 'send' }>['command']): Promise<Answers['send']> {
    if (host !== this.#host) return { refused: 'game-closed' };
    const prepared = host.prepare({ seat: host.person, command });
    if ('refused' in prepared) return prepared;
    await this.#make(host, prepared);
    void this.#run(this.#round);
    return undefined;
  }

  async #make(host: Host, prepared: Prepared): Promise<void> {
    const before = this.#head;
    if (before !== undefined) {
      const { session, phase, status } = prepared.next;
      const head = {
        ...before,
        session,
        phase,
        closed: status === 'closed',
        at: this.#around.now(),
        moves: before.moves + 1,
      };
      this.#head = head;
      await this.#store(() => this.#around.storage.append(head, prepared.entry));
    }
    this.#show(host.make(prepared));
  }

  async #store(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (this.#failed) {
        // What could not be stored before is stored now, whole.
        const { head, host } = { head: this.#head, host: this.#host };
        if (head !== undefined && host !== undefined) await this.#around.storage.begin(head, host.moves);
        this.#failed = false;
      }
      this.#around.tell({ tell: 'saved', saved: 'saved' });
    } catch {
      this.#failed = true;
      this.#around.tell({ tell: 'saved', saved: 'failed' });
    }
  }

  #show(events: readonly Event[]): void {
    const host = this.#host;
    if (host === undefined) return;
    const { log, ...view } = host.seen();
    const same = log.findIndex((chapter, place) => chapter !== this.#sent[place]);
    const keep = same === -1 ? log.length : same;
    this.#sent = log;
    const sight: Sight = {
      view,
      log: { keep, add: log.slice(keep) },
      news: events.filter((event) => witnesses(event, host.person)),
      beliefs: host.beliefs(),
      canUndo: host.canUndo(),
    };
    this.#around.tell({ tell: 'seen', sight });
  }

  /** AI delegations play until the table waits for the person. One runner at a time; a newer game or command takes over. */
  async #run(round: number): Promise<void> {
    for (;;) {
      const host = this.#host;
      if (host === undefined || round !== this.#round || this.#running) return;
      const turn = host.turn();
      this.#around.tell({ tell: 'thinking', seats: turn === undefined ? [] : [turn] });
      if (turn === undefined) return;
      this.#running = true;
      // A breath, so that a person can follow; the table never waits inside the queue, so that a command comes first.
      await this.#around.wait(BREATH[this.#pace]);
      this.#running = false;
      if (round !== this.#round) {
        void this.#run(this.#round);
        return;
      }
      const moved = await this.#inTurn(() => this.#machine(host));
      if (!moved) {
        this.#around.tell({ tell: 'thinking', seats: [] });
        return;
      }
    }
  }

  async #machine(host: Host): Promise<boolean> {
    if (host !== this.#host) return false;
    const prepared = host.machine();
    if (prepared === undefined) return false;
    await this.#make(host, prepared);
    return true;
  }

  async #undo(): Promise<undefined> {
    const host = this.#host;
    const before = this.#head;
    if (host === undefined || before === undefined || !host.canUndo()) return undefined;
    this.#round += 1;
    const back = host.undone();
    this.#host = back;
    this.#sent = [];
    const head = this.#headOf(back, before.id);
    this.#head = head;
    await this.#store(() => this.#around.storage.cut(head));
    this.#show([]);
    void this.#run(this.#round);
    return undefined;
  }

  async #resume(id: string): Promise<LoadFault | undefined> {
    let found: Awaited<ReturnType<Storage['load']>>;
    try {
      found = await this.#around.storage.load(id);
    } catch (error) {
      return { fault: 'storage', message: error instanceof Error ? error.message : String(error) };
    }
    if (found === undefined) return { fault: 'no-such-save' };
    const opened = openGame(found.record);
    if (opened.fault !== undefined) return asLoadFault(opened);
    await this.#open(Host.from(opened.scenario, opened.record, opened.state), id);
    return undefined;
  }

  #export(): Answers['export'] {
    const host = this.#host;
    if (host === undefined) return undefined;
    const { scenario, record } = host;
    return { name: `${scenario.id}-${record.seat}-${record.seed}.nia.json`, text: writeGameFile(record) };
  }

  /** A broken file leaves the running game alone. */
  async #import(text: string): Promise<LoadFault | undefined> {
    const opened = readGameFile(text);
    if (opened.fault !== undefined) return asLoadFault(opened);
    await this.#open(Host.from(opened.scenario, opened.record, opened.state), this.#around.newId());
    return undefined;
  }
}

const asLoadFault = (fault: GameFault): LoadFault => fault;

const preview = (text: string): Answers['preview'] => {
  const reading = readScenario(text);
  return reading.scenario ?? { fault: 'scenario-faults', faults: reading.faults };
};
