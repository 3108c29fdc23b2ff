import { inWords, witnesses } from '../../engine/index.ts';
import type { Chapter, Command, DelegationId, Event, Refusal, Scenario, SeatId } from '../../engine/index.ts';
import {
  openGame,
  readGameFile,
  readScenario,
  writeGameFile,
  type GameRecord,
  type OpenedGame,
  type Reading,
  type Reflection,
} from '../../scenario/index.ts';
import { MOST_PEOPLE, type LoadFault, type NewGame, type Pace } from './contract.ts';
import { breathOf, Unseen } from './crowd.ts';
import { Host, type Prepared } from './host.ts';
import { Keeper, type Whole } from './keeper.ts';
import type { Head, Storage } from './storage.ts';
import type { Answers, Request, Sight, ToldOfGame } from './wire.ts';

/** What the desk needs of the world around it: storage, a clock, a way to speak. Tests give their own. */
export interface Surroundings {
  readonly storage: Storage;
  readonly now: () => number;
  readonly newId: () => string;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly tell: (told: ToldOfGame) => void;
  /** A fault of ours that the game survived, for whoever looks for it. */
  readonly report: (error: unknown) => void;
}

/** Scenarios whose reading is kept at most. */
const READINGS = 8;

/** The game ends where it stands, as if a facilitator had ended it. */
const STOP = { kind: 'intervene', intervention: { kind: 'close' } } as const;

/** The game that is being played. */
interface Running {
  readonly game: number;
  readonly id: string;
  readonly host: Host;
  readonly keeper: Keeper;
  readonly unseen: Unseen;
}

/**
 * The worker's desk: one running game, its file and its pace. Log first, then state, then seats: a move is stored before anybody
 * sees it. Where storing fails the game goes on and the page is told that it is not saved.
 */
export class Desk {
  readonly #around: Surroundings;
  /** This desk's name on what it stores. */
  readonly #writer: string;
  #running: Running | undefined;
  #pace: Pace = 'brisk';
  #sent: readonly Chapter[] = [];
  /** AI delegations are being led: one loop at a time. */
  #leading = false;
  /** How often it has been said that somebody may be about to move. */
  #calls = 0;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #readings = new Map<string, Reading>();
  constructor(around: Surroundings) {
    this.#around = around;
    this.#writer = around.newId();
  }

  /** Answers a request of the page. Requests that change the game are taken one after the other. */
  async answer(request: Request): Promise<Answers[Request['ask']]> {
    const host = this.#running?.host;
    switch (request.ask) {
      case 'preview':
        return this.#preview(request.text);
      case 'start':
        return this.#inTurn(() => this.#start(request.game, request.wanted, request.text));
      case 'send':
        return this.#commanded(request.command);
      case 'sit':
        return this.#inTurn(() => this.#sit(request.seat));
      case 'undo':
        return this.#inTurn(() => this.#undo());
      case 'stop':
        return this.#commanded(STOP, 'facilitator');
      case 'saves':
        return this.#around.storage.list();
      case 'resume':
        return this.#inTurn(() => this.#resume(request.game, request.id));
      case 'forget':
        return this.#inTurn(() => this.#forget(request.id));
      case 'export':
        return this.#export();
      case 'import':
        return this.#inTurn(() => this.#import(request.game, request.text));
      case 'appraise':
        return host?.appraise(request.undertakings, request.parties, request.open);
      case 'appraise-text':
        return host?.appraiseText(request.text);
      case 'analysis':
        return host?.analysis();
      case 'reflect':
        return this.#inTurn(() => this.#reflect(request.reflection));
      case 'pace':
        this.#pace = request.pace;
        return undefined;
      case 'leave':
        return this.#inTurn(() => this.#leave());
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** Scenarios are read again and again: for the shelf, to choose a seat, to start. */
  #read(text: string): Reading {
    const reading = this.#readings.get(text) ?? readScenario(text);
    if (this.#readings.size >= READINGS) this.#readings.clear();
    this.#readings.set(text, reading);
    return reading;
  }

  #preview(text: string): Scenario | LoadFault {
    const { scenario, faults } = this.#read(text);
    return scenario ?? { fault: 'scenario-faults', faults };
  }

  async #start(game: number, wanted: NewGame, text: string): Promise<LoadFault | undefined> {
    const { scenario, faults } = this.#read(text);
    if (scenario === undefined) return { fault: 'scenario-faults', faults };
    const { seed, seat, strength } = wanted;
    if (!scenario.delegations.some(({ id }) => id === seat) && seat !== 'observer' && seat !== 'chair')
      throw new Error(`nobody can sit as ${seat}`);
    const people = wanted.people?.slice(0, MOST_PEOPLE);
    for (const person of people ?? [])
      if (!scenario.delegations.some((delegation) => delegation.id === person.seat))
        throw new Error(`nobody can sit as ${person.seat}`);
    const { id, version } = scenario;
    const record: GameRecord = {
      scenario: { id, version, text },
      seed,
      seat,
      ...(people === undefined || people.length < 2 ? {} : { people }),
      strength,
      moves: [],
    };
    await this.#begin(game, Host.from(scenario, record, undefined, this.#around.report));
    return undefined;
  }

  /** A broken file leaves the running game alone. */
  async #import(game: number, text: string): Promise<LoadFault | undefined> {
    const opened = readGameFile(text);
    if (opened.fault !== undefined) return opened;
    await this.#begin(game, this.#hosted(opened));
    return undefined;
  }

  async #resume(game: number, id: string): Promise<LoadFault | undefined> {
    let found: Awaited<ReturnType<Storage['load']>>;
    try {
      found = await this.#around.storage.load(id);
    } catch (error) {
      return { fault: 'storage', message: error instanceof Error ? error.message : String(error) };
    }
    if (found === undefined) return { fault: 'no-such-save' };
    const opened = openGame(found.record);
    if (opened.fault !== undefined) return opened;
    const running = this.#prepared(game, id, this.#hosted(opened));
    await running.keeper.take(this.#headOf(running), () => this.#whole(running));
    this.#takeUp(running);
    return undefined;
  }

  #hosted({ scenario, record, state }: OpenedGame): Host {
    return Host.from(scenario, record, state, this.#around.report);
  }

  async #begin(game: number, host: Host): Promise<void> {
    const running = this.#prepared(game, this.#around.newId(), host);
    await running.keeper.begin(this.#whole(running));
    this.#takeUp(running);
  }

  #prepared(game: number, id: string, host: Host): Running {
    const { storage, tell } = this.#around;
    const keeper = new Keeper(storage, {
      saved: () => tell({ tell: 'saved', game }),
      failed: (message) => tell({ tell: 'not-saved', game, message }),
      overtaken: () => {
        if (this.#running?.game === game) this.#running = undefined;
        tell({ tell: 'overtaken', game });
      },
    });
    return { game, id, host, keeper, unseen: new Unseen() };
  }

  /** What is stored is shown, and AI delegates play on. */
  #takeUp(running: Running): void {
    this.#running = running;
    this.#sent = [];
    const { game, id, host } = running;
    const { scenario, at, record } = host;
    const { people, seed } = record;
    this.#around.tell({
      tell: 'opened',
      game,
      scenario,
      seat: at,
      seed,
      id,
      ...(people === undefined ? {} : { people }),
    });
    this.#show(running, []);
    this.#lead();
  }

  #headOf({ id, host }: Running, state = host.state, moves = host.moves.length): Head {
    const { scenario, record } = host;
    return {
      id,
      scenario: scenario.id,
      title: inWords(scenario, scenario.title, scenario.language),
      seat: record.seat,
      ...(record.people === undefined ? {} : { people: record.people.map(({ seat }) => seat) }),
      seed: record.seed,
      session: state.session,
      phase: state.phase,
      closed: state.status === 'closed',
      at: this.#around.now(),
      ...(record.branch === undefined ? {} : { branch: record.branch.at }),
      moves,
      undone: record.undone ?? [],
      ...(record.reflections === undefined ? {} : { reflections: record.reflections }),
      writer: this.#writer,
    };
  }

  #whole(running: Running): Whole {
    const { moves, undone: _inHead, reflections: _there, ...deal } = running.host.record;
    return { head: this.#headOf(running), deal, moves: [...moves] };
  }

  /** A command of the game that is on the screen when it is given; of whoever sits there, if nobody else is named. */
  async #commanded(command: Command, seat?: SeatId): Promise<Refusal | undefined> {
    const running = this.#running;
    return running === undefined
      ? { refused: 'game-closed' }
      : this.#inTurn(() => this.#send(running, command, seat));
  }

  async #send(running: Running, command: Command, seat?: SeatId): Promise<Refusal | undefined> {
    if (running !== this.#running) return { refused: 'game-closed' };
    const { host } = running;
    const prepared = host.prepare({ seat: seat ?? host.at, command });
    if ('refused' in prepared) return prepared;
    await this.#make(running, prepared);
    // Whoever has nothing more to do gets up: the next one must not find their papers open.
    if (host.shared && (command.kind === 'done' || command.kind === 'answer')) await this.#sit(undefined);
    this.#lead();
    return undefined;
  }

  async #make(running: Running, prepared: Prepared, byMachine = false): Promise<void> {
    const { host, keeper, unseen } = running;
    const { entry, next } = prepared;
    const before = host.moves.length;
    const head = this.#headOf(running, next, before + 1);
    await keeper.append(head, entry, () => {
      const whole = this.#whole(running);
      return { ...whole, head, moves: [...whole.moves.slice(0, before), entry] };
    });
    if (running !== this.#running) return;
    const events = host.make(prepared);
    if (!byMachine || !unseen.waits(events, host.scenario.delegations.length)) this.#show(running, events);
  }

  #show({ game, host, unseen }: Running, latest: readonly Event[]): void {
    const events = [...unseen.take(), ...latest];
    const { log, ...view } = host.seen();
    const same = log.findIndex((chapter, place) => chapter !== this.#sent[place]);
    const keep = same === -1 ? log.length : same;
    this.#sent = log;
    const sight: Sight = {
      view,
      log: { keep, add: log.slice(keep) },
      news: events.filter((event) => witnesses(event, host.at)),
      beliefs: host.beliefs(),
      canUndo: host.canUndo(),
      reflections: host.reflections(),
      ...nextOf(host),
    };
    this.#around.tell({ tell: 'seen', game, sight });
  }

  /** AI delegations play until the table waits for the person. */
  #lead(): void {
    this.#calls += 1;
    if (!this.#leading) void this.#leadOn();
  }

  /** One loop for whatever game is running. It ends only when nobody has called since it last looked. */
  async #leadOn(): Promise<void> {
    this.#leading = true;
    try {
      for (let heard = -1; heard !== this.#calls;) {
        heard = this.#calls;
        while (await this.#next());
      }
    } catch (error) {
      const game = this.#running?.game;
      const message = error instanceof Error ? error.message : String(error);
      if (game !== undefined) this.#around.tell({ tell: 'broken', game, message });
    } finally {
      this.#leading = false;
    }
  }

  /** One move by machine; whether to go on. */
  async #next(): Promise<boolean> {
    const running = this.#running;
    if (running === undefined) return false;
    const { game, host, unseen } = running;
    const turn = host.turn();
    if (turn === undefined && unseen.any) this.#show(running, []);
    this.#around.tell({ tell: 'thinking', game, seats: turn === undefined ? [] : [turn] });
    if (turn === undefined) return false;
    // A breath, so that a person can follow; it is taken outside of the queue, so that a command comes first.
    await this.#around.wait(breathOf(this.#pace, host.scenario.delegations.length));
    if (running !== this.#running) return true;
    if (await this.#inTurn(() => this.#machine(running))) return true;
    if (running !== this.#running) return true;
    this.#around.tell({ tell: 'thinking', game, seats: [] });
    return false;
  }

  async #machine(running: Running): Promise<boolean> {
    const prepared = running === this.#running ? running.host.machine() : undefined;
    if (prepared === undefined) return false;
    await this.#make(running, prepared, true);
    return true;
  }

  async #undo(): Promise<undefined> {
    const running = this.#running;
    if (running === undefined || !running.host.canUndo()) return undefined;
    const back = { ...running, host: running.host.undone(), unseen: new Unseen() };
    this.#running = back;
    this.#sent = [];
    await back.keeper.cut(this.#headOf(back), () => this.#whole(back));
    if (back !== this.#running) return undefined;
    this.#show(back, []);
    this.#lead();
    return undefined;
  }

  /** A shared screen changes hands: nothing of what was on it stays. */
  async #sit(seat: DelegationId | undefined): Promise<undefined> {
    const running = this.#running;
    if (running === undefined || !running.host.shared) return undefined;
    running.host.sit(seat);
    this.#sent = [];
    this.#around.tell({ tell: 'seated', game: running.game, seat: running.host.at });
    this.#show(running, []);
    return undefined;
  }

  /** What somebody says about the game is stored with it, and shown again. */
  async #reflect(reflection: Reflection): Promise<undefined> {
    const running = this.#running;
    if (running === undefined || !running.host.reflect(reflection)) return undefined;
    await running.keeper.note(this.#headOf(running), () => this.#whole(running));
    if (running === this.#running) this.#show(running, []);
    return undefined;
  }

  async #forget(id: string): Promise<undefined> {
    if (this.#running?.id === id) this.#running = undefined;
    await this.#around.storage.forget(id);
    return undefined;
  }

  async #leave(): Promise<undefined> {
    this.#running = undefined;
    return undefined;
  }

  #export(): Answers['export'] {
    const host = this.#running?.host;
    if (host === undefined) return undefined;
    const { scenario, record } = host;
    return { name: `${scenario.id}-${record.seat}-${record.seed}.nia.json`, text: writeGameFile(record) };
  }
}

const nextOf = (host: Host): { readonly next?: DelegationId } => {
  const next = host.next();
  return next === undefined ? {} : { next };
};
