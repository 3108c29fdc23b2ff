import type { Event } from '../../engine/index.ts';
import type { Answer, PersonId, RoomRefusal } from '../../protocol/index.ts';
import { evolve } from '../room/evolve.ts';
import { OWN, type Chairable, type Draft, type Entry, type Fact } from '../room/fact.ts';
import { judge } from '../room/judge.ts';
import type { Act, Fresh, Judged } from '../room/judging.ts';
import { personOf, present, type Person, type Room } from '../room/room.ts';
import { due, nextDue } from '../room/turns.ts';
import type { Store, Written } from '../store/store.ts';
import { FanOut, type Sitting } from './fan-out.ts';
import { Leading } from './leading.ts';
import type { Surroundings } from './surroundings.ts';

/** Requests whose answers are remembered, so that one that is sent again is answered alike. Older ones the store knows. */
const REMEMBERED = 2_000;
/** Turns of the clock in a row, at most: whatever happens, a room does not turn for ever. */
const MOST_TURNS = 60;
/** Longest wait of a timer, milliseconds. */
const LONGEST_WAIT = 60_000;
/** How often a facilitator's figures are brought up to date, milliseconds. */
const FIGURES_EVERY = 5_000;
/** A room that stood still for so long, with its clock running, was left: nobody wants the time that has passed counted. */
const LEFT_FOR = 300_000;

/**
 * A room that is held in this process. Log first, then state, then seats: an entry is committed before anybody sees it. One queue:
 * what is asked is judged one after the other, in the state that it finds.
 */
export class LiveRoom {
  readonly code: string;
  readonly #store: Store;
  readonly #around: Surroundings;
  readonly #screens = new FanOut();
  readonly #fresh = new Set<Sitting>();
  readonly #answers = new Map<string, Readonly<Record<string, unknown>>>();
  readonly #refusals = new Map<PersonId, number>();
  readonly #leading: Leading;
  #room: Room;
  #news: Event[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #telling = false;
  #timer: NodeJS.Timeout | undefined;
  #figures: NodeJS.Timeout | undefined;
  #leased = false;
  #closed = false;

  private constructor(store: Store, around: Surroundings, entries: readonly Entry[], first: Room) {
    this.#store = store;
    this.#around = around;
    this.#room = first;
    this.code = first.code;
    this.#leading = new Leading(this.code, around, {
      room: () => (this.#leased && !this.#closed && this.#screens.size > 0 ? this.#room : undefined),
      write: (judged) => this.#byItself(judged),
      changed: () => this.#tellSoon(),
    });
    for (const entry of entries) this.#remember(entry);
  }

  /** Takes a room up from its log; `undefined` if there is none. */
  static async load(store: Store, around: Surroundings, code: string): Promise<LiveRoom | undefined> {
    const entries = await store.read(code, 0);
    let room: Room | undefined;
    for (const entry of entries) room = evolve(around.read, room, entry);
    if (room === undefined) return undefined;
    const live = new LiveRoom(store, around, entries, room);
    await live.#takeUp();
    return live;
  }

  get room(): Room {
    return this.#room;
  }

  get screens(): number {
    return this.#screens.size;
  }

  /** What was left running and then left alone stands still; people of processes that are no more are not here. */
  async #takeUp(): Promise<void> {
    const { at } = this.#room;
    const living = await this.#around.living();
    await this.#write(OWN.door, (room) => {
      const gone = present(room).flatMap((person) =>
        person.at
          .filter((process) => !living.has(process))
          .map((process): Fact => ({ fact: 'away', person: person.id, process })),
      );
      return { facts: gone };
    });
    const { clock, stage } = this.#room;
    if (stage !== 'play' || clock.since === undefined || this.#around.now() - at < LEFT_FOR) return;
    await this.#write(
      OWN.clock,
      (room) =>
        room.clock.since === undefined
          ? { refused: 'nothing-to-do' }
          : { facts: [{ fact: 'paused', because: { code: 'to-be-continued' } }] },
      { at },
    );
  }

  /** Newer entries, written elsewhere, if this room does not have them yet. */
  hear(seq: number): void {
    if (seq > this.#room.seq && !this.#closed) void this.catchUp(seq);
  }

  /** Reads what is newer. What is written in between, by whoever is before us in the queue, need not be read. */
  catchUp(seq = Infinity): Promise<void> {
    return this.#inTurn(async () => {
      if (seq <= this.#room.seq) return;
      const newer = await this.#store.read(this.code, this.#room.seq);
      for (const entry of newer) this.#apply(entry);
    }).catch((error: unknown) => {
      this.#around.report('a room could not catch up', error);
    });
  }

  /** Whether this process runs the room's clock and its AI players. */
  lead(leased: boolean): void {
    if (leased === this.#leased) return;
    this.#leased = leased;
    if (leased) this.#settle();
    else this.#rest();
  }

  // people and screens

  /** Somebody joins by the room's code, or comes back by a short one. */
  atDoor(cmd: string, judged: (room: Room, at: number) => Judged): Promise<Answer> {
    return this.#ask(OWN.door, cmd, judged);
  }

  /** A new key for whoever asks a second time for the answer that held the first one. */
  keyAgain(person: PersonId, keyHash: string): Promise<Answer> {
    return this.#ask(OWN.door, undefined, (room) =>
      personOf(room, person) === undefined
        ? { refused: 'wrong-key' }
        : { facts: [{ fact: 'keyed', person, keyHash, only: false }] },
    );
  }

  personWithKey(keyHash: string): Person | undefined {
    return present(this.#room).find((person) => person.keyHashes.includes(keyHash));
  }

  /** A screen of a person who is in the room: it is told the whole, and from then on what changes. */
  async sit(sitting: Sitting): Promise<void> {
    const first = !this.#screens.holds(sitting.person);
    this.#screens.add(sitting);
    this.#fresh.add(sitting);
    if (first) await this.#present(sitting.person);
    this.#settle();
    this.#tell();
  }

  async rise(sitting: Sitting): Promise<void> {
    this.#screens.remove(sitting);
    this.#fresh.delete(sitting);
    // A process that ends writes nothing more: whoever takes the room up sees that it is gone.
    if (!this.#closed && !this.#screens.holds(sitting.person)) await this.#present(sitting.person);
  }

  /** Writes down whether a person is here. Asked in turn, and the screens of that moment count: coming and going may overtake each other. */
  #present(id: PersonId): Promise<unknown> {
    const process = this.#around.process;
    return this.#write(OWN.door, (room) => {
      const person = personOf(room, id);
      const here = this.#screens.holds(id);
      if (person === undefined || person.at.includes(process) === here) return { refused: 'nothing-to-do' };
      return { facts: [{ fact: here ? 'here' : 'away', person: id, process }] };
    }).catch((error: unknown) => {
      this.#around.report('presence could not be written', error);
    });
  }

  look(sitting: Sitting, seat: Chairable | undefined): void {
    this.#screens.look(sitting, seat);
    this.#tell();
  }

  again(sitting: Sitting): void {
    this.#fresh.add(sitting);
    this.#tell();
  }

  /** What somebody in the room asks for. */
  async act(id: PersonId, act: Act, fresh: Fresh): Promise<Answer> {
    const answer = await this.#ask(id, act.id, (room, at) => {
      const by = personOf(room, id);
      return by === undefined ? { refused: 'not-in-a-room' } : judge({ room, by, at, fresh }, act);
    });
    if (answer.ok === true) this.#refusals.delete(id);
    else if (answer.refused !== 'nothing-to-do' && answer.refused !== 'not-now')
      this.#refusals.set(id, (this.#refusals.get(id) ?? 0) + 1);
    return answer;
  }

  /** The room is gone, or given up by this process. */
  close(why: 'room-deleted' | 'server-stops'): void {
    this.#closed = true;
    this.#rest();
    clearTimeout(this.#figures);
    this.#screens.dismiss(why);
  }

  // the log

  async #ask(
    by: string,
    cmd: string | undefined,
    judged: (room: Room, at: number) => Judged,
  ): Promise<Answer> {
    let refused: RoomRefusal | undefined;
    let written: Written;
    try {
      written = await this.#write(
        by,
        (room, at) => {
          const found = judged(room, at);
          if (found.refused !== undefined) refused = found;
          return found;
        },
        cmd === undefined ? {} : { cmd },
      );
    } catch (error) {
      this.#around.report('an entry could not be written', error);
      return { refused: 'not-now' };
    }
    // Judged before: answered alike, whatever would be said of it now.
    if (cmd !== undefined && this.#answers.has(cmd)) return { ok: true, ...this.#answers.get(cmd) };
    switch (written.done) {
      case 'written':
        return { ok: true, ...written.entry.answer };
      case 'duplicate':
        return { ok: true };
      case 'no-such-room':
        return { refused: 'no-such-room' };
      case 'nothing':
        return refused ?? { ok: true };
    }
  }

  /** One entry, in turn: judged in the newest state, committed, folded, and then told. */
  #write(
    by: string,
    judged: (room: Room, at: number) => Judged,
    { cmd, at: given }: { readonly cmd?: string; readonly at?: number } = {},
  ): Promise<Written> {
    return this.#inTurn(async () => {
      const written = await this.#store.write(this.code, this.#room.seq, (newer): Draft | undefined => {
        for (const entry of newer) this.#apply(entry);
        if (cmd !== undefined && this.#answers.has(cmd)) return undefined;
        const at = given ?? this.#around.now();
        const found = judged(this.#room, at);
        if (found.refused !== undefined || found.facts.length === 0) return undefined;
        return {
          at,
          by,
          facts: found.facts,
          ...(cmd === undefined ? {} : { cmd }),
          ...(found.answer === undefined ? {} : { answer: found.answer }),
        };
      });
      if (written.done === 'written') this.#apply(written.entry);
      return written;
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  #remember(entry: Entry): void {
    if (entry.cmd === undefined) return;
    this.#answers.set(entry.cmd, entry.answer ?? {});
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > REMEMBERED && oldest !== undefined) this.#answers.delete(oldest);
  }

  /** Folds what is committed. */
  #apply(entry: Entry): void {
    if (entry.seq <= this.#room.seq) return;
    this.#room = evolve(this.#around.read, this.#room, entry);
    this.#remember(entry);
    for (const fact of entry.facts) {
      this.#leading.follow(fact);
      if (fact.fact === 'moved') this.#news.push(...fact.events);
      if (fact.fact === 'rewound' || fact.fact === 'branched' || fact.fact === 'returned') this.#news = [];
      if (fact.fact === 'gone')
        for (const sitting of this.#screens.dismiss('removed', fact.person)) this.#fresh.delete(sitting);
    }
    this.#around.counted(entry);
    this.#settle();
    this.#tellSoon();
  }

  // what the room does by itself

  async #byItself(judged: (room: Room, at: number) => Judged): Promise<Written['done']> {
    return (await this.#write(OWN.ai, judged)).done;
  }

  /** After every change: what is due is done, AI players are asked, and the next look is arranged. */
  #settle(): void {
    clearTimeout(this.#timer);
    if (!this.#leased || this.#closed) return;
    const now = this.#around.now();
    if (due(this.#room, now).length > 0) {
      this.#turnSoon();
      return;
    }
    this.#leading.wake();
    const next = nextDue(this.#room);
    if (next === undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#settle();
      },
      Math.min(LONGEST_WAIT, Math.max(5, next - now)),
    );
  }

  #turning = false;

  #turnSoon(): void {
    if (this.#turning) return;
    this.#turning = true;
    void this.#turn()
      .catch((error: unknown) => {
        this.#around.report('the clock could not turn', error);
      })
      .finally(() => {
        this.#turning = false;
        this.#settleLater();
      });
  }

  async #turn(): Promise<void> {
    for (let count = 0; count < MOST_TURNS && this.#leased && !this.#closed; count += 1) {
      const written = await this.#write(OWN.clock, (room, at) => ({ facts: due(room, at) }));
      if (written.done !== 'written') return;
    }
  }

  /** Not at once: where the store does not answer, the room tries again and again, but not without end in one go. */
  #settleLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#settle();
    }, 20);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#leading.rest();
  }

  // telling

  /** Once for all that happens in the same turn of the event loop. */
  #tellSoon(): void {
    if (this.#telling) return;
    this.#telling = true;
    setImmediate(() => {
      this.#telling = false;
      if (!this.#closed) this.#tell();
    });
  }

  #tell(only?: 'desk'): void {
    const news = this.#news;
    this.#news = [];
    const fresh = new Set(this.#fresh);
    this.#fresh.clear();
    if (this.#screens.size === 0) return;
    const doings = {
      refusals: this.#refusals,
      devices: this.#screens.devices(),
      sockets: this.#screens.size,
    };
    this.#screens.tell(this.#room, this.#around.now(), {
      thinking: this.#leading.thinking,
      doings,
      news,
      fresh,
      ...(only === undefined ? {} : { only }),
    });
    this.#figures ??= setTimeout(() => {
      this.#figures = undefined;
      // Something else may be about to be told: then figures come with it.
      if (!this.#closed) this.#tell(this.#telling || this.#fresh.size > 0 ? undefined : 'desk');
    }, FIGURES_EVERY);
  }
}
